/**
 * 月度工作计划: plans of a unit and a year in editions that a committee approves, and the
 * execution and supervision of their items.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "engine", "forms", "people", "cases", "inbox", "meeting", "voting", "life",
				"deadline", "policy", "audit", "notification", "web", "paper", "practice", "document" })
package org.leagueflow.plan;
