/**
 * Tells people, in the application and by mail, after the transaction that gave the
 * reason has committed.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "cases", "forms", "web" })
package org.leagueflow.notification;
