/**
 * Org tree, persons, memberships, appointments with terms; answers who holds a role over
 * a unit.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "audit", "web" })
package org.leagueflow.people;
