/**
 * The practice college: fictional units, people and log-ins, under the profile
 * {@code practice} only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "account", "inbox", "web" })
package org.leagueflow.practice;
