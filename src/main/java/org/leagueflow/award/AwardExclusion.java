package org.leagueflow.award;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What bars somebody from an award.
 *
 * @param award the name of the other award, or null
 * @param most how many do not bar yet, or null: more than this many do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardExclusion(Kind kind, String award, Integer most) {

	/**
	 * Whether so many bar a collective; 10 failures do not where {@link #most} is 10, 11
	 * do.
	 */
	public boolean bars(int count) {
		return count > ((this.most != null) ? this.most : 0);
	}

	/** What bars. */
	public enum Kind {

		/** 一人一奖: one award of the period is enough. */
		ONE_AWARD,
		/** 与另一奖项不兼得. */
		OTHER_AWARD,
		/** 团员奖与团干部奖不兼得. */
		MEMBER_AND_CADRE,
		/** 校级与院级不重复. */
		SCHOOL_AND_FACULTY,
		/** 连坐: somebody of the collective was punished within the period. */
		COLLECTIVE_SANCTION,
		/** 连坐: the collective failed courses more often than so. */
		COLLECTIVE_FAILED;

		/** Whether it looks at the persons of a collective. */
		boolean collective() {
			return this == COLLECTIVE_SANCTION || this == COLLECTIVE_FAILED;
		}

	}

}
