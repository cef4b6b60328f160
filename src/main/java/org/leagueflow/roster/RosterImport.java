package org.leagueflow.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.leagueflow.kernel.Actor;
import org.leagueflow.sheet.SheetImport;

/** One upload of a roster. */
@Entity
@Table(name = "roster_import")
class RosterImport extends SheetImport {

	protected RosterImport() {
	}

	RosterImport(long unitId, String fileName, Actor by, Instant at) {
		super(unitId, fileName, by, at);
	}

}
