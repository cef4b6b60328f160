package org.leagueflow.award;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A step of a batch, from the lowest level up.
 *
 * @param workingDays how long a notice lasts, or null for other steps
 * @param ballot what a secret ballot of each branch is for, or null where none is held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardStep(Kind kind, Tier tier, Integer workingDays, Ballot ballot) {

	/** A step without a ballot. */
	public AwardStep(Kind kind, Tier tier, Integer workingDays) {
		this(kind, tier, workingDays, null);
	}

	/** What happens. */
	public enum Kind {

		/** 班级、支部评议: secret ballot or panel. */
		ASSESS,
		/** 评审. */
		REVIEW,
		/** 公示. */
		NOTICE,
		/** 委员会审定. */
		COMMITTEE

	}

	/** Where. */
	public enum Tier {

		/** 班级或团支部. */
		BRANCH,
		/** 学院. */
		FACULTY,
		/** 学校. */
		SCHOOL

	}

	/** What follows from a secret ballot of the branch. */
	public enum Ballot {

		/**
		 * 过半方可入围: whoever has no majority takes part no more; the share of votes counts
		 * as well where the scheme asks a meeting.
		 */
		PASS,
		/** 得票计分: only the share of votes counts. */
		COUNT

	}

}
