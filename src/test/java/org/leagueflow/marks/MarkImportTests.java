package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Workbooks with marks go from upload over columns and trial into the books, and again.
 */
@StoryTest
class MarkImportTests {

	@Autowired
	MarkImportService service;

	@Autowired
	MarkJobs jobs;

	@Autowired
	MarkRetentionService retention;

	@Autowired
	MarkCellRepository cells;

	@Autowired
	MarkExport export;

	@Autowired
	Marks marks;

	@Autowired
	MarkRepository repository;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JdbcTemplate batches;

	private PeopleFixture.College college;

	private Actor office;

	@BeforeEach
	void aCollege() {
		this.college = this.fixture.college();
		this.office = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
	}

	/** The six classes of the given sheets, 240 people. */
	private void sixClasses() {
		Map<String, Long> classes = new TreeMap<>();
		List<Object[]> rows = MarkWorkbook.people()
			.stream()
			.map((person) -> new Object[] { classes.computeIfAbsent(person[0], (name) -> named(name + "团支部")),
					person[2], person[1] })
			.toList();
		people(rows);
	}

	private long named(String name) {
		long unit = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		this.jdbc.sql("UPDATE unit SET name = ? WHERE id = ?").params(name, unit).update();
		return unit;
	}

	private void people(List<Object[]> unitNameNumber) {
		this.batches
			.batchUpdate("INSERT INTO person (unit_id, name, student_number, staff, party_member, restricted, active,"
					+ " version) VALUES (?, ?, ?, FALSE, FALSE, FALSE, TRUE, 0)", unitNameNumber);
	}

	private long person(String number) {
		return this.jdbc
			.sql("SELECT p.id FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.student_number = ? AND u.path LIKE"
					+ " CONCAT((SELECT path FROM unit WHERE id = ?), '%')")
			.params(number, this.college.committee())
			.query(Long.class)
			.single();
	}

	private long surveyed(Path path, Actor by, long unit) {
		long id = this.service.open(unit, "成绩.xlsx", by);
		this.jobs.survey(id, path, "成绩.xlsx");
		return id;
	}

	private long tried(Path path, Map<String, String> said, Actor by, long unit) {
		long id = surveyed(path, by, unit);
		MarkImportPage page = page(id, MarkFilter.none(), by);
		assertThat(page.head().failure()).isNull();
		Map<String, String> typed = new HashMap<>(Map.of("year", "2023-2024", "term", ""));
		typed.putAll(said);
		Set<Integer> sheets = page.layout()
			.sheets()
			.stream()
			.filter(MarkLayout.Sheet::chosen)
			.map(MarkLayout.Sheet::place)
			.collect(Collectors.toSet());
		this.jobs.check(id, this.service.map(id, typed, sheets, by), by);
		assertThat(page(id, MarkFilter.none(), by).head().failure()).isNull();
		return id;
	}

	private long tried(Path path) {
		return tried(path, Map.of(), this.office, this.college.committee());
	}

	private void commit(long id, boolean doubtful) {
		this.jobs.importAll(id, this.service.chooseAll(id, doubtful, this.office), this.office);
		assertThat(page(id).head().state()).isEqualTo("IMPORTED");
	}

	private MarkImportPage page(long id) {
		return page(id, MarkFilter.none(), this.office);
	}

	private MarkImportPage page(long id, MarkFilter filter, Actor by) {
		return this.service.page(id, filter, by);
	}

	private List<String> found(long id, String verdict) {
		return page(id, new MarkFilter(verdict, null, null, 0), this.office).rows()
			.stream()
			.map((mark) -> mark.sheet() + " " + mark.cell() + " " + mark.finding().key().replace("marks.finding.", ""))
			.toList();
	}

	private MarkValue only(String item, String period, String number) {
		long person = person(number);
		return this.marks.of(period, item, List.of(person)).get(person).get(0);
	}

	@Test
	void theRegistrysMarksOf240PeopleComeWithWordsRetakesAndOneStranger() {
		sixClasses();
		long id = tried(MarkWorkbook.given("grades-registry.xlsx"));
		assertThat(page(id).people()).isEqualTo(240);
		assertThat(page(id).plan("NEW")).isEqualTo(1820);
		assertThat(found(id, "BLOCKED")).containsExactly("成绩 A1822 unknown-number");
		assertThat(page(id).verdict("DOUBTFUL") + page(id).verdict("WARNED")).isZero();
		commit(id, false);
		assertThat(page(id).outcome("CREATED")).isEqualTo(1820);
		long retaken = person("20240100025");
		assertThat(this.marks.of("2023-2024-1", "GX002", List.of(retaken)).get(retaken))
			.extracting(MarkValue::attempt, MarkValue::shown, (mark) -> mark.credit().toPlainString(),
					(mark) -> mark.origin().place())
			.containsExactly(org.assertj.core.groups.Tuple.tuple(MarkAttempt.FIRST, "55", "4", "成绩.xlsx / 成绩 / I182"),
					org.assertj.core.groups.Tuple.tuple(MarkAttempt.RETAKE, "60", "4", "成绩.xlsx / 成绩 / I183"));
		assertThat(words()).containsEntry("缺考", 11)
			.containsEntry("良好", 57)
			.containsEntry("优秀", 51)
			.containsEntry("合格", 45)
			.containsEntry("中等", 45)
			.containsEntry("及格", 42);
		assertThat(only("ZY101", "2023-2024-1", "20240100013").value()).isNull();
		long again = tried(MarkWorkbook.given("grades-registry.xlsx"));
		assertThat(page(again).plan("UNCHANGED")).isEqualTo(1820);
		assertThat(page(again).plan("NEW") + page(again).plan("CHANGED")).isZero();
	}

	private Map<String, Integer> words() {
		Map<String, Integer> words = new TreeMap<>();
		this.jdbc
			.sql("SELECT m.word, COUNT(*) AS n FROM mark m JOIN mark_item i ON i.id = m.item_id WHERE i.unit_id = ?"
					+ " AND m.word IS NOT NULL GROUP BY m.word")
			.param(this.college.committee())
			.query((rs) -> {
				words.put(rs.getString("word"), rs.getInt("n"));
			});
		return words;
	}

	@Test
	void theClassSheetsComeWithTheirNotesAndEightScoresAboveTheMaximumAreDoubtful() {
		sixClasses();
		long id = tried(MarkWorkbook.given("assessment-class-sheets.xlsx"));
		assertThat(page(id).people()).isEqualTo(240);
		assertThat(page(id).plan("NEW")).as("5 scores of 240 people and 805 notes").isEqualTo(1200 + 805);
		assertThat(found(id, "DOUBTFUL")).containsExactlyInAnyOrder("铁道机车24201班 H25 range", "铁道机车24201班 L40 range",
				"城轨运营24101班 J32 range", "铁道供电24101班 F26 range", "铁道供电24201班 H16 range", "铁道供电24201班 F24 range",
				"铁道供电24201班 L38 range", "铁道供电24201班 F42 range");
		assertThat(page(id).verdict("BLOCKED") + page(id).verdict("WARNED")).isZero();
		commit(id, false);
		assertThat(page(id).outcome("CREATED")).isEqualTo(1997);
		assertThat(page(id).doubtful()).as("the doubtful can still be chosen").isEqualTo(8);
		assertThat(only("文体活动/加减分项", "2023-2024", "20240100001").value()).isEqualTo(new BigDecimal("2"));
		assertThat(only("文体活动/加减分项", "2023-2024", "20240100001").raw()).isEqualTo("志愿服务36小时+2");
		MarkValue first = only("思想品德", "2023-2024", "20240100001");
		assertThat(first.shown()).isEqualTo("17.2");
		assertThat(first.max()).isEqualByComparingTo("25");
		assertThat(first.origin().place()).isEqualTo("成绩.xlsx / 铁道机车24101班 / F4");
		commit(id, true);
		assertThat(page(id).outcome("CREATED")).isEqualTo(2005);
	}

	@Test
	void theThreeRowSheetGives520MarksWithNegativeOnes() {
		sixClasses();
		long id = tried(MarkWorkbook.given("assessment-three-rows.xlsx"));
		assertThat(page(id).people()).isEqualTo(40);
		assertThat(page(id).verdict("CLEAN")).isEqualTo(520);
		assertThat(page(id).plan("NEW")).isEqualTo(520);
		commit(id, false);
		assertThat(only("德育素质/日常行为/加减分", "2023-2024", "20240100001").shown()).isEqualTo("-1");
		assertThat(only("智育素质/学习成绩", "2023-2024", "20240100001").shown()).isEqualTo("40.1");
	}

	@Test
	void twoTablesSideBySideInDifferentOrderGive280Marks() {
		sixClasses();
		long id = tried(MarkWorkbook.given("deductions-side-by-side.xlsx"));
		assertThat(page(id).people()).isEqualTo(40);
		assertThat(page(id).verdict("CLEAN")).as("40 hours, 40 bases and 5 months of 40").isEqualTo(280);
		commit(id, false);
		assertThat(only("第二课堂/二课学时", "2023-2024", "20240100048").shown()).isEqualTo("8");
		long third = person("20240100055");
		assertThat(this.marks.of("2023-2024", "日常扣分/每月", List.of(third)).get(third))
			.extracting(MarkValue::term, MarkValue::shown)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("2023-09", "-2"),
					org.assertj.core.groups.Tuple.tuple("2023-10", "0"),
					org.assertj.core.groups.Tuple.tuple("2023-11", "-1"),
					org.assertj.core.groups.Tuple.tuple("2023-12", "0"),
					org.assertj.core.groups.Tuple.tuple("2024-01", "0"));
		assertThat(this.marks.of("2023-11", "日常扣分/每月", List.of(third)).get(third)).hasSize(1);
	}

	@Test
	void aCorrectedSheetChangesExactlyWhatWasCorrectedAndKeepsWhatStood() {
		sixClasses();
		commit(tried(MarkWorkbook.given("assessment-three-rows.xlsx")), false);
		long id = tried(MarkWorkbook.given("assessment-three-rows.xlsx",
				(workbook) -> workbook.getSheetAt(0).getRow(3).getCell(2).setCellValue(5.9)));
		assertThat(page(id).plan("CHANGED")).isEqualTo(1);
		assertThat(page(id).plan("UNCHANGED")).isEqualTo(519);
		assertThat(found(id, "WARNED")).as("the total of the line is not corrected").containsExactly("综合测评 P4 total");
		commit(id, false);
		MarkValue changed = only("德育素质/思想品德", "2023-2024", "20240100001");
		assertThat(changed.shown()).isEqualTo("5.9");
		assertThat(this.repository.histories(person("20240100001")).get(changed.markId())).extracting(MarkValue::shown)
			.containsExactly("5.6");
	}

	@Test
	void aCorrectionByHandOutlivesTheSameSheetAndTheExportBringsItBack() throws IOException {
		sixClasses();
		long first = tried(MarkWorkbook.given("assessment-class-sheets.xlsx"));
		commit(first, true);
		long person = person("20240100001");
		this.marks.enter(MarkEntry.of(person, "思想品德", "2023-2024", "18"), "复核原始材料", this.office);
		this.marks.enter(MarkEntry.of(person, "文体活动/加减分项", "2023-2024", "3"), "漏记一次", this.office);
		long again = tried(MarkWorkbook.given("assessment-class-sheets.xlsx"));
		assertThat(page(again).plan("UNCHANGED")).isEqualTo(2005);
		assertThat(found(again, "WARNED")).containsExactly("铁道机车24101班 F4 corrected", "铁道机车24101班 K4 corrected");
		byte[] exported = this.export.filled(first, this.service.file(first, this.office));
		long back = tried(MarkWorkbook.changed(exported, (workbook) -> {
			assertThat(workbook.getSheetAt(0).getRow(3).getCell(5).getNumericCellValue()).isEqualTo(18);
			assertThat(workbook.getSheetAt(0).getMergedRegions()).hasSize(12);
		}));
		assertThat(page(back).plan("UNCHANGED")).isEqualTo(2005);
		long edited = tried(MarkWorkbook.changed(exported,
				(workbook) -> workbook.getSheetAt(5).getRow(42).getCell(13).setCellValue(11.5)));
		assertThat(page(edited).plan("CHANGED")).isEqualTo(1);
		assertThat(page(edited).plan("UNCHANGED")).isEqualTo(2004);
	}

	/** A class of five, one of them of the same name as another. */
	private Actor aClass() {
		this.jdbc.sql("UPDATE unit SET name = '建筑类2402班团支部' WHERE id = ?").param(this.college.branch()).update();
		people(List.of(new Object[] { this.college.branch(), "张伟", "N1" },
				new Object[] { this.college.branch(), "张伟", "N2" }, new Object[] { this.college.branch(), "李娜", "N3" },
				new Object[] { this.college.branch(), "阿依·古丽", "N4" },
				new Object[] { this.college.branch(), "欧阳䶮", "N5" },
				new Object[] { this.college.branch(), "司徒玥", "N6" }));
		return this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
	}

	@Test
	void everyKindOfBadInputIsNamedWithItsCellAndTheRestGoesOn() {
		aClass();
		long other = named("园林2401团支部");
		people(List.<Object[]>of(new Object[] { other, "外班人", "N9" }));
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "班级", "思想品德25", "体测（满分100）", "扣分", null)
			.row("N1", "张伟", "建筑2402", 26, "８５", -2, 7)
			.row("N2", "张伟", "建筑2402", null, "缺考", 2)
			.row("N3", "李娜", "建筑2402", "捌", "免修", "－１")
			.row("N4", "阿依•古丽", "园林2401", "=1/0", 0.85, 0)
			.row("N5", "张伟", "建筑2402", -1, "优", "约2")
			.row("N8", "陌生人", "建筑2402", 20, 90, 0)
			.row(null, null, null, 20, 90, 0)
			.row("N1", "张伟", "建筑2402", 24, "８５", -2)
			.row(null, "张伟", "建筑类2402班", 20, 90, 0)
			.row(null, "司徒玥", "建筑类2402", "12.123456789", null, null)
			.row(null, "李四", "建筑2402", 20, 90, 0)
			.row("1.23E+11", "某人", "建筑2402", 20, 90, 0)
			.row("合计", null, null, 200, 900, 0)
			.percent(4, 4)
			.write();
		long id = tried(path, Map.of(), this.office, this.college.generalBranch());
		Map<String, String> all = new TreeMap<>();
		page(id).rows()
			.stream()
			.filter((mark) -> mark.finding() != null)
			.forEach((mark) -> all.put(mark.cell(),
					mark.verdict() + " " + mark.finding().key().replace("marks.finding.", "")));
		assertThat(all).containsAllEntriesOf(Map.ofEntries(Map.entry("D2", "BLOCKED twice"),
				Map.entry("D9", "BLOCKED twice"), Map.entry("E9", "WARNED twice-same"),
				Map.entry("F9", "WARNED twice-same"), Map.entry("D3", "WARNED missing"),
				Map.entry("F3", "DOUBTFUL range"), Map.entry("D5", "BLOCKED formula"),
				Map.entry("E5", "BLOCKED percent"), Map.entry("F5", "WARNED class-differs"),
				Map.entry("D6", "DOUBTFUL range"), Map.entry("E6", "DOUBTFUL name-differs"),
				Map.entry("F6", "BLOCKED no-mark"), Map.entry("A7", "BLOCKED unknown-number"),
				Map.entry("B8", "BLOCKED nobody"), Map.entry("B10", "BLOCKED two-of-name"),
				Map.entry("D11", "WARNED rounded"), Map.entry("E11", "WARNED missing"),
				Map.entry("B12", "BLOCKED unknown-name"), Map.entry("A13", "BLOCKED number-lost")));
		assertThat(all).doesNotContainKeys("E2", "F2", "E3", "D4", "E4", "F4");
		commit(id, false);
		assertThat(only("体测", "2023-2024", "N1").shown()).isEqualTo("85");
		assertThat(only("体测", "2023-2024", "N2").word()).isEqualTo("缺考");
		assertThat(only("思想品德", "2023-2024", "N3").shown()).isEqualTo("8");
		assertThat(only("扣分", "2023-2024", "N3").shown()).isEqualTo("-1");
		assertThat(this.marks.of("2023-2024", "思想品德", List.of(person("N1")))).isEmpty();
	}

	@Test
	void aLongNoteIsAddedUpToItsEndAndOneThatIsCutIsNotGuessed() {
		aClass();
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "加减分项", "劳动")
			.row("N3", "李娜", "参加志愿服务活动并获得表扬+0.5；".repeat(40), 1)
			.row("N4", "阿依·古丽", "参加志愿服务活动并获得表扬+0.5；".repeat(140), 1)
			.row("N5", "欧阳䶮", "迟到-1", 1)
			.write();
		long id = tried(path);
		assertThat(found(id, "BLOCKED")).containsExactly("一 C3 note-long");
		commit(id, false);
		assertThat(only("加减分项", "2023-2024", "N3").shown()).isEqualTo("20");
		assertThat(only("加减分项", "2023-2024", "N5").shown()).isEqualTo("-1");
	}

	@Test
	void nobodyImportsMarksOfAClassThatIsNotTheirsNorCoursesOfTheRegistry() {
		Actor secretary = aClass();
		long other = named("园林2401团支部");
		people(List.<Object[]>of(new Object[] { other, "外班人", "N9" }));
		assertThatThrownBy(() -> this.service.open(other, "a.xlsx", secretary)).isInstanceOf(Refusal.NotAllowed.class);
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "思想品德25", "高等数学[GX003](5)")
			.row("N3", "李娜", 20, 90)
			.row("N9", "外班人", 20, 90)
			.write();
		long id = tried(path, Map.of(), secretary, this.college.branch());
		assertThat(page(id).rows())
			.extracting(StagedMark::cell, (mark) -> mark.verdict().name(), (mark) -> mark.plan().name())
			.containsExactly(org.assertj.core.groups.Tuple.tuple("C2", "CLEAN", "NEW"),
					org.assertj.core.groups.Tuple.tuple("D2", "BLOCKED", "NONE"),
					org.assertj.core.groups.Tuple.tuple("A3", "BLOCKED", "NONE"));
		Actor stranger = this.fixture.holder(Roles.BRANCH_SECRETARY, other);
		assertThatThrownBy(() -> this.service.head(id, stranger)).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.service.chooseAll(id, true, stranger)).isInstanceOf(Refusal.NotFound.class);
		long moved = person("N3");
		this.fixture.moves(moved, other);
		this.jobs.importAll(id, this.service.chooseAll(id, false, secretary), secretary);
		assertThat(page(id).outcome("REFUSED")).as("moved to another class since the trial").isEqualTo(1);
		assertThat(this.marks.person(moved)).isEmpty();
	}

	@Test
	void aMarkThatSomebodyChangedSinceTheTrialIsNotOverwritten() {
		aClass();
		Path path = new MarkWorkbook().sheet("一").row("学号", "姓名", "思想品德25").row("N3", "李娜", 20).write();
		long id = tried(path);
		this.marks.item(this.college.branch(), MarkItemCard.score("思想品德", "思想品德", BigDecimal.valueOf(25)), this.office);
		this.marks.enter(MarkEntry.of(person("N3"), "思想品德", "2023-2024", "21"), "先行录入", this.office);
		commit(id, false);
		assertThat(page(id).outcome("REFUSED")).isEqualTo(1);
		assertThat(only("思想品德", "2023-2024", "N3").shown()).isEqualTo("21");
	}

	@Test
	void whatSomebodySaysAboutTheColumnsHoldsAndIsRememberedForTheUnit() {
		aClass();
		Path path = new MarkWorkbook().sheet("一").row("学号", "姓名", "劳动", null).row("N3", "李娜", 20, 3).write();
		Path same = new MarkWorkbook().sheet("二").row("学号", "姓名", "劳动", null).row("N4", "阿依·古丽", 9, 3).write();
		long id = tried(path, Map.of("role-0-2", "SCORE", "name-0-2", "劳动实践", "high-0-2", "10", "low-0-2", "0",
				"role-0-3", "SCORE", "name-0-3", "附加分", "high-0-3", "", "low-0-3", ""), this.office,
				this.college.branch());
		assertThat(found(id, "DOUBTFUL")).containsExactly("一 C2 range");
		long next = surveyed(same, this.office, this.college.branch());
		MarkLayout.Shape shape = page(next).layout().shapes().get(0);
		assertThat(shape.remembered()).contains(this.office.name());
		assertThat(shape.columns()).filteredOn((column) -> column.place() >= 2)
			.extracting(ColumnPlan::item)
			.containsExactly("劳动实践", "附加分");
		assertThat(shape.columns().get(2).why().key()).isEqualTo("marks.why.remembered");
		long elsewhere = surveyed(
				new MarkWorkbook().sheet("三").row("学号", "姓名", "劳动", null).row("N4", "阿依·古丽", 9, 3).write(), this.office,
				this.college.committee());
		assertThat(page(elsewhere).layout().shapes().get(0).remembered()).isNull();
	}

	@Test
	void aMappingThatCannotBeReadIsRefusedAtEachFieldAndNothingIsLost() {
		aClass();
		long id = surveyed(new MarkWorkbook().sheet("一").row("学号", "姓名", "劳动").row("N3", "李娜", 20).write(), this.office,
				this.college.branch());
		assertThatThrownBy(() -> this.service.map(id,
				Map.of("year", "二三", "term", "", "high-0-2", "很多", "role-0-0", "NAME"), Set.of(0), this.office))
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields()).containsKeys("year", "high-0-2", "shape-0"));
		assertThatThrownBy(() -> this.service.map(id, Map.of("year", "2023-2024", "term", ""), Set.of(), this.office))
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields()).containsOnlyKeys("sheet"));
		assertThat(page(id).head().choosing()).isTrue();
	}

	@Test
	void anInterruptedImportGoesOnAndDoesNothingTwice() {
		sixClasses();
		long id = tried(MarkWorkbook.given("assessment-three-rows.xlsx"));
		int run = this.service.chooseAll(id, false, this.office);
		assertThat(this.service.importNext(id, run, 0, 100, true, this.office).marks()).isEqualTo(100);
		this.jobs.importAll(id, run - 1, this.office);
		assertThat(page(id).outcome("CREATED")).as("work of an earlier run does nothing").isEqualTo(100);
		this.jobs.importAll(id, run, this.office);
		assertThat(page(id).outcome("CREATED")).isEqualTo(520);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM mark m JOIN mark_item i ON i.id = m.item_id WHERE i.unit_id = ?")
			.param(this.college.committee())
			.query(Integer.class)
			.single()).isEqualTo(520);
	}

	@Test
	void noNameOfAColumnReachesACourseOfTheRegistry() {
		Actor secretary = aClass();
		this.marks.item(this.college.branch(), MarkItemCard.course("高等数学", "高等数学"), this.office);
		this.marks.enter(MarkEntry.of(person("N3"), "高等数学", "2023-2024", "55"), "教务", this.office);
		Path path = new MarkWorkbook().sheet("一").row("学号", "姓名", "劳动", "体测").row("N3", "李娜", 99, 80).write();
		long id = tried(path, Map.of("name-0-2", "高等数学", "name-0-3", "大学物理"), secretary, this.college.branch());
		assertThat(found(id, "BLOCKED")).containsExactly("一 C2 is-course");
		assertThat(page(id).verdict("CLEAN")).isEqualTo(1);
		this.marks.item(this.college.branch(), MarkItemCard.course("大学物理", "大学物理"), this.office);
		this.jobs.importAll(id, this.service.chooseAll(id, true, secretary), secretary);
		assertThat(page(id).outcome("REFUSED")).as("the course was made after the trial").isEqualTo(1);
		assertThat(found(id, "BLOCKED")).containsExactly("一 C2 is-course", "一 D2 is-course");
		assertThat(only("高等数学", "2023-2024", "N3").shown()).isEqualTo("55");
		assertThat(this.marks.person(person("N3"))).hasSize(1);
	}

	@Test
	void aMarkThatWasEnteredSinceTheTrialIsLeftAlone() {
		aClass();
		Map<String, String> said = Map.of();
		long id = tried(new MarkWorkbook().sheet("一").row("学号", "姓名", "劳动", "体测").row("N3", "李娜", 20, 80).write(), said,
				this.office, this.college.committee());
		long same = tried(new MarkWorkbook().sheet("一").row("学号", "姓名", "体测").row("N3", "李娜", 80).write());
		commit(same, false);
		this.marks.item(this.college.branch(), MarkItemCard.score("劳动", "劳动", null), this.office);
		this.marks.enter(MarkEntry.of(person("N3"), "劳动", "2023-2024", "15"), "核对", this.office);
		this.jobs.importAll(id, this.service.chooseAll(id, true, this.office), this.office);
		assertThat(page(id).outcome("REFUSED")).as("somebody corrected it meanwhile").isEqualTo(1);
		assertThat(page(id).outcome("UNCHANGED")).as("the same stands").isEqualTo(1);
		assertThat(found(id, "BLOCKED")).containsExactly("一 C2 changed-meanwhile");
		assertThat(only("劳动", "2023-2024", "N3").shown()).isEqualTo("15");
	}

	@Test
	void whatWasForgottenIsNeitherImportedNorHandedOut() {
		aClass();
		long id = tried(new MarkWorkbook().sheet("一").row("学号", "姓名", "劳动").row("N3", "李娜", 20).write());
		this.retention.forget(id);
		assertThat(page(id).head().forgotten()).isNotNull();
		assertThat(page(id).head().checked()).isFalse();
		assertThatThrownBy(() -> this.service.chooseAll(id, true, this.office)).isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.service.kept(id, this.office)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("forgotten");
		assertThatThrownBy(() -> this.service.file(id, this.office)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("forgotten");
	}

	@Test
	void cellsOfColumnsThatNobodyReadsAreKeptByTheirShapeOnly() {
		aClass();
		long id = surveyed(new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "劳动", "家庭住址", "联系方式")
			.row("N3", "李娜", 20, "长沙市芙蓉路8号", "13800138000")
			.write(), this.office, this.college.committee());
		String layout = this.jdbc.sql("SELECT layout FROM mark_import WHERE id = ?")
			.param(id)
			.query(String.class)
			.single();
		assertThat(layout).contains("家庭住址", "字字字字字字9字", "99999999999").doesNotContain("芙蓉路", "13800138000");
	}

	@Test
	void noItemOfAnAssessmentIsCalledByTheCodeOfACourse() {
		Actor secretary = aClass();
		Path path = new MarkWorkbook().sheet("一").row("学号", "姓名", "劳动", "体测").row("N3", "李娜", 99, 80).write();
		long id = surveyed(path, secretary, this.college.branch());
		assertThatThrownBy(() -> this.service.map(id,
				Map.of("year", "2023-2024", "term", "", "name-0-2", "GX003", "name-0-3", "1050012"), Set.of(0),
				secretary))
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields()).containsOnlyKeys("name-0-2", "name-0-3"));
		assertThatThrownBy(
				() -> this.marks.item(this.college.branch(), MarkItemCard.score("GX003", "高数", null), secretary))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aCourseTakesItsNameBackFromAnAssessment() {
		Actor secretary = aClass();
		MarkWorkbook taken = new MarkWorkbook().sheet("一").row("学号", "姓名", "大学物理").row("N3", "李娜", 99);
		long first = tried(taken.write(), Map.of(), secretary, this.college.branch());
		this.jobs.importAll(first, this.service.chooseAll(first, true, secretary), secretary);
		Path registry = new MarkWorkbook().sheet("成绩")
			.row("学号", "姓名", "课程名称", "总成绩")
			.row("N3", "李娜", "大学物理", 61)
			.write();
		long id = tried(registry);
		assertThat(found(id, "DOUBTFUL")).containsExactly("成绩 D2 takes-score");
		assertThatThrownBy(() -> this.service.chooseAll(id, false, this.office)).as("somebody has to say so")
			.isInstanceOf(Refusal.Invalid.class);
		commit(id, true);
		long person = person("N3");
		assertThat(this.marks.courses("2023-2024", List.of(person)).get(person)).extracting(MarkValue::shown)
			.containsExactly("61");
		assertThat(only("大学物理", "2023-2024", "N3").shown()).as("no assessment counts as the course").isEqualTo("61");
		assertThat(only("大学物理（测评）", "2023-2024", "N3").shown()).isEqualTo("99");
		long again = tried(taken.write(), Map.of(), secretary, this.college.branch());
		assertThat(found(again, "BLOCKED")).containsExactly("一 C2 is-course");
	}

	@Test
	void aScoreIsMeasuredByItsItemWhateverTheSheetSays() {
		aClass();
		this.marks.item(this.college.branch(), MarkItemCard.score("思想品德", "思想品德", BigDecimal.valueOf(25)), this.office);
		long id = tried(new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "思想品德")
			.row("N3", "李娜", 26)
			.row("N4", "阿依·古丽", 25)
			.row("N5", "欧阳䶮", 25.5)
			.write());
		assertThat(found(id, "DOUBTFUL")).containsExactly("一 C2 range", "一 C4 range");
	}

	@Test
	void nobodyChangesTheOwnMarkByASheet() {
		aClass();
		long self = person("N3");
		this.fixture.appoint(self, Roles.BRANCH_SECRETARY, this.college.branch());
		Actor secretary = this.fixture.actor(self);
		this.marks.item(this.college.branch(), MarkItemCard.score("思想品德", "思想品德", BigDecimal.valueOf(25)), this.office);
		this.marks.enter(MarkEntry.of(self, "思想品德", "2023-2024", "10"), "评定", this.office);
		Path path = new MarkWorkbook().sheet("一").row("学号", "姓名", "思想品德").row("N3", "李娜", 25).write();
		long id = tried(path, Map.of(), secretary, this.college.branch());
		assertThat(page(id).rows()).singleElement()
			.satisfies((mark) -> assertThat(mark.finding().key()).isEqualTo("refusal.marks.own"));
		assertThatThrownBy(() -> this.service.chooseAll(id, true, secretary)).isInstanceOf(Refusal.Invalid.class);
		assertThat(only("思想品德", "2023-2024", "N3").shown()).isEqualTo("10");
	}

	@Test
	void numbersAreTakenAsTheyAreStoredNotAsTheyAreShown() {
		aClass();
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "加减分", "扣分", "成绩甲", "总分")
			.row("N3", "李娜", -2, -2, 89.96, 85.96)
			.row("N4", "阿依·古丽", -1, -3, 60, 56)
			.format(1, 2, "0.00;[Red]0.00")
			.format(1, 3, "0.00_);(0.00)")
			.format(1, 4, "0")
			.format(1, 5, "0")
			.write();
		long id = tried(path);
		assertThat(page(id).verdict("CLEAN")).isEqualTo(6);
		commit(id, false);
		assertThat(only("加减分", "2023-2024", "N3").shown()).isEqualTo("-2");
		assertThat(only("扣分", "2023-2024", "N3").shown()).isEqualTo("-2");
		assertThat(only("成绩甲", "2023-2024", "N3").shown()).isEqualTo("89.96");
	}

	@Test
	void sumsOfNotesAndCreditsStayTheSameAndCorrectionsOutliveThem() {
		aClass();
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "加减分项", "高等数学[GX003](5.0)")
			.row("N3", "李娜", "卫生+0.5，志愿+1.5", 90)
			.row("N4", "阿依·古丽", "获奖+1.50", 80)
			.write();
		byte[] same = org.leagueflow.sheet.ImportWorker.bytes(path);
		commit(tried(path), false);
		this.marks.enter(MarkEntry.of(person("N3"), "加减分项", "2023-2024", "3"), "漏记一次", this.office);
		this.marks.enter(MarkEntry.of(person("N4"), "GX003", "2023-2024", "81"), "教务更正", this.office);
		long again = tried(MarkWorkbook.changed(same, (workbook) -> {
		}));
		assertThat(page(again).plan("UNCHANGED")).isEqualTo(4);
		assertThat(found(again, "WARNED")).containsExactly("一 C2 corrected", "一 D3 corrected");
	}

	@Test
	void noSingleCellEndsAFile() {
		aClass();
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "劳动", "加减分项")
			.row("N3", "李娜", "八点一二三四五六七八九", "迟到-1")
			.row("N4", "阿依·古丽", "1E-99999999", "联系电话+8613812345678")
			.row("N5", "欧阳䶮", "1E99999999999", "值日+1")
			.row("N6", "司徒玥", "九".repeat(1_900), "志愿+1")
			.row("N1", "张伟", "\\\"<&>".repeat(300), "班长+2")
			.row("N2", "张伟", 8, "班长+2")
			.write();
		long id = tried(path, Map.of("role-0-2", "SCORE", "name-0-2", "劳动"), this.office, this.college.branch());
		assertThat(found(id, "BLOCKED")).containsExactly("一 C2 no-mark", "一 C3 no-mark", "一 D3 no-mark", "一 C4 no-mark",
				"一 C5 no-mark", "一 C6 no-mark");
		commit(id, false);
		assertThat(page(id).outcome("CREATED")).isEqualTo(6);
		long next = surveyed(new MarkWorkbook().sheet("一").row("学号", "劳动").row("N3", 1).write(), this.office,
				this.college.branch());
		assertThatThrownBy(() -> this.service.map(next,
				Map.of("year", "2023-2024", "term", "", "credit-0-1", "10000000"), Set.of(0), this.office))
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields()).containsOnlyKeys("credit-0-1"));
	}

	@Test
	void everyMarkThatStandsTwiceIsFoundHoweverManyThereAre() {
		aClass();
		long id = surveyed(new MarkWorkbook().sheet("一").row("学号", "劳动").row("N3", 1).write(), this.office,
				this.college.branch());
		int run = this.service.map(id, Map.of("year", "2023-2024", "term", ""), Set.of(0), this.office);
		List<StagedMark> cells = new java.util.ArrayList<>();
		for (int i = 0; i < 21_002; i++) {
			StagedMark mark = new StagedMark("一", i + 2, 1, "某人", "N" + i / 2, String.valueOf(i));
			mark.personId = (long) i / 2 + 1;
			mark.item = "劳动";
			mark.itemName = "劳动";
			mark.period = "2023-2024";
			mark.points = BigDecimal.valueOf(i % 2 + (long) (i / 21_000) * i);
			mark.plan = StagedMark.Plan.NEW;
			cells.add(mark);
		}
		cells.get(0).points = BigDecimal.ONE;
		this.cells.insert(id, cells);
		this.service.checked(id, run);
		assertThat(page(id).plan("NEW")).as("the first pair is the same and taken once").isEqualTo(1);
		assertThat(page(id).verdict("BLOCKED")).isEqualTo(21_000);
		assertThat(page(id).verdict("WARNED")).isEqualTo(1);
	}

	@Test
	void workThatWasStartedAnewDoesNothingTwice() {
		aClass();
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "姓名", "劳动")
			.row("N3", "李娜", 20)
			.row("N4", "阿依·古丽", 10)
			.write();
		long id = surveyed(path, this.office, this.college.branch());
		Map<String, String> said = Map.of("year", "2023-2024", "term", "");
		int first = this.service.map(id, said, Set.of(0), this.office);
		MarkTrial earlier = this.service.trial(id, first, this.office).orElseThrow();
		assertThatThrownBy(() -> this.service.mapAgain(id, this.office)).isInstanceOf(Refusal.Conflict.class);
		silence(id);
		this.service.waits(id, first);
		assertThatThrownBy(() -> this.service.mapAgain(id, this.office)).as("it waits for its turn")
			.isInstanceOf(Refusal.Conflict.class);
		silence(id);
		this.service.mapAgain(id, this.office);
		int second = this.service.map(id, said, Set.of(0), this.office);
		this.jobs.check(id, first, this.office);
		assertThat(page(id).count()).isZero();
		assertThatThrownBy(() -> this.service.check(earlier, List.of()))
			.isInstanceOf(org.leagueflow.sheet.StaleRunException.class);
		this.service.fail(id, first, org.leagueflow.kernel.Message.of("refusal.sheet.failed"));
		this.jobs.check(id, second, this.office);
		this.jobs.check(id, second, this.office);
		assertThat(page(id).plan("NEW")).isEqualTo(2);
		int chosen = this.service.chooseAll(id, false, this.office);
		assertThat(this.service.importNext(id, chosen, 0, 1, false, this.office).marks()).isEqualTo(1);
		silence(id);
		int resumed = this.service.resume(id, this.office);
		this.jobs.importAll(id, chosen, this.office);
		assertThat(page(id).head().state()).isEqualTo("IMPORTING");
		this.jobs.importAll(id, resumed, this.office);
		assertThat(page(id).outcome("CREATED")).isEqualTo(2);
		this.jobs.importAll(id, resumed, this.office);
		assertThat(page(id).head().state()).isEqualTo("IMPORTED");
	}

	private void silence(long id) {
		this.jdbc.sql("UPDATE mark_import SET heartbeat = ? WHERE id = ?")
			.params(java.time.LocalDateTime.of(2020, 1, 1, 0, 0), id)
			.update();
	}

	@Test
	void aSheetsNameAndItsTitleMustMeanOneClass() {
		long one = named("计算机1班");
		long twelve = named("计算机12班");
		people(List.of(new Object[] { one, "王强", "J1" }, new Object[] { twelve, "王强", "J2" },
				new Object[] { one, "赵敏", "J3" }));
		Path path = new MarkWorkbook().sheet("表")
			.row("计算机1班2023-2024学年综合测评")
			.row("姓名", "劳动")
			.row("王强", 5)
			.sheet("计算机12班")
			.row("计算机1班2023-2024学年综合测评")
			.row("姓名", "劳动")
			.row("王强", 6)
			.row("陌生", 6)
			.write();
		long id = tried(path, Map.of(), this.office, this.college.generalBranch());
		assertThat(page(id).rows()).filteredOn((mark) -> mark.personId() != null)
			.extracting(StagedMark::personId)
			.containsExactly(person("J1"), person("J2"));
		assertThat(found(id, "DOUBTFUL")).containsExactly("计算机12班 B3 class-unclear");
	}

	@Test
	void sheetsBeyondTheLastOneThatIsReadAreNoSecret() {
		MarkWorkbook workbook = new MarkWorkbook();
		for (int i = 0; i < 201; i++) {
			workbook.sheet("表" + i).row("学号", "劳动").row("N3", 1);
		}
		long id = surveyed(workbook.write(), this.office, this.college.branch());
		assertThat(page(id).head().failure().key()).isEqualTo("refusal.marks.too-many-sheets");
	}

	@Test
	void whatIsNotReadLeavesNoCopyOfItsCells() {
		aClass();
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "身份证号", "家长", "劳动")
			.row("N3", "110101200601011234", "110101197001015678", 20)
			.write();
		long id = tried(path, Map.of("role-0-2", "IGNORED"), this.office, this.college.branch());
		assertThat(this.jdbc.sql("SELECT layout FROM mark_import WHERE id = ?").param(id).query(String.class).single())
			.doesNotContain("110101");
		assertThat(this.jdbc.sql("SELECT mapping FROM sheet_mapping WHERE unit_id = ?")
			.param(this.college.branch())
			.query(String.class)
			.single()).doesNotContain("110101", "N3");
	}

	@Test
	void whatIsNoWorkbookOrHasNoHeadingIsSaidInWords() throws IOException {
		long id = surveyed(Files.writeString(Files.createTempFile("marks", ".xlsx"), "<html>"), this.office,
				this.college.branch());
		assertThat(page(id).head().failure().key()).isEqualTo("refusal.sheet.html");
		long none = surveyed(new MarkWorkbook().sheet("一").row("项目", "分值").row("德育", 20).write(), this.office,
				this.college.branch());
		assertThat(page(none).head().failure().key()).isEqualTo("refusal.marks.no-heading");
	}

	@Test
	void whatWasFoundIsDownloadedCellByCell() throws IOException {
		sixClasses();
		long id = tried(MarkWorkbook.given("assessment-class-sheets.xlsx"));
		try (java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
			this.export.findings(id, java.util.Locale.SIMPLIFIED_CHINESE, out);
			MarkWorkbook.changed(out.toByteArray(), (workbook) -> {
				assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(8);
				assertThat(workbook.getSheetAt(0).getRow(1).getCell(7).getStringCellValue()).contains("超出范围");
			});
		}
	}

}
