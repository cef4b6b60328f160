package org.leagueflow.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.kernel.Refusal;

/** What papers of several offices are read as. */
class PaperReaderTests {

	@TempDir
	Path folder;

	private static List<String> months(PaperPlan plan) {
		return months(plan.items());
	}

	private static List<String> months(List<PaperLine> items) {
		return items.stream()
			.map((line) -> String.join(",",
					line.spans()
						.stream()
						.map((span) -> (span.from() == span.to()) ? "" + span.from() : span.from() + "-" + span.to())
						.toList())
					+ " " + line.title())
			.toList();
	}

	private static PaperPlan text(String... lines) {
		String text = String.join("\n", lines);
		PaperPlan plan = PaperReader.read(text);
		nothingIsLost(plan, text);
		return plan;
	}

	/** What all lines hold, in any order, is what the paper says. */
	static void nothingIsLost(PaperPlan plan, String text) {
		StringBuilder read = new StringBuilder();
		Map<String, String> passages = new TreeMap<>();
		plan.lines()
			.forEach((line) -> line.passages()
				.forEach((one) -> assertThat(passages.put("%06d-%06d".formatted(one.source(), one.from()), one.text()))
					.as("once only: %s", one.text())
					.isNull()));
		passages.values().forEach(read::append);
		assertThat(signs(read.toString())).isEqualTo(signs(text));
	}

	static String signs(String text) {
		return PaperText.tight(text.replaceAll("[|\"]", ""))
			.chars()
			.sorted()
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@Test
	void theYearlyPlanOfASchoolCommitteeAsWordFileAndAsText() throws IOException {
		PaperPlan word = PaperReader.read(Path.of("src/test/resources/plan/plan-2023.docx"));
		String pasted = Files.readString(Path.of("src/test/resources/plan/plan-2023.txt"));
		PaperPlan text = PaperReader.read(pasted);
		nothingIsLost(text, pasted);
		for (PaperPlan plan : List.of(word, text)) {
			assertThat(plan.year()).isEqualTo(2023);
			assertThat(plan.items(LineKind.MAIN_TASK)).hasSize(15)
				.allMatch((line) -> line.owners().size() >= 2 && line.owners().get(0).lead() && line.spans().isEmpty());
			assertThat(plan.items(LineKind.MONTHLY_ITEM)).hasSize(42);
			assertThat(plan.items(LineKind.ALL_YEAR_ITEM)).hasSize(9);
			assertThat(plan.items(LineKind.MONTHLY_ITEM).get(28)).as("the misprint is kept")
				.satisfies((line) -> assertThat(line.label()).isEqualTo("39."))
				.satisfies((line) -> assertThat(line.spans()).containsExactly(MonthSpan.months(9, 9)));
			assertThat(plan.items(LineKind.MONTHLY_ITEM).get(41).spans()).containsExactly(MonthSpan.months(11, 12));
			assertThat(plan.items(LineKind.MONTHLY_ITEM).get(5).indicators()).singleElement()
				.satisfies((one) -> assertThat(one.bound()).isEqualTo(IndicatorBound.MORE_THAN))
				.satisfies((one) -> assertThat(one.number()).isEqualByComparingTo("50000"))
				.satisfies((one) -> assertThat(one.unit()).isEqualTo("人次"));
			assertThat(plan.shared()).as("2500 人次 are trained once").hasSize(1);
		}
		assertThat(months(text)).isEqualTo(months(word));
	}

	@Test
	void theTableOfResponsibilities() {
		PaperPlan plan = PaperReader.read(Path.of("src/test/resources/plan/plan-responsibilities.xlsx"));
		assertThat(plan.year()).isEqualTo(2024);
		assertThat(plan.items(LineKind.MAIN_TASK)).extracting(PaperLine::title)
			.containsExactly("思想引领", "组织建设", "实践育人", "自身建设");
		List<PaperLine> rows = plan.items().stream().filter((line) -> line.kind() != LineKind.MAIN_TASK).toList();
		assertThat(months(rows)).containsExactly("3 开展主题团日活动", "1-12 “青年大学习”平均参学率", "6-9 完成团员年度评议和团籍注册", "5 新建教工团支部",
				"3,10 发展团员", "11-12 志愿服务注册人数", "7-8 暑期“三下乡”立项", "1-12 每季度召开团学干部例会", "1-12 每月报送信息");
		assertThat(rows).extracting((line) -> plan.lines().get(line.mainTask() - 1).title())
			.containsExactly("思想引领", "思想引领", "组织建设", "组织建设", "组织建设", "实践育人", "实践育人", "自身建设", "自身建设");
		assertThat(rows.get(0).owners()).extracting(PaperOwner::name).containsExactly("组织部", "各分团委", "林知远", "苏晚晴");
		assertThat(rows.get(0).indicators()).singleElement()
			.satisfies((one) -> assertThat(one.number()).isEqualByComparingTo("30"))
			.satisfies((one) -> assertThat(one.stretch()).isEqualByComparingTo("40"));
		assertThat(rows.get(4).indicators().get(0).bound()).isEqualTo(IndicatorBound.AT_MOST);
		assertThat(rows.get(5).indicators()).as("two in one cell").hasSize(2);
		assertThat(rows.get(7).recurrence()).isEqualTo(PaperRecurrence.QUARTERLY);
		assertThat(rows.get(8)).satisfies((line) -> assertThat(line.recurrence()).isEqualTo(PaperRecurrence.MONTHLY))
			.satisfies((line) -> assertThat(line.dueDay()).isEqualTo(25))
			.satisfies((line) -> assertThat(line.owners()).hasSize(1));
	}

	@Test
	void aMonthlyTableWithSeveralItemsInACell() {
		PaperPlan plan = text("某某团委2025年工作计划", "月份\t工作内容\t备注", "3月\t\"1.学雷锋活动\n2.团课开班\"\t",
				"4月和05月\t3.五四表彰4.入团仪式\t地点待定", "7—8月\t5.三下乡\t", "——\t6.暑期返家乡\t", "其中贯穿全年工作\t1.青年大学习（一周一次）\t");
		assertThat(plan.title()).isEqualTo("某某团委2025年工作计划");
		assertThat(plan.year()).isEqualTo(2025);
		assertThat(months(plan)).containsExactly("3 学雷锋活动", "3 团课开班", "4,5 五四表彰", "4,5 入团仪式", "7-8 三下乡", "7-8 暑期返家乡",
				"1-12 青年大学习（一周一次）");
		assertThat(plan.items(LineKind.ALL_YEAR_ITEM)).hasSize(1);
		assertThat(plan.items().get(2).remark()).isEqualTo("地点待定");
	}

	@Test
	void headingsOfMonthsWithNumbersThatBeginAnew() {
		PaperPlan plan = text("2025年团总支工作安排", "三月份工作安排：", "1.召开团员大会", "2.开展学雷锋活动", "（责任人：林知远）", "４月", "１、清明祭扫",
				"２、团费收缴", "11月-12月", "1）年度评议");
		assertThat(months(plan)).containsExactly("3 召开团员大会", "3 开展学雷锋活动", "4 清明祭扫", "4 团费收缴", "11-12 年度评议");
		assertThat(plan.items().get(1).owners()).containsExactly(new PaperOwner("林知远", false, true));
		assertThat(plan.items()).extracting(PaperLine::label).containsExactly("1.", "2.", "１、", "２、", "1）");
	}

	@Test
	void aCalendarWithMonthsBesideEachOther() throws IOException {
		Path file = this.folder.resolve("calendar.xlsx");
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			XSSFSheet sheet = book.createSheet("行事历");
			String[][] rows = { { "板块", "3月", "4月", "5月", "6月" }, { "组织", "支部大会", "", "换届", "" },
					{ "宣传", "", "读书月", "", "" } };
			fill(sheet, rows);
			sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
			save(book, file);
		}
		assertThat(months(PaperReader.read(file))).containsExactly("3 支部大会", "5 换届", "4-5 读书月");
	}

	@Test
	void aTableOfResponsibilitiesWithGluedNamesAndTwoTargets() throws IOException {
		Path file = this.folder.resolve("tasks.xlsx");
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			XSSFSheet sheet = book.createSheet("任务");
			fill(sheet,
					new String[][] { { "2025年重点任务责任表", "", "", "", "", "" },
							{ "序号", "任务", "责任单位", "责任人", "完成时限", "目标值" },
							{ "1", "应急救护培训", "红十字会、各分团委", "林知远苏晚晴", "12月底前", "3场以上，覆盖500人次" },
							{ "2", "发展团员", "组织部", "林知远、林知远", "每季度末", "不超过60名" }, { "3", "", "办公室", "", "5月", "" } });
			sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
			save(book, file);
		}
		PaperPlan plan = PaperReader.read(file);
		assertThat(plan.items()).hasSize(2);
		PaperLine first = plan.items().get(0);
		assertThat(first.owners()).extracting(PaperOwner::name).containsExactly("红十字会", "各分团委", "林知远", "苏晚晴");
		assertThat(first.owners().get(0)).isEqualTo(new PaperOwner("红十字会", true, true));
		assertThat(first.indicators())
			.extracting(PaperIndicator::bound, (one) -> one.number().intValue(), PaperIndicator::unit)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(IndicatorBound.AT_LEAST, 3, "场"),
					org.assertj.core.groups.Tuple.tuple(IndicatorBound.AT_LEAST, 500, "人次"));
		PaperLine second = plan.items().get(1);
		assertThat(second.recurrence()).isEqualTo(PaperRecurrence.QUARTERLY);
		assertThat(second.indicators().get(0).bound()).isEqualTo(IndicatorBound.AT_MOST);
		assertThat(second.owners()).as("the same twice").hasSize(2);
		assertThat(second.guesses()).anyMatch((guess) -> guess.field().equals("owners") && !guess.sure());
		assertThat(plan.notices()).anyMatch((notice) -> notice.words().key().equals("paper.notice.no-text"));
	}

	@Test
	void aBulletinWithItsColumnsOfProgress() {
		PaperPlan plan = text("事项\t牵头单位\t完成情况\t进度", "团代会筹备\t组织部\t已完成\t100%", "智慧团建\t宣传部\t正在录入\t45%");
		assertThat(plan.items()).extracting(PaperLine::status).containsExactly("已完成", "正在录入");
		assertThat(plan.items()).extracting(PaperLine::progress)
			.containsExactly(new BigDecimal("100"), new BigDecimal("45"));
	}

	@Test
	void aMonthThatDoesNotExistIsSaid() {
		PaperPlan plan = text("月份\t工作内容", "13月\t开会", "3月\t学习");
		assertThat(months(plan)).containsExactly(" 开会", "3 学习");
		assertThat(plan.notices()).anyMatch((notice) -> notice.words().key().equals("paper.notice.time"));
	}

	@Test
	void wordsForTheSidesOfANumber() {
		PaperPlan plan = text("月份\t工作内容", "3月\t参与人数超过5000人次", "4月\t发布不少于三场", "5月\t参学率达到85%以上", "6月\t经费不超过2万元",
				"7月\t合格率不低于90%", "8月\t庆祝建团104周年");
		assertThat(plan.items())
			.extracting((line) -> line.indicators()
				.stream()
				.map((one) -> one.bound().sign() + one.number().toPlainString() + one.unit())
				.toList())
			.containsExactly(List.of(">5000人次"), List.of("≥3场"), List.of("≥85%"), List.of("≤20000元"), List.of("≥90%"),
					List.of());
	}

	@Test
	void equalIndicatorsAreOfferedAsOne() {
		PaperPlan plan = text("月份\t工作内容", "3月\t启动培训（培训人数不少于2500人次）", "4月\t继续培训，培训人数不少于2500人次", "5月\t覆盖不少于2500人");
		assertThat(plan.shared()).singleElement().satisfies((group) -> assertThat(group).hasSize(2));
	}

	@Test
	void aWordFileWithTwoTablesAndText() throws IOException {
		Path file = this.folder.resolve("plan.docx");
		try (XWPFDocument document = new XWPFDocument()) {
			document.createParagraph().createRun().setText("2025年工作要点");
			document.createParagraph().createRun().setText("一、主要任务");
			document.createParagraph().createRun().setText("1.加强思想引领。（林知远、苏晚晴）");
			table(document, new String[][] { { "时间", "工作内容" }, { "3月", "1.开学第一课" } });
			table(document, new String[][] { { "时间", "工作内容" }, { "4月", "2.清明祭扫" } });
			try (var out = Files.newOutputStream(file)) {
				document.write(out);
			}
		}
		PaperPlan plan = PaperReader.read(file);
		assertThat(months(plan)).containsExactly(" 加强思想引领。", "3 开学第一课", "4 清明祭扫");
		assertThat(plan.items(LineKind.MAIN_TASK).get(0).owners()).hasSize(2);
	}

	@Test
	void generatedPapersLoseNoCharacter() {
		Random random = new Random(20250310);
		String[] bits = { "1.", "2.", "（一）", "①", "3月", "十一月", "——", "责任人：", "林知远", "不少于30场", "\t", "|", "，", "。", "；",
				"全年", "工作内容", "月份", "备注", "\n", "\n", "团课", "（", "）", "12", "13月", "2025年", "合计" };
		for (int paper = 0; paper < 400; paper++) {
			String text = IntStream.range(0, 5 + random.nextInt(120))
				.mapToObj((at) -> bits[random.nextInt(bits.length)])
				.reduce("", String::concat);
			if (!PaperText.blank(text)) {
				nothingIsLost(PaperReader.read(text), text);
			}
		}
	}

	@Test
	void whatIsNoPaperIsRefusedInWords() throws IOException {
		assertThatThrownBy(() -> PaperReader.read(" \n ")).isInstanceOf(Refusal.Invalid.class);
		refused(new byte[0], "empty");
		refused(oldWord(), "old-office");
		refused("%PDF-1.7 ...".getBytes(), "pdf");
		refused(word(Map.of("word/document.xml", "<w/>", "word/vbaProject.bin", "x")), "macro");
		refused(zip(Map.of("readme.txt", "x")), "other-office");
		refused(word(Map.of("word/document.xml", "0".repeat(250 << 20))), "bomb");
		byte[] broken = word(Map.of("word/document.xml", "<w:document"));
		refused(broken, "damaged");
		refused(java.util.Arrays.copyOf(broken, broken.length / 2), "damaged");
	}

	private void refused(byte[] content, String why) throws IOException {
		Path file = this.folder.resolve("file-" + why + content.length);
		Files.write(file, content);
		assertThatThrownBy(() -> PaperReader.read(file)).as(why)
			.isInstanceOf(Refusal.Invalid.class)
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields().get("file").key())
				.isEqualTo("refusal.paper." + why));
	}

	private static byte[] oldWord() throws IOException {
		try (POIFSFileSystem file = new POIFSFileSystem(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			file.createDocument(new ByteArrayInputStream(new byte[64]), "WordDocument");
			file.writeFilesystem(bytes);
			return bytes.toByteArray();
		}
	}

	/** A package whose main part is a Word document. */
	private static byte[] word(Map<String, String> parts) throws IOException {
		Map<String, String> all = new TreeMap<>(parts);
		all.put("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
				+ "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
		all.put("_rels/.rels",
				"<Relationships><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
						+ "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
		return zip(all);
	}

	private static byte[] zip(Map<String, String> entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue().getBytes());
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static void fill(XSSFSheet sheet, String[][] rows) {
		for (int row = 0; row < rows.length; row++) {
			for (int column = 0; column < rows[row].length; column++) {
				if (!rows[row][column].isEmpty()) {
					if (sheet.getRow(row) == null) {
						sheet.createRow(row);
					}
					sheet.getRow(row).createCell(column).setCellValue(rows[row][column]);
				}
			}
		}
	}

	private static void save(XSSFWorkbook book, Path file) throws IOException {
		try (var out = Files.newOutputStream(file)) {
			book.write(out);
		}
	}

	private static void table(XWPFDocument document, String[][] rows) {
		XWPFTable table = document.createTable(rows.length, rows[0].length);
		for (int row = 0; row < rows.length; row++) {
			for (int column = 0; column < rows[row].length; column++) {
				table.getRow(row).getCell(column).setText(rows[row][column]);
			}
		}
	}

}
