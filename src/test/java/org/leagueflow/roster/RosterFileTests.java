package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.OfficeFiles;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.SpreadsheetText;
import org.leagueflow.sheet.CellText;

/** Reads workbooks, and refuses in clear words whatever is none. */
class RosterFileTests {

	@TempDir
	Path folder;

	@Test
	void linesComeWithTheRowNumbersOfTheSpreadsheet() {
		Path path = new RosterSheet().with(RosterSheet.line(1, "甲班", "总支"))
			.with(RosterSheet.line(6, "乙班", "总支"))
			.write();
		List<RosterLine> lines = read(path);
		assertThat(lines).extracting(RosterLine::number).containsExactly(2, 3);
		assertThat(lines.get(1).text(RosterColumn.NAME)).isEqualTo("阿依·古丽");
		assertThat(lines.get(0).text(RosterColumn.NAME)).isEqualTo("陈𬭩");
	}

	@Test
	void numbersDatesAndFormulasBecomePlainText() throws IOException {
		List<RosterLine> lines = read(workbook((workbook) -> {
			Sheet sheet = workbook.createSheet();
			sheet.createRow(0).createCell(0).setCellValue("某学院团员青年名册");
			heading(sheet.createRow(2), "*学号", "姓名（必填）", "所在团支部", "出生日期", "身份证号", "本年志愿时长", "备注");
			Row row = sheet.createRow(4);
			row.createCell(0).setCellValue(20240100001.0);
			row.createCell(1).setCellFormula("HYPERLINK(\"http://x\",\"y\")");
			row.createCell(2).setCellValue("=cmd|' /C calc'!A0");
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
			Cell birth = row.createCell(3);
			birth.setCellValue(LocalDate.of(2006, 6, 2));
			birth.setCellStyle(date);
			row.createCell(4).setCellValue(990100200606027808.0);
			row.createCell(5).setCellValue(12.5);
			row.createCell(6).setCellValue("不认识的列");
		}));
		assertThat(lines).hasSize(1);
		RosterLine line = lines.get(0);
		assertThat(line.number()).isEqualTo(5);
		assertThat(line.text(RosterColumn.STUDENT_NUMBER)).isEqualTo("20240100001");
		assertThat(line.text(RosterColumn.NAME)).startsWith("=HYPERLINK");
		assertThat(line.text(RosterColumn.BRANCH)).startsWith("=cmd");
		assertThat(line.text(RosterColumn.BIRTH_DATE)).isEqualTo("2006-06-02");
		assertThat(line.text(RosterColumn.ID_NUMBER)).contains("E+17");
		assertThat(line.text(RosterColumn.VOLUNTEER_HOURS)).isEqualTo("12.5");
	}

	@Test
	void aCellOfTenThousandCharactersIsCutAndReportedAsTooLong() {
		Path path = new RosterSheet().with(RosterSheet.line(1, "甲班", "总支"), RosterColumn.NAME, "𬭩".repeat(10_000))
			.write();
		RosterLine line = read(path).get(0);
		assertThat(line.text(RosterColumn.NAME).length()).isLessThanOrEqualTo(CellText.MAX_LENGTH);
		assertThat(new RosterChecks(LocalDate.of(2026, 1, 1)).check(line)).extracting(RosterFinding::rule)
			.contains("overlong");
	}

	@Test
	void aWebPageNamedXlsxIsRefused() throws IOException {
		refused("html", () -> accept("<html><table><tr><td>姓名</td></tr></table></html>"));
	}

	@Test
	void textAndEmptyFilesAreRefused() {
		refused("csv", () -> accept("学号,姓名\n1,张伟\n"));
		refused("not-excel", () -> accept("只是文字"));
		refused("empty", () -> accept(""));
	}

	@Test
	void anOldWorkbookIsRefused() throws IOException {
		Path path = this.folder.resolve("old.xlsx");
		try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(path)) {
			workbook.createSheet();
			workbook.write(out);
		}
		refused("old-excel", () -> RosterFile.accept(path));
	}

	@Test
	void aWorkbookWithAPasswordIsRefused() throws Exception {
		Path path = this.folder.resolve("secret.xlsx");
		try (POIFSFileSystem file = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(path)) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream sealed = encryptor.getDataStream(file); XSSFWorkbook workbook = new XSSFWorkbook()) {
				workbook.createSheet();
				workbook.write(sealed);
			}
			file.writeFilesystem(out);
		}
		refused("encrypted", () -> RosterFile.accept(path));
	}

	@Test
	void aTruncatedWorkbookIsRefused() throws IOException {
		byte[] whole = Files.readAllBytes(new RosterSheet().with(RosterSheet.line(1, "甲班", "总支")).write());
		Path path = Files.write(this.folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
		refused("corrupt", () -> RosterFile.accept(path));
	}

	@Test
	void aWordFileIsRefused() throws IOException {
		Path path = this.folder.resolve("letter.xlsx");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
			for (String name : List.of("[Content_Types].xml", "word/document.xml")) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
			}
		}
		refused("corrupt", () -> RosterFile.accept(path));
		Path letter = Files.write(this.folder.resolve("letter2.xlsx"),
				OfficeFiles.office("word/document.xml", "word/document.xml", OfficeFiles.DOCX));
		refused("not-excel", () -> RosterFile.accept(letter));
	}

	@Test
	void aWorkbookWithADamagedSheetIsRefusedWhileReading() throws IOException {
		Path path = replaceSheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>学".getBytes());
		refused("corrupt", () -> RosterFile.accept(path).read((line) -> {
		}));
	}

	@Test
	void entitiesInASheetAreNotExpanded() throws IOException {
		String bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
				+ "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
				+ "<c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
		Path path = replaceSheet(bomb.getBytes(StandardCharsets.UTF_8));
		assertThatThrownBy(() -> RosterFile.accept(path).read((line) -> {
		})).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aZipBombIsRefusedBeforeItUnpacks() throws IOException {
		byte[] zeros = new byte[30 << 20];
		java.util.Arrays.fill(zeros, (byte) ' ');
		Path path = replaceSheet(zeros);
		assertThat(Files.size(path)).isLessThan(1 << 20);
		refused("bomb", () -> RosterFile.accept(path));
	}

	@Test
	void aFileOfMoreThanTwentyMegabytesIsRefused() throws IOException {
		Path path = this.folder.resolve("large.xlsx");
		byte[] bytes = new byte[(20 << 20) + 1];
		bytes[0] = 0x50;
		bytes[1] = 0x4B;
		bytes[2] = 3;
		bytes[3] = 4;
		Files.write(path, bytes);
		refused("too-large", () -> RosterFile.accept(path));
	}

	@Test
	void aHeadingThatCannotBeUsedIsRefused() {
		refused("no-heading",
				() -> read(workbook((workbook) -> heading(workbook.createSheet().createRow(0), "甲", "乙"))));
		refused("missing-columns",
				() -> read(workbook((workbook) -> heading(workbook.createSheet().createRow(0), "姓名", "学号"))));
		refused("column-twice", () -> read(
				workbook((workbook) -> heading(workbook.createSheet().createRow(0), "姓名", "学号", "工号", "所在团支部"))));
		refused("no-lines", () -> read(new RosterSheet().write()));
	}

	@Test
	void whatAnotherSpreadsheetWouldTakeForAFormulaIsMadeHarmless() {
		for (String text : List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")) {
			assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
		}
		assertThat(SpreadsheetText.harmless("阿依·古丽")).isEqualTo("阿依·古丽");
	}

	private static void heading(Row row, String... titles) {
		for (int i = 0; i < titles.length; i++) {
			row.createCell(i).setCellValue(titles[i]);
		}
	}

	private Path workbook(Consumer<XSSFWorkbook> fill) {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			fill.accept(workbook);
			Path path = Files.createTempFile(this.folder, "roster", ".xlsx");
			try (OutputStream out = Files.newOutputStream(path)) {
				workbook.write(out);
			}
			return path;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private Path replaceSheet(byte[] content) throws IOException {
		Path good = new RosterSheet().with(RosterSheet.line(1, "甲班", "总支")).write();
		Path path = Files.createTempFile(this.folder, "replaced", ".xlsx");
		try (ZipFile in = new ZipFile(good.toFile());
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
			for (ZipEntry entry : Collections.list(in.entries())) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				boolean sheet = entry.getName().contains("worksheets/");
				out.write(sheet ? content : in.getInputStream(entry).readAllBytes());
			}
		}
		return path;
	}

	private RosterFile accept(String content) {
		try {
			return RosterFile.accept(Files.writeString(this.folder.resolve("file.xlsx"), content));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static List<RosterLine> read(Path path) {
		List<RosterLine> lines = new ArrayList<>();
		RosterFile.accept(path).read(lines::add);
		return lines;
	}

	private static void refused(String what, ThrowingCallable call) {
		assertThatThrownBy(call)
			.isInstanceOfSatisfying(Refusal.Invalid.class, (refusal) -> assertThat(refusal.fields().values())
				.singleElement()
				.satisfies((words) -> assertThat(words.key()).isIn("refusal.roster." + what, "refusal.sheet." + what)));
	}

}
