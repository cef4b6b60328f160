package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.ballot.BallotFixture.Held;
import org.leagueflow.people.PeopleFixture;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Somebody with all of the database, its binary log and its files, a backup taken while
 * voting and another while the box lies aside, shut and uncounted, every log at DEBUG and
 * an access log tries to find out who voted how. Voters vote one after the other and cast
 * at once, which is the easiest there is for an attacker. No way of attack may be so
 * often right that somebody who only guesses would be as lucky once in a million ballots;
 * and each fault of the {@link LeakyBox} must be found by the same program.
 */
@Tag("mysql")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class AttackTests {

	private static final int VOTERS = Integer.getInteger("leagueflow.attack.voters", 2000);

	private static final int LEAKY_VOTERS = 160;

	private static final List<String> CHOICES = List.of("FAB", "FBA", "AFB", "ABF");

	private static final Paper PAPER = Paper
		.election(List.of(new Paper.Line(1, "沈一"), new Paper.Line(2, "李二"), new Paper.Line(3, "王三")), 2);

	/** The attacker reads the server's logs, not those of the voters' own browsers. */
	private static final List<String> OURS = List.of("sun.net.www", "jdk.internal", "com.github.shyiko");

	@TempDir
	static Path folder;

	@LocalServerPort
	int port;

	@Autowired
	BallotFixture ballots;

	@Autowired
	BallotRepository rows;

	@Autowired
	KeyRing ring;

	@Autowired
	PeopleFixture people;

	@Autowired
	JdbcTemplate jdbc;

	@DynamicPropertySource
	static void accessLog(DynamicPropertyRegistry settings) {
		settings.add("server.tomcat.accesslog.enabled", () -> true);
		settings.add("server.tomcat.accesslog.directory", folder::toString);
		settings.add("server.tomcat.accesslog.buffered", () -> false);
		settings.add("server.tomcat.accesslog.pattern",
				() -> "%{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}t %h %{remote}p %l %u %S %I \"%r\" %s %B %D \"%{Cookie}i\"");
	}

	@Test
	void nobodyLearnsWhoVotedHow() throws Exception {
		Session session = vote(VOTERS, false);
		List<Guess.Score> scores = attack(session, session.loot);
		report("a ballot of " + VOTERS, session, scores);
		assertThat(session.loot).as("all kinds of traces are there")
			.extracting(Trace::source)
			.anyMatch((source) -> source.startsWith("dump SPRING_SESSION"))
			.anyMatch((source) -> source.startsWith("dump ACT_HI_"))
			.anyMatch((source) -> source.startsWith("backup ballot_slip"))
			.contains("shut ballot_kept")
			.contains("access log", "log");
		assertThat(entries(session, "shut ballot_kept")).as("papers that lie aside, in the dump").isEqualTo(VOTERS);
		assertThat(entries(session, "dump ballot_kept")).as("papers that lie aside after the count").isZero();
		assertThat(scores).as("enough ways were tried").hasSizeGreaterThan(100);
		assertThat(Attack.wins(scores)).isEmpty();
		assertThat(session.secrets.in(session.planted)).as("a key in any form would be found").hasSize(3);
		assertThat(session.secrets.in(session.loot)).as("no key of the ballot lies in the loot").isEmpty();
	}

	@Test
	void theSameProgramFindsEveryFaultOfALeakyBox() throws Exception {
		Session session = vote(LEAKY_VOTERS, true);
		List<Trace> sound = session.loot.stream().filter((trace) -> !leaky(trace)).toList();
		List<Guess.Score> alone = attack(session, sound);
		assertThat(Attack.wins(alone)).isEmpty();
		Map<String, String> found = new LinkedHashMap<>();
		LeakyBox.FAULTS.forEach((fault, where) -> {
			List<Trace> more = session.loot.stream().filter((trace) -> trace.source().matches(where)).toList();
			boolean unseen = where.contains("binary log")
					&& more.stream().noneMatch((trace) -> trace.source().startsWith("binary log"));
			if (more.isEmpty() || unseen) {
				found.put(fault, "NOT TRIED: " + session.missing);
				return;
			}
			List<Guess.Score> scores = attack(session,
					Stream
						.concat(sound.stream().filter((trace) -> !trace.source().contains("log of thread")),
								more.stream())
						.toList());
			found.put(fault, Attack.wins(scores).stream().findFirst().map(Guess.Score::toString).orElse("missed"));
		});
		found.forEach((fault, how) -> System.out.println("AttackTests: " + fault + ": " + how));
		assertThat(found.values()).doesNotContain("missed");
	}

	private static int entries(Session session, String source) {
		return session.loot.stream()
			.filter((trace) -> trace.source().equals(source))
			.mapToInt((trace) -> trace.entries().size())
			.sum();
	}

	private static boolean leaky(Trace trace) {
		return trace.source().contains("leak") || trace.source().matches("file .*(redo|undo).*");
	}

	private List<Guess.Score> attack(Session session, List<Trace> loot) {
		return session.attacker.scores(loot, session.trackers);
	}

	private void report(String what, Session session, List<Guess.Score> scores) {
		System.out.printf(Locale.ROOT, "AttackTests: %s, %,d entries of %d traces, %d ways of attack%n", what,
				session.loot.stream().mapToLong((trace) -> trace.entries().size()).sum(), session.loot.size(),
				scores.size());
		System.out
			.println("AttackTests: could not be had: " + (session.missing.isEmpty() ? "nothing" : session.missing));
		int voters = session.roll.size();
		int enough = IntStream.rangeClosed(1, voters)
			.filter((right) -> Guess.luck(voters, 1.0 / voters, right) < Attack.FALSE_ALARM / scores.size())
			.findFirst()
			.orElseThrow();
		System.out.printf(Locale.ROOT,
				"AttackTests: a way that links %d of %d papers fails; one sound ballot in %,.0f does%n", enough, voters,
				1 / Attack.FALSE_ALARM);
		scores.stream().limit(5).forEach((score) -> System.out.println("AttackTests: " + score));
	}

	/**
	 * A whole ballot through HTTP, and all its traces. The box is shut before papers are
	 * counted by hand, and lies aside meanwhile.
	 */
	private Session vote(int number, boolean leaky) throws Exception {
		Session session = new Session();
		long unit = this.people.college().branch();
		// Far from other numbers, so that the attacker takes no counter for a voter.
		this.jdbc.update("INSERT INTO person (id, unit_id, name, staff, party_member, restricted, active, version)"
				+ " SELECT 4000000 + MAX(id), ?, '远号', TRUE, FALSE, FALSE, FALSE, 0 FROM person", unit);
		session.roll = this.people.crowd(unit, number);
		Held held = this.ballots.open(PAPER, unit, session.roll, 0);
		BallotKeys keys = this.ring.require(held.id()).keys();
		session.secrets = new Secrets(keys);
		session.planted = planted(keys.storage().getEncoded());
		AttackerCapture capture = new AttackerCapture(this.jdbc);
		LeakyBox box = leaky ? new LeakyBox(this.jdbc, CHOICES) : null;
		Lines log = Lines.listen();
		String[] trackers = new String[number];
		try {
			List<Integer> order = new ArrayList<>(IntStream.range(0, number).boxed().toList());
			Collections.shuffle(order, new Random());
			List<String> choices = new ArrayList<>(
					IntStream.range(0, number).mapToObj((i) -> CHOICES.get(i % CHOICES.size())).toList());
			Collections.shuffle(choices, new Random());
			HttpClient http = Booth.client();
			for (int voter : order) {
				trackers[voter] = vote(http, held, session.roll.get(voter), choices.get(voter), box);
				if (voter == order.get(number / 2)) {
					session.loot.addAll(capture.dump("backup"));
				}
			}
			this.ballots.shut(held);
			if (box != null) {
				box.close();
				box.keep();
			}
			session.loot.addAll(capture.dump("shut"));
			this.ballots.count(held);
			if (box != null) {
				box.unkeep();
			}
		}
		finally {
			log.stop();
		}
		session.trackers = List.of(trackers);
		session.published = this.rows.papers(held.id());
		session.attacker = new Attack.Attacker(session.roll, session.published);
		session.loot.addAll(capture.dump("dump"));
		byTable(capture.binaryLog()).forEach(session.loot::add);
		session.loot.addAll(capture.files(held.id(), new HashSet<>(session.roll), new Papers(session.published)));
		session.loot.addAll(log.traces());
		session.loot.add(accessLog());
		session.missing = capture.missing;
		if (box != null) {
			this.jdbc
				.queryForList("SELECT table_name FROM information_schema.tables"
						+ " WHERE table_schema = DATABASE() AND table_name LIKE 'leak%'", String.class)
				.forEach((table) -> this.jdbc.execute("DROP TABLE " + table));
		}
		return session;
	}

	private String vote(HttpClient http, Held held, long person, String filled, LeakyBox leaky) throws Exception {
		Booth booth = new Booth(http, () -> "http://127.0.0.1:" + this.port, 0).logIn("p" + person,
				PeopleFixture.PASSWORD);
		booth.enter(held.id());
		Ballot ballot = this.ballots.row(held.id());
		Phone phone = Phone.vote(ballot.signKey(), held.id(), filled);
		byte[] signature = booth.sign(held.id(), phone, phone.request());
		if (leaky != null) {
			leaky.signed(person);
		}
		booth.cast(held.id(), phone.envelope(ballot, signature));
		if (leaky != null) {
			leaky.cast(person, phone, filled, CHOICES.indexOf(filled));
		}
		return phone.tracker();
	}

	/** The whole log, and for each leaky table one that holds its events as well. */
	private static List<Trace> byTable(List<Trace> binaryLog) {
		List<Trace> traces = new ArrayList<>();
		for (Trace trace : binaryLog) {
			Set<String> leaks = new HashSet<>();
			trace.entries().stream().map(Trace.Entry::kind).filter((it) -> it.contains("leak")).forEach(leaks::add);
			traces.add(new Trace(trace.source(),
					trace.entries().stream().filter((entry) -> !entry.kind().contains("leak")).toList()));
			leaks.stream()
				.map((leak) -> leak.substring(1))
				.distinct()
				.forEach((leak) -> traces.add(new Trace(trace.source() + " of " + leak,
						trace.entries()
							.stream()
							.filter((entry) -> !entry.kind().contains("leak") || entry.kind().substring(1).equals(leak))
							.toList())));
		}
		return traces;
	}

	/** A key as bytes, in Base64 and in hexadecimal digits, each behind other text. */
	private static List<Trace> planted(byte[] key) {
		return List.of(planted("bytes", key), planted("base64", "key " + Base64.getEncoder().encodeToString(key)),
				planted("hex", "key " + HexFormat.of().formatHex(key)));
	}

	private static Trace planted(String form, Object cell) {
		return new Trace(form, List.of(new Trace.Entry("planted", List.of(cell))));
	}

	private static Trace accessLog() throws IOException {
		List<Trace.Entry> lines = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.sorted().toList()) {
				for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
					ZonedDateTime at = ZonedDateTime.parse(line.substring(0, line.indexOf(' ')),
							DateTimeFormatter.ISO_OFFSET_DATE_TIME);
					lines.add(new Trace.Entry("line",
							List.of(Date.from(at.toInstant()), line.substring(line.indexOf(' ') + 1))));
				}
			}
		}
		return new Trace("access log", lines);
	}

	/** A ballot that is over, and what its attacker has. */
	private static final class Session {

		private final List<Trace> loot = new ArrayList<>();

		private List<Long> roll;

		/** The truth. */
		private List<String> trackers;

		private List<PublishedPaper> published;

		private Attack.Attacker attacker;

		private List<String> missing;

		private Secrets secrets;

		private List<Trace> planted;

	}

	/** The ballot's keys, which must not lie around anywhere. */
	private static final class Secrets {

		private final Set<Long> windows = new HashSet<>();

		/**
		 * Eight hexadecimal digits, which are four bytes of a secret: seals of the audit
		 * record are full of such, and some are these by chance. Two in a row are not.
		 */
		private final Set<Long> halves = new HashSet<>();

		/** The last two bytes of each window; few other windows end in these. */
		private final boolean[] ends = new boolean[1 << 16];

		Secrets(BallotKeys keys) {
			for (byte[] secret : List.of(keys.storage().getEncoded(), keys.slips().getEncoded(),
					((java.security.interfaces.RSAPrivateKey) keys.signing().getPrivate()).getPrivateExponent()
						.toByteArray(),
					((java.security.interfaces.XECPrivateKey) keys.box().getPrivate()).getScalar().orElseThrow())) {
				add(secret, this.windows);
				add(Base64.getEncoder().encode(secret), this.windows);
				add(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII), this.halves);
			}
		}

		private void add(byte[] form, Set<Long> windows) {
			ByteBuffer bytes = ByteBuffer.wrap(form);
			for (int at = 0; at + 8 <= form.length; at += 4) {
				windows.add(bytes.getLong(at));
				this.ends[bytes.getShort(at + 6) & 0xffff] = true;
			}
		}

		Set<String> in(List<Trace> traces) {
			Set<String> found = new HashSet<>();
			for (Trace trace : traces) {
				for (Trace.Entry entry : trace.entries()) {
					for (Object cell : entry.cells()) {
						byte[] bytes = (cell instanceof byte[] raw) ? raw
								: (cell instanceof String text) ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
						if (holdsSecret(bytes)) {
							found.add(trace.source());
						}
					}
				}
			}
			return found;
		}

		private boolean holdsSecret(byte[] bytes) {
			long before = 0;
			long window = 0;
			for (int at = 0; at < bytes.length; at++) {
				before = before << 8 | window >>> 56;
				window = window << 8 | bytes[at] & 0xff;
				if (at >= 7 && this.ends[(int) window & 0xffff] && (this.windows.contains(window)
						|| this.halves.contains(window) && this.halves.contains(before))) {
					return true;
				}
			}
			return false;
		}

	}

	/** Everything that the server logs at DEBUG. */
	private static final class Lines extends AppenderBase<ILoggingEvent> {

		private final ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();

		private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory())
			.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

		private final Level usual = this.root.getLevel();

		private final List<ch.qos.logback.core.Appender<ILoggingEvent>> others = new ArrayList<>();

		static Lines listen() {
			Lines lines = new Lines();
			lines.setContext(lines.root.getLoggerContext());
			lines.start();
			lines.root.iteratorForAppenders().forEachRemaining(lines.others::add);
			lines.others.forEach(lines.root::detachAppender);
			lines.root.addAppender(lines);
			lines.root.setLevel(Level.DEBUG);
			return lines;
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (OURS.stream().noneMatch(event.getLoggerName()::startsWith)) {
				this.lines.add(new Line(event.getThreadName(), event.getLoggerName().equals(LeakyBox.class.getName()),
						new Trace.Entry("line", List.of(new Date(event.getTimeStamp()),
								event.getLoggerName() + " " + event.getFormattedMessage()))));
			}
		}

		@Override
		public void stop() {
			super.stop();
			this.root.setLevel(this.usual);
			this.root.detachAppender(this);
			this.others.forEach(this.root::addAppender);
		}

		List<Trace> traces() {
			List<Trace> traces = new ArrayList<>();
			Map<String, List<Trace.Entry>> threads = new LinkedHashMap<>();
			List<Trace.Entry> sound = new ArrayList<>();
			List<Trace.Entry> all = new ArrayList<>();
			for (Line line : this.lines) {
				all.add(line.entry());
				if (!line.leaky()) {
					sound.add(line.entry());
					threads.computeIfAbsent(line.thread(), (it) -> new ArrayList<>()).add(line.entry());
				}
			}
			traces.add(new Trace("log", sound));
			threads.forEach((thread, own) -> traces.add(new Trace("log of thread " + thread, own)));
			if (all.size() > sound.size()) {
				traces.add(new Trace("leaky log", all));
			}
			return traces;
		}

		/** One line, and whether the leaky box wrote it. */
		private record Line(String thread, boolean leaky, Trace.Entry entry) {
		}

	}

}
