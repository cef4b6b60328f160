/**
 * The workflow engine as this application sees it: processes, user tasks, the catalogue,
 * model checks and events.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "forms" })
package org.leagueflow.engine;
