package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.Wire;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.ActiveProfiles;

/** Whoever sends slowly, or not to the end, costs others nothing and the log one line. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class SlowRequestValveTests {

	private static final int REQUESTS = 230;

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000";

	private static final String CHUNKED = "Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked";

	@Autowired
	ServletWebServerApplicationContext server;

	@LocalServerPort
	private int port;

	@Value("${leagueflow.slow-body-grace}")
	private Duration grace;

	@Autowired
	PeopleFixture people;

	private final List<Socket> slow = new ArrayList<>();

	private String account;

	@BeforeEach
	void somebody() {
		this.account = this.people.account(this.people.member(this.people.college().branch()));
	}

	@AfterEach
	void hangUp() throws IOException {
		for (Socket socket : this.slow) {
			socket.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login|" + FORM, "/ballot-box/1|" + FORM, "/ballot-box/1|" + CHUNKED,
			"/notices/1|Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 30000000",
			"/attachments|Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000" })
	void manySlowBodiesKeepNobodyFromLoggingIn(String request) throws Exception {
		String[] parts = request.split("\\|");
		logIn(); // what is loaded once is loaded
		for (int i = 0; i < REQUESTS; i++) {
			this.slow.add(open(parts[0], parts[1]));
		}
		trickle();
		long before = System.nanoTime();
		logIn();
		Duration first = Duration.ofNanos(System.nanoTime() - before);
		for (int i = 0; i < 6; i++) {
			trickle();
			Thread.sleep(250);
		}
		before = System.nanoTime();
		logIn();
		Duration later = Duration.ofNanos(System.nanoTime() - before);
		int left = trickle();
		System.out.printf("%d slow bodies to %s: a log-in took %d ms at once and %d ms after; %d are left%n", REQUESTS,
				parts[0], first.toMillis(), later.toMillis(), left);
		assertThat(first).isLessThan(Duration.ofSeconds(8)); // about one on a machine of
																// its own
		assertThat(left).isLessThanOrEqualTo(SlowRequestValve.MAX_PER_ADDRESS);
		for (long end = System.nanoTime() + this.grace.toNanos(); left > 0 && System.nanoTime() < end;) {
			Thread.sleep(100);
			left = trickle();
		}
		assertThat(left).as("after the time of grace").isZero();
	}

	@Test
	void healthAnswersOnItsOwnPortWhileEveryOtherThreadIsBusy() throws Exception {
		Connector[] connectors = ((TomcatWebServer) this.server.getWebServer()).getTomcat()
			.getService()
			.findConnectors();
		ThreadPoolExecutor workers = (ThreadPoolExecutor) connectors[0].getProtocolHandler().getExecutor();
		int health = connectors[1].getLocalPort();
		CountDownLatch stuck = new CountDownLatch(1);
		CountDownLatch busy = new CountDownLatch(workers.getMaximumPoolSize());
		try {
			for (int i = 0; i < workers.getMaximumPoolSize(); i++) {
				workers.execute(() -> {
					busy.countDown();
					await(stuck);
				});
			}
			assertThat(busy.await(30, TimeUnit.SECONDS)).as("every worker is busy").isTrue();
			for (String path : List.of("/actuator/health", "/actuator/health/readiness")) {
				assertThat(status(health, path)).as(path).isEqualTo(200);
			}
			for (String path : List.of("/", "/login", "/actuator/metrics", "/actuator/healthy",
					"/actuator/health/../../login", "/actuator/health/..;/metrics")) {
				assertThat(status(health, path)).as(path).isIn(400, 404);
			}
			assertThatThrownBy(() -> status(this.port, "/actuator/health")).isInstanceOf(IOException.class);
		}
		finally {
			stuck.countDown();
		}
		assertThat(status(this.port, "/actuator/health")).isEqualTo(200);
	}

	private static void await(CountDownLatch stuck) {
		try {
			stuck.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int status(int port, String path) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(5_000);
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			String head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
			return Integer.parseInt(head.substring(9));
		}
	}

	@Test
	void aBodyThatArrivesAtAnHonestRateIsReadToItsEnd() throws Exception {
		try (Socket socket = open("/login",
				"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 40000")) {
			for (int i = 0; i < 8; i++) {
				socket.getOutputStream().write("x".repeat(5000).getBytes(StandardCharsets.US_ASCII));
				Thread.sleep(400);
			}
			assertThat(statusOf(socket)).isEqualTo(302);
		}
	}

	@Test
	void aBodyBrokenOffIsOneLineInTheLog(CapturedOutput output) throws Exception {
		String session = logIn();
		for (String path : List.of("/ballot-box/1", "/login", "/notices/1", "/drafts/start:admission?form=x",
				"/inbox/1", "/attachments")) {
			for (String head : List.of(FORM, CHUNKED,
					"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000",
					"Content-Type: application/json\r\nContent-Length: 1000")) {
				Socket socket = open(path, head + "\r\nCookie: " + session);
				socket.getOutputStream()
					.write((head.equals(CHUNKED) ? "5\r\nab" : "ab").getBytes(StandardCharsets.US_ASCII));
				socket.shutdownOutput();
				socket.getInputStream().readAllBytes();
				socket.close();
				Socket cut = open(path, head + "\r\nCookie: " + session);
				cut.setSoLinger(true, 0); // a reset
				cut.close();
			}
		}
		Thread.sleep(500);
		assertThat(output.getAll()).doesNotContain("\tat org.apache").doesNotContain(" ERROR ");
	}

	private Socket open(String path, String head) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		socket.getOutputStream()
			.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + head + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	/** Sends one more byte of each; tells how many the server still listens to. */
	private int trickle() throws IOException {
		int alive = 0;
		for (Socket socket : this.slow) {
			try {
				if (socket.getInputStream().available() == 0) {
					socket.getOutputStream().write('1');
					socket.setSoTimeout(1);
					socket.getInputStream().read();
				}
			}
			catch (java.net.SocketTimeoutException ex) {
				alive++;
			}
			catch (IOException ex) {
				continue; // hung up
			}
		}
		return alive;
	}

	private static int statusOf(Socket socket) throws IOException {
		socket.setSoTimeout(10_000);
		return Integer
			.parseInt(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
	}

	/** Logs in and returns the cookies. */
	private String logIn() throws IOException {
		try (Wire wire = new Wire(this.port)) {
			Wire.Answer form = wire.get("/login", Map.of("Accept", "text/html"));
			Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.text());
			assertThat(token.find()).isTrue();
			Wire.Answer answer = wire.post("/login",
					Map.of("Content-Type", "application/x-www-form-urlencoded", "Cookie", cookies(form)),
					("username=" + this.account + "&password=" + PeopleFixture.PASSWORD.replace(" ", "+") + "&_csrf="
							+ token.group(1))
						.getBytes(StandardCharsets.UTF_8));
			assertThat(answer.status()).isEqualTo(302);
			assertThat(answer.all("Location")).containsExactly("/");
			return cookies(form) + "; " + cookies(answer);
		}
	}

	private static String cookies(Wire.Answer answer) {
		return answer.all("Set-Cookie").stream().map((one) -> one.split(";")[0]).collect(Collectors.joining("; "));
	}

}
