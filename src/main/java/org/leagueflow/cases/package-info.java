/**
 * The case file that every process instance has: number, subject, state, roles,
 * submissions and timeline.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "engine", "audit" })
package org.leagueflow.cases;
