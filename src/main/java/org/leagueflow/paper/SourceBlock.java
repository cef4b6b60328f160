package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;

/** What a document is made of, in its order. */
sealed interface SourceBlock {

	/**
	 * A paragraph, or a line of a text.
	 *
	 * @param outline the level of a heading by its style, 1 for the highest; 0 for none
	 * @param aside a header, footer, footnote, comment or text struck out: never an item
	 */
	record Paragraph(SourceText text, int outline, Aside aside) implements SourceBlock {

		Excerpt excerpt() {
			return this.text.whole();
		}

	}

	/**
	 * A table.
	 *
	 * @param number its place among the tables of the document, from 1
	 * @param name of the sheet, or empty
	 * @param columns how many
	 */
	record Table(int number, String name, PaperPlace place, List<Row> rows, int columns) implements SourceBlock {

	}

	/** A row of a table. */
	record Row(int number, List<Cell> cells) {

	}

	/**
	 * A cell of a table.
	 *
	 * @param column its first column, from 0
	 * @param rowSpan how many rows it covers
	 * @param columnSpan how many columns it covers
	 */
	record Cell(int column, int rowSpan, int columnSpan, List<SourceBlock> content) {

		/** Its lines, those of tables within it too. */
		List<Excerpt> lines() {
			List<Excerpt> lines = new ArrayList<>();
			collect(this.content, lines);
			return lines;
		}

		private static void collect(List<SourceBlock> blocks, List<Excerpt> lines) {
			for (SourceBlock block : blocks) {
				if (block instanceof Paragraph paragraph && paragraph.aside() == null) {
					lines.addAll(paragraph.excerpt().lines());
				}
				else if (block instanceof Table table) {
					table.rows().forEach((row) -> row.cells().forEach((cell) -> collect(cell.content(), lines)));
				}
			}
		}

	}

	/** Why a text is not part of the plan's own text. */
	enum Aside {

		HEADER, FOOTER, NOTE, COMMENT, DELETED, HIDDEN, COVERED, DRAWING

	}

}
