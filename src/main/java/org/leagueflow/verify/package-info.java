/**
 * A program of its own that checks a published ballot; knows nothing of the rest, so that
 * nobody has to trust it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.leagueflow.verify;
