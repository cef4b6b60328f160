/**
 * Meetings: agenda, roll and attendance, quorum, ballots counted by two tellers,
 * resolutions and minutes.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "document", "ballot", "voting",
		"engine", "forms", "people", "cases", "audit", "notification", "inbox", "policy", "web" })
package org.leagueflow.meeting;
