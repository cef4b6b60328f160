package org.leagueflow.recommendation;

import java.time.YearMonth;
import org.leagueflow.kernel.Message;

/**
 * How many of a branch may be recommended on one line in the running period.
 *
 * @param members how many members are on the roll
 * @param percent the share of them that may be recommended
 * @param most how many that are
 * @param taken how many places are taken
 * @param from the first month of the period
 * @param source where the rule stands
 */
record PlaceStanding(int members, int percent, int most, int taken, YearMonth from, String source) {

	/** Places left; public because pages ask for it. */
	public int left() {
		return Math.max(0, this.most - this.taken);
	}

	/** Why there is no place, in words; public because pages ask for it. */
	public Message full() {
		return (this.most == 0)
				? Message.of("refusal.recommendation.noPlaceAtAll", this.members, this.percent, this.source)
				: Message.of("refusal.recommendation.noPlaceLeft", this.members, this.percent, this.most, this.taken,
						this.source);
	}

}
