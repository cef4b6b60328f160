package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures a scholarship for 20,000 applicants in 600 classes as it is run: conditions of
 * all, ranking of all, ranking anew after a correction; beside them one query that
 * computes and ranks the same in SQL. Prints times and asserts none.
 * {@code mvn -Pbench test -Dtest=RankingBench} runs on MySQL where it is given, else H2.
 */
@StoryTest
@Tag("limited-heap")
class RankingBench {

	private static final int CLASSES = 600;

	private static final int COURSES = 10;

	private static final String WINDOW = """
			SELECT n.id, s.score, RANK() OVER (ORDER BY s.score DESC) AS rank_no
			FROM award_nomination n JOIN (
			  SELECT m.person_id, ROUND(SUM(CASE WHEN i.category = 'COURSE' THEN m.points * m.credit END)
			    / SUM(CASE WHEN i.category = 'COURSE' THEN m.credit END) * 0.8
			    + MAX(CASE WHEN i.category = 'SCORE' THEN m.points END) * 0.2, 2) AS score
			  FROM mark m JOIN mark_item i ON i.id = m.item_id
			  WHERE m.period = '2023-2024' AND i.unit_id = ? GROUP BY m.person_id) s ON s.person_id = n.subject_id
			WHERE n.batch_id = ? AND n.state = 'ELIGIBLE'""";

	@Autowired
	BatchRankingService ranking;

	@Autowired
	BatchService batches;

	@Autowired
	Batches books;

	@Autowired
	Nominations nominations;

	@Autowired
	AwardFixture editions;

	@Autowired
	PeopleFixture people;

	@Autowired
	BusinessClock clock;

	@Autowired
	JdbcTemplate rows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void aSchoolOfTwentyThousand() throws IOException {
		int applicants = Integer.getInteger("leagueflow.bench.applicants", 20_000);
		PeopleFixture.College college = this.people.college();
		Actor office = this.people.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		Batch batch = this.books.findById(batch(college, office)).orElseThrow();
		fill(college, batch, applicants);
		long idle = used();
		long began = System.nanoTime();
		measured("conditions of all", 1, () -> this.ranking.checkConditions(batch.caseId()));
		assertThat(this.nominations.states(batch.id()).get(NominationState.ELIGIBLE)).isBetween(applicants / 2,
				applicants);
		measured("first ranking, all rows written", 1, () -> this.ranking.rank(batch.caseId()));
		System.out.printf("ranking bench | conditions and ranking of the whole batch %.1f s, heap %d MB beyond idle%n",
				(System.nanoTime() - began) / 1e9, used() - idle);
		double sql = measured("one window-function query", 5, () -> window(college.committee(), batch.id()));
		double again = measured("ranking again, nothing moved", 5, () -> this.ranking.rank(batch.caseId()));
		System.out.printf("ranking bench | ranking is %.1f times the query%n", again / sql);
		agrees(college.committee(), batch.id());
		corrections(batch.id(), applicants);
		measured("ranking after a correction, whole school", 3, () -> corrected(batch));
		long small = oneClass(college, office, batch);
		Batch ofClass = this.books.findById(small).orElseThrow();
		this.ranking.checkConditions(ofClass.caseId());
		this.ranking.rank(ofClass.caseId());
		measured("ranking after a correction, one class", 9, () -> corrected(ofClass));
	}

	private long batch(PeopleFixture.College college, Actor office) throws IOException {
		try (InputStream json = RankingBench.class.getResourceAsStream("/award/scholarship.json")) {
			String shipped = new String(json.readAllBytes(), StandardCharsets.UTF_8);
			AwardDefinition definition = Json.read(shipped.replace("\"YEAR\"", "\"EVER\""), AwardDefinition.class);
			long edition = this.editions.edition(college.committee(), definition);
			return this.batches.announce(
					new BatchService.Announcing(edition, "奖学金", "2023-2024", this.clock.today().plusDays(7), null),
					office);
		}
	}

	private void fill(PeopleFixture.College college, Batch batch, int applicants) {
		Random random = new Random(13);
		List<Long> items = new ArrayList<>();
		for (int i = 0; i <= COURSES; i++) {
			String key = (i < COURSES) ? "GX%03d".formatted(i) : "德育考评";
			this.jdbc
				.sql("INSERT INTO mark_item (unit_id, item_key, name, category, low, high, pass, version)"
						+ " VALUES (?, ?, ?, ?, 0, 100, ?, 0)")
				.params(college.committee(), key, (i < COURSES) ? "课程" + i : key, (i < COURSES) ? "COURSE" : "SCORE",
						(i < COURSES) ? 60 : null)
				.update();
			items.add(this.jdbc.sql("SELECT id FROM mark_item WHERE unit_id = ? AND item_key = ?")
				.params(college.committee(), key)
				.query(Long.class)
				.single());
		}
		for (int at = 0; at < CLASSES; at++) {
			long unit = this.people.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
			int from = at * applicants / CLASSES;
			int to = (at + 1) * applicants / CLASSES;
			people(unit, from, to);
			List<Long> members = this.jdbc.sql("SELECT id FROM person WHERE unit_id = ?")
				.param(unit)
				.query(Long.class)
				.list();
			marks(members, items, random);
			nominate(batch.id(), unit);
		}
	}

	private void people(long unit, int from, int to) {
		List<Object[]> members = new ArrayList<>();
		for (int i = from; i < to; i++) {
			members.add(new Object[] { unit, "学生" + i, "R%08d".formatted(i) });
		}
		this.rows.batchUpdate("INSERT INTO person (unit_id, name, student_number, staff, party_member, restricted,"
				+ " active, version) VALUES (?,?,?,FALSE,FALSE,FALSE,TRUE,0)", members);
	}

	private void marks(List<Long> members, List<Long> items, Random random) {
		List<Object[]> marks = new ArrayList<>();
		for (long member : members) {
			for (int i = 0; i < items.size(); i++) {
				boolean course = i < COURSES;
				int points = (random.nextInt(200) == 0) ? 40 : 60 + random.nextInt(41);
				marks.add(new Object[] { member, items.get(i), "2023-2024", (i < 5) ? "1" : course ? "2" : "", points,
						course ? 1 + i % 4 : null, String.valueOf(points) });
			}
		}
		this.rows.batchUpdate("INSERT INTO mark (person_id, item_id, period, term, attempt, points, credit, raw_text,"
				+ " entered_by, entered_by_name, entered_at, reason, version)"
				+ " VALUES (?,?,?,?,0,?,?,?,1,'教务','2024-07-01 00:00:00','导入',0)", marks);
	}

	private void nominate(long batch, long unit) {
		this.jdbc
			.sql("INSERT INTO award_nomination (batch_id, subject_kind, subject_id, subject_name, unit_id, unit_name,"
					+ " unit_path, own, nominated_by, grounds, state, nominated_at)"
					+ " SELECT ?, 'PERSON', p.id, p.name, u.id, u.name, u.path, FALSE, 1, '成绩优秀', 'NOMINATED',"
					+ " '2024-09-01 00:00:00' FROM person p JOIN unit u ON u.id = p.unit_id WHERE u.id = ?")
			.params(batch, unit)
			.update();
	}

	private List<String> window(long school, long batch) {
		return this.jdbc.sql(WINDOW)
			.params(school, batch)
			.query((row, number) -> row.getLong(1) + " " + row.getBigDecimal(2).stripTrailingZeros().toPlainString()
					+ " " + row.getInt(3))
			.list();
	}

	/** What was ranked is what SQL ranks. */
	private void agrees(long school, long batch) {
		List<String> ranked = this.nominations.eligible(batch)
			.stream()
			.map((one) -> one.id() + " " + one.scoreText() + " " + one.rank())
			.toList();
		assertThat(ranked).containsExactlyInAnyOrderElementsOf(window(school, batch));
	}

	/** Somebody was recounted, and a list of corrections has grown. */
	private void corrections(long batch, int applicants) {
		this.jdbc
			.sql("INSERT INTO award_correction (batch_id, nomination_id, component, points, reason, by_person, by_name,"
					+ " made_at) SELECT batch_id, id, 'conduct', 77, '复核', 1, '复核人', '2024-09-02 00:00:00'"
					+ " FROM award_nomination WHERE batch_id = ? AND place_no = ?")
			.params(batch, applicants / 40)
			.update();
	}

	private void corrected(Batch batch) {
		long one = this.jdbc.sql("SELECT MIN(id) FROM award_nomination WHERE batch_id = ? AND state = 'ELIGIBLE'")
			.param(batch.id())
			.query(Long.class)
			.single();
		this.jdbc
			.sql("INSERT INTO award_correction (batch_id, nomination_id, component, points, reason, by_person, by_name,"
					+ " made_at) VALUES (?, ?, 'conduct', ?, '复核', 1, '复核人', '2024-09-02 00:00:00')")
			.params(batch.id(), one, 60 + new Random().nextInt(40))
			.update();
		this.ranking.rank(batch.caseId());
	}

	/** A batch of one class of the same people. */
	private long oneClass(PeopleFixture.College college, Actor office, Batch school) throws IOException {
		long batch = batch(college, office);
		long unit = this.jdbc.sql("SELECT MIN(unit_id) FROM award_nomination WHERE batch_id = ?")
			.param(school.id())
			.query(Long.class)
			.single();
		nominate(batch, unit);
		this.jdbc.sql("UPDATE award_batch SET period = '2023-2024' WHERE id = ?").param(batch).update();
		this.jdbc.sql("UPDATE award_batch SET outcome = 'cancelled' WHERE id = ?").param(school.id()).update();
		return batch;
	}

	private static long used() {
		System.gc();
		return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
	}

	/** The fastest of some rounds, in seconds. */
	private static double measured(String what, int rounds, Runnable work) {
		OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		double fastest = Double.MAX_VALUE;
		double cpu = 0;
		for (int round = 0; round < rounds; round++) {
			long began = System.nanoTime();
			long before = machine.getProcessCpuTime();
			work.run();
			double seconds = (System.nanoTime() - began) / 1e9;
			if (seconds < fastest) {
				fastest = seconds;
				cpu = (machine.getProcessCpuTime() - before) / 1e9;
			}
		}
		System.out.printf("ranking bench | %-42s | %8.3f s | %8.3f s of CPU here | heap %4d MB%n", what, fastest, cpu,
				(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
		return fastest;
	}

}
