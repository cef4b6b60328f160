/**
 * The rules' constants with their sources, and what units have set in their place: never
 * looser than the rule allows.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "audit", "web" })
package org.leagueflow.policy;
