package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leagueflow.paper.SourceBlock.Cell;
import org.leagueflow.paper.SourceBlock.Paragraph;
import org.leagueflow.paper.SourceBlock.Row;
import org.leagueflow.paper.SourceBlock.Table;

/**
 * A table as rows and columns, where a merged cell stands at every place that it covers.
 */
final class Grid {

	private static final int MAX_SPAN = 400;

	private final List<TreeMap<Integer, Slot>> rows;

	private Grid(List<TreeMap<Integer, Slot>> rows) {
		this.rows = rows;
	}

	static Grid of(Table table) {
		List<TreeMap<Integer, Slot>> rows = new ArrayList<>();
		table.rows().forEach((row) -> rows.add(new TreeMap<>()));
		for (int at = 0; at < table.rows().size(); at++) {
			Row row = table.rows().get(at);
			for (Cell cell : row.cells()) {
				Slot slot = new Slot(at, cell.column(), cell);
				int down = at;
				while (down < rows.size() && table.rows().get(down).number() < row.number() + cell.rowSpan()) {
					for (int across = 0; across < Math.min(cell.columnSpan(), MAX_SPAN); across++) {
						Slot there = rows.get(down).get(cell.column() + across);
						if (there == null || down == at && across == 0) {
							rows.get(down).put(cell.column() + across, slot);
						}
					}
					down++;
				}
				slot.lastRow = down - 1;
			}
		}
		return new Grid(rows);
	}

	/** With rows for columns. */
	Grid transposed() {
		Map<Slot, Slot> turned = new IdentityHashMap<>();
		List<TreeMap<Integer, Slot>> columns = new ArrayList<>();
		for (int at = 0; at < this.rows.size(); at++) {
			int row = at;
			this.rows.get(at).forEach((column, slot) -> {
				while (columns.size() <= column) {
					columns.add(new TreeMap<>());
				}
				columns.get(column).put(row, turned.computeIfAbsent(slot, (old) -> old.turned()));
			});
		}
		return new Grid(columns);
	}

	/** Some columns of it, from one row on. */
	Grid part(int firstRow, int firstColumn, int lastColumn) {
		Map<Slot, Slot> moved = new IdentityHashMap<>();
		List<TreeMap<Integer, Slot>> part = new ArrayList<>();
		for (int at = firstRow; at < this.rows.size(); at++) {
			TreeMap<Integer, Slot> row = new TreeMap<>();
			this.rows.get(at)
				.subMap(firstColumn, true, lastColumn, true)
				.forEach((column, slot) -> row.put(column, moved.computeIfAbsent(slot, (old) -> old.moved(firstRow))));
			part.add(row);
		}
		return new Grid(part);
	}

	int rows() {
		return this.rows.size();
	}

	int lastColumn() {
		return this.rows.stream().mapToInt((row) -> row.isEmpty() ? 0 : row.lastKey()).max().orElse(0);
	}

	/** How many columns hold something. */
	int columns() {
		return (int) this.rows.stream().flatMap((row) -> row.keySet().stream()).distinct().count();
	}

	Slot at(int row, int column) {
		return (row < 0 || row >= this.rows.size()) ? null : this.rows.get(row).get(column);
	}

	/** The cells that begin in a row, filled or not. */
	List<Slot> own(int row) {
		return this.rows.get(row).values().stream().filter((slot) -> slot.row == row).distinct().toList();
	}

	/** The cells that begin in a row and say something. */
	List<Slot> filled(int row) {
		return own(row).stream().filter((slot) -> !slot.words.isEmpty()).toList();
	}

	/** A cell at the places that it covers. */
	static final class Slot {

		final int row;

		final int column;

		final int columnSpan;

		/** Its own texts, without those of tables in it. */
		final List<Excerpt> texts = new ArrayList<>();

		/** What stands beside its text: struck out, hidden. */
		final List<Paragraph> beside = new ArrayList<>();

		final List<Table> tables = new ArrayList<>();

		final String words;

		int lastRow;

		private final Cell cell;

		private Slot(int row, int column, Cell cell) {
			this(row, column, cell.columnSpan(), cell);
		}

		private Slot(int row, int column, int columnSpan, Cell cell) {
			this.row = row;
			this.column = column;
			this.columnSpan = columnSpan;
			this.cell = cell;
			for (SourceBlock block : cell.content()) {
				if (block instanceof Paragraph paragraph) {
					if (paragraph.excerpt().blank()) {
						continue;
					}
					if (paragraph.aside() != null) {
						this.beside.add(paragraph);
					}
					else {
						this.texts.add(paragraph.excerpt());
					}
				}
				else if (block instanceof Table table) {
					this.tables.add(table);
				}
			}
			this.words = String.join("\n", this.texts.stream().map(Excerpt::text).toList()).strip();
			this.lastRow = row;
		}

		private Slot turned() {
			Slot slot = new Slot(this.column, this.row, this.lastRow - this.row + 1, this.cell);
			slot.lastRow = this.column + this.columnSpan - 1;
			return slot;
		}

		private Slot moved(int up) {
			Slot slot = new Slot(Math.max(0, this.row - up), this.column, this.columnSpan, this.cell);
			slot.lastRow = this.lastRow - up;
			return slot;
		}

		boolean reachesDown() {
			return this.lastRow > this.row;
		}

		/** Its lines. */
		List<Excerpt> lines() {
			return this.texts.stream().flatMap((text) -> text.lines().stream()).toList();
		}

		PaperPlace place() {
			return this.texts.isEmpty() ? null : this.texts.get(0).place();
		}

	}

}
