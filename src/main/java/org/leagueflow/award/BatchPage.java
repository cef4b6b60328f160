package org.leagueflow.award;

import java.util.List;
import java.util.Map;
import org.leagueflow.people.People.UnitCard;

/**
 * A batch as a whole.
 *
 * @param standings places used by each unit, for those who read all
 * @param tied equals at the last place whose order somebody has to say
 * @param unreviewed faculties that have not reviewed yet
 * @param tieDigest the digest of the number that goes into a lot, or null
 * @param issued how many certificates there are
 * @param reviews faculties for which the reader reviews now
 * @param nominates branches for which the reader nominates
 * @param runs whether the reader sits on the committee that runs it
 * @param all whether the reader reads all of it
 */
record BatchPage(Batch batch, BatchPlan plan, String unitName, Map<NominationState, Integer> states,
		List<BatchPlaces.Standing> standings, Map<Integer, List<BatchMoves.Move>> moves,
		List<Recounts.Recount> recounts, List<BatchQuestion.Card> questions, List<BatchTrail.Line> trail,
		List<Nomination> tied, String tieDigest, List<Certificate.Card> certificates, int issued,
		List<UnitCard> unreviewed, List<UnitCard> reviews, List<UnitCard> nominates, boolean runs, boolean all,
		boolean judges, boolean open) {

	public int count(String state) {
		return this.states.getOrDefault(NominationState.valueOf(state), 0);
	}

	public int total() {
		return this.states.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** Whether the reader enters points now. */
	public boolean enters() {
		return this.runs && this.batch.takesEntries() && !this.plan.entered().isEmpty();
	}

	/** Whether the reader allots places of some unit now. */
	public boolean allots() {
		return this.batch.takesPlaces() && this.standings.stream().anyMatch(BatchPlaces.Standing::edits);
	}

	/** Whether equals are told apart by lot. */
	public boolean byLot() {
		return this.plan.ties() == org.leagueflow.scoring.TiePolicy.LOT;
	}

}
