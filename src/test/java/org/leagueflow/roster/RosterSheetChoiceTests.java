package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sheet shows is what is read; whatever is hidden is named first. */
class RosterSheetChoiceTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "a01-workbook22, 2026010101 2026010102", "a01-x-prefix, 2026010101 2026010102",
			"a02-leading-zeros, 0026010101 0026010102 0026010103",
			"v01-format-prefix, 20260017 26-0101-0199 0026010177", "a05-phonetic-and-escape, 2026010301 2026010302" })
	void studentNumbersAreReadAsTheyAreShown(String file, String numbers) throws IOException {
		assertThat(texts(read(file), RosterColumn.STUDENT_NUMBER)).containsExactly(numbers.split(" "));
	}

	@Test
	void namesAreReadWithoutWhatNobodySees() throws IOException {
		List<RosterLine> lines = read("a05-names");
		assertThat(texts(lines, RosterColumn.NAME)).containsExactly("李明", "张三", "王五", "买买提·阿不都拉", "买买提·阿不都拉",
				"买买提·阿不都拉", "买买提·阿不都拉", "买买提·阿不都拉", "李〇", "王𫖯", "㛃安", "赵\uE863", "𥙿森山", "周晓晨", "吴若溪", "欧阳娜娜（女）",
				"王伟2");
		assertThat(texts(lines, RosterColumn.STUDENT_NUMBER)).contains("2026010414", "2026010416");
		assertThat(texts(lines, RosterColumn.ID_NUMBER)).contains("11010120080901169X");
		assertThat(found(lines, RosterColumn.NAME)).containsExactly("13 name-private-use [U+E863, 2]",
				"17 bad-name [（ U+FF08, 5]", "18 bad-name [2 U+0032, 3]");
		assertThat(texts(read("a05-phonetic-and-escape"), RosterColumn.NAME)).containsExactly("林书涵", "何转义");
	}

	@Test
	void daysAreReadWhereTheyAreSureAndElseNamed() throws IOException {
		assertThat(found(read("a06-dates"), RosterColumn.BIRTH_DATE)).containsExactly("3 date-serial [39692]",
				"4 date-without-day [2008-09]", "7 date-short-year [08-09-01]", "14 bad-date [1900-01-00]",
				"15 bad-date [1900-02-29]");
		assertThat(found(read("a06-date1904"), RosterColumn.BIRTH_DATE)).isEmpty();
	}

	@Test
	void aHeadingMayHaveTwoRowsAndMergedCellsHoldForTheirRange() throws IOException {
		List<RosterLine> lines = read("a04-two-row-heading-merged-branch");
		assertThat(texts(lines, RosterColumn.NAME)).containsExactly("周晓晨", "吴若溪", "孙合并");
		assertThat(texts(lines, RosterColumn.BRANCH)).containsOnly("信息一班团支部").hasSize(3);
		assertThat(texts(lines, RosterColumn.GENERAL_BRANCH)).containsOnly("信息工程系团总支").hasSize(3);
		assertThat(texts(lines, RosterColumn.BIRTH_DATE)).containsOnly("2008-09-01").hasSize(3);
		assertThat(texts(read("v07-merged-branch"), RosterColumn.BRANCH)).containsOnly("信息一班团支部").hasSize(3);
	}

	@Test
	void sheetsAreOfferedAndHiddenOnesNamed() throws IOException {
		RosterFile file = accept("a03-hidden-first-sheet-and-classes");
		List<SheetSurvey> surveys = file.survey();
		assertThat(RosterFile.only(surveys)).isEmpty();
		assertThat(surveys)
			.extracting((one) -> one.name() + " " + one.hidden() + " " + one.lines() + " " + one.hiddenLines())
			.containsExactly("2023级存档 true 1 0", "信息一班 false 3 1", "信息二班 false 1 0", "设计一班 false 1 0");
		assertThat(names(file, new SheetSurvey.Choice(1, false, false))).containsExactly("蒋一凡", "韩三思");
		assertThat(names(file, new SheetSurvey.Choice(1, true, false))).containsExactly("蒋一凡", "沈隐行", "韩三思");
		assertThat(names(file, new SheetSurvey.Choice(3, false, false))).containsExactly("朱设计");
		assertThat(RosterFile.only(accept("v02-two-visible-sheets").survey())).isEmpty();
	}

	@Test
	void aHiddenRowIsSaidBefore() throws IOException {
		RosterFile file = accept("v04-hidden-row");
		assertThat(RosterFile.only(file.survey())).isEmpty();
		assertThat(file.survey().get(0).hiddenLines()).isEqualTo(1);
		assertThat(names(file, new SheetSurvey.Choice(0, false, false))).containsExactly("看得见");
	}

	@Test
	void rowsAndColumnsOfNoSizeAreHiddenAsWell() throws IOException {
		Path flat = changed("v04-hidden-row", (xml) -> xml.replace("hidden=\"1\"", "ht=\"0\" customHeight=\"1\""));
		assertThat(RosterFile.accept(flat).survey().get(0).hiddenLines()).isEqualTo(1);
		Path narrow = changed("v07-merged-branch", (xml) -> xml.replace("<sheetData>",
				"<cols><col min=\"6\" max=\"6\" width=\"0\"/><col min=\"4\" max=\"4\" hidden=\"1\"/></cols><sheetData>"));
		RosterFile file = RosterFile.accept(narrow);
		assertThat(RosterFile.only(file.survey())).isEmpty();
		assertThat(file.survey().get(0).card().hiddenColumns()).isEqualTo("民族 (D)、身份证号 (F)");
		List<RosterLine> lines = new ArrayList<>();
		file.read(new SheetSurvey.Choice(0, false, false), lines::add);
		assertThat(lines).noneMatch((line) -> line.has(RosterColumn.ID_NUMBER)).hasSize(3);
		file.read(new SheetSurvey.Choice(0, false, true), lines::add);
		assertThat(lines.get(3).text(RosterColumn.ID_NUMBER)).isEqualTo("110101200809016634");
	}

	@Test
	void aFormulaCountsByItsResultAndAnErrorIsNamed() throws IOException {
		Path path = changed("v07-merged-branch",
				(xml) -> xml
					.replaceFirst("<c r=\"A2\" t=\"inlineStr\"><is><t>[^<]*</t></is></c>",
							"<c r=\"A2\"><f>2026*1000000+70101</f><v>2026070101</v></c>")
					.replaceFirst("<c r=\"A3\" t=\"inlineStr\"><is><t>[^<]*</t></is></c>",
							"<c r=\"A3\" t=\"str\"><f>\"S\"&amp;1</f><v>S1_x0041_</v></c>")
					.replaceFirst("<c r=\"A4\" t=\"inlineStr\"><is><t>[^<]*</t></is></c>",
							"<c r=\"A4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
					.replaceFirst("<c r=\"C4\" t=\"inlineStr\"><is><t>[^<]*</t></is></c>",
							"<c r=\"C4\"><f>cmd|' /C calc'!A0</f></c>"));
		List<RosterLine> lines = new ArrayList<>();
		RosterFile.accept(path).read(lines::add);
		assertThat(texts(lines, RosterColumn.STUDENT_NUMBER)).containsExactly("2026070101", "S1A", "#DIV/0!");
		assertThat(found(lines, RosterColumn.STUDENT_NUMBER)).containsExactly("4 cell-error [#DIV/0!]");
		assertThat(found(lines, RosterColumn.SEX)).contains("4 formula []");
	}

	@Test
	void aStrictWorkbookAndOneWithoutAddressesAreRead() throws IOException {
		Path strict = changed("a01-workbook22",
				(xml) -> xml
					.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
							"http://purl.oclc.org/ooxml/spreadsheetml/main")
					.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
							"http://purl.oclc.org/ooxml/officeDocument/relationships"));
		assertThat(names(RosterFile.accept(strict), new SheetSurvey.Choice(0, false, false))).containsExactly("周晓晨",
				"吴若溪");
		Path bare = changed("v07-merged-branch", (xml) -> xml.replaceAll("<(row|c) r=\"[A-Z0-9]+\"", "<$1"));
		assertThat(names(RosterFile.accept(bare), new SheetSurvey.Choice(0, false, false))).containsExactly("并甲", "并乙",
				"并丙");
	}

	@Test
	void aSheetOfManyColumnsAndStyledRowsIsHarmless() throws IOException {
		StringBuilder wide = new StringBuilder();
		for (int i = 0; i < 16_384; i++) {
			wide.append("<c s=\"0\"><v>").append(i * 7_919L * 7_907L % 1_000_003).append("</v></c>");
		}
		StringBuilder styled = new StringBuilder("<row r=\"5\">").append(wide).append("</row>");
		for (int i = 6; i < 400_000; i++) {
			styled.append("<row r=\"")
				.append(i)
				.append("\" s=\"1\" customFormat=\"1\"><c r=\"A")
				.append(i)
				.append("\"/></row>");
		}
		Path path = changed("v07-merged-branch", (xml) -> xml.replace("</sheetData>", styled + "</sheetData>"));
		List<RosterLine> lines = new ArrayList<>();
		RosterFile.accept(path).read(lines::add);
		assertThat(lines).hasSize(4);
	}

	private RosterFile accept(String name) throws IOException {
		try (InputStream content = getClass().getResourceAsStream("/sheets/" + name + ".xlsx")) {
			Path path = this.folder.resolve(name + ".xlsx");
			Files.write(path, content.readAllBytes());
			return RosterFile.accept(path);
		}
	}

	private List<RosterLine> read(String name) throws IOException {
		List<RosterLine> lines = new ArrayList<>();
		accept(name).read(lines::add);
		return lines;
	}

	private static List<String> names(RosterFile file, SheetSurvey.Choice choice) {
		List<RosterLine> lines = new ArrayList<>();
		file.read(choice, lines::add);
		return texts(lines, RosterColumn.NAME);
	}

	private static List<String> texts(List<RosterLine> lines, RosterColumn column) {
		return lines.stream().map((line) -> line.text(column)).toList();
	}

	private static List<String> found(List<RosterLine> lines, RosterColumn column) {
		RosterChecks checks = new RosterChecks(LocalDate.of(2026, 11, 22));
		return lines.stream()
			.flatMap((line) -> checks.check(line)
				.stream()
				.filter((one) -> one.column() == column && one.error())
				.map((one) -> line.number() + " " + one.rule() + " " + one.args()))
			.toList();
	}

	/** A case with its parts changed by hand. */
	private Path changed(String name, UnaryOperator<String> change) throws IOException {
		accept(name);
		Path path = Files.createTempFile(this.folder, name, ".xlsx");
		try (ZipFile in = new ZipFile(this.folder.resolve(name + ".xlsx").toFile());
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
			for (ZipEntry entry : Collections.list(in.entries())) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				out.write(change.apply(new String(in.getInputStream(entry).readAllBytes())).getBytes());
			}
		}
		return path;
	}

}
