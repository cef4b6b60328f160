/**
 * The shell: layout, log-in, menu, home page, languages, error pages and the one
 * refusal-to-page mapping; knows no other module, they contribute to it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel" })
package org.leagueflow.web;
