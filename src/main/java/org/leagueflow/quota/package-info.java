/**
 * The pool of 12-digit member numbers (细则§41), allotted down the org tree; each number is
 * free, reserved, used or void with an explanation. And the places of a unit's limit that
 * cases take over a period.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "kernel", "engine", "people", "forms", "audit", "web" })
package org.leagueflow.quota;
