package org.leagueflow.roster;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.leagueflow.people.NewPerson;

/**
 * What a line of a roster says about a person; what cannot be read is null and reported
 * by the checks.
 *
 * @param memberSince the day membership began (支部大会通过之日), or null
 * @param roles the roles that the post in the line means, empty when none
 */
record RosterPerson(String name, String sex, String nation, LocalDate birthDate, String studentNumber, String political,
		LocalDate memberSince, String memberNumber, boolean registered, String phone, Boolean volunteer,
		Set<String> roles) {

	/** Posts of a branch (团支部) and the roles they carry here. */
	private static final Map<String, List<String>> ROLES = Map.ofEntries(
			Map.entry("团支部书记", List.of("branch-secretary", "branch-committee")),
			Map.entry("团支书", List.of("branch-secretary", "branch-committee")),
			Map.entry("书记", List.of("branch-secretary", "branch-committee")),
			Map.entry("团支部副书记", List.of("branch-committee")), Map.entry("副书记", List.of("branch-committee")),
			Map.entry("组织委员", List.of("branch-committee")), Map.entry("宣传委员", List.of("branch-committee")),
			Map.entry("权益委员", List.of("branch-committee")), Map.entry("纪检委员", List.of("branch-committee")),
			Map.entry("学习委员", List.of("branch-committee")), Map.entry("文体委员", List.of("branch-committee")),
			Map.entry("生活委员", List.of("branch-committee")), Map.entry("志愿服务委员", List.of("branch-committee")),
			Map.entry("支部委员", List.of("branch-committee")));

	private static final Pattern BETWEEN_POSTS = Pattern.compile("[、,，;；/\\s]+");

	static RosterPerson of(RosterLine line) {
		LocalDate birth = RosterDate.parse(line.text(RosterColumn.BIRTH_DATE))
			.or(() -> line.idNumber().birthDate())
			.orElse(null);
		return new RosterPerson(orNull(line, RosterColumn.NAME), sex(line), orNull(line, RosterColumn.NATION), birth,
				orNull(line, RosterColumn.STUDENT_NUMBER), orNull(line, RosterColumn.POLITICAL),
				RosterDate.parse(line.text(RosterColumn.JOINED)).orElse(null), orNull(line, RosterColumn.MEMBER_NUMBER),
				Boolean.TRUE.equals(yesOrNo(line.text(RosterColumn.REGISTERED))), orNull(line, RosterColumn.PHONE),
				yesOrNo(line.text(RosterColumn.VOLUNTEER)), roles(line.text(RosterColumn.POST)));
	}

	/** What is entered about the person. */
	NewPerson facts(long unitId) {
		return over(new NewPerson(unitId, "", null, null, null, false, false, null, null));
	}

	/** An empty cell keeps what is in the books. */
	NewPerson over(NewPerson known) {
		String phoned = (this.phone != null && NewPerson.PHONE.matcher(this.phone).matches()) ? this.phone : null;
		return new NewPerson(known.unitId(), this.name, or(this.birthDate, known.birthDate()),
				or(this.sex, known.sex()), or(this.studentNumber, known.studentNumber()), known.staff(),
				known.partyMember() || partyMember(), or(phoned, known.phone()), known.email());
	}

	private static <T> T or(T typed, T known) {
		return (typed != null) ? typed : known;
	}

	static String sex(RosterLine line) {
		return switch (line.text(RosterColumn.SEX)) {
			case "男", "M" -> "M";
			case "女", "F" -> "F";
			default -> null;
		};
	}

	public boolean partyMember() {
		return this.political != null && this.political.startsWith("中共");
	}

	public boolean saysMember() {
		return "共青团员".equals(this.political) || "团员".equals(this.political);
	}

	private static String orNull(RosterLine line, RosterColumn column) {
		return line.has(column) ? line.text(column) : null;
	}

	private static Boolean yesOrNo(String text) {
		return switch (text) {
			case "是", "TRUE" -> Boolean.TRUE;
			case "否", "FALSE" -> Boolean.FALSE;
			default -> null;
		};
	}

	private static Set<String> roles(String posts) {
		Set<String> roles = new LinkedHashSet<>();
		for (String post : BETWEEN_POSTS.split(posts)) {
			roles.addAll(ROLES.getOrDefault(post, List.of()));
		}
		return roles;
	}

}
