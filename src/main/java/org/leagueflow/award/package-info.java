/**
 * 评优评先: awards as data that offices define, and the batches by which they are given.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "document", "engine", "forms",
		"people", "cases", "inbox", "meeting", "voting", "publicity", "quota", "ledger", "life", "marks", "policy",
		"requirement", "scoring", "audit", "notification", "web", "practice", "calendar" })
package org.leagueflow.award;
