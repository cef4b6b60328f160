package org.leagueflow.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.kernel.Refusal;

/** What office programs put into files beside plain text. */
class PaperOfficeFilesTests {

	private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private static final String PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

	private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	@TempDir
	Path folder;

	/** A Word file of this body, with further parts by their names. */
	private Path word(String name, String body, Map<String, String> more) throws IOException {
		Map<String, String> parts = new TreeMap<>();
		StringBuilder types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-"
				+ "types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
				+ "<Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/word/document.xml\" ContentType=\"")
			.append(PARTS)
			.append("document.main+xml\"/>");
		StringBuilder links = new StringBuilder(
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
		more.forEach((part, content) -> {
			types.append("<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>".formatted(part, PARTS, part));
			links.append("<Relationship Id=\"%1$s\" Type=\"%2$s%1$s\" Target=\"%1$s.xml\"/>".formatted(part, LINKS));
			parts.put("word/" + part + ".xml", root(part, content));
		});
		parts.put("[Content_Types].xml", types + "</Types>");
		parts.put("word/_rels/document.xml.rels", links + "</Relationships>");
		parts.put("_rels/.rels",
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
						+ "Id=\"main\" Type=\"" + LINKS
						+ "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
		parts.put("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
		Path file = this.folder.resolve(name);
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return file;
	}

	private static String root(String name, String content) {
		return ("<w:%1$s xmlns:w=\"%2$s\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"http://schemas.openxmlformats"
				+ ".org/officeDocument/2006/relationships\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">%3$s</w:%1$s>")
			.formatted(name, WORDS, content);
	}

	private static String run(String text) {
		return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
	}

	private static String paragraph(String... runs) {
		return "<w:p>" + String.join("", runs) + "</w:p>";
	}

	private static String listed(int level, int list, String text) {
		return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s</w:p>"
			.formatted(level, list, run(text));
	}

	private static String table(String[]... rows) {
		StringBuilder table = new StringBuilder("<w:tbl>");
		for (String[] row : rows) {
			table.append("<w:tr>");
			for (String cell : row) {
				table.append("<w:tc>").append(cell.startsWith("<w:p>") ? cell : paragraph(run(cell))).append("</w:tc>");
			}
			table.append("</w:tr>");
		}
		return table.append("</w:tbl>").toString();
	}

	private static List<String> notices(PaperPlan plan) {
		return plan.notices().stream().map((one) -> one.words().key().substring("paper.notice.".length())).toList();
	}

	private static String everything(PaperPlan plan) {
		return plan.lines().stream().map(PaperLine::original).collect(Collectors.joining("\n"));
	}

	@Test
	void aPlanOf200PagesIsReadToItsLastWord() throws IOException {
		StringBuilder body = new StringBuilder(paragraph(run("2025年共青团工作计划")));
		int tasks = 0;
		for (int section = 1; section <= 50; section++) {
			body.append(paragraph(run("第" + ListNumber.chinese(section) + "部分 重点任务")));
			for (int task = 1; task <= 20; task++) {
				tasks++;
				body.append(paragraph(run(task + ".推进第" + tasks + "号项目。" + "围绕中心、服务大局，做好组织、宣传、服务各项工作。".repeat(6)
						+ "参与人数不少于" + (100 + tasks) + "人次。（责任人：林知远、苏晚晴）")));
			}
		}
		String[][] rows = new String[2001][];
		rows[0] = new String[] { "月份", "工作内容", "备注" };
		for (int row = 1; row <= 2000; row++) {
			rows[row] = new String[] { (row - 1) % 12 + 1 + "月", row + ".开展第" + row + "号活动，覆盖" + row + "人次", "" };
		}
		body.append(table(rows));
		PaperPlan plan = PaperReader.read(word("long.docx", body.toString(), Map.of()));
		assertThat(plan.items(LineKind.MAIN_TASK)).hasSize(1000)
			.allMatch((line) -> line.owners().size() == 2 && line.indicators().size() == 1);
		assertThat(plan.items(LineKind.MONTHLY_ITEM)).hasSize(2000)
			.allMatch((line) -> line.spans().size() == 1 && line.indicators().size() == 1);
		assertThat(plan.lines().get(plan.lines().size() - 1).original()).isEqualTo("2000.开展第2000号活动，覆盖2000人次");
	}

	@Test
	void trackedChangesAreReadAsAcceptedAndCommentsBesideThem() throws IOException {
		String changed = paragraph(run("1.召开"), "<w:ins w:id=\"1\" w:author=\"甲\">" + run("团员") + "</w:ins>",
				"<w:del w:id=\"2\" w:author=\"甲\"><w:r><w:delText>职工</w:delText></w:r></w:del>", run("大会"));
		String moved = "<w:p><w:moveFrom w:id=\"3\">" + run("2.旧的位置") + "</w:moveFrom></w:p><w:p><w:moveTo w:id=\"4\">"
				+ run("2.团费收缴") + "</w:moveTo></w:p>";
		String body = paragraph(run("2025年工作计划")) + paragraph(run("三月份")) + changed + moved
				+ table(new String[] { "月份", "工作内容" }, new String[] { "4月",
						paragraph(run("清明祭扫"), "<w:del w:id=\"5\"><w:r><w:delText>取消</w:delText></w:r></w:del>") });
		PaperPlan plan = PaperReader.read(word("changed.docx", body,
				Map.of("comments", "<w:comment w:id=\"0\">" + paragraph(run("请补充责任人")) + "</w:comment>")));
		assertThat(plan.items()).extracting(PaperLine::text).containsExactly("召开团员大会", "团费收缴", "清明祭扫");
		assertThat(plan.items(LineKind.NOT_AN_ITEM)).extracting(PaperLine::text)
			.containsExactlyInAnyOrder("职工", "2.旧的位置", "取消", "请补充责任人");
		assertThat(notices(plan)).contains("tracked", "comments");
	}

	@Test
	void textBoxesAreReadWhereTheyStandAndHiddenTextIsNoItem() throws IOException {
		String box = paragraph("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph(run("五月份"))
				+ paragraph(run("1.五四表彰")) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>");
		String hidden = paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部口径</w:t></w:r>", run("2.读书月"));
		PaperPlan plan = PaperReader.read(word("boxes.docx",
				paragraph(run("2025年工作计划")) + paragraph(run("四月份")) + paragraph(run("1.清明祭扫")) + hidden + box,
				Map.of()));
		assertThat(plan.items()).extracting((line) -> line.spans().get(0).months() + " " + line.text())
			.containsExactly("4 清明祭扫", "4 读书月", "5 五四表彰");
		assertThat(plan.items(LineKind.NOT_AN_ITEM)).extracting(PaperLine::text).containsExactly("内部口径");
		assertThat(notices(plan)).contains("box", "hidden");
	}

	@Test
	void numbersThatWordMakesUpCountAndBeginAnew() throws IOException {
		String level = "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>";
		String numbering = "<w:abstractNum w:abstractNumId=\"0\">" + level.formatted(0, "chineseCounting", "（%1）")
				+ level.formatted(1, "decimal", "%2.") + level.formatted(2, "decimalEnclosedCircle", "%3")
				+ "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
		String body = paragraph(run("2025年工作要点")) + listed(0, 1, "组织建设") + listed(1, 1, "发展团员不超过五十名。")
				+ listed(2, 1, "三月推优（组织部）") + listed(2, 1, "十月发展（组织部）") + listed(0, 1, "宣传思想") + listed(1, 1, "宣讲三场。")
				+ listed(1, 1, "完成网评员培训。");
		PaperPlan plan = PaperReader.read(word("numbered.docx", body, Map.of("numbering", numbering)));
		assertThat(plan.items()).extracting((line) -> line.label() + line.text())
			.containsExactly("①三月推优", "②十月发展", "1.宣讲三场。", "2.完成网评员培训。");
		assertThat(plan.items().get(2).section()).isEqualTo("（二） 宣传思想");
		assertThat(plan.items().get(2).indicators()).singleElement()
			.satisfies((one) -> assertThat(one.number()).isEqualByComparingTo("3"));
	}

	@Test
	void aPictureOfATableIsToldWithItsPlace() throws IOException {
		String picture = paragraph("<w:r><w:drawing><a:blip r:embed=\"x\"/></w:drawing></w:r>");
		PaperPlan plan = PaperReader.read(word("picture.docx", paragraph(run("2025年工作安排表")) + picture, Map.of()));
		assertThat(plan.items()).isEmpty();
		assertThat(notices(plan)).contains("picture", "no-items");
		assertThat(plan.notices()
			.stream()
			.filter((one) -> one.words().key().endsWith("picture"))
			.findFirst()
			.orElseThrow()
			.place()).isNotNull();
	}

	@Test
	void whatATableSaysWronglyIsToldAndKept() throws IOException {
		PaperPlan plan = PaperReader.read(word("wrong.docx",
				paragraph(run("２０２５年重点任务表")) + table(new String[] { "序号", "工作任务", "责任人", "完成时限", "目标值" },
						new String[] { "１", "社团展演", "林知远、苏晚晴、林知远", "１１—１２月", "3场以上，覆盖500人次" },
						new String[] { "２", "团刊编印", "苏晚晴", "13月", "力求精美" }, new String[] { "３", "", "顾清越", "5月", "" },
						new String[] { "４", "宣讲", "〃", "2月30日前", "三场，力争五场" }),
				Map.of()));
		assertThat(plan.year()).isEqualTo(2025);
		PaperLine show = plan.items().get(0);
		assertThat(show.spans()).containsExactly(MonthSpan.months(11, 12));
		assertThat(show.owners()).extracting(PaperOwner::name).containsExactly("林知远", "苏晚晴");
		assertThat(show.indicators())
			.extracting((one) -> one.bound().sign() + one.number().toPlainString() + one.unit())
			.containsExactly("≥3场", "≥500人次");
		PaperLine printed = plan.items().get(1);
		assertThat(printed.spans()).isEmpty();
		assertThat(printed.due()).isEqualTo("13月");
		assertThat(printed.indicators()).singleElement().satisfies((one) -> assertThat(one.number()).isNull());
		assertThat(plan.items().get(2).owners()).extracting(PaperOwner::name).containsExactly("顾清越");
		assertThat(plan.items().get(2).indicators()).singleElement()
			.satisfies((one) -> assertThat(one.number()).isEqualByComparingTo("3"))
			.satisfies((one) -> assertThat(one.stretch()).isEqualByComparingTo("5"));
		assertThat(notices(plan)).contains("owner-twice", "no-number", "no-text", "time");
		assertThat(plan.notices()).filteredOn((one) -> one.place() != null)
			.extracting((one) -> one.words().key().substring("paper.notice.".length()) + " " + one.place().row())
			.contains("time 3", "no-text 4", "owner-twice 2", "no-number 3");
		assertThat(everything(plan)).contains("13月", "力求精美", "林知远、苏晚晴、林知远");
	}

	@Test
	void renamedFilesAreToldByTheirContent() throws IOException {
		Path text = Files.writeString(this.folder.resolve("plan.docx"), "2025年工作计划\n三月份\n1.学雷锋");
		assertThat(PaperReader.read(text).items()).hasSize(1);
		Path word = word("plan.txt", paragraph(run("2025年工作计划")) + paragraph(run("三月份")) + paragraph(run("1.学雷锋")),
				Map.of());
		assertThat(PaperReader.read(word).items()).hasSize(1);
		Path rich = Files.writeString(this.folder.resolve("plan.doc"), "{\\rtf1\\ansi 2025}");
		assertThatThrownBy(() -> PaperReader.read(rich)).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void nothingOfALongLineOfManyMonthsIsLost() {
		String text = IntStream.rangeClosed(1, 12)
			.mapToObj((month) -> month + "月，开展第" + month + "号活动；召开例会。")
			.collect(Collectors.joining("", "2025年工作安排\n", ""));
		PaperPlan plan = PaperReader.read(text);
		PaperReaderTests.nothingIsLost(plan, text);
		assertThat(plan.items()).hasSize(24);
	}

}
