/**
 * Excel in: reads workbooks safely, finds headings, remembers what columns mean, and
 * carries an import from upload over check and choice to its end.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "kernel", "people", "policy" })
package org.leagueflow.sheet;
