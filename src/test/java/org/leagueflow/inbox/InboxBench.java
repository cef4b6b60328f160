package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leagueflow.LeagueFlow;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Utc;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.people.UnitKind;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the to-do list takes through HTTP, by a person with four seats, over items of
 * all processes and stages, of 210 units and with sixty due dates: page 1 and 50, and
 * each filter, with the exact count, which is compared with a count item by item. Run
 * with {@code mvn -Pbench test -Dtest=InboxBench};
 * {@code -Dleagueflow.bench.million=true} adds 1,000,000 items. Prints and asserts no
 * times.
 */
class InboxBench {

	private static final int ROUNDS = Integer.getInteger("leagueflow.bench.rounds", 40);

	private static final int WARM_UP = Integer.getInteger("leagueflow.bench.warm-up", 15);

	private static final Pattern TOTAL = Pattern.compile("role=\"status\">[^<0-9]*([0-9,]+)");

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	/** Seven in a hundred are called 王; the last ones are rare. */
	private static final String[] SURNAMES = "王王王王王王王李李李李李李李张张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐徐孙孙马马朱朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦"
		.split("");

	private static final String[] GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰英华玉珍文建国春梅红云龙飞鹏宇浩然子涵欣怡思远雨泽晨曦".split("");

	private final Random random = new Random(11);

	@Test
	void onMySql() throws Exception {
		if (System.getenv("LEAGUEFLOW_TEST_MYSQL_URL") == null) {
			System.out.println("InboxBench: no LEAGUEFLOW_TEST_MYSQL_URL, MySQL is not measured");
			return;
		}
		System.setProperty("leagueflow.test.db", "mysql");
		try {
			measure("MySQL");
		}
		finally {
			System.clearProperty("leagueflow.test.db");
		}
	}

	private void measure(String database) throws Exception {
		SpringApplication application = new SpringApplication(LeagueFlow.class);
		application.setAdditionalProfiles("test");
		try (ConfigurableApplicationContext context = application.run("--server.port=0")) {
			Items items = new Items(context, this.random);
			Browser browser = new Browser(
					"http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
				.logIn(items.account);
			for (int size : Boolean.getBoolean("leagueflow.bench.million") ? new int[] { 10_000, 200_000, 1_000_000 }
					: new int[] { 10_000, 200_000 }) {
				items.fill(size);
				round(database, size, browser, items);
			}
		}
	}

	private static void round(String database, int size, Browser browser, Items items) throws IOException {
		for (Map.Entry<String, Query> query : items.queries(browser).entrySet()) {
			String path = query.getValue().path();
			int total = number(browser.page(path));
			assertThat(total).as(query.getKey()).isEqualTo(items.count(query.getValue().condition()));
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < WARM_UP + ROUNDS; i++) {
				long begun = System.nanoTime();
				browser.page(path);
				if (i >= WARM_UP) {
					times.add(System.nanoTime() - begun);
				}
			}
			times.sort(null);
			System.out.printf("| %-5s | %,9d open | %-28s | %,9d found | p50 %7.2f ms | p95 %7.2f ms |%n", database,
					size, query.getKey(), total, at(times, 0.5), at(times, 0.95));
		}
	}

	private static int number(String page) {
		Matcher total = TOTAL.matcher(page);
		return total.find() ? Integer.parseInt(total.group(1).replace(",", "")) : 0;
	}

	private static double at(List<Long> sorted, double part) {
		return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1e6;
	}

	/** A page, and what its items have in common. */
	private record Query(String path, String condition) {
	}

	/** The open items, of a person with four seats. */
	private static final class Items {

		private final JdbcTemplate jdbc;

		private final Random random;

		private final LocalDateTime midnight;

		private final List<ProcessInfo> processes;

		private final List<long[]> units = new ArrayList<>();

		private final List<String> paths = new ArrayList<>();

		private final List<String> holders;

		private final String account;

		private int filled;

		Items(ConfigurableApplicationContext context, Random random) {
			this.random = random;
			this.jdbc = context.getBean(JdbcTemplate.class);
			this.processes = context.getBean(Catalogue.class).all();
			BusinessClock clock = context.getBean(BusinessClock.class);
			this.midnight = Utc.column(clock.startOf(clock.today()));
			PeopleFixture people = context.getBean(PeopleFixture.class);
			College college = people.college();
			for (int general = 0; general < 10; general++) {
				long above = people.unit(college.committee(), UnitKind.GENERAL_BRANCH, null);
				unit(above);
				for (int branch = 0; branch < 20; branch++) {
					unit(people.unit(above, UnitKind.BRANCH, "CLASS"));
				}
			}
			long person = people.staff(college.committee());
			people.appoint(person, Roles.LEAGUE_COMMITTEE, college.committee());
			people.appoint(person, Roles.LEAGUE_SECRETARY, college.committee());
			people.appoint(person, Roles.GENERAL_BRANCH, college.generalBranch());
			this.holders = List.of(Holder.seat(Roles.LEAGUE_COMMITTEE, college.committee()),
					Holder.seat(Roles.LEAGUE_SECRETARY, college.committee()),
					Holder.seat(Roles.GENERAL_BRANCH, college.generalBranch()), Holder.person(person));
			this.account = people.account(person);
		}

		private void unit(long id) {
			this.units.add(new long[] { id });
			this.paths.add(this.jdbc.queryForObject("SELECT path FROM unit WHERE id = ?", String.class, id));
		}

		void fill(int size) {
			List<Object[]> rows = new ArrayList<>();
			for (; this.filled < size; this.filled++) {
				rows.add(row(this.filled));
				if (rows.size() == 5000 || this.filled == size - 1) {
					this.jdbc.batchUpdate(
							"INSERT INTO inbox_item (task_id, case_id, case_number, process, process_version, box, name, stage,"
									+ " title, subject_person_id, subject_name, unit_id, unit_path, holder, climbed, opened_at,"
									+ " due_at, due_order, state, answered) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,FALSE,?,?,?,'OPEN',FALSE)",
							rows);
					rows.clear();
				}
			}
			this.jdbc.update("DELETE FROM inbox_change");
			this.jdbc.update("DELETE FROM inbox_count");
			this.jdbc.update("DELETE FROM inbox_total");
			addUp("'KIND_UNIT', holder, process, COALESCE(stage, ''), unit_path, '9999-12-31'");
			addUp("'KIND_DUE', holder, process, COALESCE(stage, ''), '', due_order");
			addUp("'UNIT_DUE', holder, '', '', unit_path, due_order");
			this.jdbc.update("INSERT INTO inbox_total (holder, open_count) SELECT holder, COUNT(*) FROM inbox_item"
					+ " GROUP BY holder");
			this.jdbc.execute("ANALYZE TABLE inbox_item, inbox_count, inbox_total");
		}

		/** Fills the counts as the job does from what transactions add. */
		private void addUp(String by) {
			this.jdbc
				.update("INSERT INTO inbox_count (counted_by, holder, process, stage, unit_path, due_hour, open_count)"
						+ " SELECT " + by + ", COUNT(*) FROM inbox_item GROUP BY 1, 2, 3, 4, 5, 6");
		}

		private Object[] row(int i) {
			int unit = this.random.nextInt(this.units.size());
			ProcessInfo process = this.processes.get(this.random.nextInt(this.processes.size()));
			String stage = process.stages().isEmpty() ? null
					: process.stages().get(this.random.nextInt(process.stages().size())).id();
			LocalDateTime due = this.midnight.plusDays(this.random.nextInt(60) - 6);
			int of = this.random.nextInt(100);
			String holder = this.holders.get((of < 60) ? 0 : (of < 85) ? 1 : (of < 98) ? 2 : 3);
			String name = SURNAMES[this.random.nextInt(SURNAMES.length)] + given()
					+ (this.random.nextBoolean() ? given() : "");
			return new Object[] { "bench-" + i, i, "RT-2026-%06d".formatted(i), process.id(), process.version(),
					"review", "审批", stage, "发展团员", i % 20_000, name, this.units.get(unit)[0], this.paths.get(unit),
					holder, this.midnight.minus(Duration.ofSeconds(2_000_000L - i)), due, due };
		}

		private String given() {
			return GIVEN[this.random.nextInt(GIVEN.length)];
		}

		Map<String, Query> queries(Browser browser) throws IOException {
			ProcessInfo staged = this.processes.stream()
				.filter((one) -> !one.stages().isEmpty())
				.findFirst()
				.orElseThrow();
			String stage = staged.stages().get(0).id();
			String number = "RT-2026-%06d".formatted(this.filled / 2);
			Map<String, Query> queries = new LinkedHashMap<>();
			queries.put("page 1", new Query("/inbox", "1 = 1"));
			queries.put("page 50", new Query(fiftieth(browser), "1 = 1"));
			queries.put("page 1, newest first", new Query("/inbox?sort=NEWEST", "1 = 1"));
			queries.put("process", new Query("/inbox?process=" + staged.id(), "process = '" + staged.id() + "'"));
			queries.put("process and stage", new Query("/inbox?process=" + staged.id() + "&stage=" + stage,
					"process = '" + staged.id() + "' AND stage = '" + stage + "'"));
			queries.put("overdue", new Query("/inbox?overdue=true", "due_order <= '" + this.midnight + "'"));
			queries.put("overdue, newest first",
					new Query("/inbox?overdue=true&sort=NEWEST", "due_order <= '" + this.midnight + "'"));
			queries.put("unit: a branch", unit(1, ""));
			queries.put("unit: a general branch", unit(0, ""));
			queries.put("general branch, newest first", unit(0, "&sort=NEWEST"));
			queries.put("process, unit and overdue",
					new Query(unit(0, "").path() + "&overdue=true&process=" + staged.id(), unit(0, "").condition()
							+ " AND due_order <= '" + this.midnight + "' AND process = '" + staged.id() + "'"));
			queries.put("number", text(number, "case_number = '" + number + "'"));
			queries.put("number: its digits", text(number.substring(8), "case_number = '" + number + "'"));
			queries.put("number: its beginning",
					text(number.substring(0, 11), "case_number LIKE '" + number.substring(0, 11) + "%'"));
			queries.put("name", text("沈浩然", "subject_name LIKE '沈浩然%'"));
			queries.put("name: its surname", text("王", "subject_name LIKE '王%'"));
			queries.put("name: a rare surname", text("秦", "subject_name LIKE '秦%'"));
			return queries;
		}

		private Query unit(int at, String more) {
			return new Query("/inbox?unitId=" + this.units.get(at)[0] + more,
					"unit_path LIKE '" + this.paths.get(at) + "%'");
		}

		private static Query text(String text, String condition) {
			return new Query("/inbox?text=" + Browser.encoded(text), condition);
		}

		private static String fiftieth(Browser browser) throws IOException {
			String path = "/inbox";
			for (int page = 1; page < 50; page++) {
				Matcher next = NEXT.matcher(browser.page(path));
				assertThat(next.find()).as("there is a page after " + path).isTrue();
				path = next.group(1).replace("&amp;", "&");
			}
			return path;
		}

		int count(String condition) {
			return this.jdbc.queryForObject("SELECT COUNT(*) FROM inbox_item WHERE state = 'OPEN' AND " + condition,
					Integer.class);
		}

	}

}
