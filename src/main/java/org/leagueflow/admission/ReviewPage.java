package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.EffectiveValue;

/**
 * The review of one year's admissions by one unit.
 *
 * @param asked how often a year it is held, with the rule's source
 * @param held the reviews of the year, the latest first
 * @param until the last day of the year
 * @param lines the admissions approved that year, those to look into first
 * @param current whether it is this year's
 * @param earlier whether the year before can be shown, too
 */
record ReviewPage(UnitCard unit, int year, EffectiveValue asked, List<Review> held, LocalDate until, List<Line> lines,
		boolean current, boolean earlier) {

	/** How many reviews the year still lacks. */
	public int lacking() {
		return Math.max(0, this.asked.number() - this.held.size());
	}

	/** How many admissions show something to look into. */
	public int doubtful() {
		return (int) this.lines.stream().filter((line) -> !line.doubts().isEmpty()).count();
	}

	/** One admission of the year. */
	record Line(long caseId, String name, String branch, LocalDate votedOn, LocalDate approvedOn, String number,
			List<Irregularity> doubts) {
	}

}
