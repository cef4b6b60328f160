package org.leagueflow.award;

import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.requirement.Requirement;

/**
 * A member's own awards.
 *
 * @param rows what was applied for or nominated
 * @param open what could be
 * @param missed what is closed without the member, with why not
 */
record MyAwardsPage(List<Row> rows, List<Open> open, List<Open> missed) {

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

	/**
	 * A batch that takes nominations, or did.
	 *
	 * @param postless whether the member holds no post
	 */
	record Open(Batch batch, BatchPlan plan, List<Requirement> requirements, Message excluded, boolean postless) {

		/** Whether it is for those who hold a post, and the member holds none. */
		public boolean lacksPost() {
			return this.plan.cadres() && this.postless;
		}

		public boolean able() {
			return this.excluded == null && !lacksPost() && this.requirements.stream().allMatch(Requirement::ok);
		}

	}

}
