package org.leagueflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What the files hold when somebody opens them. */
class OfficeFilesTests {

	/** 𬭩 takes two halves in Java and four bytes in UTF-8. */
	private static final String RARE = "欧阳\uD872\uDF69";

	@Test
	void namesNumbersDaysAndNothingComeOutAsTheyWentIn() throws IOException {
		try (XSSFWorkbook book = written(table("名单",
				List.of(Arrays.asList(RARE, 3, new BigDecimal("88.25"), LocalDate.of(2026, 2, 28), null, ""))))) {
			Row row = book.getSheet("名单").getRow(1);
			assertThat(row.getCell(0).getStringCellValue()).isEqualTo(RARE);
			assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(3);
			assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(88.25);
			assertThat(row.getCell(3).getStringCellValue()).isEqualTo("2026-02-28");
			assertThat(row.getCell(4)).isNull();
			assertThat(row.getCell(5).getStringCellValue()).isEmpty();
		}
	}

	@Test
	void nothingThatIsTypedBecomesAFormula() throws IOException {
		List<String> typed = List.of("=HYPERLINK(\"http://example.invalid\")", "+1", "-1", "@x", "＝1", "\tx");
		try (XSSFWorkbook book = written(table("x", typed.stream().map(List::of).toList()))) {
			for (int i = 0; i < typed.size(); i++) {
				assertThat(book.getSheetAt(0).getRow(i + 1).getCell(0).getStringCellValue())
					.isEqualTo("'" + typed.get(i));
			}
		}
	}

	@Test
	void twoSheetsOfOneNameAndNamesThatExcelRefusesAreWritten() throws IOException {
		try (XSSFWorkbook book = written(table("张三", List.of()), table("张三", List.of()), table("a/b:c", List.of()),
				table("长".repeat(30) + RARE, List.of()), table("长".repeat(30) + RARE, List.of()))) {
			assertThat(book.getNumberOfSheets()).isEqualTo(5);
			assertThat(book.getSheetName(1)).isEqualTo("张三 2");
			assertThat(book.getSheetName(2)).isEqualTo("a b c");
			assertThat(book.getSheetName(3)).hasSizeLessThanOrEqualTo(31);
		}
	}

	/** Excel takes 32 767 characters in a cell and no half ones. */
	@Test
	void aTextThatIsTooLongForACellIsCutBetweenCharacters() throws IOException {
		String text = "文" + "\uD872\uDF69".repeat(20_000);
		try (XSSFWorkbook book = written(table("x", List.of(List.of(text))))) {
			String kept = book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue();
			assertThat(text).startsWith(kept);
			assertThat(kept.codePointCount(0, kept.length())).isGreaterThan(16_000);
			assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1))).isFalse();
		}
	}

	private static SheetTable table(String name, List<? extends List<?>> rows) {
		return new SheetTable(name, List.of("一"), List.of(20), rows.stream());
	}

	private static XSSFWorkbook written(SheetTable... tables) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ExcelFile.write(Stream.of(tables).toList(), out);
		return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
	}

}
