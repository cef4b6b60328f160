package org.leagueflow.roster;

import org.leagueflow.sheet.SheetImports;

/** The imports of rosters. */
interface Rosters extends SheetImports<RosterImport> {

}
