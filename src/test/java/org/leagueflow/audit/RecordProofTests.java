package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leagueflow.MySqlDatabase;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ServerKey;
import org.leagueflow.verify.VerifyAudit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all rights on the database changes the record in every way there is; the
 * stand-alone verifier names the first entry that is not as it was.
 */
@Tag("database")
class RecordProofTests {

	private static final boolean MYSQL = "mysql".equals(System.getProperty("leagueflow.test.db"));

	private static final BusinessClock CLOCK = new BusinessClock(ZoneId.of("Asia/Shanghai"));

	private static final int SIZE = 620;

	private static final int FIRST = 100;

	private static final int SECOND = 350;

	private static final Actor AUDITOR = new Actor(9, "auditor", "审计员", List.of());

	@TempDir
	Path folder;

	private final String user = MYSQL ? System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_USER", "league") : "sa";

	private final String password = MYSQL ? System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_PASSWORD", "league")
			: "";

	private String url;

	private JdbcTemplate jdbc;

	private Entries entries;

	private Seals seals;

	private Checkpoints checkpoints;

	private AuditKey key;

	private SealService sealing;

	private CheckpointService signing;

	private RecordExportService export;

	private TransactionTemplate transaction;

	@BeforeEach
	void aRecordWithThreeCheckpoints() {
		this.url = MYSQL ? MySqlDatabase.create()
				: "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1";
		DriverManagerDataSource database = new DriverManagerDataSource(this.url, this.user, this.password);
		Stream.of("V050__audit", "V180__key_check", "V370__audit_tree")
			.forEach((script) -> new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql"))
				.execute(database));
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
		this.jdbc = new JdbcTemplate(database);
		JdbcClient client = JdbcClient.create(database);
		this.entries = new Entries(client, this.jdbc);
		this.seals = new Seals(client, this.jdbc);
		this.checkpoints = new Checkpoints(client);
		this.key = key(1);
		this.sealing = new SealService(this.seals, this.key, CLOCK);
		this.signing = signing(this.key);
		this.export = new RecordExportService(this.seals, this.checkpoints, this.signing, new NoLog(),
				this.transaction);
		write(FIRST);
		signed(Instant.parse("2026-03-01T00:00:00Z"));
		write(SECOND - FIRST);
		signed(Instant.parse("2026-03-02T00:00:00Z"));
		write(SIZE - SECOND);
		signed(Instant.parse("2026-03-03T00:00:00Z"));
	}

	private CheckpointService signing(AuditKey with) {
		JdbcClient client = JdbcClient.create(this.jdbc);
		return new CheckpointService(new TreeNodes(client, this.jdbc), this.checkpoints, this.seals,
				new CheckpointKey(with));
	}

	private static AuditKey key(int number) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) number);
		String text = Base64.getEncoder().encodeToString(bytes);
		return new AuditKey("", text, new ServerKey(new MockEnvironment().withProperty("leagueflow.crypto.key", text)));
	}

	private void write(int count) {
		long from = this.sealing.head().seq();
		this.entries.add(IntStream.range(0, count).mapToObj((i) -> entry(from + i)).toList());
		List<Long> sealed = List.of(0L);
		while (!sealed.isEmpty()) {
			sealed = this.transaction.execute((status) -> this.sealing.sealBatch(0, List.of()));
		}
	}

	private Entry entry(long number) {
		return new Entry(0, Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number), 7, "欧阳𬭩", null,
				(number % 3 == 0) ? "" : "branch-secretary", 3L, (number % 5 == 0) ? null : number, "task.answered",
				"person:" + number, null, null, "{\"votes\":" + number + "}", "node-1",
				UUID.randomUUID().toString().replace("-", ""), null)
			.marked(this.key.bytes());
	}

	private Checkpoint signed(Instant at) {
		while (this.transaction.execute((status) -> this.signing.grow())) {
			continue;
		}
		return this.transaction.execute((status) -> this.signing.sign(at)).orElseThrow();
	}

	private Path file() throws IOException {
		Path file = this.folder.resolve(UUID.randomUUID() + ".txt");
		try (var out = Files.newOutputStream(file)) {
			this.export.write(out, AUDITOR);
		}
		return file;
	}

	private Checked verify(String... args) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int end = VerifyAudit.run(args, this.password, new PrintStream(out, true, StandardCharsets.UTF_8));
		return new Checked(end, out.toString(StandardCharsets.UTF_8));
	}

	private Checked database(String... args) {
		return verify(
				Stream.concat(Stream.of("--database", this.url, this.user), Stream.of(args)).toArray(String[]::new));
	}

	@Test
	void aSoundRecordIsGoodAsAFileAndInTheDatabase() throws IOException {
		String code = this.checkpoints.latest().orElseThrow().code();
		String trusted = new CheckpointKey(this.key).publicKey();
		Path file = file();
		for (Checked one : List.of(verify(file.toString()), database(), verify(file.toString(), "--known", code),
				database("--known", code, "--key", trusted), verify(file.toString(), "--key", trusted))) {
			assertThat(one.end()).as(one.said()).isZero();
			assertThat(one.said()).contains("GOOD: 620 entries, 3 signed checkpoints, the last over 620", code);
		}
		write(5);
		assertThat(database().said()).contains("Nothing is signed yet over the last 5 entries");
		String between = "400-" + this.signing.root(400).substring(0, 20);
		assertThat(database("--known", between).end()).as("any size may be noted").isZero();
	}

	static Stream<Tampering> everyWay() {
		return Stream.of(
				new Tampering("one vote count is changed",
						"UPDATE audit_entry SET detail = '{\"votes\":99}' WHERE id = :5", "entry 5 (number"),
				new Tampering("the person is another", "UPDATE audit_entry SET person_id = 8 WHERE id = :50",
						"entry 50 (number"),
				new Tampering("an empty post becomes none", "UPDATE audit_entry SET post = NULL WHERE id = :1",
						"entry 1 (number"),
				new Tampering("it happened a second later",
						"UPDATE audit_entry SET at = '2026-03-01 09:09:09.123' WHERE id = :60", "entry 60 (number"),
				new Tampering("an entry is deleted", "DELETE FROM audit_entry WHERE id = :71", "deleted; its seal"),
				new Tampering("an entry and its seal are deleted",
						"DELETE FROM audit_seal WHERE seq = 71; DELETE FROM audit_entry WHERE id = :71",
						"comes seal 72", "comes entry 72"),
				new Tampering("two entries change places",
						"UPDATE audit_seal SET entry_id = -1 WHERE seq = 20;"
								+ "UPDATE audit_seal SET entry_id = :20 WHERE seq = 21;"
								+ "UPDATE audit_seal SET entry_id = :21 WHERE seq = 20",
						"entry 20 (number"),
				new Tampering("a seal is changed",
						"UPDATE audit_seal SET hash = '" + "ab".repeat(32) + "' WHERE seq = 33", "entry 33 (number"),
				new Tampering("the end is cut off and the checkpoint stays",
						"DELETE FROM audit_seal WHERE seq > 600; UPDATE audit_head SET seq = 600",
						"the end is missing"),
				new Tampering("a checkpoint says another root",
						"UPDATE audit_checkpoint SET root = '" + "cd".repeat(32) + "' WHERE size = 350",
						"signature of the checkpoint"),
				new Tampering("a checkpoint is moved", "UPDATE audit_checkpoint SET size = 349 WHERE size = 350",
						"signature of the checkpoint"),
				new Tampering("a signature is another",
						"UPDATE audit_checkpoint SET signature = '" + Base64.getEncoder().encodeToString(new byte[64])
								+ "' WHERE size = 100",
						"signature of the checkpoint"),
				new Tampering("a key is another",
						"UPDATE audit_public_key SET public_key = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='",
						"a key in the file is not named"));
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void everyChangeIsNamed(Tampering tampering) throws IOException {
		for (String one : withNumbers(tampering.sql()).split(";")) {
			this.jdbc.update(one);
		}
		Checked there = database();
		assertThat(there.end()).as(tampering.what() + ": " + there.said()).isEqualTo(1);
		assertThat(there.said()).contains(tampering.said());
		Checked file = verify(file().toString());
		assertThat(file.end()).as(tampering.what() + ": " + file.said()).isEqualTo(1);
		assertThat(file.said()).contains(tampering.inFile());
	}

	/** {@code :5} is the number of the entry that the fifth seal covers. */
	private String withNumbers(String sql) {
		java.util.regex.Matcher number = java.util.regex.Pattern.compile("(?<= ):(\\d+)").matcher(sql);
		return number.replaceAll((found) -> this.jdbc.queryForObject("SELECT entry_id FROM audit_seal WHERE seq = ?",
				String.class, found.group(1)));
	}

	@Test
	void whoeverMakesTheWholeChainAnewIsFoundByItsCheckpoints() throws IOException {
		rewrite(200);
		Checked there = database();
		assertThat(there.end()).isEqualTo(1);
		assertThat(there.said()).contains("one of the entries 101 to 350 is not what was signed on 2026-03-02");
		assertThat(verify(file().toString()).said()).contains("one of the entries 101 to 350");
		assertThat(this.signing.fault(0, SIZE)).as("in the server, too").isEqualTo("tree");
		write(3);
		assertThatThrownBy(() -> this.transaction.execute((status) -> this.signing.sign(Instant.now())))
			.as("it is not signed anew")
			.isInstanceOf(CheckpointService.Rewritten.class)
			.hasMessageContaining("620-");
	}

	/** As somebody would who knows how seals are computed, and has no key. */
	private void rewrite(long from) {
		this.jdbc.update(withNumbers("UPDATE audit_entry SET detail = '{\"votes\":1}' WHERE id = :" + from));
		String before = this.seals.hash(from - 1).orElseThrow();
		for (Seals.Link link : this.seals.after(from - 1, SIZE)) {
			String hash = link.entry().hashAfter(before, link.seal().seq());
			this.jdbc.update("UPDATE audit_seal SET prev_hash = ?, hash = ? WHERE seq = ?", before, hash,
					link.seal().seq());
			before = hash;
		}
		this.jdbc.update("UPDATE audit_head SET hash = ?", before);
	}

	@Test
	void aCleanlyCutEndAndAnOldStateAreFoundByWhatWasNotedOutside() throws IOException {
		String noted = this.checkpoints.latest().orElseThrow().code();
		String earlier = this.checkpoints.find(SECOND).orElseThrow().code();
		this.jdbc.update("DELETE FROM audit_checkpoint WHERE size > ?", SECOND);
		this.jdbc.update("DELETE FROM audit_seal WHERE seq > ?", SECOND);
		this.jdbc.update("UPDATE audit_head SET seq = ?, hash = ?", SECOND, this.seals.hash(SECOND).orElseThrow());
		assertThat(database().end()).as("nothing inside tells").isZero();
		assertThat(database("--known", earlier).end()).isZero();
		Checked cut = database("--known", earlier, "--known", noted);
		assertThat(cut.end()).isEqualTo(1);
		assertThat(cut.said()).contains("the end is missing: the known checkpoint " + noted);
		assertThat(verify(file().toString(), "--known", noted).end()).isEqualTo(1);
	}

	@Test
	void checkpointsThatSomebodyElseSignedAreNotBelieved() {
		rewrite(200);
		this.jdbc.update("DELETE FROM audit_checkpoint");
		this.jdbc.update("DELETE FROM audit_tree");
		CheckpointService forger = signing(key(2));
		this.transaction.execute((status) -> forger.grow());
		this.transaction.execute((status) -> forger.sign(Instant.parse("2026-03-03T00:00:00Z")));
		assertThat(database().end()).as("by its own keys all is well").isZero();
		Checked trusted = database("--key", new CheckpointKey(this.key).publicKey());
		assertThat(trusted.end()).isEqualTo(1);
		assertThat(trusted.said()).contains("which is not among those given");
	}

	@Test
	void aRotatedKeyLeavesEarlierCheckpointsGood() throws IOException {
		this.signing = signing(key(2));
		write(10);
		signed(Instant.parse("2026-03-04T00:00:00Z"));
		Path file = file();
		assertThat(verify(file.toString()).end()).isZero();
		assertThat(verify(file.toString(), "--key", new CheckpointKey(this.key).publicKey(), "--key",
				new CheckpointKey(key(2)).publicKey())
			.end()).isZero();
		assertThat(verify(file.toString(), "--key", new CheckpointKey(this.key).publicKey()).end()).isEqualTo(1);
	}

	@Test
	void nothingIsSignedTwice() {
		Optional<Checkpoint> again = this.transaction.execute((status) -> this.signing.sign(Instant.now()));
		assertThat(again).isEmpty();
		Boolean more = this.transaction.execute((status) -> this.signing.grow());
		assertThat(more).isFalse();
		assertThat(this.signing.fault(0, SIZE)).isNull();
		assertThat(this.signing.fault(300, 400)).isNull();
	}

	@Test
	void oneEntryIsProvedAlone() throws IOException {
		for (int seq : new int[] { 1, 100, 257, 619, 620 }) {
			Path proof = proof(seq);
			Checked good = verify(proof.toString(), "--known", this.checkpoints.latest().orElseThrow().code());
			assertThat(good.end()).as(good.said()).isZero();
			assertThat(good.said()).contains("GOOD: entry " + seq + ", task.answered by 欧阳𬭩");
			String text = Files.readString(proof);
			String other = Files.readString(proof((seq == 1) ? 2 : seq - 1));
			Files.writeString(proof, text.replaceFirst("(?m)^entry .*$", java.util.regex.Matcher
				.quoteReplacement(other.lines().filter((line) -> line.startsWith("entry")).findFirst().orElseThrow())));
			assertThat(verify(proof.toString()).end()).as("another entry").isEqualTo(1);
			Files.writeString(proof, text.replaceFirst("(?m)^path .*\n", ""));
			assertThat(verify(proof.toString()).end()).as("a step is missing").isEqualTo(1);
		}
		write(1);
		assertThatThrownBy(() -> proof(SIZE + 1)).isInstanceOf(Refusal.Conflict.class);
	}

	private Path proof(int seq) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.export.prove(this.jdbc.queryForObject("SELECT entry_id FROM audit_seal WHERE seq = ?", Long.class, seq),
				out, AUDITOR);
		return Files.write(this.folder.resolve(UUID.randomUUID() + ".txt"), out.toByteArray());
	}

	@Test
	void aTailThatNobodySignedIsNotGood() throws IOException {
		String text = Files.readString(file());
		String forged = text.replaceAll("(?m)^checkpoint (350|620) .*\n", "");
		Checked checked = verify(Files.writeString(this.folder.resolve("tail.txt"), forged).toString());
		assertThat(checked.end()).isEqualTo(1);
		assertThat(checked.said()).contains("nobody signed the entries after 100");
	}

	@Test
	void partsThatAreNoHashesOrNumbersAreRefused() throws IOException {
		String text = Files.readString(proof(300));
		String[] entry = text.lines().filter((line) -> line.startsWith("entry")).findFirst().orElseThrow().split(" ");
		for (int part : new int[] { 3, 19 }) {
			String[] other = entry.clone();
			other[part] = (part == 3) ? entry[3] + "300" : Base64.getEncoder().encodeToString("mark".getBytes());
			Checked checked = verify(Files
				.writeString(this.folder.resolve("parts.txt"),
						text.replace(String.join(" ", entry), String.join(" ", other)))
				.toString());
			assertThat(checked.end()).isEqualTo(1);
			assertThat(checked.said()).contains("not written as the record writes it");
		}
		Checked other = verify(proof(300).toString(), "--known", this.checkpoints.find(SECOND).orElseThrow().code());
		assertThat(other.end()).as("under another checkpoint nothing can be told").isEqualTo(2);
	}

	@Test
	void nothingInTheRecordWritesOnTheScreen() {
		this.jdbc.update(withNumbers("UPDATE audit_entry SET person_name = ? WHERE id = :40"),
				"x\u001b[2K\nGOOD: 620 entries");
		Checked checked = database();
		assertThat(checked.end()).isEqualTo(1);
		assertThat(checked.said().strip()).doesNotContain("\u001b", "\n");
	}

	@Test
	void aRecordWithoutItsCheckpointsIsNotSignedAnew() {
		this.jdbc.update("DELETE FROM audit_checkpoint");
		assertThatThrownBy(() -> this.transaction.execute((status) -> this.signing.sign(Instant.now())))
			.isInstanceOf(CheckpointService.Rewritten.class);
	}

	@Test
	void sealsThatCameAfterTheTreeHadGrownWaitForTheNextCheckpoint() {
		write(200);
		Checkpoint next = this.transaction.execute((status) -> this.signing.sign(Instant.now())).orElseThrow();
		assertThat(next.size()).as("two subtrees are stored").isEqualTo(767);
		assertThat(signed(Instant.now()).size()).isEqualTo(820);
	}

	/** Whichever byte of the file is changed, and wherever it is cut, it is not good. */
	@Test
	void noByteOfTheFileCanBeChangedUnseen() throws IOException {
		byte[] sound = Files.readAllBytes(file());
		byte[] proof = Files.readAllBytes(proof(300));
		Random random = new Random(20261201);
		List<String> unseen = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			byte[] from = (i % 3 == 0) ? proof : sound;
			byte[] changed = from.clone();
			int at = random.nextInt(changed.length);
			boolean cut = i % 10 == 9;
			if (cut) {
				changed = Arrays.copyOf(changed, at);
			}
			else {
				changed[at] ^= (byte) (1 << random.nextInt(8));
			}
			Path file = Files.write(this.folder.resolve("changed.txt"), changed);
			Checked checked = verify(file.toString());
			if (checked.end() == 0) {
				unseen.add("byte " + at + " of " + from.length + (cut ? " cut" : " changed") + ": " + checked.said());
			}
		}
		assertThat(unseen).isEmpty();
	}

	@Test
	void whatIsNoRecordIsSaidToBeNone() throws IOException {
		assertThat(verify().end()).isEqualTo(2);
		assertThat(verify("--known").end()).isEqualTo(2);
		assertThat(verify(this.folder.resolve("none.txt").toString()).end()).isEqualTo(2);
		assertThat(verify(Files.writeString(this.folder.resolve("a.txt"), "").toString()).end()).isEqualTo(2);
		assertThat(
				verify(Files.writeString(this.folder.resolve("b.txt"), "leagueflow-audit/1\nend 0\n").toString()).end())
			.as("nothing vouches for an empty record")
			.isEqualTo(2);
		assertThat(verify(file().toString(), "--known", "620").end()).isEqualTo(2);
	}

	/** A way to change the record with a database tool. */
	record Tampering(String what, String sql, String said, String inFile) {

		Tampering(String what, String sql, String said) {
			this(what, sql, said, said.replace("deleted; its seal", "was deleted; its seal"));
		}

		@Override
		public String toString() {
			return this.what;
		}

	}

	/** What the verifier ended with and said. */
	record Checked(int end, String said) {
	}

	/** Records nothing, so that the record under test stays as it is. */
	private static final class NoLog implements AuditLog {

		@Override
		public void record(AuditEvent event) {
			// the export itself is not under test
		}

		@Override
		public void recordAll(List<AuditEvent> events) {
			// likewise
		}

	}

}
