/**
 * Reads what offices write plans on: a Word file, a workbook or a text becomes lines with
 * what each of them seems to say, every guess with its reason, and no character lost.
 * Plain Java without Spring and database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "sheet" })
package org.leagueflow.paper;
