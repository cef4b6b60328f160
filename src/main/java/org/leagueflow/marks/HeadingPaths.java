package org.leagueflow.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.leagueflow.sheet.CellText;
import org.leagueflow.sheet.Heading;
import org.leagueflow.sheet.XlsxSheet;

/**
 * The titles over each column, from above: merged cells hold for their range, overlapping
 * ones too; a caption that is not merged holds until the next one or an empty column.
 *
 * @param firstRow the first row of the heading with its captions
 * @param lastRow the last row of the heading
 * @param paths the titles of each column, by its place counted from 0
 * @param title what stands above the heading, such as the class and the year
 */
record HeadingPaths(int firstRow, int lastRow, Map<Integer, List<String>> paths, String title) {

	private static final int MAX_CONTINUED = 2;

	/** What stands at the head of a row with the most points of each item. */
	private static final Pattern MAXIMA = Pattern.compile("(各项)?(满分|分值|最高分|上限)(值|分数)?[:：]?");

	private static final Pattern MAXIMUM = Pattern.compile("(\\d+(?:\\.\\d+)?)分?");

	static HeadingPaths of(Heading<ColumnRole> heading, List<XlsxSheet.Row> rows, List<CellRangeAddress> merged) {
		int last = lastRow(heading, rows);
		Map<Integer, Map<Integer, String>> grid = grid(rows, merged, heading, last);
		List<Integer> captions = captions(heading, rows, merged);
		int first = captions.isEmpty() ? heading.firstRow() : captions.get(0);
		Map<Integer, List<String>> paths = new TreeMap<>();
		for (int column : columns(grid, heading.firstRow(), last)) {
			List<String> path = new ArrayList<>();
			for (int row = first; row <= last; row++) {
				String text = grid.getOrDefault(row, Map.of()).get(column);
				if (row < heading.firstRow() && text == null && captions.contains(row)) {
					text = caption(grid, row, column, heading.firstRow(), last);
				}
				if (text != null && (path.isEmpty() || !path.get(path.size() - 1).equals(text))) {
					path.add(text);
				}
			}
			paths.put(column, List.copyOf(path));
		}
		Map<Integer, String> maxima = maxima(rows, last + 1);
		maxima.forEach((column, max) -> paths.computeIfPresent(column, (any, path) -> withMax(path, max)));
		return new HeadingPaths(first, maxima.isEmpty() ? last : last + 1, paths, title(rows, first));
	}

	/** The numbers of a row right below the titles that says of itself what it holds. */
	private static Map<Integer, String> maxima(List<XlsxSheet.Row> rows, int number) {
		Map<Integer, String> maxima = new TreeMap<>();
		boolean labelled = false;
		for (XlsxSheet.Row row : rows) {
			if (row.number() == number) {
				for (Map.Entry<Integer, String> cell : row.cells().entrySet()) {
					String text = MarkText.plain(cell.getValue());
					Matcher max = MAXIMUM.matcher(text);
					if (max.matches()) {
						maxima.put(cell.getKey(), max.group(1));
					}
					else if (MAXIMA.matcher(text).matches()) {
						labelled = true;
					}
				}
			}
		}
		return labelled ? maxima : Map.of();
	}

	private static List<String> withMax(List<String> path, String max) {
		List<String> longer = new ArrayList<>(path);
		longer.set(path.size() - 1, path.get(path.size() - 1) + "(满分" + max + ")");
		return List.copyOf(longer);
	}

	/**
	 * Rows below that have titles only over columns that are not understood belong to it.
	 */
	private static int lastRow(Heading<ColumnRole> heading, List<XlsxSheet.Row> rows) {
		int last = heading.lastRow();
		for (XlsxSheet.Row row : rows) {
			boolean next = row.number() == last + 1 && row.number() <= heading.lastRow() + MAX_CONTINUED;
			if (next && row.cells().keySet().stream().noneMatch(heading.columns()::containsKey)
					&& row.cells().values().stream().noneMatch((text) -> MarkText.of(text).holds())) {
				last = row.number();
			}
		}
		return last;
	}

	private static Map<Integer, Map<Integer, String>> grid(List<XlsxSheet.Row> rows, List<CellRangeAddress> merged,
			Heading<ColumnRole> heading, int last) {
		Map<Integer, Map<Integer, String>> grid = new TreeMap<>();
		for (XlsxSheet.Row row : rows) {
			if (row.number() <= last) {
				row.cells()
					.forEach((place, text) -> grid.computeIfAbsent(row.number(), (any) -> new TreeMap<>())
						.put(place, CellText.clean(text)));
			}
		}
		Map<Integer, Map<Integer, String>> typed = new TreeMap<>();
		grid.forEach((row, cells) -> typed.put(row, new TreeMap<>(cells)));
		for (CellRangeAddress range : merged) {
			String text = typed.getOrDefault(range.getFirstRow() + 1, Map.of()).get(range.getFirstColumn());
			if (text == null || range.getFirstRow() + 1 > last || title(range, heading)) {
				continue;
			}
			spread(range, last, text, typed, grid);
		}
		return grid;
	}

	/**
	 * Lets the text hold for the range. Where ranges overlap, a text inside it, which the
	 * spreadsheet hides, holds from its own column on.
	 */
	private static void spread(CellRangeAddress range, int last, String text, Map<Integer, Map<Integer, String>> typed,
			Map<Integer, Map<Integer, String>> grid) {
		for (int row = range.getFirstRow() + 1; row <= Math.min(last, range.getLastRow() + 1); row++) {
			String holds = text;
			for (int column = range.getFirstColumn(); column <= range.getLastColumn(); column++) {
				holds = typed.getOrDefault(row, Map.of()).getOrDefault(column, holds);
				grid.computeIfAbsent(row, (any) -> new TreeMap<>()).putIfAbsent(column, holds);
			}
		}
	}

	/**
	 * Whether the range spans columns that say whom a row is about: a title, no caption.
	 */
	private static boolean title(CellRangeAddress range, Heading<ColumnRole> heading) {
		return range.getFirstRow() + 1 < heading.firstRow() && heading.columns()
			.entrySet()
			.stream()
			.filter((column) -> ColumnRole.KEYS.contains(column.getValue()))
			.filter((column) -> column.getKey() >= range.getFirstColumn() && column.getKey() <= range.getLastColumn())
			.count() > 1;
	}

	/**
	 * Rows right above that caption groups of columns: at least two texts, or a range.
	 */
	private static List<Integer> captions(Heading<ColumnRole> heading, List<XlsxSheet.Row> rows,
			List<CellRangeAddress> merged) {
		List<Integer> captions = new ArrayList<>();
		for (int number = heading.firstRow() - 1; number >= Math.max(1, heading.firstRow() - 2); number--) {
			int row = number;
			boolean titled = merged.stream()
				.anyMatch((range) -> range.getFirstRow() + 1 == row && title(range, heading));
			boolean two = rows.stream().anyMatch((one) -> one.number() == row && one.cells().size() > 1);
			if (titled || !two) {
				break;
			}
			captions.add(0, row);
		}
		return captions;
	}

	/** The caption to the left, unless a column without any title lies between. */
	private static String caption(Map<Integer, Map<Integer, String>> grid, int row, int column, int first, int last) {
		for (int place = column; place >= 0; place--) {
			String text = grid.getOrDefault(row, Map.of()).get(place);
			if (text != null) {
				return text;
			}
			int here = place;
			boolean titled = IntStream.rangeClosed(first, last)
				.anyMatch((number) -> grid.getOrDefault(number, Map.of()).containsKey(here));
			if (!titled) {
				return null;
			}
		}
		return null;
	}

	private static TreeSet<Integer> columns(Map<Integer, Map<Integer, String>> grid, int first, int last) {
		TreeSet<Integer> columns = new TreeSet<>();
		grid.forEach((row, cells) -> {
			if (row >= first && row <= last) {
				columns.addAll(cells.keySet());
			}
		});
		return columns;
	}

	private static String title(List<XlsxSheet.Row> rows, int first) {
		return rows.stream()
			.filter((row) -> row.number() < first)
			.flatMap((row) -> row.cells().values().stream())
			.map(CellText::clean)
			.findFirst()
			.orElse("");
	}

}
