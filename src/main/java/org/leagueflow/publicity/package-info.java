/**
 * Public notices (公示) over working days, of any process that calls {@code notice}, and
 * the objections (异议) that stop it until they are settled.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "policy", "forms", "engine", "cases", "inbox", "audit", "web" })
package org.leagueflow.publicity;
