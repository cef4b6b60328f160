/**
 * The secret ballot (无记名): papers, how they are filled in and counted, and the electronic
 * ballot box. Knows roll and sum, never who chose what.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "audit", "web" })
package org.leagueflow.ballot;
