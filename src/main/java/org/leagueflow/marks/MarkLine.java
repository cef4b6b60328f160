package org.leagueflow.marks;

import java.util.List;
import java.util.Map;
import org.leagueflow.people.PersonName;
import org.leagueflow.sheet.CellText;

/** A row of one table of a sheet. */
final class MarkLine {

	private final String sheet;

	private final String title;

	private final int row;

	private final MarkTable table;

	private final Map<Integer, String> texts;

	private final String number;

	private final String name;

	/**
	 * A row as it is read.
	 * @param title what stands above the heading
	 * @param row as the spreadsheet counts
	 * @param texts what the cells show, by place; empty ones are left out
	 */
	MarkLine(String sheet, String title, int row, MarkTable table, Map<Integer, String> texts) {
		this.sheet = sheet;
		this.title = title;
		this.row = row;
		this.table = table;
		this.texts = texts;
		this.number = CellText.halfWidth(text(ColumnRole.STUDENT_NUMBER));
		this.name = PersonName.clean(text(ColumnRole.NAME));
	}

	String sheet() {
		return this.sheet;
	}

	String title() {
		return this.title;
	}

	int row() {
		return this.row;
	}

	List<ColumnPlan> columns() {
		return this.table.columns();
	}

	Map<Integer, String> texts() {
		return this.texts;
	}

	String text(ColumnRole role) {
		int place = this.table.place(role);
		return (place < 0) ? "" : this.texts.getOrDefault(place, "");
	}

	boolean has(ColumnRole role) {
		return this.table.has(role);
	}

	int place(ColumnRole role) {
		return this.table.place(role);
	}

	/** Where what is wrong about the person is shown. */
	int keyPlace() {
		int place = place(ColumnRole.STUDENT_NUMBER);
		return (place >= 0 && !this.number.isEmpty()) ? place : Math.max(place(ColumnRole.NAME), 0);
	}

	String number() {
		return this.number;
	}

	String name() {
		return this.name;
	}

	/** How many marks it may have. */
	int marks() {
		return Math.max(1, (int) columns().stream().filter((column) -> column.role().marks()).count());
	}

	boolean nameless() {
		return this.number.isEmpty() && this.name.isEmpty();
	}

}
