package org.leagueflow.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * A Word file of paragraphs and any number of tables. {@link WordFile} fills a template
 * with one table; its library loses the rows of a second.
 */
public final class WordReport {

	private static final int TITLE = 18;

	private static final int HEADING = 13;

	private static final int TEXT = 11;

	private static final int CELL = 10;

	private WordReport() {
	}

	/**
	 * A table with its heading.
	 *
	 * @param none what stands instead of a table without rows
	 * @param widths of the columns, in twentieths of a point
	 */
	public record Section(String heading, String none, List<String> columns, List<Integer> widths,
			List<List<String>> rows) {
	}

	public static byte[] write(String title, List<String> paragraphs, List<Section> sections) {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XWPFParagraph head = document.createParagraph();
			head.setAlignment(ParagraphAlignment.CENTER);
			write(head, title, TITLE, true, "黑体");
			paragraphs.forEach((text) -> write(document.createParagraph(), text, TEXT, false, "宋体"));
			sections.forEach((section) -> write(document, section));
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(XWPFDocument document, Section section) {
		XWPFParagraph heading = document.createParagraph();
		heading.setSpacingBefore(200);
		heading.setKeepNext(true);
		write(heading, section.heading(), HEADING, true, "黑体");
		if (section.rows().isEmpty()) {
			write(document.createParagraph(), section.none(), TEXT, false, "宋体");
			return;
		}
		XWPFTable table = document.createTable(section.rows().size() + 1, section.columns().size());
		fill(table.getRow(0), section.columns(), section.widths(), true);
		table.getRow(0).setRepeatHeader(true);
		for (int i = 0; i < section.rows().size(); i++) {
			table.getRow(i + 1).setCantSplitRow(true);
			fill(table.getRow(i + 1), section.rows().get(i), section.widths(), false);
		}
	}

	private static void fill(XWPFTableRow row, List<String> cells, List<Integer> widths, boolean bold) {
		for (int i = 0; i < cells.size(); i++) {
			XWPFTableCell cell = row.getCell(i);
			cell.setWidth(BigInteger.valueOf(widths.get(i)).toString());
			write(cell.getParagraphs().get(0), cells.get(i), CELL, bold, "宋体");
		}
	}

	private static void write(XWPFParagraph paragraph, String text, int size, boolean bold, String font) {
		XWPFRun run = paragraph.createRun();
		run.setFontFamily("Times New Roman");
		run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
		run.setFontSize(size);
		run.setBold(bold);
		run.setText(text);
	}

}
