package org.leagueflow.roster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leagueflow.people.PersonName;
import org.leagueflow.sheet.CellText;

/** The columns of a roster that are understood, by the headings people write. */
enum RosterColumn {

	STUDENT_NUMBER(32, "学号", "工号", "学工号", "学号/工号"), NAME(60, "姓名"), SEX(8, "性别"), NATION(30, "民族"),
	BIRTH_DATE(20, "出生日期", "出生年月日", "生日"), ID_NUMBER(18, "身份证号", "身份证号码", "公民身份号码", "身份证"), POLITICAL(30, "政治面貌"),
	JOINED(20, "入团时间", "入团日期"), MEMBER_NUMBER(12, "发展团员编号", "团员编号"), REGISTERED(8, "团员证注册", "团籍注册"),
	BRANCH(100, "所在团支部", "团支部"), GENERAL_BRANCH(100, "所在团总支", "团总支", "所在分团委", "分团委"),
	PHONE(20, "手机", "手机号", "手机号码", "联系电话"), POST(60, "团内职务", "职务"), VOLUNTEER(8, "注册志愿者"),
	VOLUNTEER_HOURS(10, "本年志愿时长", "志愿时长"), COURSE_HOURS(10, "团课学时");

	/** Without these no row can be placed. */
	static final Set<RosterColumn> REQUIRED = Set.of(STUDENT_NUMBER, NAME, BRANCH);

	private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ -](?=\\d)");

	private static final Pattern COUNTRY_CODE = Pattern.compile("^\\+?86(?=1\\d{10}$)");

	private final int length;

	private final List<String> headings;

	RosterColumn(int length, String... headings) {
		this.length = length;
		this.headings = List.of(headings);
	}

	/** How many characters a cell may hold. */
	int length() {
		return this.length;
	}

	/** The heading as rosters usually write it. */
	String title() {
		return this.headings.get(0);
	}

	/** The message key of the column's name. */
	public String key() {
		return "roster.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The text of a cell as this column keeps it. */
	String clean(String shown) {
		String clean = CellText.clean(shown);
		return switch (this) {
			case NAME -> PersonName.clean(clean);
			case PHONE ->
				COUNTRY_CODE.matcher(BETWEEN_DIGITS.matcher(CellText.halfWidth(clean)).replaceAll("")).replaceFirst("");
			case STUDENT_NUMBER, ID_NUMBER, BIRTH_DATE, JOINED, MEMBER_NUMBER, VOLUNTEER_HOURS, COURSE_HOURS ->
				CellText.halfWidth(clean);
			default -> clean;
		};
	}

	/**
	 * Finds the column that a heading means; marks and notes in brackets do not matter.
	 */
	static Optional<RosterColumn> titled(String heading) {
		String plain = heading.replaceAll("[（(].*?[)）]", "").replaceAll("[*＊\\s\\p{Z}]", "");
		for (RosterColumn column : values()) {
			if (column.headings.contains(plain)) {
				return Optional.of(column);
			}
		}
		return Optional.empty();
	}

}
