package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Measures the one picture and the page of the year, rendered, with 60,000 items of a
 * county, 40 schools and 1,200 branches in June, and what all indicators come to. Prints
 * times and asserts none. {@code mvn -Pbench test -Dtest=PlanViewBench} runs on MySQL
 * where it is given, else H2.
 */
@StoryTest
class PlanViewBench {

	private static final int SCHOOLS = 40;

	private static final int BRANCHES = 30;

	private static final int ROUNDS = 40;

	private static final int WARM_UP = 10;

	private static final int LARGEST = 200;

	private static final LocalDate TODAY = LocalDate.of(2025, 6, 16);

	@Autowired
	PlanStory story;

	@Autowired
	PeopleFixture people;

	@Autowired
	PlanFigures figures;

	@Autowired
	ProgressEntries entries;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	MockMvc mvc;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void sixtyThousandItems() throws Exception {
		this.story.at(TODAY);
		long county = this.people.unit(null, UnitKind.COUNTY_COMMITTEE, null);
		Actor leader = this.people.holder(Roles.COUNTY_COMMITTEE, county);
		plan(county, LARGEST);
		long school = 0;
		for (int i = 0; i < SCHOOLS; i++) {
			school = this.people.unit(county, UnitKind.COMMITTEE, null);
			plan(school, 100);
			for (int j = 0; j < BRANCHES; j++) {
				plan(this.people.unit(school, UnitKind.BRANCH, "CLASS"), 46 + j % 2);
			}
		}
		String path = this.story.directory.unit(county).path();
		fill(path);
		assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM plan_line l JOIN plan p ON p.published_id ="
				+ " l.edition_id WHERE p.unit_path LIKE ?", Long.class, path + "%"))
			.isEqualTo(60_000);
		long ofCounty = planOf(county);
		measure("one picture of the county", "/plan/" + ofCounty + "/picture", leader);
		measure("one picture of a school", "/plan/" + planOf(school) + "/picture", leader);
		measure("year of the county, 200 items", "/plan/" + ofCounty + "/year", leader);
		measure("year of a school, 100 items", "/plan/" + planOf(school) + "/year", leader);
		measure("bulletin of the county", "/plan/" + ofCounty + "/report", leader);
		List<Long> rolledUp = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			long begun = System.nanoTime();
			Map<Long, PlanTotal> totals = this.figures.totals(2025, path + "%");
			rolledUp.add(System.nanoTime() - begun);
			assertThat(totals).hasSize(5 * (1 + SCHOOLS + SCHOOLS * BRANCHES));
		}
		print("roll-up of all 6,205 indicators", rolledUp);
		assertThat(this.figures.totals(2025, path + "%")
			.entrySet()
			.stream()
			.filter((one) -> this.entries.own(ofCounty).containsKey(one.getKey()))
			.map((one) -> one.getValue().total().intValue())).containsOnly(1 + SCHOOLS + SCHOOLS * BRANCHES);
	}

	private long planOf(long unit) {
		return this.jdbc.queryForObject("SELECT id FROM plan WHERE unit_id = ?", Long.class, unit);
	}

	private void plan(long unit, int items) {
		this.jdbc.update(
				"INSERT INTO plan (version, unit_id, unit_path, plan_year, title, created_at)"
						+ " VALUES (0, ?, ?, 2025, ?, CURRENT_TIMESTAMP)",
				unit, this.story.directory.unit(unit).path(), Integer.toString(items));
	}

	/**
	 * Item n begins in month n modulo 12; every third that has begun is done, whoever
	 * leads it.
	 */
	private void fill(String county) {
		String numbers = "(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < " + LARGEST
				+ ") SELECT n FROM s) c";
		String ours = " WHERE p.unit_path LIKE '" + county + "%'";
		sql("INSERT INTO plan_edition (version, plan_id, edition_no, state, on_paper, drafted_by, drafted_by_name,"
				+ " drafted_at) SELECT 0, p.id, 1, 'PUBLISHED', FALSE, 0, '系统', CURRENT_TIMESTAMP FROM plan p" + ours);
		sql("UPDATE plan p SET published_id = (SELECT e.id FROM plan_edition e WHERE e.plan_id = p.id)" + ours);
		sql("INSERT INTO plan_item (plan_id, item_no) SELECT p.id, c.n FROM plan p JOIN " + numbers
				+ " ON c.n <= CAST(p.title AS DECIMAL(9))" + ours);
		sql("INSERT INTO plan_line (edition_id, item_id, kind, position_no, content) SELECT p.published_id, i.id,"
				+ " 'MONTHLY', i.item_no, CONCAT('开展主题团日活动', i.item_no) FROM plan_item i JOIN plan p ON p.id = i.plan_id"
				+ ours);
		String month = "LPAD(CAST(MOD(i.item_no, 12) + 1 AS CHAR(2)), 2, '0')";
		sql("INSERT INTO plan_span (edition_id, item_id, span_no, starts_on, ends_on) SELECT p.published_id, i.id, 1,"
				+ " CAST(CONCAT('2025-', " + month + ", '-01') AS DATE), CAST(CASE WHEN MOD(i.item_no, 5) = 0 THEN"
				+ " '2025-12-31' ELSE CONCAT('2025-', " + month + ", '-28') END AS DATE) FROM plan_item i"
				+ " JOIN plan p ON p.id = i.plan_id" + ours);
		sql("INSERT INTO plan_owner (edition_id, item_id, position_no, leads, kind, owner_id, owner_name) SELECT"
				+ " p.published_id, i.id, 1, TRUE, 'UNIT', p.unit_id, '单位' FROM plan_item i JOIN plan p ON p.id = i.plan_id"
				+ ours);
		sql("INSERT INTO assignment (version, plan_id, item_id, unit_id, unit_path, title, lead_kind, lead_id, lead_name,"
				+ " starts_on, planned_on, due_on, percent, stage, accepted, opened_at, completed_on, hold_wanted,"
				+ " held_days, extended, sent_back) SELECT 0, p.id, i.id, p.unit_id, p.unit_path, '开展主题团日活动', 'UNIT',"
				+ " p.unit_id, '单位', s.starts_on, s.ends_on, s.ends_on, MOD(i.item_no * 7, 100), 'execution', TRUE,"
				+ " CURRENT_TIMESTAMP, CASE WHEN MOD(i.item_no, 3) = 0 THEN s.starts_on END, FALSE, 0, 0, 0 FROM plan_span s"
				+ " JOIN plan_item i ON i.id = s.item_id JOIN plan p ON p.id = i.plan_id" + ours
				+ " AND s.starts_on <= '" + TODAY + "'");
		for (int depth = 0; depth < 3; depth++) {
			sql("INSERT INTO plan_indicator (plan_id, indicator_no, parent_id, total, of_total, reports)"
					+ " SELECT p.id, c.n, x.id, 1, 0, 1 FROM plan p JOIN unit u ON u.id = p.unit_id JOIN " + numbers
					+ " ON c.n <= 5 LEFT JOIN plan q ON q.unit_id = u.parent_id LEFT JOIN plan_indicator x"
					+ " ON x.plan_id = q.id AND x.indicator_no = c.n" + ours
					+ " AND LENGTH(p.unit_path) - LENGTH(REPLACE(p.unit_path, '/', '')) = "
					+ (county.chars().filter((one) -> one == '/').count() + depth));
		}
		sql("INSERT INTO plan_indicator_line (edition_id, indicator_id, name, comparator, base_value, measure, roll_up)"
				+ " SELECT p.published_id, i.id, CONCAT('指标', i.indicator_no), 'AT_LEAST', 2500, '人次', 'SUM'"
				+ " FROM plan_indicator i JOIN plan p ON p.id = i.plan_id" + ours);
		sql("INSERT INTO plan_line_indicator (edition_id, item_id, indicator_id) SELECT p.published_id, i.id, x.id"
				+ " FROM plan_item i JOIN plan p ON p.id = i.plan_id JOIN plan_indicator x ON x.plan_id = p.id"
				+ " AND x.indicator_no = MOD(i.item_no, 5) + 1" + ours + " AND i.item_no <= 20");
		if (System.getenv("LEAGUEFLOW_TEST_MYSQL_URL") != null) {
			this.jdbc.queryForList(
					"ANALYZE TABLE plan, plan_line, plan_span, plan_indicator, plan_line_indicator, assignment");
		}
	}

	private void sql(String statement) {
		this.jdbc.update(statement);
	}

	private void measure(String what, String path, Actor by) throws Exception {
		List<Long> times = new ArrayList<>();
		for (int i = 0; i < WARM_UP + ROUNDS; i++) {
			long begun = System.nanoTime();
			int status = this.mvc.perform(get(path).with(Principal.signedIn(by))).andReturn().getResponse().getStatus();
			if (i >= WARM_UP) {
				times.add(System.nanoTime() - begun);
			}
			assertThat(status).isEqualTo(200);
		}
		print(what, times);
	}

	private static void print(String what, List<Long> times) {
		long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
		System.out.printf("Plan view bench: %s: median %d ms, p95 %d ms, worst %d ms%n", what,
				sorted[sorted.length / 2] / 1_000_000, sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1_000_000,
				Arrays.stream(sorted).max().orElse(0) / 1_000_000);
	}

}
