package org.leagueflow.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.leagueflow.kernel.SpreadsheetText;

/** Writes tables into a workbook; whatever is typed into them never becomes a formula. */
public final class ExcelFile {

	/** Its media type. */
	public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** Rows in memory at a time. */
	private static final int WINDOW = 200;

	private static final int MAX_NAME = 31;

	private static final int CHARACTER_WIDTH = 256;

	private ExcelFile() {
	}

	public static void write(List<SheetTable> tables, OutputStream out) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
			Set<String> names = new TreeSet<>();
			for (SheetTable table : tables) {
				write(table, workbook.createSheet(name(table.name(), names)));
			}
			workbook.write(out);
		}
	}

	private static void write(SheetTable table, Sheet sheet) {
		fill(sheet.createRow(0), table.heading());
		sheet.createFreezePane(0, 1);
		for (int i = 0; i < table.widths().size(); i++) {
			sheet.setColumnWidth(i, table.widths().get(i) * CHARACTER_WIDTH);
		}
		int next = 1;
		for (Iterator<? extends List<?>> rows = table.rows().iterator(); rows.hasNext();) {
			fill(sheet.createRow(next++), rows.next());
		}
	}

	/** Two sheets of one name cannot be: two persons may well be called alike. */
	private static String name(String wish, Set<String> taken) {
		String name = WorkbookUtil.createSafeSheetName(cut(wish, MAX_NAME));
		for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
			String end = " " + number;
			name = WorkbookUtil.createSafeSheetName(cut(wish, MAX_NAME - end.length()) + end);
		}
		return name;
	}

	private static void fill(Row row, List<?> cells) {
		for (int i = 0; i < cells.size(); i++) {
			Object cell = cells.get(i);
			if (cell instanceof Number number) {
				row.createCell(i).setCellValue(number.doubleValue());
			}
			else if (cell != null) {
				row.createCell(i)
					.setCellValue(SpreadsheetText
						.harmless(cut(cell.toString(), SpreadsheetVersion.EXCEL2007.getMaxTextLength() - 1)));
			}
		}
	}

	/** Never between the two halves of a rare character. */
	private static String cut(String text, int most) {
		if (text.length() <= most) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
	}

}
