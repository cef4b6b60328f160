package org.leagueflow.roster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.leagueflow.sheet.Heading;
import org.leagueflow.sheet.XlsxSheet;

/**
 * The heading of a roster: one to three rows, in which a column is named by the lowest
 * cell that is understood.
 *
 * @param lastRow its last row, as the spreadsheet counts; 0 when there is none
 * @param columns the columns that are understood, by their place counted from 0
 * @param twice a second column of the same meaning, or null
 */
record RosterHeading(int lastRow, Map<Integer, RosterColumn> columns, String twice) {

	/**
	 * The heading among the first rows of a sheet.
	 * @param merged the merged ranges of the sheet; a title over several rows is one
	 */
	static RosterHeading of(List<XlsxSheet.Row> rows, List<CellRangeAddress> merged) {
		return Heading.candidates(rows, merged, RosterColumn::titled)
			.stream()
			.filter((heading) -> heading.columns().containsValue(RosterColumn.NAME))
			.map(RosterHeading::of)
			.min(Comparator.comparing((heading) -> heading.missing().size()))
			.orElse(new RosterHeading(0, Map.of(), null));
	}

	private static RosterHeading of(Heading<RosterColumn> heading) {
		String twice = heading.twice()
			.map((both) -> heading.columns().get(both.getKey()).title() + " (" + Heading.letter(both.getKey()) + ", "
					+ Heading.letter(both.getValue()) + ")")
			.orElse(null);
		return new RosterHeading(heading.lastRow(), heading.columns(), twice);
	}

	boolean found() {
		return this.lastRow > 0;
	}

	/** Columns without which no line can be placed and which are not there. */
	Set<RosterColumn> missing() {
		Set<RosterColumn> missing = EnumSet.copyOf(RosterColumn.REQUIRED);
		missing.removeAll(this.columns.values());
		return missing;
	}

	/** The columns without those that are hidden. */
	RosterHeading without(BitSet hidden) {
		Map<Integer, RosterColumn> shown = new TreeMap<>(this.columns);
		shown.keySet().removeIf(hidden::get);
		return new RosterHeading(this.lastRow, shown, this.twice);
	}

	/** Titles and letters of columns that are understood and hidden. */
	List<String> named(BitSet hidden) {
		List<String> named = new ArrayList<>();
		this.columns.forEach((place, column) -> {
			if (hidden.get(place)) {
				named.add(column.title() + " (" + Heading.letter(place) + ")");
			}
		});
		return named;
	}

	/** The columns that say whom a row is about. */
	Set<Integer> keys() {
		return this.columns.keySet()
			.stream()
			.filter((place) -> this.columns.get(place) == RosterColumn.NAME)
			.collect(Collectors.toSet());
	}

}
