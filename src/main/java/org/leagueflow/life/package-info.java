/**
 * Organisational life (组织生活): three meetings, two systems, one class (三会两制一课); how often
 * each branch meets, what a League class must have, who is behind.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "cases", "policy", "requirement", "ledger", "deadline", "forms",
				"document", "meeting", "inbox", "engine", "audit", "notification", "web", "practice" })
package org.leagueflow.life;
