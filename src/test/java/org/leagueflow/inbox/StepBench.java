package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.leagueflow.LeagueFlow;
import org.leagueflow.Statements;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One step through HTTP next to the bare engine's {@code TaskService.complete}: the four
 * steps of a small activity, by four clients, on the same diagram, database and
 * connection pool, in turns. Run with {@code mvn -Pbench test -Dtest=StepBench}; prints
 * and asserts no times.
 */
class StepBench {

	private static final int CLIENTS = 4;

	private static final int ROUNDS = Integer.getInteger("leagueflow.bench.rounds", 3);

	/**
	 * At most so much of the processor time goes into compiling when both sides count as
	 * warm.
	 */
	private static final double COMPILED = 0.1;

	private static final int MAX_WARM_UP = Integer.getInteger("leagueflow.bench.max-warm-up", 40);

	/** At least so many rounds are not counted. */
	private static final int WARM_UP = Integer.getInteger("leagueflow.bench.warm-up", 12);

	private static final int CASES = Integer.getInteger("leagueflow.bench.cases", 100);

	private static final int WALKS = 20;

	private static final String PROCESS = "activity";

	/** The diagram as the bare engine knows it. */
	private static final String BARE = "bareact";

	private static final Map<String, Object> PROPOSAL = Map.of("title", "春季植树", "kind", "volunteer", "themeSource",
			"own", "heldOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString(), "place", "某林场",
			"participants", 30, "offCampus", false, "teacher", "某老师", "plan", "八点集合，九点开工，十一点收工，分三个小组进行，各有组长。");

	/** What the small activity is answered with, in the order of its steps. */
	private static final List<Step> STEPS = List.of(new Step("review", Map.of("decision", "approve")),
			new Step("run",
					Map.of("held", "yes", "actualDate", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
							"attended", 28, "teacherPresent", true)),
			new Step("report", Map.of("summary", "按方案开展，三个小组合作完成，无安全事故。".repeat(2))),
			new Step("close", Map.of("reportAccepted", "yes")));

	@Test
	void onH2() throws Exception {
		measure("H2");
	}

	@Test
	void onMySql() throws Exception {
		if (System.getenv("LEAGUEFLOW_TEST_MYSQL_URL") == null) {
			System.out.println("StepBench: no LEAGUEFLOW_TEST_MYSQL_URL, MySQL is not measured");
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

	private static void measure(String database) throws Exception {
		SpringApplication application = new SpringApplication(LeagueFlow.class);
		application.setAdditionalProfiles("test");
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--server.tomcat.keep-alive-timeout=10m")) { // rounds of the other side
																// lie between
			ThroughHttp ours = new ThroughHttp(context);
			Side bare = new BareEngine(context.getBean(DataSource.class));
			Times ourTimes = new Times();
			Times bareTimes = new Times();
			int warmUp = warmUp(ours, bare, threads);
			Compiling before = Compiling.now();
			for (int round = 0; round < ROUNDS; round++) {
				round(ours, threads, ourTimes);
				ours.settle();
				round(bare, threads, bareTimes);
			}
			System.out.printf("| %-5s | %d rounds to warm up | compiling took %.0f %% of the measured rounds |%n",
					database, warmUp, 100 * Compiling.now().partSince(before));
			roundTrips(ours, database, "through HTTP");
			roundTrips(bare, database, "bare engine");
			walks(ours, database);
			ourTimes.print(database, "through HTTP");
			bareTimes.print(database, "bare engine");
			System.out.printf("| %-5s | ratio of throughput %.2f | load %.1f on %d cores |%n", database,
					ourTimes.throughput() / bareTimes.throughput(),
					ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
					Runtime.getRuntime().availableProcessors());
			bare.close();
		}
		finally {
			threads.shutdown();
		}
	}

	/**
	 * Rounds that are not counted, until the compiler has little left to do: it works on
	 * the same processors, and longest for whichever side has more code.
	 */
	private static int warmUp(Side ours, Side bare, ExecutorService threads) throws Exception {
		double part = 1;
		int round = 0;
		while (round < WARM_UP || (part > COMPILED && round < MAX_WARM_UP)) {
			Compiling before = Compiling.now();
			round(ours, threads, new Times());
			ours.settle();
			round(bare, threads, new Times());
			part = Compiling.now().partSince(before);
			round++;
		}
		return round;
	}

	/** How often each step of one case goes to the database and back. */
	private static void roundTrips(Side side, String database, String name) throws Exception {
		List<String> one = List.of(side.start());
		for (Step step : STEPS) {
			List<String> lines = side.recorded(step, side.tasks(one).get(0));
			System.out.printf("| %-5s | %-12s | %-6s | %d round trips, of them %d commits |%n", database, name,
					step.box(), lines.size(), Collections.frequency(lines, "commit"));
			if (Boolean.getBoolean("leagueflow.bench.verbose")) {
				lines.forEach((line) -> System.out.println("    " + line));
			}
		}
	}

	/** What a person does for one step: the list, the page of the task, the answer. */
	private static void walks(ThroughHttp ours, String database) throws Exception {
		for (int round = 0; round <= WALKS; round++) {
			List<String> one = List.of(ours.start());
			Map<String, Double> times = new LinkedHashMap<>();
			for (Step step : STEPS) {
				String task = ours.tasks(one).get(0);
				if (round < WALKS) {
					times.put(step.box(), ours.walk(step, task));
					continue;
				}
				List<Integer> trips = ours.recordedWalk(step, task);
				System.out.printf("| %-5s | walk | %-6s | %d round trips: list %d, page of the task %d, answer %d |%n",
						database, step.box(), trips.stream().mapToInt(Integer::intValue).sum(), trips.get(0),
						trips.get(1), trips.get(2));
			}
			if (round == WALKS - 1) {
				times.forEach(
						(box, took) -> System.out.printf("| %-5s | walk | %-6s | %.1f ms |%n", database, box, took));
			}
		}
	}

	/** Takes fresh cases through all steps, one step after the other. */
	private static void round(Side side, ExecutorService threads, Times times) throws Exception {
		List<String> cases = new ArrayList<>();
		for (int i = 0; i < CASES; i++) {
			cases.add(side.start());
		}
		for (Step step : STEPS) {
			List<String> tasks = side.tasks(cases);
			assertThat(tasks).as(step.box()).hasSize(CASES);
			step(side, threads, step, tasks, times);
		}
	}

	private static void step(Side side, ExecutorService threads, Step step, List<String> tasks, Times times)
			throws Exception {
		List<Callable<List<Long>>> clients = IntStream.range(0, CLIENTS)
			.mapToObj((client) -> (Callable<List<Long>>) () -> answer(side, client, step, tasks))
			.toList();
		Cpu before = Cpu.now();
		long begun = System.nanoTime();
		List<Future<List<Long>>> done = threads.invokeAll(clients);
		long took = System.nanoTime() - begun;
		times.add(Cpu.now().since(before));
		List<Long> each = new ArrayList<>();
		for (Future<List<Long>> one : done) {
			each.addAll(one.get());
		}
		times.add(step.box(), took, each);
	}

	private static List<Long> answer(Side side, int client, Step step, List<String> tasks) throws Exception {
		List<Long> times = new ArrayList<>();
		for (int i = client; i < tasks.size(); i += CLIENTS) {
			long begun = System.nanoTime();
			side.complete(client, step, tasks.get(i));
			times.add(System.nanoTime() - begun);
		}
		return times;
	}

	/** One box and what it is answered with. */
	private record Step(String box, Map<String, Object> answers) {
	}

	/** What is measured. */
	private interface Side extends AutoCloseable {

		String start();

		/** The one open task of each case. */
		List<String> tasks(List<String> cases);

		void complete(int client, Step step, String task) throws Exception;

		/** Waits until nothing of what was done goes on in the background. */
		default void settle() throws Exception {
		}

		/** Completes and says what that asked of the database. */
		default List<String> recorded(Step step, String task) throws Exception {
			return Statements.of(() -> {
				complete(0, step, task);
				return null;
			}).lines();
		}

		@Override
		default void close() {
		}

	}

	/** The application, asked by clients with a session each. */
	private static final class ThroughHttp implements Side {

		private final JdbcClient jdbc;

		private final Inbox inbox;

		private final Actor secretary;

		private final Statements statements;

		private final OpenItemCountJob counts;

		private final Map<String, List<Browser>> browsers = new LinkedHashMap<>();

		ThroughHttp(ConfigurableApplicationContext context) throws Exception {
			String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
			PeopleFixture people = context.getBean(PeopleFixture.class);
			this.jdbc = context.getBean(JdbcClient.class);
			this.inbox = context.getBean(Inbox.class);
			this.statements = context.getBean(Statements.class);
			this.counts = context.getBean(OpenItemCountJob.class);
			College college = people.college();
			this.secretary = people.holder("branch-secretary", college.branch());
			List<Browser> general = new ArrayList<>();
			List<Browser> secretaries = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				general
					.add(browser(address, people, people.holder("general-branch", college.generalBranch()).personId()));
				secretaries
					.add(browser(address, people, people.holder("branch-secretary", college.branch()).personId()));
			}
			this.browsers
				.putAll(Map.of("review", general, "run", secretaries, "report", secretaries, "close", general));
		}

		private static Browser browser(String address, PeopleFixture people, long person) throws Exception {
			return new Browser(address).logIn(people.account(person));
		}

		@Override
		public String start() {
			return this.inbox.start(PROCESS, this.secretary, PROPOSAL, InboxStory.key()).key();
		}

		@Override
		public List<String> tasks(List<String> cases) {
			return this.jdbc.sql("SELECT task_id FROM inbox_item WHERE state = 'OPEN' AND case_id IN (:cases)")
				.param("cases", cases.stream().map((id) -> CaseId.of(id).value()).toList())
				.query(String.class)
				.list();
		}

		@Override
		public void complete(int client, Step step, String task) throws Exception {
			this.browsers.get(step.box()).get(client).answer(task, Json.write(step.answers()), Map.of());
		}

		/** What was recorded is sealed and what was counted is added up. */
		@Override
		public void settle() throws Exception {
			this.counts.addUp();
			while (this.jdbc.sql(
					"SELECT (SELECT COALESCE(MAX(id), 0) FROM audit_entry) - (SELECT COALESCE(MAX(entry_id), 0) FROM audit_seal)")
				.query(Long.class)
				.single() > 0) {
				Thread.sleep(20);
			}
		}

		/** The list, the page of the task, and the answer; milliseconds of all three. */
		double walk(Step step, String task) throws Exception {
			Browser browser = this.browsers.get(step.box()).get(0);
			long begun = System.nanoTime();
			browser.page("/inbox");
			browser.page("/inbox/" + task);
			complete(0, step, task);
			return (System.nanoTime() - begun) / 1e6;
		}

		/** Round trips of the list, the page of the task and the answer. */
		List<Integer> recordedWalk(Step step, String task) throws Exception {
			Browser browser = this.browsers.get(step.box()).get(0);
			browser.page("/inbox", Map.of(Statements.HEADER, "list"));
			browser.page("/inbox/" + task, Map.of(Statements.HEADER, "page"));
			return List.of(this.statements.ofRequest("list").size(), this.statements.ofRequest("page").size(),
					recorded(step, task).size());
		}

		@Override
		public List<String> recorded(Step step, String task) throws Exception {
			this.browsers.get(step.box())
				.get(0)
				.answer(task, Json.write(step.answers()), Map.of(Statements.HEADER, task));
			return this.statements.ofRequest(task);
		}

	}

	/** A plain engine on the same tables and connections, without anything of ours. */
	private static final class BareEngine implements Side {

		private final ProcessEngine engine;

		BareEngine(DataSource database) throws IOException {
			StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
			configuration.setProcessEngineName("bare");
			configuration.setDataSource(database);
			configuration.setDatabaseSchemaUpdate("false");
			configuration.setHistory("full");
			configuration.setIdGenerator(new StrongUuidGenerator());
			configuration.setMetricsEnabled(false);
			configuration.setTaskMetricsEnabled(false);
			configuration.setDbMetricsReporterActivate(false);
			configuration.setJobExecutorActivate(false);
			// as the application's engine: see EngineSettings
			configuration.setHistoryCleanupStrategy("endTimeBased");
			configuration.setHistoryRemovalTimeStrategy("none");
			configuration.setJavaSerializationFormatEnabled(false);
			this.engine = configuration.buildProcessEngine();
			deploy();
		}

		private void deploy() throws IOException {
			DeploymentBuilder deployment = this.engine.getRepositoryService().createDeployment().name(BARE);
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:bpmn/" + PROCESS + "/*")) {
				deployment.addString(file.getFilename().replace(PROCESS, BARE),
						file.getContentAsString(StandardCharsets.UTF_8).replace(PROCESS, BARE));
			}
			deployment.deploy();
		}

		@Override
		public String start() {
			return this.engine.getRuntimeService()
				.startProcessInstanceByKey(BARE, Map.of("participants", 30, "offCampus", false))
				.getId();
		}

		@Override
		public List<String> tasks(List<String> cases) {
			return this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceIdIn(cases.toArray(String[]::new))
				.list()
				.stream()
				.map(Task::getId)
				.toList();
		}

		@Override
		public void complete(int client, Step step, String task) {
			// in somebody's name, so that both sides write the engine's operation log
			this.engine.getIdentityService().setAuthenticatedUserId(Integer.toString(client));
			this.engine.getTaskService().complete(task, asked(step));
		}

		/** Only what the diagram asks for, as the application does. */
		private static Map<String, Object> asked(Step step) {
			return step.answers()
				.entrySet()
				.stream()
				.filter((one) -> List.of("decision", "held", "reportAccepted").contains(one.getKey()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}

		@Override
		public void close() {
			this.engine.close();
		}

	}

	/**
	 * Processor time in seconds: of this process, clients included, and of the database
	 * server, where {@code leagueflow.bench.database-pid} names its process on this
	 * machine. Other load on the machine hardly touches it.
	 */
	private record Cpu(double here, double database) {

		static final Cpu NONE = new Cpu(0, 0);

		static Cpu now() throws IOException {
			OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
			return new Cpu(system.getProcessCpuTime() / 1e9,
					ofProcess(System.getProperty("leagueflow.bench.database-pid")));
		}

		private static double ofProcess(String pid) throws IOException {
			if (pid == null) {
				return 0;
			}
			String stat = Files.readString(Path.of("/proc", pid, "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
		}

		Cpu since(Cpu before) {
			return new Cpu(this.here - before.here, this.database - before.database);
		}

		Cpu and(Cpu other) {
			return new Cpu(this.here + other.here, this.database + other.database);
		}

	}

	/** What the compiler used of the processor time of this process, in seconds. */
	private record Compiling(double compiler, double all) {

		static Compiling now() throws IOException {
			return new Compiling(ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3,
					Cpu.now().here());
		}

		double partSince(Compiling before) {
			return (this.compiler - before.compiler) / (this.all - before.all);
		}

	}

	/** How long the steps took. */
	private static final class Times {

		private Cpu cpu = Cpu.NONE;

		private final Map<String, Long> wall = new LinkedHashMap<>();

		private final Map<String, List<Long>> each = new LinkedHashMap<>();

		void add(String box, long took, List<Long> times) {
			this.wall.merge(box, took, Long::sum);
			this.each.computeIfAbsent(box, (it) -> new ArrayList<>()).addAll(times);
		}

		void add(Cpu used) {
			this.cpu = this.cpu.and(used);
		}

		double throughput() {
			return throughput(all(), this.wall.values().stream().mapToLong(Long::longValue).sum());
		}

		void print(String database, String side) {
			this.each.forEach((box, times) -> line(database, side, box, times, this.wall.get(box)));
			line(database, side, "all", all(), this.wall.values().stream().mapToLong(Long::longValue).sum());
			System.out.printf(
					"| %-5s | %-12s | processor time per step: %.2f ms here, %.2f ms in the database server |%n",
					database, side, 1000 * this.cpu.here() / all().size(), 1000 * this.cpu.database() / all().size());
		}

		private List<Long> all() {
			return this.each.values().stream().flatMap(List::stream).toList();
		}

		private static void line(String database, String side, String box, List<Long> times, long took) {
			List<Long> sorted = new ArrayList<>(times);
			Collections.sort(sorted);
			System.out.printf("| %-5s | %-12s | %-6s | %,5d steps | %7.1f per s | p50 %6.2f ms | p95 %6.2f ms |%n",
					database, side, box, times.size(), throughput(times, took), at(sorted, 0.5), at(sorted, 0.95));
		}

		private static double throughput(List<Long> times, long took) {
			return times.size() / (took / 1e9);
		}

		private static double at(List<Long> sorted, double part) {
			return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
		}

	}

}
