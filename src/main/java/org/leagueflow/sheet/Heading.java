package org.leagueflow.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * A heading of one to three rows, in which a column is named by the lowest cell that is
 * understood.
 *
 * @param <C> what a column can mean
 * @param firstRow its first row, as the spreadsheet counts
 * @param lastRow its last row
 * @param columns the columns that are understood, by their place counted from 0
 */
public record Heading<C>(int firstRow, int lastRow, Map<Integer, C> columns) {

	/** A heading is looked for among so many rows that hold anything. */
	public static final int MAX_ROWS_BEFORE = 10;

	private static final int MAX_ROWS = 3;

	private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

	/**
	 * Every heading that the first rows of a sheet may begin with.
	 * @param merged the merged ranges of the sheet; a title over several rows is one
	 * @param titled what the text of a cell means as a title
	 */
	public static <C> List<Heading<C>> candidates(List<XlsxSheet.Row> rows, List<CellRangeAddress> merged,
			Function<String, Optional<C>> titled) {
		return rows.stream()
			.limit(MAX_ROWS_BEFORE)
			.filter((row) -> !titles(row, titled).isEmpty())
			.map((row) -> from(row.number(), rows, merged, titled))
			.toList();
	}

	private static <C> Heading<C> from(int first, List<XlsxSheet.Row> rows, List<CellRangeAddress> merged,
			Function<String, Optional<C>> titled) {
		Map<Integer, C> columns = new TreeMap<>();
		int last = first;
		for (XlsxSheet.Row row : rows) {
			if (row.number() < first || row.number() >= first + MAX_ROWS) {
				continue;
			}
			Map<Integer, C> titles = titles(row, titled);
			if (row.number() > first && isData(row, columns)) {
				break;
			}
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
		return new Heading<>(first, last, columns);
	}

	/** Whether a number stands below a title: no heading goes on there. */
	private static boolean isData(XlsxSheet.Row row, Map<Integer, ?> columns) {
		return columns.keySet()
			.stream()
			.map((column) -> row.cells().getOrDefault(column, ""))
			.anyMatch((text) -> NUMBER.matcher(text.strip()).matches());
	}

	private static <C> Map<Integer, C> titles(XlsxSheet.Row row, Function<String, Optional<C>> titled) {
		Map<Integer, C> titles = new TreeMap<>();
		row.cells()
			.forEach((place, text) -> titled.apply(CellText.clean(text))
				.ifPresent((column) -> titles.put(place, column)));
		return titles;
	}

	/** The places of two columns that mean the same. */
	public Optional<Map.Entry<Integer, Integer>> twice() {
		Map<C, Integer> seen = new HashMap<>();
		for (Map.Entry<Integer, C> column : this.columns.entrySet()) {
			Integer before = seen.putIfAbsent(column.getValue(), column.getKey());
			if (before != null) {
				return Optional.of(Map.entry(before, column.getKey()));
			}
		}
		return Optional.empty();
	}

	/** The letter of a column counted from 0. */
	public static String letter(int place) {
		return CellReference.convertNumToColString(place);
	}

}
