package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how long the registry's marks of a whole school take, from file to books and
 * again unchanged; prints times and asserts none.
 * {@code mvn -Pbench test -Dtest=MarkBench} takes 200,000 lines
 * ({@code -Dleagueflow.bench.marks}) on MySQL, or else H2, in a machine with 512 MB of
 * heap.
 */
@StoryTest
@Tag("limited-heap")
class MarkBench {

	private static final int COURSES = 10;

	private static final int CLASS_SIZE = 40;

	@Autowired
	MarkImportService service;

	@Autowired
	MarkJobs jobs;

	@Autowired
	Marks marks;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcTemplate batches;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theMarksOfAWholeSchool() throws IOException {
		int lines = Integer.getInteger("leagueflow.bench.marks", 200_000);
		int people = lines / COURSES;
		PeopleFixture.College college = this.fixture.college();
		Actor by = this.fixture.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		people(college, people);
		Path first = workbook(people);
		byte[] same = Files.readAllBytes(first);
		long id = this.service.open(college.committee(), "bench.xlsx", by);
		Instant start = Instant.now();
		time("survey", lines, () -> this.jobs.survey(id, first, "bench.xlsx"));
		int run = this.service.map(id, Map.of("year", "2023-2024", "term", ""), Set.of(0), by);
		time("check of new marks", lines, () -> this.jobs.check(id, run, by));
		int[] chosen = { 0 };
		time("choice", lines, () -> chosen[0] = this.service.chooseAll(id, false, by));
		time("import", lines, () -> this.jobs.importAll(id, chosen[0], by));
		System.out.printf("marks bench | from file to books in %.1f s%n",
				Duration.between(start, Instant.now()).toMillis() / 1000.0);
		assertThat(this.service.page(id, MarkFilter.none(), by).outcome("CREATED")).isEqualTo(lines);
		long again = this.service.open(college.committee(), "bench.xlsx", by);
		Path second = Files.write(Files.createTempFile("marks-bench", ".xlsx"), same);
		this.jobs.survey(again, second, "bench.xlsx");
		int rerun = this.service.map(again, Map.of("year", "2023-2024", "term", ""), Set.of(0), by);
		time("check of the same marks", lines, () -> this.jobs.check(again, rerun, by));
		assertThat(this.service.page(again, MarkFilter.none(), by).plan("UNCHANGED")).isEqualTo(lines);
		time("page of findings", 1, () -> this.service.page(id, MarkFilter.none(), by));
		List<Long> all = this.jdbc.sql("SELECT DISTINCT person_id FROM mark_import_cell WHERE import_id = ?")
			.param(id)
			.query(Long.class)
			.list();
		time("all courses of all people", lines, () -> this.marks.courses("2023-2024", all));
	}

	private void people(PeopleFixture.College college, int people) {
		List<Object[]> rows = new ArrayList<>();
		long unit = 0;
		for (int i = 0; i < people; i++) {
			if (i % CLASS_SIZE == 0) {
				unit = this.fixture.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
			}
			rows.add(new Object[] { unit, "学生" + i, "B%08d".formatted(i) });
		}
		this.batches.batchUpdate("INSERT INTO person (unit_id, name, student_number, staff, party_member, restricted,"
				+ " active, version) VALUES (?, ?, ?, FALSE, FALSE, FALSE, TRUE, 0)", rows);
	}

	private static Path workbook(int people) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
			Sheet sheet = workbook.createSheet("成绩");
			Row heading = sheet.createRow(0);
			List<String> titles = List.of("学号", "姓名", "成绩获得学年学期", "课程代码", "课程名称", "课程学分", "总成绩", "修读类别");
			for (int i = 0; i < titles.size(); i++) {
				heading.createCell(i).setCellValue(titles.get(i));
			}
			int next = 1;
			for (int i = 0; i < people; i++) {
				for (int course = 0; course < COURSES; course++) {
					Row row = sheet.createRow(next++);
					row.createCell(0).setCellValue("B%08d".formatted(i));
					row.createCell(1).setCellValue("学生" + i);
					row.createCell(2).setCellValue((course < 5) ? "2023-2024学年秋" : "2023-2024学年春");
					row.createCell(3).setCellValue("GX%03d".formatted(course));
					row.createCell(4).setCellValue("课程" + course);
					row.createCell(5).setCellValue(2.5);
					row.createCell(6).setCellValue(60 + (i * 7 + course * 3) % 40);
					row.createCell(7).setCellValue("初修");
				}
			}
			Path path = Files.createTempFile("marks-bench", ".xlsx");
			try (OutputStream out = Files.newOutputStream(path)) {
				workbook.write(out);
			}
			return path;
		}
	}

	/**
	 * What this process used of the processors, in nanoseconds; the database's is not in
	 * it.
	 */
	private static long cpu() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
	}

	private static void time(String what, int lines, Runnable work) {
		Instant start = Instant.now();
		long cpu = cpu();
		work.run();
		System.out.printf("marks bench | %-26s | %6d lines | %6.1f s | %6.1f s of CPU here | heap %4d of %4d MB%n",
				what, lines, Duration.between(start, Instant.now()).toMillis() / 1000.0, (cpu() - cpu) / 1e9,
				(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
				Runtime.getRuntime().maxMemory() >> 20);
	}

}
