package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of others' sheets are taken for, before anybody said anything. */
class MarkColumnsTests {

	private static MarkLayout layout(Path path) {
		return MarkFile.accept(path).survey("成绩.xlsx", LocalDate.of(2024, 3, 1)).layout();
	}

	/** Letter, role, item, range and term of columns that are read. */
	private static List<String> read(MarkLayout layout) {
		return layout.shapes()
			.stream()
			.flatMap((shape) -> shape.columns().stream())
			.filter((column) -> column.role() != ColumnRole.IGNORED && column.role() != ColumnRole.SERIAL)
			.map((column) -> String.join(" ",
					Stream
						.of(column.letter(), column.role().name(), column.item(),
								(column.role().marks() && column.item() != null) ? MarkBookService.bound(column.low())
										+ ".." + MarkBookService.bound(column.high()) : null,
								column.term().isEmpty() ? null : column.term(),
								(column.credit() != null) ? "credit=" + column.credit() : null)
						.filter((part) -> part != null)
						.toList()))
			.toList();
	}

	@Test
	void classSheetsWithTheMaximumInTheHeading() {
		MarkLayout layout = layout(MarkWorkbook.given("assessment-class-sheets.xlsx"));
		assertThat(layout.year()).isEqualTo("2023-2024");
		assertThat(layout.sheets()).extracting(MarkLayout.Sheet::name)
			.containsExactly("铁道机车24101班", "铁道机车24201班", "城轨运营24101班", "城轨运营24201班", "铁道供电24101班", "铁道供电24201班");
		assertThat(layout.sheets()).allMatch((sheet) -> sheet.lines() == 40 && sheet.shape() == 0 && sheet.chosen());
		assertThat(read(layout)).containsExactly("B NAME", "C STUDENT_NUMBER", "D CLASS", "E NOTE 思想品德/加减分项 …..…",
				"F SCORE 思想品德 0..25", "G NOTE 社会工作/加减分项 …..…", "H SCORE 社会工作 0..20", "I NOTE 科研及科技创新/加减分项 …..…",
				"J SCORE 科研及科技创新 0..20", "K NOTE 文体活动/加减分项 …..…", "L SCORE 文体活动 0..15", "M NOTE 集体建设/加减分项 …..…",
				"N SCORE 集体建设 0..20", "O TOTAL");
	}

	@Test
	void threeHeadingRowsWithOverlappingRanges() {
		MarkLayout layout = layout(MarkWorkbook.given("assessment-three-rows.xlsx"));
		assertThat(layout.sheets()).singleElement().satisfies((sheet) -> assertThat(sheet.lines()).isEqualTo(40));
		assertThat(read(layout)).containsExactly("A STUDENT_NUMBER", "B NAME", "C SCORE 德育素质/思想品德 0..6",
				"D SCORE 德育素质/组织纪律 0..5", "E SCORE 德育素质/学习态度 0..4", "F SCORE 德育素质/集体观念 0..5",
				"G SCORE 德育素质/日常行为/基本分 0..10", "H SCORE 德育素质/日常行为/加减分 …..…", "I SCORE 智育素质/学习成绩 0..55",
				"J SCORE 智育素质/奖惩项/加分 0..…", "K SCORE 智育素质/奖惩项/减分 …..0", "L SCORE 体育素质/体育课成绩 0..4",
				"M SCORE 体育素质/课外锻炼 0..2", "N SCORE 体育素质/体质状况 0..2", "O SCORE 体育素质/竞技能力 0..2", "P TOTAL");
	}

	@Test
	void twoTablesSideBySideWithMonthsOfTheSchoolYear() {
		MarkLayout layout = layout(MarkWorkbook.given("deductions-side-by-side.xlsx"));
		assertThat(layout.year()).isEqualTo("2023-2024");
		assertThat(layout.yearWhy().key()).isEqualTo("marks.why.year-today");
		assertThat(read(layout)).containsExactly("B STUDENT_NUMBER", "C NAME", "D SCORE 第二课堂/二课学时 0..…",
				"G STUDENT_NUMBER", "H NAME", "I SCORE 日常扣分/基础分 0..…", "J SCORE 日常扣分/每月 …..0 2023-09",
				"K SCORE 日常扣分/每月 …..0 2023-10", "L SCORE 日常扣分/每月 …..0 2023-11", "M SCORE 日常扣分/每月 …..0 2023-12",
				"N SCORE 日常扣分/每月 …..0 2024-01", "O TOTAL");
		assertThat(layout.shapes().get(0).columns()).filteredOn((column) -> column.place() > 4)
			.allMatch((column) -> column.table() == 1);
	}

	@Test
	void theRegistrysLongTable() {
		MarkLayout layout = layout(MarkWorkbook.given("grades-registry.xlsx"));
		assertThat(read(layout)).containsExactly("A STUDENT_NUMBER", "B NAME", "C CLASS", "D TERM", "E COURSE_CODE",
				"F COURSE_NAME", "H CREDIT", "I POINTS", "L ATTEMPT");
		assertThat(layout.sheets().get(0).lines()).isEqualTo(1821);
	}

	@Test
	void coursesAsColumnsWithCodeAndCreditInBrackets() {
		Path path = new MarkWorkbook().sheet("2023-2024学年第一学期")
			.row("学号", "姓名", "高等数学[GX003](5.0)", "GX002大学英语(4学分)", "大学英语2", "体育（满分100）", "军训(2学分)", "思政(30%)", "排名",
					null)
			.row("1", "张三", 88, 77, 66, 90, 85, 70, 1, 5)
			.row("2", "李四", 78, 67, 86, 91, 75, 71, 2, 6)
			.write();
		MarkLayout layout = layout(path);
		assertThat(layout.year() + layout.term()).isEqualTo("2023-20241");
		assertThat(read(layout)).containsExactly("A STUDENT_NUMBER", "B NAME", "C SCORE GX003 0..100 credit=5.0",
				"D SCORE GX002 0..100 credit=4", "E SCORE 大学英语 0..…", "F SCORE 体育 0..100", "G SCORE 军训 0..100 credit=2",
				"H SCORE 思政 0..…");
		assertThat(layout.shapes().get(0).columns()).filteredOn((column) -> column.path().isEmpty())
			.singleElement()
			.satisfies((column) -> assertThat(column.why().key()).isEqualTo("marks.why.no-title"));
	}

	@Test
	void headingsOfTwoRowsWithoutAnyMergedCell() {
		Path path = new MarkWorkbook().sheet("一班")
			.row("一班综合测评")
			.row("姓名", "班级", "德育", null, "智育")
			.row(null, null, "基础分（满分70）", "加减分", "成绩（满分100）")
			.row("张三", "一班", 60, -2, 88)
			.write();
		assertThat(read(layout(path))).containsExactly("A NAME", "B CLASS", "C SCORE 德育/基础分 0..70", "D SCORE 加减分 …..…",
				"E SCORE 智育 0..100");
	}

	@Test
	void monthsWithWordsBehindThem() {
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "9月扣分", "10月扣分", "2024年1月考勤", "3月份")
			.row("1", -1, 0, 5, 2)
			.write();
		assertThat(read(layout(path))).containsExactly("A STUDENT_NUMBER", "B SCORE 扣分/每月 …..0 2023-09",
				"C SCORE 扣分/每月 …..0 2023-10", "D SCORE 考勤/每月 0..… 2024-01", "E SCORE 每月 0..… 2024-03");
	}

	@ParameterizedTest
	@CsvSource({ "建筑类2402班,建筑2402", "建筑2402班团支部,建筑类2402", "建筑 2402 级班,建筑2402", "铁道机车24101班,铁道机车24101班团支部",
			"计算机（2402）班,计算机2402", "２０２３级会计1班,2023会计1", "信息一班,信息一班团支部" })
	void aClassIsTheSameHoweverItIsWritten(String one, String other) {
		assertThat(ClassName.same(one, other)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "建筑2402,建筑2401", "建筑2402,建造2402", "信息一班,信息二班", "会计24101,会计2410", "计算机1-2班,计算机12班" })
	void twoClassesStayTwo(String one, String other) {
		assertThat(ClassName.same(one, other)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "计算机1班2023-2024学年综合测评,计算机1班,true", "计算机1班2023-2024学年综合测评,计算机12班,false",
			"建筑类2402班综合测评表,建筑2402班团支部,true", "建筑24021班综合测评,建筑2402班,false", "2023级会计11班成绩,会计1班,false",
			"2023级会计1班成绩,2023级会计1班团支部,true", "信息十一班综合测评,信息十班,false", "信息十一班综合测评,信息十一班,true", "软件24A班,软件24班,false",
			"计算机11班与计算机1班,计算机1班,true" })
	void aTitleNamesAClassAndNoLongerNumber(String title, String className, boolean named) {
		assertThat(ClassName.names(title, className)).isEqualTo(named);
	}

	@Test
	void numbersInTitlesThatNoMarkCanReachAreNoMaximum() {
		Path path = new MarkWorkbook().sheet("一")
			.row("学号", "活动13812345678901234567890", "体育（99999999学分）", "军训[JX0001](2.00001)")
			.row("1", 3, 4, 5)
			.write();
		assertThat(read(layout(path))).containsExactly("A STUDENT_NUMBER", "B SCORE 活动 0..…",
				"C SCORE 体育(99999999学分) 0..…", "D SCORE JX0001 0..100");
	}

}
