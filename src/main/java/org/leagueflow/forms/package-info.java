/**
 * Reads a form's schema, checks answers against it on the server, keeps drafts and
 * attachments.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "audit" })
package org.leagueflow.forms;
