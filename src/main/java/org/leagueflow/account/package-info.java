/**
 * Accounts: log-in, passwords, sessions, known devices, throttled attempts, the first
 * administrator and recovery.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "audit", "web" })
package org.leagueflow.account;
