package org.leagueflow.ballot;

import java.util.List;

/**
 * Something that an attacker reads from its beginning to its end: the rows of a table,
 * the events of the binary log, the lines of a log, what stands in a file.
 *
 * @param source where it was found
 * @param entries in the order in which they lie there
 */
record Trace(String source, List<Entry> entries) {

	/**
	 * A row, an event, or a line.
	 *
	 * @param kind table or kind of event; entries of one kind have the same cells
	 * @param cells numbers, texts, moments, bytes, or null
	 */
	record Entry(String kind, List<Object> cells) {
	}

}
