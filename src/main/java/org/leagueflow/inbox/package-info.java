/**
 * To do, done, started by me: the read model of user tasks, its pages, and the one way to
 * answer them.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "engine", "cases", "forms", "policy", "audit", "web" })
package org.leagueflow.inbox;
