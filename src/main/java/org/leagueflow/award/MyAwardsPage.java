package org.leagueflow.award;

import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.requirement.Requirement;

/** A member's own awards: what was applied for, and what could be. */
record MyAwardsPage(List<Row> rows, List<Open> open) {

	/** One nomination. */
	record Row(Batch batch, BatchPlan plan, Nomination nomination) {

		/** Whether rank and score may be shown to the subject. */
		public boolean shown() {
			return this.nomination.rank() != null && (!this.batch.isBeforeNotice() || this.batch.isOver());
		}

		public String awarded() {
			return (this.nomination.awarded() != null) ? this.plan.level(this.nomination.awarded()) : null;
		}

	}

	/** A batch that takes nominations. */
	record Open(Batch batch, BatchPlan plan, List<Requirement> requirements, Message excluded) {

		public boolean able() {
			return this.excluded == null && this.requirements.stream().allMatch(Requirement::ok);
		}

	}

}
