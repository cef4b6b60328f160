/**
 * The arithmetic of votes: quorum, majority and cap of a rule, elections, gradings, and
 * the tally of a ballot. Usable without a meeting; plain Java without Spring and
 * database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "ballot" })
package org.leagueflow.voting;
