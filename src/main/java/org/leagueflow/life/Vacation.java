package org.leagueflow.life;

import java.time.LocalDate;

/**
 * Days on which a school does not meet, for the unit that entered them and those below.
 */
record Vacation(long id, long unitId, String name, LocalDate first, LocalDate last, String enteredBy) {

	boolean frees(LocalDate day, String unitPath) {
		return concerns(unitPath) && !day.isBefore(this.first) && !day.isAfter(this.last);
	}

	boolean concerns(String unitPath) {
		return unitPath.contains("/" + this.unitId + "/");
	}

}
