package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.LeagueFlow;
import org.leagueflow.Wire;
import org.leagueflow.ballot.BallotFixture.Held;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.verify.VerifyBallot;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A ballot of 2,000 voters through HTTP by 16 clients, signing and casting, next to the
 * bare limit: the RSA operation and two rows, each committed by itself, on the same
 * database through the same connections, in turns; the tally of 100,000 papers with every
 * signature verified; and what opening one envelope takes. What the voters' phones
 * compute is not in the times. Rounds are in the sum from when they no longer become
 * faster: until then the virtual machine compiles. Run with
 * {@code mvn -Pbench test -Dtest=BallotBench}; prints and asserts no times.
 */
class BallotBench {

	private static final int CLIENTS = 16;

	private static final int VOTERS = Integer.getInteger("leagueflow.bench.voters", 2000);

	private static final int ROUNDS = Integer.getInteger("leagueflow.bench.rounds", 3);

	/** Rounds after which it is measured although rounds still become faster. */
	private static final int MAX_WARM_UP = Integer.getInteger("leagueflow.bench.warm-up", 60);

	/** So many rounds without a faster one. */
	private static final int STEADY = 10;

	private static final int TALLY = Integer.getInteger("leagueflow.bench.tally", 100_000);

	private static final Paper PAPER = Paper
		.election(List.of(new Paper.Line(1, "沈一"), new Paper.Line(2, "李二"), new Paper.Line(3, "王三")), 2);

	private static final List<String> CHOICES = List.of("FAB", "FBA", "AFB", "FFF");

	@Test
	void onMySql() throws Exception {
		if (System.getenv("LEAGUEFLOW_TEST_MYSQL_URL") == null) {
			System.out.println("BallotBench: no LEAGUEFLOW_TEST_MYSQL_URL, nothing is measured");
			return;
		}
		System.setProperty("leagueflow.test.db", "mysql");
		SpringApplication application = new SpringApplication(LeagueFlow.class);
		application.setAdditionalProfiles("test");
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try (ConfigurableApplicationContext context = application.run("--server.port=0")) {
			vote(context, threads);
			tally(context, threads);
		}
		finally {
			threads.shutdown();
			System.clearProperty("leagueflow.test.db");
		}
	}

	/** In time of one core; needs no database; the editions take turns. */
	@Test
	void openingAnEnvelope() throws Exception {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		KeyPair box = Envelope.freshKey();
		Envelope[] editions = Envelope.values();
		byte[] content = Bytes.random(Vote.length(17, PAPER) + BlindSignature.LENGTH);
		List<List<Double>> rounds = new ArrayList<>();
		for (Envelope edition : editions) {
			rounds.add(new ArrayList<>());
		}
		byte[][][] sealed = new byte[editions.length][VOTERS][];
		for (int edition = 0; edition < editions.length; edition++) {
			for (int i = 0; i < VOTERS; i++) {
				sealed[edition][i] = Phone.seal(editions[edition], 17, Envelope.point(box.getPublic()), content);
			}
		}
		while (!rounds.stream().allMatch(BallotBench::isWarm)) {
			for (int edition = 0; edition < editions.length; edition++) {
				long begun = threads.getCurrentThreadCpuTime();
				for (byte[] one : sealed[edition]) {
					assert editions[edition].open(box, 17, one).length == content.length;
				}
				rounds.get(edition).add((threads.getCurrentThreadCpuTime() - begun) / 1e3 / VOTERS);
			}
		}
		for (int edition = 0; edition < editions.length; edition++) {
			List<Double> all = rounds.get(edition);
			List<Double> last = all.subList(all.size() - STEADY, all.size()).stream().sorted().toList();
			System.out.printf(Locale.ROOT, "| envelope | %s | %5.1f us (median %.1f) | after %d rounds of %d |%n",
					editions[edition], last.get(0), last.get(STEADY / 2), all.size(), VOTERS);
		}
	}

	private static void vote(ConfigurableApplicationContext context, ExecutorService threads) throws Exception {
		PeopleFixture people = context.getBean(PeopleFixture.class);
		long unit = people.college().branch();
		List<Long> roll = people.crowd(unit, VOTERS);
		String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
		HttpClient http = Booth.client();
		Booth[] booths = new Booth[VOTERS];
		all(threads, VOTERS,
				(i) -> booths[i] = new Booth(http, () -> address, 0).logIn("p" + roll.get(i), PeopleFixture.PASSWORD));
		double ours = 0;
		double bare = 0;
		List<Double> warmUp = new ArrayList<>();
		for (int measured = 0; measured < ROUNDS;) {
			double[] took = ballot(context, threads, unit, roll, booths,
					ThreadLocal.withInitial(() -> Wire.to(address)));
			double limit = bare(context.getBean(JdbcTemplate.class), threads);
			boolean warm = isWarm(warmUp);
			print(warm ? "round " + ++measured : "warm-up " + (warmUp.size() + 1), took, limit);
			if (!warm) {
				warmUp.add(took[0] + took[1]);
				continue;
			}
			ours += took[0] + took[1];
			bare += limit;
		}
		System.out.printf(Locale.ROOT,
				"| voting | %d voters, %d clients, %d rounds | %6.0f votes/s | bare limit %6.0f /s | ratio %.2f | load %.1f on %d cores |%n",
				VOTERS, CLIENTS, ROUNDS, VOTERS * ROUNDS / ours, VOTERS * ROUNDS / bare, bare / ours,
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
				Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Whether the fastest of the last rounds is hardly faster than the fastest of those
	 * before.
	 */
	private static boolean isWarm(List<Double> took) {
		int last = took.size() - STEADY;
		return took.size() >= MAX_WARM_UP || last >= STEADY
				&& Collections.min(took.subList(last, took.size())) > 0.98 * Collections.min(took.subList(0, last));
	}

	private static void print(String round, double[] took, double limit) {
		System.out.printf(Locale.ROOT,
				"| %s | signatures %6.0f /s | papers %6.0f /s | votes %6.0f /s | bare limit %6.0f /s | ratio %.2f |%n",
				round, VOTERS / took[0], VOTERS / took[1], VOTERS / (took[0] + took[1]), VOTERS / limit,
				limit / (took[0] + took[1]));
	}

	/** Seconds that all signatures and all papers took. */
	private static double[] ballot(ConfigurableApplicationContext context, ExecutorService threads, long unit,
			List<Long> roll, Booth[] booths, ThreadLocal<Wire> wires) throws Exception {
		BallotFixture ballots = context.getBean(BallotFixture.class);
		Held held = ballots.open(PAPER, unit, roll, 0);
		Ballot ballot = ballots.row(held.id());
		Phone[] phones = new Phone[VOTERS];
		byte[][] requests = new byte[VOTERS][];
		byte[][] answers = new byte[VOTERS][];
		byte[][] envelopes = new byte[VOTERS][];
		all(threads, VOTERS, (i) -> {
			booths[i].enter(held.id());
			phones[i] = Phone.vote(ballot.signKey(), held.id(), CHOICES.get(i % CHOICES.size()));
			requests[i] = phones[i].request();
		});
		double signing = all(threads, VOTERS, (i) -> answers[i] = good(
				wires.get().post("/ballots/" + held.id() + "/signature", booths[i].headers(), requests[i])));
		all(threads, VOTERS, (i) -> envelopes[i] = phones[i].envelope(ballot, phones[i].unblind(answers[i])));
		double casting = all(threads, VOTERS, (i) -> good(wires.get()
			.post("/ballot-box/" + held.id(), Map.of("Content-Type", "application/octet-stream"), envelopes[i])));
		BallotResult result = ballots.close(held);
		assertThat(result.issued()).isEqualTo(VOTERS);
		assertThat(context.getBean(BallotRepository.class).papers(held.id())).extracting(PublishedPaper::tracker)
			.as("no paper is lost or doubled")
			.containsExactlyInAnyOrderElementsOf(
					IntStream.range(0, VOTERS).mapToObj((i) -> phones[i].tracker()).toList());
		return new double[] { signing, casting };
	}

	private static byte[] good(Wire.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isLessThan(300);
		return answer.body();
	}

	/**
	 * Seconds that the same number of RSA operations and rows takes without anything
	 * else.
	 */
	private static double bare(JdbcTemplate jdbc, ExecutorService threads) throws Exception {
		jdbc.execute("CREATE TABLE bare_claim (id BIGINT PRIMARY KEY, blinded BINARY(32), recovery VARBINARY(1200))");
		jdbc.execute("CREATE TABLE bare_slip (slip BINARY(32) PRIMARY KEY, sealed VARBINARY(700))");
		KeyPair key = BlindSignature.freshKey();
		byte[][] blinded = new byte[VOTERS][];
		for (int i = 0; i < VOTERS; i++) {
			blinded[i] = Bytes.random(BlindSignature.LENGTH);
			blinded[i][0] = 0;
		}
		byte[] recovery = Bytes.random(640);
		byte[] sealed = Bytes.random(360);
		double took = all(threads, VOTERS, (i) -> {
			jdbc.update("INSERT INTO bare_claim (id, blinded, recovery) VALUES (?, ?, ?)", i, Vote.sha256(blinded[i]),
					recovery);
			BlindSignature.sign(key.getPrivate(), blinded[i]);
			jdbc.update("INSERT INTO bare_slip (slip, sealed) VALUES (?, ?)", Vote.sha256(blinded[i]), sealed);
		});
		jdbc.execute("DROP TABLE bare_claim");
		jdbc.execute("DROP TABLE bare_slip");
		return took;
	}

	private static void tally(ConfigurableApplicationContext context, ExecutorService threads) throws Exception {
		BallotFixture ballots = context.getBean(BallotFixture.class);
		JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
		Held held = ballots.open(PAPER, context.getBean(PeopleFixture.class).college().branch(),
				LongStream.rangeClosed(1, TALLY).boxed().toList(), 0);
		fill(held, ballots.row(held.id()), context.getBean(KeyRing.class).require(held.id()).keys(), jdbc, threads);
		long begun = System.nanoTime();
		BallotResult result = ballots.close(held);
		double took = (System.nanoTime() - begun) / 1e9;
		assertThat(result.papers()).isEqualTo(TALLY);
		Path file = Files.createTempFile("ballot", ".txt");
		try (OutputStream out = Files.newOutputStream(file)) {
			Publication.write(ballots.row(held.id()), context.getBean(BallotRepository.class).papers(held.id()), out);
		}
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		begun = System.nanoTime();
		assertThat(VerifyBallot.run(file, null, new PrintStream(said, true, StandardCharsets.UTF_8))).isZero();
		System.out.printf(Locale.ROOT,
				"| tally  | %,d papers opened, verified, counted and published in %.1f s | the stand-alone check of the %d MB file: %.1f s |%n",
				TALLY, took, Files.size(file) >> 20, (System.nanoTime() - begun) / 1e9);
		Files.delete(file);
	}

	/** Papers as the box would have stored them. */
	private static void fill(Held held, Ballot ballot, BallotKeys keys, JdbcTemplate jdbc, ExecutorService threads)
			throws Exception {
		Object[][] claims = new Object[TALLY][];
		Object[][] slips = new Object[TALLY][];
		all(threads, TALLY, (i) -> {
			byte[] message = Vote.message(Bytes.random(Vote.RANDOM), held.id(), CHOICES.get(i % CHOICES.size()));
			Signature pss = Signature.getInstance("RSASSA-PSS");
			pss.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
			pss.initSign(keys.signing().getPrivate());
			pss.update(message);
			byte[] slip = keys.slip(message);
			claims[i] = new Object[] { held.id(), i + 1L, Bytes.random(32), Bytes.random(640) };
			slips[i] = new Object[] { held.id(), slip,
					Sealing.seal(keys.storage(), Bytes.join(message, pss.sign()), Box.about(ballot, slip)) };
		});
		for (int from = 0; from < TALLY; from += 1000) {
			int to = Math.min(TALLY, from + 1000);
			jdbc.batchUpdate("INSERT INTO ballot_claim (ballot_id, person_id, blinded, recovery) VALUES (?, ?, ?, ?)",
					List.of(claims).subList(from, to));
			jdbc.batchUpdate("INSERT INTO ballot_slip (ballot_id, slip, sealed) VALUES (?, ?, ?)",
					List.of(slips).subList(from, to));
		}
	}

	/** Seconds until all clients have done their share. */
	private static double all(ExecutorService threads, int number, Act act) throws Exception {
		AtomicInteger next = new AtomicInteger();
		Callable<Void> client = () -> {
			for (int i = next.getAndIncrement(); i < number; i = next.getAndIncrement()) {
				act.on(i);
			}
			return null;
		};
		long begun = System.nanoTime();
		List<Future<Void>> clients = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			clients.add(threads.submit(client));
		}
		for (Future<Void> one : clients) {
			one.get();
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	/** What is done for one voter. */
	private interface Act {

		void on(int voter) throws Exception;

	}

}
