/**
 * The case file that every process instance has: number, subject, state, roles,
 * submissions and timeline.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "engine", "forms", "audit", "web" })
package org.leagueflow.cases;
