/**
 * Deadlines: who is reminded when something is due, who hears of it when it is late, and
 * who grants more time, for the kinds of deadlines that other modules declare.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "policy", "cases", "notification", "audit" })
package org.leagueflow.deadline;
