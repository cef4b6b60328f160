/**
 * Brings a MySQL database to this version before the nodes start, and leaves the
 * application's user only the rights it needs.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.leagueflow.schema;
