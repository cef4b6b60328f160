package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * How long the first and the fiftieth page of one committee's list take, with the exact
 * count, next to the engine's own task query on the same database: run with
 * {@code mvn -Pbench test -Dtest=InboxBench}.
 */
class InboxBench {

	private static final int PAGE = 20;

	private static final int ROUNDS = 60;

	private static final String ROLE = "league-committee";

	private final List<String> holders = List.of(Holder.person(4), Holder.seat(ROLE, 7),
			Holder.seat("league-secretary", 7));

	@Test
	void onH2() throws Exception {
		measure("H2", "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1", "sa", "");
	}

	@Test
	void onMySql() throws Exception {
		String url = System.getenv("LEAGUEFLOW_TEST_MYSQL_URL");
		if (url == null) {
			System.out.println("InboxBench: no LEAGUEFLOW_TEST_MYSQL_URL, MySQL is not measured");
			return;
		}
		String database = "league_inboxbench";
		String user = System.getenv("LEAGUEFLOW_TEST_MYSQL_USER");
		String password = System.getenv("LEAGUEFLOW_TEST_MYSQL_PASSWORD");
		try (Connection connection = java.sql.DriverManager.getConnection(url, user, password)) {
			connection.createStatement().execute("DROP DATABASE IF EXISTS " + database);
			connection.createStatement()
				.execute("CREATE DATABASE " + database + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
		}
		measure("MySQL", url.replaceAll("/$", "") + "/" + database
				+ "?rewriteBatchedStatements=true&connectionTimeZone=UTC&nullDatabaseMeansCurrent=true"
				+ "&cachePrepStmts=true&useServerPrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096", user,
				password);
	}

	private void measure(String name, String url, String user, String password) throws Exception {
		SingleConnectionDataSource database = new SingleConnectionDataSource(url, user, password, true);
		ProcessEngine engine = engine(database);
		try {
			ResourceDatabasePopulator tables = new ResourceDatabasePopulator(
					new ClassPathResource("db/migration/V006__inbox.sql"));
			tables.setSqlScriptEncoding("UTF-8");
			tables.execute(database);
			fill(database, 0, 10_000);
			List<double[]> small = round(name, 10_000, database, engine.getTaskService());
			fill(database, 10_000, 200_000);
			List<double[]> large = round(name, 200_000, database, engine.getTaskService());
			assertThat(small).hasSameSizeAs(large);
		}
		finally {
			engine.close();
			database.destroy();
		}
	}

	private static ProcessEngine engine(DataSource database) {
		StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
		configuration.setDataSource(database);
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		configuration.setJobExecutorActivate(false);
		configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
		configuration.setMetricsEnabled(false);
		configuration.setDbMetricsReporterActivate(false);
		configuration.setEnforceHistoryTimeToLive(false);
		return configuration.buildProcessEngine();
	}

	private List<double[]> round(String name, int size, DataSource database, TaskService tasks) {
		InboxQueries lists = new InboxQueries(JdbcClient.create(database));
		OpenItemCounts counts = new OpenItemCounts(JdbcClient.create(database));
		InboxFilter first = InboxFilter.of(Tab.TODO);
		InboxFilter fiftieth = first.after(walk(lists, first));
		assertThat(counts.count(this.holders)).isEqualTo(size);
		assertThat(query(tasks).count()).isEqualTo(size);
		List<double[]> results = List.of(time(() -> ours(lists, counts, first)),
				time(() -> ours(lists, counts, fiftieth)), time(() -> theirs(tasks, 0)),
				time(() -> theirs(tasks, 49 * PAGE)));
		List<String> labels = List.of("inbox, page 1", "inbox, page 50", "TaskQuery, page 1", "TaskQuery, page 50");
		for (int i = 0; i < labels.size(); i++) {
			System.out.printf("| %-5s | %,8d open | %-18s | p50 %8.2f ms | p95 %8.2f ms |%n", name, size, labels.get(i),
					results.get(i)[0], results.get(i)[1]);
		}
		return results;
	}

	private Object ours(InboxQueries lists, OpenItemCounts counts, InboxFilter filter) {
		long count = counts.count(this.holders);
		List<InboxItem> rows = lists.todo(this.holders, filter, null, Instant.now(), PAGE).rows();
		assertThat(rows).hasSize(PAGE);
		return count;
	}

	private static Object theirs(TaskService tasks, int from) {
		long count = query(tasks).count();
		assertThat(query(tasks).orderByTaskCreateTime().desc().listPage(from, PAGE)).hasSize(PAGE);
		return count;
	}

	private static org.camunda.bpm.engine.task.TaskQuery query(TaskService tasks) {
		return tasks.createTaskQuery().taskCandidateGroupIn(List.of(ROLE, "league-secretary"));
	}

	private String walk(InboxQueries lists, InboxFilter first) {
		String token = null;
		for (int page = 1; page < 50; page++) {
			token = lists.todo(this.holders, first.after(token), null, Instant.now(), PAGE).next();
		}
		return token;
	}

	/** Milliseconds at the median and at the 95th percentile. */
	private static double[] time(Supplier<Object> work) {
		List<Long> times = new ArrayList<>();
		long end = System.nanoTime() + 20_000_000_000L;
		for (int i = 0; i < ROUNDS && (i < 8 || System.nanoTime() < end); i++) {
			long begun = System.nanoTime();
			work.get();
			times.add(System.nanoTime() - begun);
		}
		long[] sorted = times.stream().skip(times.size() / 5).mapToLong(Long::longValue).sorted().toArray();
		return Arrays.stream(new double[] { 0.5, 0.95 })
			.map((p) -> sorted[(int) (p * (sorted.length - 1))] / 1e6)
			.toArray();
	}

	/** The same open tasks in both tables, all of one committee. */
	private static void fill(SingleConnectionDataSource database, int from, int to) throws Exception {
		Timestamp now = Timestamp.from(Instant.now());
		Connection connection = database.getConnection();
		connection.setAutoCommit(false);
		try (PreparedStatement item = connection.prepareStatement(
				"INSERT INTO inbox_item (task_id, case_id, case_number, process, process_version, box, name, stage, title, "
						+ "subject_person_id, subject_name, unit_id, unit_path, holder, role, role_unit_id, climbed, "
						+ "opened_at, due_order, state, answered) VALUES (?,?,?,'admission','admission:1:1','decide','审批',"
						+ "'approve','发展团员',?,?,7,'/1/7/',?,'league-committee',7,FALSE,?,?,'OPEN',FALSE)");
				PreparedStatement task = connection.prepareStatement(
						"INSERT INTO ACT_RU_TASK (ID_, REV_, NAME_, PRIORITY_, CREATE_TIME_, TASK_DEF_KEY_, SUSPENSION_STATE_) "
								+ "VALUES (?, 1, '审批', 50, ?, 'decide', 1)");
				PreparedStatement link = connection
					.prepareStatement("INSERT INTO ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) "
							+ "VALUES (?, 1, 'league-committee', 'candidate', ?)")) {
			for (int i = from; i < to; i++) {
				String id = "task-" + i;
				Timestamp at = new Timestamp(now.getTime() + i);
				set(item, id, i, "RT-2026-" + i, i, "青年" + i, Holder.seat(ROLE, 7), at, at);
				set(task, id, at);
				set(link, "link-" + i, id);
				if (i % 2000 == 1999) {
					flush(connection, item, task, link);
				}
			}
			flush(connection, item, task, link);
			counts(connection, to - from);
			connection.commit();
		}
		connection.setAutoCommit(true);
		boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
		connection.createStatement()
			.execute(h2 ? "ANALYZE" : "ANALYZE TABLE inbox_item, ACT_RU_TASK, ACT_RU_IDENTITYLINK");
	}

	private static void counts(Connection connection, int more) throws Exception {
		try (PreparedStatement counts = connection.prepareStatement("INSERT INTO inbox_tally VALUES (?, ?, ?)")) {
			counts.setString(1, Holder.seat(ROLE, 7));
			counts.setInt(2, (more > 10_000) ? 1 : 0);
			counts.setLong(3, more);
			counts.execute();
		}
	}

	private static void set(PreparedStatement statement, Object... values) throws Exception {
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		statement.addBatch();
	}

	private static void flush(Connection connection, PreparedStatement... statements) throws Exception {
		for (PreparedStatement statement : statements) {
			statement.executeBatch();
		}
		connection.commit();
	}

}
