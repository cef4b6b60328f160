package org.leagueflow.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Lets the value of merged cells hold for all of them, while rows go by in their order. A
 * range across a key column, such as the name, and others is a caption and no value.
 */
public final class MergedCells {

	private final Iterator<CellRangeAddress> ahead;

	private final List<CellRangeAddress> open = new ArrayList<>();

	private final Map<CellRangeAddress, String> values = new HashMap<>();

	private CellRangeAddress next;

	/**
	 * Ranges of a sheet.
	 * @param keys columns that say whom a row is about, counted from 0
	 */
	public MergedCells(List<CellRangeAddress> merged, Set<Integer> keys) {
		this.ahead = merged.stream()
			.filter((range) -> !caption(range, keys))
			.sorted(Comparator.comparing(CellRangeAddress::getFirstRow))
			.iterator();
		this.next = this.ahead.hasNext() ? this.ahead.next() : null;
	}

	private static boolean caption(CellRangeAddress range, Set<Integer> keys) {
		return range.getFirstColumn() != range.getLastColumn()
				&& keys.stream().anyMatch((key) -> key >= range.getFirstColumn() && key <= range.getLastColumn());
	}

	/** The row's cells with what they have from ranges that they belong to. */
	public Map<Integer, String> over(XlsxSheet.Row row) {
		int number = row.number() - 1;
		while (this.next != null && this.next.getFirstRow() <= number) {
			this.open.add(this.next);
			this.next = this.ahead.hasNext() ? this.ahead.next() : null;
		}
		this.open.removeIf((range) -> {
			boolean over = range.getLastRow() < number;
			if (over) {
				this.values.remove(range);
			}
			return over;
		});
		if (this.open.isEmpty()) {
			return row.cells();
		}
		Map<Integer, String> cells = new HashMap<>(row.cells());
		for (CellRangeAddress range : this.open) {
			if (range.getFirstRow() == number) {
				this.values.put(range, row.cells().getOrDefault(range.getFirstColumn(), ""));
			}
			String value = this.values.getOrDefault(range, "");
			for (int column = range.getFirstColumn(); !value.isEmpty() && column <= range.getLastColumn(); column++) {
				cells.putIfAbsent(column, value);
			}
		}
		return cells;
	}

}
