/**
 * Conditions, each with need, have, met or not, and source: for one person or for
 * thousands at once, by a number of statements that does not depend on how many.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "policy" })
package org.leagueflow.requirement;
