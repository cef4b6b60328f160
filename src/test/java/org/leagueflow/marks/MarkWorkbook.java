package org.leagueflow.marks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks with marks for tests: those given, and small ones made row by row. */
final class MarkWorkbook {

	private final XSSFWorkbook workbook = new XSSFWorkbook();

	private Sheet sheet;

	static Path given(String name) {
		return given(name, (workbook) -> {
		});
	}

	/** A given workbook with something changed in it. */
	static Path given(String name, Consumer<XSSFWorkbook> change) {
		try (InputStream content = MarkWorkbook.class.getResourceAsStream("/marks/" + name)) {
			return changed(content.readAllBytes(), change);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path changed(byte[] content, Consumer<XSSFWorkbook> change) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(content))) {
			change.accept(workbook);
			return written(workbook);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	MarkWorkbook sheet(String name) {
		this.sheet = this.workbook.createSheet(name);
		return this;
	}

	/** A row below the last one; null leaves a cell out, = begins a formula. */
	MarkWorkbook row(Object... cells) {
		Row row = this.sheet.createRow(this.sheet.getPhysicalNumberOfRows());
		for (int i = 0; i < cells.length; i++) {
			if (cells[i] instanceof Number number) {
				row.createCell(i).setCellValue(number.doubleValue());
			}
			else if (cells[i] instanceof String text && text.startsWith("=")) {
				row.createCell(i).setCellFormula(text.substring(1));
			}
			else if (cells[i] != null) {
				row.createCell(i).setCellValue(cells[i].toString());
			}
		}
		return this;
	}

	MarkWorkbook merged(String range) {
		this.sheet.addMergedRegionUnsafe(CellRangeAddress.valueOf(range));
		return this;
	}

	/** Shows a cell under a format of its own. */
	MarkWorkbook format(int row, int column, String format) {
		Cell cell = this.sheet.getRow(row).getCell(column);
		cell.setCellStyle(this.workbook.createCellStyle());
		cell.getCellStyle().setDataFormat(this.workbook.createDataFormat().getFormat(format));
		return this;
	}

	/** Shows a cell as a percentage. */
	MarkWorkbook percent(int row, int column) {
		Cell cell = this.sheet.getRow(row).getCell(column);
		cell.setCellStyle(this.workbook.createCellStyle());
		cell.getCellStyle().setDataFormat((short) 9);
		return this;
	}

	Path write() {
		return written(this.workbook);
	}

	private static Path written(XSSFWorkbook workbook) {
		try {
			Path path = Files.createTempFile("marks-test", ".xlsx");
			path.toFile().deleteOnExit();
			try (OutputStream out = Files.newOutputStream(path)) {
				workbook.write(out);
			}
			return path;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Class, number and name of everybody in the class sheets, as the registry has them.
	 */
	static List<String[]> people() {
		List<String[]> people = new ArrayList<>();
		given("assessment-class-sheets.xlsx", (workbook) -> workbook.forEach((sheet) -> {
			for (int i = 3; i <= sheet.getLastRowNum(); i++) {
				people.add(new String[] { sheet.getSheetName(), sheet.getRow(i).getCell(2).getStringCellValue(),
						sheet.getRow(i).getCell(1).getStringCellValue() });
			}
		}));
		return people;
	}

}
