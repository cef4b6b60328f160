/**
 * Marks (成绩) of persons per period and item, each with its origin: imported from sheets,
 * corrected with a reason, read by conditions and awards.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "requirement", "sheet", "document", "audit", "web" })
package org.leagueflow.marks;
