/** 发展团员: the rules and records of admission, from application to oath. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "engine", "forms", "people", "cases",
		"inbox", "meeting", "voting", "publicity", "quota", "requirement", "deadline", "ledger", "policy", "audit",
		"notification", "web", "practice" })
package org.leagueflow.admission;
