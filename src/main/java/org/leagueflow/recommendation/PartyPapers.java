package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.Submission;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.ResolutionCard;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.publicity.Notices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of the two papers that go to the Party: 登记表 of one person and 汇总表 of several.
 * They are Chinese in every reader's language.
 */
@Component
class PartyPapers {

	/** What the form says, in its order. */
	static final List<String> FIELDS = List.of("name", "sex", "birth", "number", "branch", "joined", "memberNumber",
			"applied", "score", "valid", "grounds", "guidance", "appraisal", "vote", "investigation", "notice",
			"review", "feedback");

	/** The columns of the list. */
	static final List<String> COLUMNS = List.of("number", "name", "sex", "birth", "branch", "joined", "score", "voted",
			"valid", "feedback", "remark");

	private final Cases cases;

	private final Ledger ledger;

	private final Agenda agenda;

	private final Notices notices;

	private final MessageSource messages;

	PartyPapers(Cases cases, Ledger ledger, Agenda agenda, Notices notices, MessageSource messages) {
		this.cases = cases;
		this.ledger = ledger;
		this.agenda = agenda;
		this.notices = notices;
		this.messages = messages;
	}

	/** 推荐优秀团员作为入党积极分子登记表 or 推荐优秀团员作为党的发展对象登记表. */
	String formTitle(Line line) {
		return say("form.title." + line.code());
	}

	String listTitle(Line line) {
		return say("list.title." + line.code());
	}

	String note() {
		return say("note");
	}

	String say(String key, Object... args) {
		return this.messages.getMessage("recommendation.paper." + key, args, key, Locale.SIMPLIFIED_CHINESE);
	}

	/** The answers of the form by {@link #FIELDS}; what nobody said is empty. */
	Map<String, String> form(Recommendation one, PersonCard person, String branch, LocalDate until) {
		Map<String, Map<String, Object>> said = said(one);
		List<LocalDate> applied = days(person, EntryKind.PARTY_APPLICATION, until);
		Map<String, String> words = new LinkedHashMap<>();
		words.put("name", person.name());
		words.put("sex", sex(person));
		words.put("birth", text(person.birthDate()));
		words.put("number", text(person.studentNumber()));
		words.put("branch", branch);
		words.put("joined", text(person.memberSince()));
		words.put("memberNumber", text(person.memberNumber()));
		words.put("applied", applied.isEmpty() ? "" : applied.get(0).toString());
		words.put("score", score(one));
		words.put("valid", text(one.validUntil()));
		words.put("grounds", answer(said, "start", "grounds"));
		words.put("guidance",
				say("guidance", days(person, EntryKind.GUIDANCE, until).size(),
						tenths(this.ledger.total(person.id(), EntryKind.VOLUNTEER_HOURS, null, until)),
						tenths(this.ledger.total(person.id(), EntryKind.STUDY_HOURS, null, until))));
		words.put("appraisal", answer(said, "appraise", "conclusion"));
		words.put("vote", vote(one));
		words.put("investigation", lines(finding(said, "performance"), finding(said, "reasons")));
		words.put("notice", notice(one));
		words.put("review", answer(said, "review", "opinion"));
		words.put("feedback", feedback(one));
		return words;
	}

	/** What the branch committee found, or a branch that has none. */
	private static String finding(Map<String, Map<String, Object>> said, String field) {
		return answer(said, said.containsKey("decideFinding") ? "decideFinding" : "investigate", field);
	}

	/** The last answer to each box of the case's own process. */
	private Map<String, Map<String, Object>> said(Recommendation one) {
		return this.cases.submissions(one.caseId())
			.stream()
			.filter((made) -> made.formId().startsWith("recommendation-"))
			.collect(Collectors.toMap(Submission::box, Submission::answers, (first, last) -> last));
	}

	private static String answer(Map<String, Map<String, Object>> said, String box, String field) {
		return Objects.toString(said.getOrDefault(box, Map.of()).get(field), "");
	}

	private List<LocalDate> days(PersonCard person, EntryKind kind, LocalDate until) {
		return this.ledger.days(List.of(person.id()), kind, until).getOrDefault(person.id(), List.of());
	}

	private String vote(Recommendation one) {
		return this.agenda.resolutions(one.caseId())
			.stream()
			.filter((resolution) -> resolution.matter().equals(BranchVote.MATTER))
			.reduce((first, last) -> last)
			.map(this::resolved)
			.orElse("");
	}

	private String resolved(ResolutionCard resolution) {
		return (resolution.wording() != null) ? resolution.wording() : say("vote", resolution.heldOn().toString(),
				this.messages.getMessage("meeting.outcome." + resolution.outcome(), null, Locale.SIMPLIFIED_CHINESE));
	}

	private String notice(Recommendation one) {
		return (one.clearedOn() == null) ? ""
				: this.notices.noticeOf(one.caseId(), RecommendationNotice.MATTER)
					.map((notice) -> say("notice", notice.firstDay().toString(), notice.lastDay().toString(),
							notice.workdays()))
					.orElse("");
	}

	private String feedback(Recommendation one) {
		return (one.feedbackOn() == null) ? "" : lines(
				say((one.standing() == Standing.NOT_LISTED) ? "notListed" : "listed", one.feedbackOn().toString()),
				text(one.feedbackReason()));
	}

	/** One row of the list by {@link #COLUMNS}. */
	Map<String, String> row(int number, Recommendation one, PersonCard person, String branch) {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("number", Integer.toString(number));
		words.put("name", person.name());
		words.put("sex", sex(person));
		words.put("birth", text(person.birthDate()));
		words.put("branch", branch);
		words.put("joined", text(person.memberSince()));
		words.put("score", score(one));
		words.put("voted", text(one.votedOn()));
		words.put("valid", text(one.validUntil()));
		words.put("feedback", (one.feedbackOn() == null) ? ""
				: say((one.standing() == Standing.NOT_LISTED) ? "notListed" : "listed", one.feedbackOn().toString()));
		words.put("remark", remark(one));
		return words;
	}

	private String remark(Recommendation one) {
		List<String> remarks = new ArrayList<>();
		if (one.receiptOnPaper() || one.feedbackOnPaper()) {
			remarks.add(say("onPaper"));
		}
		if (one.feedbackOn() != null) {
			remarks.add(text(one.feedbackReason()));
		}
		else if (!one.isRunning()) {
			remarks.add(say("over"));
		}
		return String.join("；", remarks);
	}

	private String sex(PersonCard person) {
		return (person.sex() != null) ? say("sex." + person.sex()) : "";
	}

	private static String score(Recommendation one) {
		return (one.score() != null) ? one.score().toPlainString() : "";
	}

	private static String tenths(int amount) {
		return java.math.BigDecimal.valueOf(amount, 1).stripTrailingZeros().toPlainString();
	}

	private static String lines(String... texts) {
		return Stream.of(texts).filter((text) -> !text.isEmpty()).collect(Collectors.joining("\n"));
	}

	private static String text(Object value) {
		return Objects.toString(value, "");
	}

}
