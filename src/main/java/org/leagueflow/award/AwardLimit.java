package org.leagueflow.award;

import org.leagueflow.scoring.Rational;

/**
 * A limit on who is chosen, beside the levels' quotas.
 *
 * @param number how many, or for {@link Kind#FROM_CLASSES} the share
 */
public record AwardLimit(Kind kind, Rational number) {

	int whole() {
		return this.number.numerator().intValueExact();
	}

	/** What is limited. */
	public enum Kind {

		/** 每个支部至多几名. */
		PER_BRANCH,
		/** 来自班级的不少于几成: the others get what is left. */
		FROM_CLASSES,
		/** 受表彰的支部各增加几名: added to the limit of that branch. */
		HONOURED_BRANCH

	}

}
