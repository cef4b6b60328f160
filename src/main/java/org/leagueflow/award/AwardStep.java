package org.leagueflow.award;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A step of a batch, from the lowest level up.
 *
 * @param workingDays how long a notice lasts, or null for other steps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardStep(Kind kind, Tier tier, Integer workingDays) {

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

}
