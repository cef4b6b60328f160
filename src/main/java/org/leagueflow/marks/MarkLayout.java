package org.leagueflow.marks;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Message;

/**
 * What is read from a workbook and how: which sheets, which columns, for which year.
 *
 * @param year a school year or a calendar year
 * @param yearWhy how it was found out
 * @param term for items without a term of their own, or empty
 * @param shapes the different headings
 */
record MarkLayout(String year, Message yearWhy, String term, List<Sheet> sheets, List<Shape> shapes) {

	Optional<Shape> shape(Sheet sheet) {
		return (sheet.shape() >= 0) ? Optional.of(this.shapes.get(sheet.shape())) : Optional.empty();
	}

	List<Sheet> chosen() {
		return this.sheets.stream().filter((sheet) -> sheet.chosen() && sheet.shape() >= 0).toList();
	}

	/** The sheets that have the heading. */
	public List<Sheet> of(int shape) {
		return this.sheets.stream().filter((sheet) -> sheet.shape() == shape).toList();
	}

	/** Sheets in which nothing can be read. */
	public List<Sheet> without() {
		return of(-1);
	}

	/** The same without what stands in cells. */
	MarkLayout withoutSamples() {
		return new MarkLayout(this.year, this.yearWhy, this.term, this.sheets,
				this.shapes.stream()
					.map((shape) -> new Shape(shape.heading(), shape.lastRow(),
							shape.columns().stream().map(ColumnPlan::withoutSamples).toList(), shape.remembered()))
					.toList());
	}

	/**
	 * A sheet of the workbook.
	 *
	 * @param place counted from 0
	 * @param hiddenLines how many of the lines people do not see; they are not read
	 * @param shape which heading it has, -1 for none
	 * @param title what stands above the heading
	 */
	record Sheet(int place, String name, boolean hidden, int lines, int hiddenLines, int shape, String title,
			boolean chosen) {
	}

	/**
	 * A heading and what its columns mean.
	 *
	 * @param heading its name in the memory of mappings
	 * @param lastRow its last row, as the spreadsheet counts
	 * @param remembered by whom the mapping was said before, or null
	 */
	record Shape(String heading, int lastRow, List<ColumnPlan> columns, String remembered) {

		/** Why it cannot be read as it is mapped. */
		Optional<Message> fault() {
			boolean key = this.columns.stream().anyMatch((column) -> column.role() == ColumnRole.STUDENT_NUMBER)
					|| this.columns.stream().anyMatch((column) -> column.role() == ColumnRole.NAME);
			if (!key) {
				return Optional.of(Message.of("refusal.marks.no-key"));
			}
			if (this.columns.stream().noneMatch((column) -> column.role().marks())) {
				return Optional.of(Message.of("refusal.marks.no-marks"));
			}
			boolean points = this.columns.stream().anyMatch((column) -> column.role() == ColumnRole.POINTS);
			boolean course = this.columns.stream()
				.anyMatch(
						(column) -> column.role() == ColumnRole.COURSE_CODE || column.role() == ColumnRole.COURSE_NAME);
			if (points && !course) {
				return Optional.of(Message.of("refusal.marks.no-course"));
			}
			return twice().or(this::unnamed).or(this::same);
		}

		private Optional<Message> twice() {
			return this.columns.stream()
				.filter((column) -> ColumnRole.ONCE.contains(column.role()))
				.filter((column) -> this.columns.stream()
					.anyMatch((other) -> other.place() < column.place() && other.table() == column.table()
							&& other.role() == column.role()))
				.findFirst()
				.map((column) -> Message.of("refusal.marks.twice", column.letter()));
		}

		private Optional<Message> unnamed() {
			return this.columns.stream()
				.filter((column) -> column.role() == ColumnRole.SCORE || column.role() == ColumnRole.NOTE)
				.filter((column) -> column.item() == null || column.item().isBlank())
				.findFirst()
				.map((column) -> Message.of("refusal.marks.unnamed", column.letter()));
		}

		private Optional<Message> same() {
			return this.columns.stream()
				.filter((column) -> column.role() == ColumnRole.SCORE || column.role() == ColumnRole.NOTE)
				.filter((column) -> this.columns.stream()
					.anyMatch((other) -> other.place() < column.place() && column.item().equals(other.item())
							&& column.term().equals(other.term()) && other.role() != ColumnRole.IGNORED))
				.findFirst()
				.map((column) -> Message.of("refusal.marks.same-item", column.letter(), column.name()));
		}

	}

}
