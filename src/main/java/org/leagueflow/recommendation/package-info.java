/**
 * 推优入党: the recommendation of League members to the Party, from proposal to the Party's
 * feedback.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "document", "engine", "forms",
		"people", "cases", "inbox", "meeting", "voting", "publicity", "quota", "ledger", "policy", "requirement",
		"deadline", "audit", "notification", "web", "practice" })
package org.leagueflow.recommendation;
