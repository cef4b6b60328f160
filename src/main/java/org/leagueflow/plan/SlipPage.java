package org.leagueflow.plan;

/**
 * A slip.
 *
 * @param answers whether the reader answers it
 * @param rechecks whether the reader checks it again
 */
record SlipPage(PlanSlip slip, Assignment assignment, String unitName, boolean answers, boolean rechecks) {
}
