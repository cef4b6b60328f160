/**
 * The arithmetic of awards: scores by declared formulas with their explanation, ranking,
 * quotas and the allocation of levels. Exact fractions throughout; plain Java without
 * Spring and database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel" })
package org.leagueflow.scoring;
