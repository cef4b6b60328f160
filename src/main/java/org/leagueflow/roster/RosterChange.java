package org.leagueflow.roster;

/**
 * What an import would change about a person; ID numbers appear masked.
 *
 * @param field the message key of the field's name
 * @param before the text now in the books, empty when none
 * @param after the text from the roster
 */
record RosterChange(String field, String before, String after) {

	static RosterChange of(RosterColumn column, Object before, Object after) {
		return new RosterChange(column.key(), text(before), text(after));
	}

	private static String text(Object thing) {
		return (thing != null) ? thing.toString() : "";
	}

}
