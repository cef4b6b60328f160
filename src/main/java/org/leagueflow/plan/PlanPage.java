package org.leagueflow.plan;

import java.util.List;

/**
 * A plan with its editions.
 *
 * @param drafts whether the reader writes it
 */
record PlanPage(Plan plan, String unitName, List<PlanEdition> editions, PlanEdition published, PlanEdition open,
		PlanContent content, boolean drafts, boolean readsDrafts) {
}
