package org.leagueflow.roster;

import java.util.Map;
import org.leagueflow.people.IdNumber;

/**
 * One line of a roster as it was typed.
 *
 * @param number the row's number as the spreadsheet shows it
 * @param cells what was typed, by column; empty cells are left out
 */
record RosterLine(int number, Map<RosterColumn, String> cells) {

	String text(RosterColumn column) {
		return this.cells.getOrDefault(column, "");
	}

	boolean has(RosterColumn column) {
		return this.cells.containsKey(column);
	}

	public IdNumber idNumber() {
		return IdNumber.of(text(RosterColumn.ID_NUMBER));
	}

}
