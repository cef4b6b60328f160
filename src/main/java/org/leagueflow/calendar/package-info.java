/**
 * The administrator's pages for the holiday calendar that working days are counted by.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "audit", "web" })
package org.leagueflow.calendar;
