/**
 * Words that everybody shares: case ids, actors, refusals, working days and the business
 * clock; knows no engine.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN,
		allowedDependencies = {})
package org.leagueflow.kernel;
