package org.leagueflow.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the rules as the policy page shows them, in the order of the page; a rule
 * belongs to the first chapter that one of its prefixes names.
 */
enum PolicyChapter {

	/** Who may apply, and how applicants become activists. */
	APPLY("p1.age.", "p1.talk.", "p1.activist."),
	/** Mentors, talks, courses and volunteer hours. */
	OBSERVE("p1.mentor.", "p1.cultivate.", "p1.course.", "p1.volunteer.", "p1.ideology."),
	/** From appraisal to the application book, with public notices. */
	APPRAISE("p1.eval.", "p1.preReview", "p1.publicity.", "publicity.", "p1.form.", "p1.introducer."),
	/** Approval, numbers and what follows. */
	APPROVE("p1."),
	/** Three meetings and one class (三会两制一课). */
	LIFE("a01."),
	/** Party recommendation (推优入党). */
	RECOMMEND("p2."),
	/** Awards (评优评先). */
	AWARD("p3."),
	/** Work plans (月度工作计划). */
	PLAN("p4."),
	/** Votes at meetings, the electronic ballot among them. */
	BALLOT("ballot.", "meeting."),
	/** Within which time steps are taken. */
	DUE("due.", "inbox."),
	/** How long data is kept. */
	KEEP("sheet."),
	/** Whatever else there is. */
	OTHER("");

	private static final List<String> VOTES = List.of("p1.meeting.");

	private final List<String> prefixes;

	PolicyChapter(String... prefixes) {
		this.prefixes = List.of(prefixes);
	}

	static PolicyChapter of(Rule rule) {
		if (VOTES.stream().anyMatch(rule.key()::startsWith)) {
			return BALLOT;
		}
		return Stream.of(values())
			.filter((chapter) -> chapter.prefixes.stream().anyMatch(rule.key()::startsWith))
			.findFirst()
			.orElse(OTHER);
	}

	/** The lines by chapter; what a unit may set stands before what nobody may. */
	static Map<PolicyChapter, List<PolicyLine>> chapters(List<PolicyLine> lines) {
		return lines.stream()
			.sorted((one, other) -> Boolean.compare(other.rule().open(), one.rule().open()))
			.collect(Collectors.groupingBy((line) -> of(line.rule()), TreeMap::new, Collectors.toList()));
	}

}
