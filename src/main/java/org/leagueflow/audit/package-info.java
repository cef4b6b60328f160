/** The append-only, tamper-evident record of what happened; the auditor's pages. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "web" })
package org.leagueflow.audit;
