package org.leagueflow.paper;

import java.util.Locale;
import org.leagueflow.kernel.Message;
import org.leagueflow.sheet.Heading;

/**
 * Where in the source something stands; every count begins with 1, and 0 means that it
 * does not apply.
 *
 * @param sheet the name of the sheet, or empty
 * @param paragraph of the document, cell, header or comment; line of a text file
 * @param line within the paragraph, where it is broken
 */
public record PaperPlace(Area area, String sheet, int table, int row, int column, int paragraph, int line) {

	/** The part of the document. */
	public enum Area {

		/** Paragraph of a Word file. */
		BODY,

		/** Cell of a table in a Word file or a text. */
		CELL,

		/** Cell of a workbook. */
		SHEET,

		/** Line of a text. */
		TEXT,

		BOX, HEADER, FOOTER, NOTE, COMMENT

	}

	static PaperPlace paragraph(Area area, int paragraph) {
		return new PaperPlace(area, "", 0, 0, 0, paragraph, 0);
	}

	static PaperPlace cell(int table, int row, int column, int paragraph) {
		return new PaperPlace(Area.CELL, "", table, row, column, paragraph, 0);
	}

	static PaperPlace sheet(String sheet, int row, int column) {
		return new PaperPlace(Area.SHEET, sheet, 0, row, column, 0, 0);
	}

	PaperPlace atLine(int number) {
		return new PaperPlace(this.area, this.sheet, this.table, this.row, this.column, this.paragraph, number);
	}

	/** For people. */
	public Message words() {
		int last = Math.max(1, this.line);
		return switch (this.area) {
			case SHEET ->
				Message.of("paper.place.sheet", this.sheet, Heading.letter(this.column - 1) + this.row, this.line);
			case CELL -> Message.of("paper.place.cell", this.table, this.row, this.column,
					Math.max(1, this.paragraph) - 1 + last);
			default -> Message.of("paper.place." + this.area.name().toLowerCase(Locale.ROOT), this.paragraph, last);
		};
	}

}
