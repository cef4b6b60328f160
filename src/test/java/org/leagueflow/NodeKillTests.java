package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.audit.VerifyRecord;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingFixture;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/**
 * Two whole nodes on MySQL are killed with SIGKILL in turn, each while it serves: while
 * it works on a request, and in the gap between commit and answer. Under it people apply,
 * call for activities, answer their tasks and come to a meeting; timers fire and mails go
 * out. What was acknowledged is there once, a repeated key is the same decision, nothing
 * is stuck and the record is whole. The second node carries another edition of a process,
 * so every start is one of nodes with different folders in turn. More kills on demand:
 * {@code -Dleagueflow.node-kills=100}.
 */
@Tag("mysql")
@SpringBootTest(properties = "leagueflow.node=kills")
@AutoConfigureMockMvc
@ActiveProfiles("test")
class NodeKillTests {

	private static final int KILLS = Integer.getInteger("leagueflow.node-kills", 2);

	private static final int CLIENTS = 4;

	@TempDir
	Path folder;

	@Autowired
	PeopleFixture people;

	@Autowired
	MeetingFixture meetings;

	@Autowired
	ProcessEngine engine;

	@Autowired
	BusinessClock clock;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Environment environment;

	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final Random random = new Random();

	private final List<NodeProcess> nodes = new ArrayList<>();

	private final List<FaultProxy> proxies = new ArrayList<>();

	/** Between the second node and the database. */
	private FaultProxy database;

	private final AtomicBoolean over = new AtomicBoolean();

	private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

	private final Queue<Long> arrived = new ConcurrentLinkedQueue<>();

	private final AtomicInteger stories = new AtomicInteger();

	private final AtomicInteger repeats = new AtomicInteger();

	private int timers;

	private long firstNotification;

	private College college;

	private WebPerson secretary;

	private WebPerson committee;

	private WebPerson general;

	private long meeting;

	/** Whoever asks for leave again and again from the meeting that is called. */
	private WebPerson absent;

	private long called;

	private final Queue<Long> late = new ConcurrentLinkedQueue<>();

	@AfterEach
	void stop() throws IOException {
		this.over.set(true);
		this.nodes.forEach(NodeProcess::kill);
		for (FaultProxy proxy : this.proxies) {
			proxy.close();
		}
		if (this.database != null) {
			this.database.close();
		}
		this.mail.stop();
	}

	@Test
	void nodesKilledWhileTheyServeLoseAndDoubleNothing() throws Exception {
		this.mail.start();
		furnish();
		Matcher server = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(property("url"));
		assertThat(server.find()).as("a database on this machine: " + property("url")).isTrue();
		this.database = new FaultProxy(Integer.parseInt(server.group(1)));
		node("kill1", property("url"), List.of());
		node("kill2", server.replaceFirst("127.0.0.1:" + this.database.port()), List.of(overlay()));
		for (NodeProcess node : this.nodes) {
			node.start();
		}
		for (NodeProcess node : this.nodes) {
			node.awaitServing();
		}
		assertHealthAnswersWhileTheDatabaseStandsStill();
		int editions = editions();
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
		try {
			List<Future<?>> clients = new ArrayList<>();
			IntStream.range(0, CLIENTS).forEach((i) -> clients.add(threads.submit(this::tellStories)));
			clients.add(threads.submit(this::startTimers));
			for (int kill = 0; kill < KILLS; kill++) {
				killOne(kill, clients);
			}
			this.over.set(true);
			for (Future<?> client : clients) {
				client.get(3, TimeUnit.MINUTES);
			}
		}
		finally {
			this.over.set(true);
			threads.shutdownNow();
		}
		assertThat(editions()).as("no start deployed an edition again").isEqualTo(editions);
		assertEverythingAcknowledgedIsThereOnce();
		assertNothingIsStuck();
		assertRepeatedKeysAreTheSameDecisions();
		assertRecordIsWhole();
		System.out.printf(Locale.ROOT,
				"NodeKillTests: %d kills of serving nodes, %d of them between commit and answer; %d stories, %d"
						+ " acknowledged answers, %d requests repeated, %d arrivals, %d timers, %d mails%n",
				KILLS, IntStream.range(0, KILLS).filter(NodeKillTests::inTheGap).count(), this.stories.get(),
				this.acknowledged.size(), this.repeats.get(), this.arrived.size(), this.timers,
				this.mail.getReceivedMessages().length);
	}

	private static boolean inTheGap(int kill) {
		return kill % 4 == 0 || kill % 4 == 3;
	}

	/** In the gap, then at work, by turns; the other node goes on serving. */
	private void killOne(int kill, List<Future<?>> clients) throws Exception {
		int which = kill % 2;
		NodeProcess node = this.nodes.get(which);
		FaultProxy proxy = this.proxies.get(which);
		int before = this.acknowledged.size();
		if (inTheGap(kill)) {
			proxy.insteadOfTheNextAnswer(node::kill);
			until("an answer was on its way from " + node.name(), clients, proxy::trapped);
		}
		else {
			until(node.name() + " serves", clients, () -> proxy.serving() > 0);
			Thread.sleep(this.random.nextInt(25));
			until(node.name() + " serves", clients, () -> proxy.serving() > 0);
			node.kill();
		}
		until("the other node serves", clients, () -> this.acknowledged.size() > before + CLIENTS);
		node.start();
		node.awaitServing();
	}

	private Void tellStories() throws Exception {
		while (!this.over.get()) {
			switch (this.stories.getAndIncrement() % 4) {
				case 0 -> admission();
				case 1 -> activity();
				case 2 -> askForLeave();
				default -> comeToTheMeeting();
			}
			Thread.sleep(100);
		}
		return null;
	}

	private void admission() throws Exception {
		long youth = this.people.youth(this.college.branch(), this.clock.today().minusYears(16));
		long caseId = caseOf(submit(person(youth), "/start/admission",
				Map.of("reason", "我志愿加入中国共产主义青年团，愿意努力学习、积极工作、服务同学。", "phone", "13800000000", "truthful", true)));
		answer(caseId, "talk", this.secretary,
				Map.of("talker", "王小明", "talkedOn", this.clock.today().toString(), "record", "了解了基本情况"));
	}

	private void activity() throws Exception {
		Map<String, Object> proposal = new HashMap<>(Map.of("title", "五四主题团日", "kind", "themed-day", "themeSource",
				"own", "heldOn", this.clock.today().plusDays(10).toString(), "place", "大礼堂", "participants", 30,
				"offCampus", false, "teacher", "某老师", "plan", "参观、座谈、宣誓,分三个小组进行,由支委负责组织实施。"));
		long caseId = caseOf(submit(this.secretary, "/start/activity", proposal));
		answer(caseId, "review", this.general, Map.of("decision", "approve"));
		answer(caseId, "run", this.secretary, Map.of("held", "yes", "actualDate", this.clock.today().toString(),
				"attended", 28, "teacherPresent", true));
		answer(caseId, "report", this.secretary, Map.of("summary", "按计划开展,全体团员参加,讨论热烈,形成三条建议。", "spent", 120.5));
		answer(caseId, "close", this.general, Map.of("reportAccepted", "yes"));
	}

	/** Chair and recorder, one person here, are told, and mailed. */
	private void askForLeave() throws Exception {
		send(this.absent, "/meetings/" + this.called + "/absences", Map.of("reason", "参加比赛"));
	}

	private void comeToTheMeeting() throws Exception {
		Long person = this.late.poll();
		if (person != null) {
			send(this.committee, "/meetings/" + this.meeting + "/arrive", Map.of("person", person.toString()));
			this.arrived.add(person);
		}
	}

	private Void startTimers() throws Exception {
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("tick.bpmn",
					Bpmn.createExecutableProcess("tick")
						.camundaHistoryTimeToLive(1)
						.startEvent()
						.intermediateCatchEvent("wait")
						.timerWithDuration("PT1S")
						.receiveTask("rest")
						.endEvent()
						.done())
			.deploy();
		while (!this.over.get()) {
			startTimer();
			Thread.sleep(250);
		}
		return null;
	}

	/** Comes into the engine past the use cases, which begin again after a deadlock. */
	private void startTimer() {
		try {
			this.engine.getRuntimeService().startProcessInstanceByKey("tick", "9000000" + this.timers);
			this.timers++;
		}
		catch (ProcessEnginePersistenceException ex) {
			this.repeats.incrementAndGet();
		}
	}

	private void answer(long caseId, String box, WebPerson by, Map<String, Object> answers) throws Exception {
		List<String> tasks = this.jdbc.queryForList(
				"SELECT task_id FROM inbox_item WHERE case_id = ? AND box = ? AND state = 'OPEN'", String.class, caseId,
				box);
		assertThat(tasks).as(box + " of case " + caseId).hasSize(1);
		submit(by, "/inbox/" + tasks.get(0), answers);
	}

	/** Sends a form with a key of its own until it is acknowledged. */
	private String submit(WebPerson by, String path, Map<String, Object> answers) throws Exception {
		String key = UUID.randomUUID().toString();
		Map<String, String> form = Map.of("answers", Json.write(answers), "idempotencyKey", key);
		String location = send(by, path, form);
		this.acknowledged.add(new Acknowledged(key, by, path, form, location));
		return key;
	}

	/** As a browser does that gets no answer: the same again, at whichever node. */
	private String send(WebPerson by, String path, Map<String, String> form) throws Exception {
		int first = this.random.nextInt(2);
		for (int attempt = 0; attempt < 600; attempt++) {
			try {
				WebPerson.Answer answer = by.post(this.proxies.get((first + attempt) % 2).port(), path, form);
				assertThat(answer.status()).as(() -> path + " " + form + " got " + answer).isEqualTo(302);
				return answer.location();
			}
			catch (IOException ex) {
				this.repeats.incrementAndGet();
				Thread.sleep(50);
			}
		}
		throw new AssertionError("No node answers " + path);
	}

	private long caseOf(String key) {
		return this.jdbc.queryForObject("SELECT case_id FROM submission WHERE idempotency_key = ?", Long.class, key);
	}

	/** As when the server is stopped, or a cable is pulled: nothing is closed. */
	private void assertHealthAnswersWhileTheDatabaseStandsStill() throws InterruptedException {
		NodeProcess node = this.nodes.get(1);
		this.database.standStill(true);
		try {
			for (int i = 0; i < 3; i++) {
				long asked = System.nanoTime();
				assertThat(node.health("/actuator/health")).isEqualTo(503);
				assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
			}
		}
		finally {
			this.database.standStill(false);
		}
		until("the node is well again", List.of(), () -> node.health("/actuator/health") == 200);
	}

	private void assertEverythingAcknowledgedIsThereOnce() {
		assertThat(this.acknowledged).hasSizeGreaterThan(5 * KILLS);
		for (Acknowledged one : this.acknowledged) {
			assertThat(submissions(one.key())).as(one.path()).isEqualTo(1);
		}
		assertThat(this.jdbc.queryForList(
				"SELECT task_id FROM submission WHERE task_id IS NOT NULL" + " GROUP BY task_id HAVING COUNT(*) > 1"))
			.as("tasks answered twice")
			.isEmpty();
		assertThat(this.jdbc.queryForList(
				"SELECT r.person_id FROM attendance a JOIN meeting_roll r ON r.id = a.roll_id WHERE a.meeting_id = ?"
						+ " AND a.step = 'CAME' AND r.person_id IN ("
						+ String.join(",", this.arrived.stream().map(String::valueOf).toList()) + ")",
				Long.class, this.meeting))
			.containsExactlyInAnyOrderElementsOf(this.arrived);
	}

	private int submissions(String key) {
		return this.jdbc.queryForObject("SELECT COUNT(*) FROM submission WHERE idempotency_key = ?", Integer.class,
				key);
	}

	private void assertNothingIsStuck() throws InterruptedException {
		List<Long> begun = this.acknowledged.stream()
			.filter((one) -> one.path().startsWith("/start/"))
			.map((one) -> caseOf(one.key()))
			.toList();
		for (long caseId : begun) {
			Map<String, Object> file = this.jdbc.queryForMap("SELECT process, outcome FROM case_file WHERE id = ?",
					caseId);
			List<String> open = this.jdbc
				.queryForList("SELECT box FROM inbox_item WHERE case_id = ? AND state = 'OPEN'", String.class, caseId);
			if (file.get("process").equals("activity")) {
				assertThat(file.get("outcome")).isEqualTo("closed");
				assertThat(open).isEmpty();
			}
			else {
				assertThat(open).as("what comes after the talk").hasSize(1).doesNotContain("talk");
			}
		}
		var history = this.engine.getHistoryService();
		until("every timer has fired", List.of(),
				() -> history.createHistoricActivityInstanceQuery().activityId("rest").count() >= this.timers);
		assertThat(history.createHistoricActivityInstanceQuery().activityId("rest").count()).isEqualTo(this.timers);
		assertThat(history.createHistoricJobLogQuery().processDefinitionKey("tick").successLog().count())
			.isEqualTo(this.timers);
		assertThat(this.engine.getManagementService().createJobQuery().noRetriesLeft().count()).isZero();
		String left = "SELECT COUNT(*) FROM notification n JOIN person p ON p.id = n.person_id WHERE n.id > ?"
				+ " AND p.email IS NOT NULL AND n.mailed_at IS NULL";
		until("every mail has gone out", List.of(),
				() -> this.jdbc.queryForObject(left, Long.class, this.firstNotification) == 0);
		Long told = this.jdbc.queryForObject("SELECT COUNT(*) FROM notification WHERE id > ? AND mailed_at IS NOT NULL",
				Long.class, this.firstNotification);
		assertThat(told).as("people who were told by mail").isPositive();
		assertThat(this.mail.getReceivedMessages().length).isGreaterThanOrEqualTo(told.intValue());
	}

	private void assertRepeatedKeysAreTheSameDecisions() throws Exception {
		long before = this.jdbc.queryForObject("SELECT COUNT(*) FROM submission", Long.class);
		List<Acknowledged> all = List.copyOf(this.acknowledged);
		for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 200)) {
			Acknowledged one = all.get(i);
			assertThat(send(one.by(), one.path(), one.form())).isEqualTo(one.location());
		}
		assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM submission", Long.class)).isEqualTo(before);
	}

	private void assertRecordIsWhole() throws InterruptedException {
		until("everything is sealed", List.of(), () -> this.jdbc.queryForObject("SELECT COUNT(*) FROM audit_entry e"
				+ " LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE s.seq IS NULL", Long.class) == 0);
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int result = VerifyRecord.run(
				Map.of("LEAGUEFLOW_MYSQL_URL", property("url"), "LEAGUEFLOW_MYSQL_USER", property("username"),
						"LEAGUEFLOW_MYSQL_PASSWORD", property("password"), "LEAGUEFLOW_CRYPTO_KEY",
						this.environment.getProperty("leagueflow.crypto.key")),
				null, new PrintStream(said, true, StandardCharsets.UTF_8));
		assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isZero();
	}

	private int editions() {
		return this.jdbc.queryForObject(
				"SELECT COUNT(*) FROM ACT_RE_PROCDEF WHERE KEY_ IN ('activity', 'admission'," + " 'meeting')",
				Integer.class);
	}

	private void furnish() throws IOException {
		this.college = this.people.college();
		this.secretary = person(appointed(Roles.BRANCH_SECRETARY, this.college.branch()));
		this.general = person(this.people.holder(Roles.GENERAL_BRANCH, this.college.generalBranch()).personId());
		long branch = this.people.college().branch();
		List<Long> members = IntStream.range(0, 40).mapToObj((i) -> this.people.member(branch)).toList();
		this.people.appoint(members.get(0), Roles.BRANCH_SECRETARY, branch);
		Actor chair = this.people.actor(members.get(0));
		this.committee = person(members.get(0));
		this.meeting = this.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, branch, chair, members.subList(0, 25));
		this.late.addAll(members.subList(25, 40));
		this.absent = person(this.people.member(this.college.branch()));
		this.called = this.jdbc.queryForObject("SELECT meeting_id FROM absence WHERE id = ?", Long.class,
				this.meetings.asksForLeave(this.college.branch(), this.people.actor(this.secretary.id()),
						this.people.actor(this.absent.id())));
		this.jdbc.update("UPDATE person SET email = CONCAT('p', id, '@example.org') WHERE id IN (?, ?)",
				this.secretary.id(), this.general.id());
		this.firstNotification = this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM notification", Long.class);
	}

	private long appointed(String role, long unit) {
		long person = this.people.member(unit);
		this.people.appoint(person, role, unit);
		return person;
	}

	private WebPerson person(long id) {
		return new WebPerson(id, this.people.account(id), PeopleFixture.PASSWORD);
	}

	private void node(String name, String url, List<Path> before) throws IOException {
		NodeProcess node = new NodeProcess(name, before, List.of("--spring.profiles.active=mysql",
				"--spring.datasource.url=" + url, "--spring.datasource.username=" + property("username"),
				"--spring.datasource.password=" + property("password"),
				"--leagueflow.crypto.key=" + this.environment.getProperty("leagueflow.crypto.key"),
				"--leagueflow.ballot.keys=" + this.folder.resolve("ballot-keys"), "--leagueflow.calendar.fallback=true",
				"--leagueflow.built-at=" + (before.isEmpty() ? "2098-01-01T00:00:00Z" : "2099-01-01T00:00:00Z"),
				"--camunda.bpm.job-execution.lock-time-in-millis=5000", "--spring.mail.host=127.0.0.1",
				"--spring.mail.port=" + this.mail.getSmtp().getPort()));
		this.nodes.add(node);
		this.proxies.add(new FaultProxy(node.port()));
	}

	/** The folder of activity with another sentence in it. */
	private Path overlay() throws IOException {
		Path file = Files.createDirectories(this.folder.resolve("overlay/bpmn/activity")).resolve("activity.bpmn");
		String xml = Files.readString(Path.of("bpmn/activity/activity.bpmn"));
		String other = xml.replaceFirst("<bpmn:documentation>", "<bpmn:documentation>Another edition. ");
		assertThat(other).isNotEqualTo(xml);
		Files.writeString(file, other);
		return this.folder.resolve("overlay");
	}

	private String property(String name) {
		return this.environment.getProperty("spring.datasource." + name);
	}

	private void until(String what, List<Future<?>> clients, BooleanSupplier done) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
		while (!done.getAsBoolean()) {
			assertThat(System.nanoTime()).as("It is so in time that " + what + "; see target/nodes").isLessThan(end);
			for (Future<?> client : clients) {
				assertThat(client.isDone()).as(() -> "a client gave up: " + why(client)).isFalse();
			}
			Thread.sleep(2);
		}
	}

	private static String why(Future<?> client) {
		try {
			return String.valueOf(client.get());
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

	/** An answer that somebody was told is taken. */
	private record Acknowledged(String key, WebPerson by, String path, Map<String, String> form, String location) {
	}

}
