package org.leagueflow.award;

import java.util.List;

/**
 * The ranking of a batch.
 *
 * @param unranked those without a place, on the first page
 * @param last the last row when there are more
 */
record RankingPage(Batch batch, BatchPlan plan, List<Nomination> rows, List<Nomination> unranked, Nomination last,
		boolean runs) {

	/** The name of a row's level, or null. */
	public String level(Nomination one) {
		return (one.level() != null) ? this.plan.level(one.level()) : null;
	}

}
