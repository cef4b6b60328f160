package org.leagueflow.roster;

import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.sheet.ImportRetentionService;
import org.springframework.stereotype.Service;

/** Forgets the lines of imports. */
@Service
class RosterRetentionService extends ImportRetentionService<RosterImport> {

	private final RosterRowRepository rows;

	RosterRetentionService(Rosters imports, RosterRowRepository rows, BusinessClock clock) {
		super(imports, clock);
		this.rows = rows;
	}

	@Override
	protected void forgetLines(RosterImport one) {
		this.rows.forget(one.id());
	}

}
