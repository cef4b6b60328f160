/**
 * Public notices (公示) over working days and the objections (异议) that stop a case until
 * they are settled.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "people", "policy", "forms", "cases", "audit", "web" })
package org.leagueflow.publicity;
