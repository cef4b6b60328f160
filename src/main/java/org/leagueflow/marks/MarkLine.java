package org.leagueflow.marks;

import java.util.List;
import java.util.Map;
import org.leagueflow.people.PersonName;
import org.leagueflow.sheet.CellText;

/**
 * A row of one table of a sheet.
 *
 * @param title what stands above the heading
 * @param row as the spreadsheet counts
 * @param texts what the cells show, by place; empty ones are left out
 */
record MarkLine(String sheet, String title, int row, List<ColumnPlan> columns, Map<Integer, String> texts) {

	String text(ColumnRole role) {
		return this.columns.stream()
			.filter((column) -> column.role() == role)
			.map((column) -> this.texts.getOrDefault(column.place(), ""))
			.findFirst()
			.orElse("");
	}

	boolean has(ColumnRole role) {
		return this.columns.stream().anyMatch((column) -> column.role() == role);
	}

	int place(ColumnRole role) {
		return this.columns.stream()
			.filter((column) -> column.role() == role)
			.map(ColumnPlan::place)
			.findFirst()
			.orElse(-1);
	}

	/** Where what is wrong about the person is shown. */
	int keyPlace() {
		int number = place(ColumnRole.STUDENT_NUMBER);
		return (number >= 0 && !number().isEmpty()) ? number : Math.max(place(ColumnRole.NAME), 0);
	}

	String number() {
		return CellText.halfWidth(text(ColumnRole.STUDENT_NUMBER));
	}

	String name() {
		return PersonName.clean(text(ColumnRole.NAME));
	}

	/** How many marks it may have. */
	int marks() {
		return Math.max(1, (int) this.columns.stream().filter((column) -> column.role().marks()).count());
	}

	boolean nameless() {
		return number().isEmpty() && name().isEmpty();
	}

	/** The class in its own column, or else the sheet's name, or what the title says. */
	String className() {
		String own = text(ColumnRole.CLASS);
		return !own.isEmpty() ? own : this.sheet;
	}

}
