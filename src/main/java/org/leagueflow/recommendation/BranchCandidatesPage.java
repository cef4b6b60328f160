package org.leagueflow.recommendation;

import java.util.List;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.recommendation.Candidates.Hindrance;
import org.leagueflow.requirement.Requirement;

/**
 * Whom a branch can recommend on one line.
 *
 * @param starts whether the reader may begin recommendations here
 * @param others the branches that the reader may look at, too
 */
record BranchCandidatesPage(UnitCard branch, Line line, PlaceStanding places, List<Row> rows, boolean starts,
		List<UnitCard> others) {

	/** Members who meet every condition and whom nothing hinders. */
	public long able() {
		return this.rows.stream().filter(Row::able).count();
	}

	/**
	 * One member.
	 *
	 * @param hindrance a recommendation that runs or holds already, or null
	 */
	record Row(PersonCard person, List<Requirement> requirements, Hindrance hindrance) {

		/** What is missing; public because pages ask for it. */
		public List<Requirement> missing() {
			return this.requirements.stream().filter((one) -> !one.ok()).toList();
		}

		public boolean able() {
			return this.hindrance == null && missing().isEmpty();
		}

		/** Those who can be recommended stand first, then those who lack least. */
		int rank() {
			return able() ? 0 : (this.hindrance != null) ? 1 : 1 + missing().size();
		}

	}

}
