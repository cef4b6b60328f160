package org.leagueflow.award;

import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.requirement.Requirement;

/**
 * Whom a branch may nominate in a batch.
 *
 * @param left places left, or null where the branch has no limit of its own
 */
record UnitPage(Batch batch, BatchPlan plan, UnitCard unit, List<Row> rows, Integer left, boolean nominates,
		boolean open) {

	public long able() {
		return this.rows.stream().filter(Row::able).count();
	}

	/**
	 * One person, or the branch itself.
	 *
	 * @param nomination what was nominated already, or null
	 * @param excluded another award that excludes this one, or null
	 */
	record Row(long id, String name, Nomination nomination, List<Requirement> requirements, Message excluded) {

		public List<Requirement> missing() {
			return this.requirements.stream().filter((one) -> !one.ok()).toList();
		}

		public boolean nominated() {
			return this.nomination != null && !this.nomination.state().mayReturn();
		}

		public boolean able() {
			return !nominated() && this.excluded == null && missing().isEmpty();
		}

		/** Those nominated first, then those who can be, then those who lack least. */
		int order() {
			return nominated() ? 0 : able() ? 1 : 2 + missing().size();
		}

	}

}
