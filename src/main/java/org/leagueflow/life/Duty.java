package org.leagueflow.life;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.meeting.MeetingKind;

/** What a branch has to hold again and again, and the rule that says how often. */
enum Duty {

	/** 支部大会; elections and appraisals are held at one. */
	BRANCH_MEETING(LifeRules.BRANCH_MEETING,
			EnumSet.of(MeetingKind.BRANCH_GENERAL_MEETING, MeetingKind.APPRAISAL_MEETING,
					MeetingKind.ELECTION_MEETING)),
	/** 支部委员会. */
	COMMITTEE_MEETING(LifeRules.COMMITTEE_MEETING, EnumSet.of(MeetingKind.BRANCH_COMMITTEE)),
	/** 团小组会. */
	GROUP_MEETING(LifeRules.GROUP_MEETING, EnumSet.of(MeetingKind.GROUP_MEETING)),
	/** 团课. */
	LEAGUE_CLASS(LifeRules.LEAGUE_CLASS, EnumSet.of(MeetingKind.LEAGUE_CLASS));

	private final String rule;

	private final Set<MeetingKind> kinds;

	Duty(String rule, Set<MeetingKind> kinds) {
		this.rule = rule;
		this.kinds = kinds;
	}

	/** The duty that a meeting of this kind fulfils, if any. */
	static Optional<Duty> of(MeetingKind kind) {
		return Arrays.stream(values()).filter((duty) -> duty.kinds.contains(kind)).findFirst();
	}

	static List<String> rules() {
		return Arrays.stream(values()).map(Duty::rule).toList();
	}

	String rule() {
		return this.rule;
	}

	/** The kind of meeting to call for it. */
	public MeetingKind kind() {
		return (this == BRANCH_MEETING) ? MeetingKind.BRANCH_GENERAL_MEETING : this.kinds.iterator().next();
	}

}
