package org.leagueflow.meeting;

/** The kinds of meetings, and whose meeting each one is. */
public enum MeetingKind {

	/** 支部大会. */
	BRANCH_GENERAL_MEETING(false),
	/** 支部委员会. */
	BRANCH_COMMITTEE(true),
	/** 委员会会议. */
	COMMITTEE_MEETING(true),
	/** 书记会. */
	SECRETARIES_MEETING(true),
	/** 团小组会. */
	GROUP_MEETING(false),
	/** 团课. */
	LEAGUE_CLASS(false),
	/** 团员教育评议大会. */
	APPRAISAL_MEETING(false),
	/** 选举大会. */
	ELECTION_MEETING(false);

	private final boolean ofCommittee;

	MeetingKind(boolean ofCommittee) {
		this.ofCommittee = ofCommittee;
	}

	/** Whether committee members are entitled rather than all voting members. */
	public boolean ofCommittee() {
		return this.ofCommittee;
	}

	/** Whether branches hold it; otherwise committees do. */
	public boolean ofBranch() {
		return this != COMMITTEE_MEETING && this != SECRETARIES_MEETING;
	}

}
