package org.leagueflow.roster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * The heading of a roster: one to three rows, in which a column is named by the lowest
 * cell that is understood.
 *
 * @param lastRow its last row, as the spreadsheet counts; 0 when there is none
 * @param columns the columns that are understood, by their place counted from 0
 * @param twice a second column of the same meaning, or null
 */
record RosterHeading(int lastRow, Map<Integer, RosterColumn> columns, String twice) {

	/** The heading is looked for among so many rows that hold anything. */
	static final int MAX_ROWS_BEFORE = 10;

	private static final int MAX_ROWS = 3;

	/**
	 * The heading among the first rows of a sheet.
	 * @param merged the merged ranges of the sheet; a title over several rows is one
	 */
	static RosterHeading of(List<XlsxSheet.Row> rows, List<CellRangeAddress> merged) {
		return rows.stream()
			.limit(MAX_ROWS_BEFORE)
			.filter((row) -> !titles(row).isEmpty())
			.map((row) -> from(row.number(), rows, merged))
			.filter((heading) -> heading.columns.containsValue(RosterColumn.NAME))
			.min(Comparator.comparing((heading) -> heading.missing().size()))
			.orElse(new RosterHeading(0, Map.of(), null));
	}

	private static RosterHeading from(int first, List<XlsxSheet.Row> rows, List<CellRangeAddress> merged) {
		Map<Integer, RosterColumn> columns = new TreeMap<>();
		int last = first;
		String twice = null;
		for (XlsxSheet.Row row : rows) {
			if (row.number() < first || row.number() >= first + MAX_ROWS) {
				continue;
			}
			Map<Integer, RosterColumn> titles = titles(row);
			if (!titles.isEmpty()) {
				columns.putAll(titles);
				last = Math.max(last, row.number());
			}
			for (CellRangeAddress range : merged) {
				if (range.getFirstRow() == row.number() - 1 && titles.containsKey(range.getFirstColumn())) {
					last = Math.max(last, Math.min(range.getLastRow() + 1, first + MAX_ROWS - 1));
				}
			}
		}
		Map<RosterColumn, Integer> seen = new HashMap<>();
		for (Map.Entry<Integer, RosterColumn> column : columns.entrySet()) {
			Integer before = seen.putIfAbsent(column.getValue(), column.getKey());
			if (before != null && twice == null) {
				twice = column.getValue().title() + " (" + letter(before) + ", " + letter(column.getKey()) + ")";
			}
		}
		return new RosterHeading(last, columns, twice);
	}

	private static Map<Integer, RosterColumn> titles(XlsxSheet.Row row) {
		Map<Integer, RosterColumn> titles = new TreeMap<>();
		row.cells()
			.forEach((place, text) -> RosterColumn.titled(CellText.clean(text))
				.ifPresent((column) -> titles.put(place, column)));
		return titles;
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
				named.add(column.title() + " (" + letter(place) + ")");
			}
		});
		return named;
	}

	private static String letter(int place) {
		return CellReference.convertNumToColString(place);
	}

}
