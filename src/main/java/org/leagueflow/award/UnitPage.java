package org.leagueflow.award;

import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.life.HeldActivity;
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
	 * One person, one activity, or the branch itself.
	 *
	 * @param nomination what was nominated already, or null
	 * @param excluded why this award does not take it, or null
	 * @param activity the activity, or null
	 */
	record Row(long id, String name, Nomination nomination, List<Requirement> requirements, Message excluded,
			HeldActivity activity) {

		/** A person, or the branch itself. */
		Row(long id, String name, Nomination nomination, List<Requirement> requirements, Message excluded) {
			this(id, name, nomination, requirements, excluded, null);
		}

		/** Where the theme of the activity comes from. */
		public String theme() {
			return AwardTheme.of(this.activity).code();
		}

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
