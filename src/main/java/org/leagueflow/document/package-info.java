/**
 * Files that people take away: workbooks written from tables, Word files from a template
 * drawn in Word.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package org.leagueflow.document;
