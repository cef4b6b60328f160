package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.ballot.BallotFixture.Held;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.verify.VerifyBallot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/**
 * A node is killed fifty times while people vote: with SIGKILL at moments that nobody
 * chose, and by itself just before and just after the row of a signature or of a paper.
 * Voters ask again, as their browsers do. The node is {@link BallotNode}, because the
 * whole application needs too long to start fifty times; ballots are opened and closed by
 * the whole application.
 */
@Tag("mysql")
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class KillTests {

	private static final int KILLS = Integer.getInteger("leagueflow.kills", 50);

	private static final int CLIENTS = 4;

	private static final long FIRST_VOTER = 7_000_001;

	private static final int ROLL = 20_000;

	private static final List<String> POINTS = List.of("before ballot_claim", "after ballot_claim",
			"before ballot_slip", "after ballot_slip");

	private static final List<String> CHOICES = List.of("FAB", "FBA", "AFB", "ABF");

	private static final Paper PAPER = Paper
		.election(List.of(new Paper.Line(1, "沈一"), new Paper.Line(2, "李二"), new Paper.Line(3, "王三")), 2);

	@TempDir
	Path folder;

	@Autowired
	BallotFixture ballots;

	@Autowired
	BallotRepository rows;

	@Autowired
	PeopleFixture people;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Environment environment;

	private final Random random = new Random();

	private final AtomicInteger port = new AtomicInteger();

	private final AtomicBoolean over = new AtomicBoolean();

	private final AtomicLong next = new AtomicLong(FIRST_VOTER);

	private final Map<Long, Phone> done = new ConcurrentHashMap<>();

	private final Map<Long, String> choices = new ConcurrentHashMap<>();

	private final List<Future<?>> clients = new ArrayList<>();

	private Held held;

	private NodeArchive archive;

	@Test
	void killedFiftyTimesNothingIsLostNothingDoubledAndNothingTold() throws Exception {
		long unit = this.people.college().branch();
		this.held = this.ballots.open(PAPER, unit, LongStream.range(FIRST_VOTER, FIRST_VOTER + ROLL).boxed().toList(),
				0);
		AttackerCapture capture = new AttackerCapture(this.jdbc);
		Files.deleteIfExists(log());
		this.archive = new NodeArchive(this.folder, program("", 0));
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		Process node = start("");
		try {
			for (int i = 0; i < CLIENTS; i++) {
				this.clients.add(threads.submit(this::vote));
			}
			for (int kill = 0; kill < KILLS; kill++) {
				node = kill(node, kill);
			}
			this.over.set(true);
			for (Future<?> client : this.clients) {
				client.get(2, TimeUnit.MINUTES);
			}
		}
		finally {
			this.over.set(true);
			threads.shutdownNow();
			node.destroyForcibly();
		}
		BallotResult result = this.ballots.close(this.held);
		assertThat(this.done).as("people voted all along").hasSizeGreaterThan(2 * KILLS);
		assertNothingLostOrDoubled(result);
		assertNothingTold(capture);
	}

	/** Every other node kills itself at a point, the others are killed at some moment. */
	private Process kill(Process node, int kill) throws Exception {
		if (kill % 2 == 0) {
			Thread.sleep(20 + this.random.nextInt(400));
			node.destroyForcibly();
		}
		for (int i = 0; i < 600 && node.isAlive(); i++) {
			node.waitFor(100, TimeUnit.MILLISECONDS);
			for (Future<?> client : this.clients) {
				assertThat(client.isDone()).as(() -> "a voter gave up: " + why(client)).isFalse();
			}
		}
		assertThat(node.isAlive()).as("the node kills itself; see " + log()).isFalse();
		assertThat(node.exitValue()).isEqualTo((kill % 2 == 0) ? 137 : 9);
		boolean itself = kill % 2 == 1 || kill + 1 == KILLS;
		return start(itself ? "" : POINTS.get(kill / 2 % POINTS.size()) + " " + (1 + this.random.nextInt(30)));
	}

	private static String why(Future<?> client) {
		try {
			return String.valueOf(client.get());
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

	private Void vote() throws Exception {
		HttpClient http = Booth.client();
		Ballot ballot = this.ballots.row(this.held.id());
		while (!this.over.get()) {
			long voter = this.next.getAndIncrement();
			String filled = CHOICES.get((int) (Bytes.random(1)[0] & 3));
			Phone phone = Phone.vote(ballot.signKey(), this.held.id(), filled);
			Booth booth = new Booth(http, () -> "http://127.0.0.1:" + this.port.get(), 1000).as(voter);
			byte[] signature = booth.sign(this.held.id(), phone, phone.request());
			booth.cast(this.held.id(), phone.envelope(ballot, signature));
			this.choices.put(voter, filled);
			this.done.put(voter, phone);
		}
		return null;
	}

	private void assertNothingLostOrDoubled(BallotResult result) throws Exception {
		List<PublishedPaper> papers = this.rows.papers(this.held.id());
		assertThat(papers).extracting(PublishedPaper::tracker)
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(this.done.values().stream().map(Phone::tracker).toList());
		assertThat(result.issued()).as("signatures used").isEqualTo(this.done.size());
		assertThat(result.count()).isEqualTo(Count.of(PAPER, this.choices.values()));
		assertThat(
				this.jdbc.queryForList("SELECT person_id FROM ballot_voter WHERE ballot_id = ? AND used = 'SIGNATURE'",
						Long.class, this.held.id()))
			.containsExactlyInAnyOrderElementsOf(this.done.keySet());
		Path file = this.folder.resolve("papers.txt");
		try (OutputStream out = Files.newOutputStream(file)) {
			Publication.write(this.ballots.row(this.held.id()), papers, out);
		}
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		assertThat(VerifyBallot.run(file, null, new PrintStream(said, true, StandardCharsets.UTF_8)))
			.as(said.toString())
			.isZero();
	}

	/** The traces of nodes that were killed tell no more than others. */
	private void assertNothingTold(AttackerCapture capture) throws Exception {
		List<Trace> loot = new ArrayList<>(capture.dump("dump"));
		loot.addAll(capture.binaryLog());
		loot.addAll(capture.files(this.held.id(), new HashSet<>(this.done.keySet()),
				new Papers(this.rows.papers(this.held.id()))));
		loot.add(new Trace("log of the nodes",
				Files.readAllLines(log(), StandardCharsets.ISO_8859_1)
					.stream()
					.map((line) -> new Trace.Entry("line", List.of(line)))
					.toList()));
		List<Long> roll = this.done.keySet().stream().sorted().toList();
		List<Guess.Score> scores = Attack.scores(loot, roll, this.rows.papers(this.held.id()),
				roll.stream().map((voter) -> this.done.get(voter).tracker()).toList());
		System.out.printf(Locale.ROOT,
				"KillTests: %d kills, %d voters, each counted once; %d ways of attack, best: %s%n", KILLS, roll.size(),
				scores.size(), scores.stream().findFirst().map(String::valueOf).orElse("none"));
		assertThat(Attack.wins(scores)).isEmpty();
	}

	private List<String> program(String halt, int free) {
		return List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dhalt.at=" + halt,
				"-Dleagueflow.test.fork=" + System.getProperty("leagueflow.test.fork", "1"), BallotNode.class.getName(),
				"--server.port=" + free, "--spring.profiles.active=test", "--spring.main.banner-mode=off",
				"--logging.level.root=DEBUG", "--logging.level.org.springframework.boot=INFO",
				"--logging.level.org.springframework.beans=INFO",
				"--spring.datasource.url=" + this.environment.getProperty("spring.datasource.url"),
				"--spring.datasource.username=" + this.environment.getProperty("spring.datasource.username"),
				"--spring.datasource.password=" + this.environment.getProperty("spring.datasource.password"));
	}

	private Process start(String halt) throws IOException, InterruptedException {
		int free = freePort();
		Process node = new ProcessBuilder(this.archive.java(program(halt, free))).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
			.start();
		while (!answers(free)) {
			assertThat(node.isAlive()).as("the node is up; see " + log()).isTrue();
			Thread.sleep(20);
		}
		this.port.set(free);
		return node;
	}

	private Path log() {
		return Path.of("target/ballot-nodes.log");
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
