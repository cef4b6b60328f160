package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.ballot.Paper;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.Fraction;
import org.leagueflow.voting.VotingRule;

/**
 * One row of a table that says how meetings decide, in the words of the office.
 *
 * @param table the decision, for who has to mend it
 * @param cells output name to value
 */
record RuleRow(String table, Map<String, Object> cells) {

	static final Map<String, VotingRule.Base> BASES = Map.of("应到", VotingRule.Base.ENTITLED, "实到",
			VotingRule.Base.PRESENT, "有效票", VotingRule.Base.VALID);

	static final Map<String, Paper.Form> FORMS = Map.of("表决", Paper.Form.DECISION, "选举", Paper.Form.ELECTION, "评定等次",
			Paper.Form.GRADING);

	static final Map<String, VotingRule.Ties> TIES = Map.of("平票重投", VotingRule.Ties.REVOTE, "无", VotingRule.Ties.NONE);

	static final Map<String, VotingRule.TellersFrom> TELLERS = Map.of("票上以外的人", VotingRule.TellersFrom.NOT_ON_PAPER,
			"会场内的人", VotingRule.TellersFrom.ROOM);

	static final Map<String, VotingRule.Recusal> RECUSALS = Map.of("仍计入应到", VotingRule.Recusal.STAYS, "不计入应到",
			VotingRule.Recusal.LEAVES);

	static final Map<String, Boolean> SECRECY = Map.of("无记名", true, "记名", false);

	static final Map<String, Boolean> OPINIONS = Map.of("计票", true, "不计票", false);

	static final Map<String, Boolean> JOINT = Map.of("可合票", true, "逐个", false);

	static final Map<String, Boolean> LISTED_BY_PEOPLE = Map.of("召集人", true, "流程", false);

	private static final Map<String, Cap.Of> CAPPED = Map.of("团员人数", Cap.Of.MEMBERS, "参评人数", Cap.Of.APPRAISED);

	private static final Map<String, Cap.Rounding> ROUNDINGS = Map.of("去尾", Cap.Rounding.DOWN, "四舍五入",
			Cap.Rounding.HALF_UP);

	private static final Map<String, Boolean> YES_NO = Map.of("是", true, "否", false);

	private static final Map<String, MeetingKind> KINDS = Arrays.stream(MeetingKind.values())
		.collect(Collectors.toMap(MeetingKind::title, (kind) -> kind));

	private static final Pattern SHARE = Pattern.compile("(超过|不少于)\\s*(\\d{1,3})/(\\d{1,3})");

	/** Whether the row holds on that day; rows without days hold always. */
	boolean holdsOn(LocalDate day) {
		LocalDate from = day("validFrom");
		LocalDate to = day("validTo");
		return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
	}

	/** {@code 超过 1/2} or {@code 不少于 2/3}. */
	Fraction share(String column) {
		Matcher written = SHARE.matcher(text(column).strip());
		if (!written.matches()) {
			throw strange(column, "超过 1/2, 不少于 2/3");
		}
		return new Fraction(Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3)),
				written.group(1).equals("超过"));
	}

	Cap cap() {
		return new Cap(number("percent"), 100, word("of", CAPPED), word("atLeastOne", YES_NO),
				word("rounding", ROUNDINGS));
	}

	/** The names of the kinds of meetings, {@code 支部大会、选举大会}. */
	List<String> kinds() {
		return Stream.of(text("kinds").split("、"))
			.map(String::strip)
			.filter((title) -> !title.isEmpty())
			.map((title) -> one("kinds", title, KINDS).name())
			.toList();
	}

	LocalDate day(String column) {
		return text(column).isEmpty() ? null : LocalDate.parse(text(column));
	}

	<T> T word(String column, Map<String, T> words) {
		return one(column, text(column).strip(), words);
	}

	/** The same, where a table may leave the column out. */
	<T> T word(String column, Map<String, T> words, T otherwise) {
		return text(column).isBlank() ? otherwise : word(column, words);
	}

	private <T> T one(String column, String word, Map<String, T> words) {
		T meant = words.get(word);
		if (meant == null) {
			throw strange(column, String.join(", ", new TreeSet<>(words.keySet())));
		}
		return meant;
	}

	String text(String column) {
		return (this.cells.get(column) instanceof String text) ? text : "";
	}

	int number(String column) {
		if (this.cells.get(column) instanceof Number number) {
			return number.intValue();
		}
		throw strange(column, "0, 1, 2");
	}

	private IllegalStateException strange(String column, String possible) {
		return new IllegalStateException("The decision table " + this.table + " says '" + this.cells.get(column)
				+ "' in the column " + column + "; possible: " + possible);
	}

}
