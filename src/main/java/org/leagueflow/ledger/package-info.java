/**
 * Hours and credits that gates look at: study hours, volunteer hours, talks, checks;
 * added with evidence, corrected by counter-entry only.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "requirement", "forms", "audit", "web" })
package org.leagueflow.ledger;
