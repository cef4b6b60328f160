/**
 * The import of rosters (花名册): reads workbooks, checks and matches their lines, and
 * enters them through the public interfaces of people.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "document", "people", "sheet", "audit" })
package org.leagueflow.roster;
