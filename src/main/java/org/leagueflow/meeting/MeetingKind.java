package org.leagueflow.meeting;

import java.util.Set;
import org.leagueflow.people.UnitKind;

/** The kinds of meetings, and whose meeting each one is. */
public enum MeetingKind {

	/** 支部大会. */
	BRANCH_GENERAL_MEETING("支部大会", Whose.MEMBERS, "general", UnitKind.BRANCH),
	/** 支部委员会. */
	BRANCH_COMMITTEE("支委会会议", Whose.COMMITTEE, "general", UnitKind.BRANCH),
	/** 委员会会议. */
	COMMITTEE_MEETING("委员会会议", Whose.COMMITTEE, "general", UnitKind.GENERAL_BRANCH, UnitKind.COMMITTEE,
			UnitKind.COUNTY_COMMITTEE),
	/** 书记会. */
	SECRETARIES_MEETING("书记会", Whose.COMMITTEE, "general", UnitKind.GENERAL_BRANCH, UnitKind.COMMITTEE,
			UnitKind.COUNTY_COMMITTEE),
	/** 团小组会. */
	GROUP_MEETING("团小组会", Whose.MEMBERS, "general", UnitKind.GROUP),
	/** 团课: members learn, applicants listen, nobody votes. */
	LEAGUE_CLASS("团课", Whose.LEARNERS, null, UnitKind.BRANCH, UnitKind.GENERAL_BRANCH, UnitKind.COMMITTEE),
	/** 团员教育评议大会. */
	APPRAISAL_MEETING("团员教育评议大会", Whose.MEMBERS, "appraisal", UnitKind.BRANCH),
	/** 选举大会. */
	ELECTION_MEETING("选举大会", Whose.MEMBERS, "election", UnitKind.BRANCH, UnitKind.GENERAL_BRANCH);

	private final String title;

	private final Whose whose;

	private final String matter;

	private final Set<UnitKind> heldBy;

	MeetingKind(String title, Whose whose, String matter, UnitKind... heldBy) {
		this.title = title;
		this.whose = whose;
		this.matter = matter;
		this.heldBy = Set.of(heldBy);
	}

	/** As decision tables call it. */
	String title() {
		return this.title;
	}

	/** Whether committee members are entitled rather than all voting members. */
	public boolean ofCommittee() {
		return this.whose == Whose.COMMITTEE;
	}

	/** Whether people come to learn, with or without a vote. */
	public boolean ofLearners() {
		return this.whose == Whose.LEARNERS;
	}

	/** Whether anything can be voted on at all. */
	public boolean votes() {
		return this.matter != null;
	}

	/**
	 * The matter whose quorum such a meeting has before anything else asks for one; null
	 * where there is none.
	 */
	String matter() {
		return this.matter;
	}

	/** Whether units of this level hold it. */
	public boolean isHeldBy(UnitKind unit) {
		return this.heldBy.contains(unit);
	}

	private enum Whose {

		MEMBERS, COMMITTEE, LEARNERS

	}

}
