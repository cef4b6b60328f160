package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Two nodes, started at the same moment as processes on one empty MySQL database. */
@Tag("mysql")
class TwoNodeTests {

	private static final String PASSWORD = "two nodes, 1 log-in";

	private static final int TIMERS = 40;

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private static String url;

	private static JdbcTemplate jdbc;

	private static Node first;

	private static Node second;

	private static Nginx proxy;

	private static int http;

	private static int https;

	@BeforeAll
	static void start() throws IOException {
		url = MySqlDatabase.create();
		jdbc = new JdbcTemplate(new DriverManagerDataSource(url, MySqlDatabase.USER, MySqlDatabase.PASSWORD));
		first = Node.start(1);
		second = Node.start(2);
		until("both nodes are up", Duration.ofMinutes(6), () -> first.healthy() && second.healthy());
		http = Node.freePort();
		https = Node.freePort();
		proxy = Nginx.installed()
				? Nginx.start(Path.of("target/two-nodes/nginx"), http, https, "", first.port(), second.port()) : null;
		if (proxy == null) {
			System.out.println("The proxy was NOT tested: no nginx at /usr/sbin/nginx");
		}
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (proxy != null) {
			proxy.close();
		}
		for (Node node : Arrays.asList(first, second)) {
			if (node != null) {
				node.stop();
			}
		}
	}

	@Test
	void everyProcessFolderIsDeployedOnce() {
		List<String> names = jdbc.queryForList("SELECT NAME_ FROM ACT_RE_DEPLOYMENT", String.class);
		assertThat(names).isNotEmpty().doesNotHaveDuplicates();
		assertThat(jdbc.queryForList("SELECT KEY_ FROM ACT_RE_PROCDEF WHERE VERSION_ > 1", String.class)).isEmpty();
	}

	@Test
	void aLogInOnOneNodeWorksOnTheOther() throws Exception {
		String account = account();
		assertThat(first.page("/notifications", "").statusCode()).isNotEqualTo(200);
		String session = first.logIn(account);
		assertThat(first.page("/notifications", session).statusCode()).isEqualTo(200);
		assertThat(second.page("/notifications", session).statusCode()).isEqualTo(200);
	}

	@Test
	void throughTheProxyALogInWorksOnBothNodesAndItsCookiesGoOverHttpsOnly() throws Exception {
		assumeTrue(proxy != null, "no nginx");
		until("the proxy answers", Duration.ofSeconds(20), () -> proxied("/login", Map.of()).status() == 200);
		Wire.Answer plain = proxied("/login", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Ssl", "on"));
		assertThat(plain.headers().toString()).contains("Set-Cookie").doesNotContain("Secure");
		String session = new Node(null, http).logIn(account());
		for (int i = 0; i < 6; i++) { // in turn on either node
			assertThat(proxied("/notifications", Map.of("Cookie", session)).status()).isEqualTo(200);
		}
		assertThat(Files.readString(Path.of("target/two-nodes/nginx/access.log"))).contains("127.0.0.1:" + first.port(),
				"127.0.0.1:" + second.port());
		ProcessBuilder curl = new ProcessBuilder("curl", "-sk", "-D", "-", "-o", "/dev/null",
				"https://localhost:" + https + "/login");
		String secure = new String(curl.start().getInputStream().readAllBytes());
		assertThat(secure.lines().filter((line) -> line.toLowerCase().startsWith("set-cookie"))).isNotEmpty()
			.allMatch((line) -> line.contains("Secure") && line.contains("SameSite"));
		assertThat(secure).contains("Strict-Transport-Security");
	}

	@Test
	void throughTheProxyNobodyCanPretendToComeFromElsewhere() throws Exception {
		assumeTrue(proxy != null, "no nginx");
		until("the proxy answers", Duration.ofSeconds(20), () -> proxied("/login", Map.of()).status() == 200);
		String seen = "/ballot-box-of-nobody";
		for (Map<String, String> forged : List.of(Map.of("Forwarded", "for=203.0.113.9;host=evil.example;proto=https"),
				Map.of("X-Forwarded-Prefix", "http://evil.example"), Map.of("X-Forwarded-Host", "evil.example"),
				Map.of("X-Forwarded-For", "203.0.113.9"), Map.of("X-Real-IP", "203.0.113.9"),
				Map.of("X-Original-URL", "/actuator/health"), Map.of("X-Forwarded-For", "127.0.0.9, 203.0.113.9"))) {
			Wire.Answer answer = proxied("/notifications", forged);
			assertThat(answer.all("Location")).as(forged.toString()).containsExactly("/login");
			assertThat(proxied("/login", forged).text()).doesNotContain("evil").contains("action=\"/login\"");
			proxied(seen, forged);
			first.page(seen + "-directly", forged);
		}
		assertThat(proxied("/login", Map.of("Host", "evil.example")).status()).isEqualTo(400);
		assertThat(proxied("/actuator/health", Map.of()).status()).isEqualTo(404);
		until("both nodes wrote their logs", Duration.ofSeconds(20), () -> addresses(seen).size() >= 14);
		assertThat(addresses(seen)).as("who asked, as the nodes see it").containsOnly("127.0.0.1");
		proxied("/ballot-box/1", Map.of());
		until("a node wrote its log", Duration.ofSeconds(20), () -> !addresses("/ballot-box/1").isEmpty());
		assertThat(addresses("/ballot-box/1")).as("who casts, as the nodes see it").containsOnly("192.0.2.1");
	}

	private static Wire.Answer proxied(String path, Map<String, String> headers) {
		Map<String, String> all = new HashMap<>(headers);
		all.put("Accept", "text/html");
		try (Wire wire = new Wire(http)) {
			return wire.get(path, all);
		}
		catch (IOException ex) {
			return new Wire.Answer(0, List.of(), new byte[0]);
		}
	}

	/** The addresses from which the nodes saw requests to that path come. */
	private static List<String> addresses(String path) {
		try (var files = Files.list(Path.of("target/two-nodes"))) {
			List<String> addresses = new ArrayList<>();
			for (Path file : files.filter((one) -> one.toString().contains("-access")).toList()) {
				Files.readAllLines(file)
					.stream()
					.map((line) -> line.split(" "))
					.filter((line) -> line[1].startsWith(path))
					.forEach((line) -> addresses.add(line[0]));
			}
			return addresses;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Test
	void eachTimerFiresOnce() {
		ProcessEngine observer = observer();
		try {
			observer.getRepositoryService()
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
			for (int i = 0; i < TIMERS; i++) {
				observer.getRuntimeService().startProcessInstanceByKey("tick", "9000000" + i);
			}
			HistoryService history = observer.getHistoryService();
			until("every timer has fired", Duration.ofMinutes(3),
					() -> history.createHistoricActivityInstanceQuery().activityId("rest").count() >= TIMERS);
			assertThat(history.createHistoricActivityInstanceQuery().activityId("rest").count()).isEqualTo(TIMERS);
			assertThat(history.createHistoricJobLogQuery().processDefinitionKey("tick").successLog().count())
				.isEqualTo(TIMERS);
			assertThat(observer.getManagementService().createJobQuery().processDefinitionKey("tick").count()).isZero();
		}
		finally {
			observer.close();
		}
	}

	// An engine that runs no jobs itself.
	private static ProcessEngine observer() {
		StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
		engine.setProcessEngineName("observer");
		engine.setJdbcUrl(url);
		engine.setJdbcUsername(MySqlDatabase.USER);
		engine.setJdbcPassword(MySqlDatabase.PASSWORD);
		engine.setJdbcDriver("com.mysql.cj.jdbc.Driver");
		engine.setDatabaseSchemaUpdate("false");
		engine.setHistory("full");
		engine.setIdGenerator(new StrongUuidGenerator());
		engine.setMetricsEnabled(false);
		engine.setJobExecutorActivate(false);
		return engine.buildProcessEngine();
	}

	private static synchronized String account() {
		if (!jdbc.queryForList("SELECT 1 FROM account WHERE login = 'twonodes'").isEmpty()) {
			return "twonodes";
		}
		jdbc.update("INSERT INTO unit (kind, name, path, secondary_school, active, version)"
				+ " VALUES ('BRANCH', '双节点支部', '/0/', FALSE, TRUE, 0)");
		jdbc.update("INSERT INTO person (unit_id, name, staff, party_member, restricted, active, version)"
				+ " SELECT id, '双节点', FALSE, FALSE, FALSE, TRUE, 0 FROM unit WHERE name = '双节点支部'");
		jdbc.update(
				"INSERT INTO account (person_id, login, password_hash, must_change, failed_attempts, locked, enabled,"
						+ " practice, stamp, version)"
						+ " SELECT id, 'twonodes', ?, FALSE, 0, FALSE, TRUE, FALSE, 0, 0 FROM person WHERE name = '双节点'",
				PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD));
		return "twonodes";
	}

	private static void until(String what, Duration timeout, BooleanSupplier done) {
		long end = System.nanoTime() + timeout.toNanos();
		while (!done.getAsBoolean()) {
			if (System.nanoTime() > end) {
				fail("It is not so that " + what + "; see target/two-nodes/*.log");
			}
			try {
				Thread.sleep(250);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** One node: a process of its own, with its log in target/two-nodes. */
	private record Node(Process process, int port) {

		private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

		static Node start(int number) throws IOException {
			int port = freePort();
			Path log = Path.of("target/two-nodes/node" + number + ".log");
			Files.createDirectories(log.getParent());
			try (var old = Files.list(log.getParent())) {
				for (Path file : old.filter((one) -> one.toString().contains("node" + number + "-access")).toList()) {
					Files.delete(file);
				}
			}
			ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
					"-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(),
					LeagueFlow.class.getName(), "--spring.profiles.active=mysql", "--server.port=" + port,
					"--leagueflow.node=node" + number, "--leagueflow.proxy=" + Nginx.ADDRESS,
					"--server.tomcat.accesslog.enabled=true",
					"--server.tomcat.accesslog.request-attributes-enabled=true",
					"--server.tomcat.accesslog.buffered=false", "--server.tomcat.accesslog.pattern=%a %U",
					"--server.tomcat.accesslog.prefix=node" + number + "-access",
					"--server.tomcat.accesslog.directory=" + log.getParent().toAbsolutePath());
			builder.environment()
				.putAll(Map.of("LEAGUEFLOW_MYSQL_URL", url, "LEAGUEFLOW_MYSQL_USER", MySqlDatabase.USER,
						"LEAGUEFLOW_MYSQL_PASSWORD", MySqlDatabase.PASSWORD, "LEAGUEFLOW_CRYPTO_KEY",
						"dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktMzJieXQ="));
			return new Node(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
		}

		private static String classPath() {
			return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter((part) -> !part.endsWith("test-classes"))
				.collect(Collectors.joining(File.pathSeparator));
		}

		private static int freePort() throws IOException {
			try (ServerSocket socket = new ServerSocket(0)) {
				return socket.getLocalPort();
			}
		}

		boolean healthy() {
			if (!this.process.isAlive()) {
				fail("A node ended with " + this.process.exitValue() + "; see target/two-nodes/*.log");
			}
			try {
				return page("/actuator/health", "").statusCode() == 200;
			}
			catch (IOException ex) {
				return false;
			}
		}

		/** Logs in by the page's form and returns the session's cookie. */
		String logIn(String account) throws IOException {
			HttpResponse<String> form = page("/login", "");
			Matcher token = TOKEN.matcher(form.body());
			assertThat(token.find()).as("the log-in page has a CSRF token").isTrue();
			HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/login"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Cookie", cookies(form))
				.POST(BodyPublishers.ofString("username=" + encoded(account) + "&password=" + encoded(PASSWORD)
						+ "&_csrf=" + encoded(token.group(1)))));
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("error");
			return cookies(answer);
		}

		void page(String path, Map<String, String> headers) throws IOException {
			HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
			headers.forEach(request::header);
			send(request);
		}

		HttpResponse<String> page(String path, String cookies) throws IOException {
			HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Accept", "text/html,*/*");
			return send(cookies.isEmpty() ? request : request.header("Cookie", cookies));
		}

		private URI address(String path) {
			return URI.create("http://127.0.0.1:" + this.port + path);
		}

		private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
			try {
				return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static String cookies(HttpResponse<?> answer) {
			return answer.headers()
				.allValues("Set-Cookie")
				.stream()
				.map((cookie) -> cookie.split(";")[0])
				.collect(Collectors.joining("; "));
		}

		private static String encoded(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

		void stop() throws InterruptedException {
			this.process.destroy();
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}

	}

}
