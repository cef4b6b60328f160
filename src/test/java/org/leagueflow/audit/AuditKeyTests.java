package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.leagueflow.MySqlDatabase;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.KeyCheck;
import org.leagueflow.kernel.KeyHolder;
import org.leagueflow.kernel.KeyWitness;
import org.leagueflow.kernel.ServerKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A record and the key it was marked with, across starts and editions. */
class AuditKeyTests {

	private static final boolean MYSQL = "mysql".equals(System.getProperty("leagueflow.test.db"));

	private static final String OURS = base64(1);

	private static final String ANOTHER = base64(2);

	private static final BusinessClock CLOCK = new BusinessClock(ZoneId.of("Asia/Shanghai"));

	private DriverManagerDataSource database;

	private JdbcTemplate jdbc;

	private Entries entries;

	private Seals seals;

	@BeforeEach
	void emptyDatabase() {
		connect(MYSQL ? MySqlDatabase.create() : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
	}

	private void connect(String url) {
		this.database = MYSQL
				? new DriverManagerDataSource(url, System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_USER", "league"),
						System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_PASSWORD", "league"))
				: new DriverManagerDataSource(url, "sa", "");
		this.jdbc = new JdbcTemplate(this.database);
		this.entries = new Entries(JdbcClient.create(this.database), this.jdbc);
		this.seals = new Seals(JdbcClient.create(this.database), this.jdbc);
	}

	@Test
	@Tag("database")
	void aNodeWithAnotherKeyDoesNotStartAndSaysWhy() {
		if (MYSQL) {
			connect(MySqlDatabase.createMigrated());
		}
		migrate("latest");
		start(key("", OURS));
		start(key("", OURS));
		assertThatThrownBy(() -> start(key("", ANOTHER))).isInstanceOf(ServerKey.Foreign.class)
			.hasMessageContaining(key("", OURS).id())
			.hasMessageContaining(key("", ANOTHER).id())
			.hasMessageContaining("审计记录")
			.hasMessageNotContaining(ANOTHER);
		assertThatThrownBy(() -> start(key("an audit key of its own", OURS))).isInstanceOf(ServerKey.Foreign.class)
			.hasMessageContaining("LEAGUEFLOW_AUDIT_KEY");
		assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM key_check", Integer.class)).isEqualTo(1);
	}

	@Test
	void aRecordOfAnEarlierEditionIsTakenOnByItsOwnKeyOnly() {
		for (boolean separate : new boolean[] { false, true }) {
			emptyDatabase();
			migrate("152");
			String text = separate ? "kept apart since 2025" : OURS;
			earlierEdition(text, 3);
			migrate("latest");
			assertThatThrownBy(() -> start(key("", ANOTHER))).isInstanceOf(ServerKey.Foreign.class);
			assertThatThrownBy(() -> start(key("another", OURS))).isInstanceOf(ServerKey.Foreign.class);
			AuditKey ours = key(separate ? text : "", OURS);
			start(ours);
			write(ours);
			assertThat(chain(ours).verify()).matches(VerificationResult::good)
				.matches((verdict) -> verdict.sealed() == 4);
		}
	}

	/** A node with a wrong key has written into the end of the record before. */
	@Test
	@Tag("database")
	void theKeyOfTheOldestEntryCountsNotThatOfTheLast() {
		migrate("152");
		earlierEdition(OURS, 2);
		earlierEdition(ANOTHER, 2);
		migrate("latest");
		assertThatThrownBy(() -> start(key("", ANOTHER))).isInstanceOf(ServerKey.Foreign.class);
		assertThatCode(() -> start(key("", OURS))).doesNotThrowAnyException();
		assertThat(chain(key("", OURS)).verify().fault()).isEqualTo("inserted");
	}

	@Test
	void anOldestEntryThatWasTamperedWithKeepsNobodyOut() {
		migrate("152");
		earlierEdition(OURS, 2);
		migrate("latest");
		this.jdbc.update("UPDATE audit_entry SET person_name = 'x' WHERE id = 1");
		start(key("", OURS));
		assertThat(chain(key("", OURS)).verify().fault()).isEqualTo("changed");
	}

	/** Before the record used the key file, practice marked it with a constant. */
	@Test
	void aPracticeRecordWithoutAKeyGoesOnUnderTheKeyFromTheFile() {
		migrate("152");
		earlierEdition("no key is configured", 2);
		migrate("latest");
		MockEnvironment practice = new MockEnvironment();
		practice.setActiveProfiles("practice");
		practice.setProperty("leagueflow.crypto.key-file", "target/keys/" + UUID.randomUUID());
		AuditKey fromFile = new AuditKey("", "", new ServerKey(practice));
		start(fromFile);
		write(fromFile);
		assertThat(chain(fromFile).verify().good()).isTrue();
		assertThat(this.seals.of(3).orElseThrow().keyId()).isEqualTo(fromFile.id());
		assertThatThrownBy(() -> start(key("", OURS))).isInstanceOf(ServerKey.Foreign.class);
	}

	@Test
	void withAKeyTheConstantMarksNothing() {
		migrate("152");
		earlierEdition("no key is configured", 2);
		migrate("latest");
		assertThatThrownBy(() -> start(key("", OURS))).isInstanceOf(ServerKey.Foreign.class);
	}

	@Test
	void eachSealNamesItsKeyAndAForeignOneIsFound() {
		migrate("latest");
		AuditKey ours = key("", OURS);
		start(ours);
		write(ours);
		assertThat(this.seals.of(1).orElseThrow().keyId()).isEqualTo(ours.id()).hasSize(16);
		AuditKey another = key("", ANOTHER);
		write(another);
		VerificationResult verdict = chain(ours).verify();
		assertThat(verdict.fault()).isEqualTo("key");
		assertThat(verdict.sealed()).isEqualTo(1);
	}

	private void start(AuditKey key) {
		new KeyCheck(JdbcClient.create(this.database), CLOCK,
				List.of(new KeyHolder(KeyWitness.AUDIT, key.id(), key.source())),
				List.of(new AuditKeyWitness(this.seals, key)));
	}

	private SealService chain(AuditKey key) {
		return new SealService(this.seals, key, CLOCK);
	}

	private void write(AuditKey key) {
		this.entries.add(List.of(entry().marked(key.bytes())));
		chain(key).sealBatch(0, List.of());
	}

	/** Entries and seals as the edition before wrote them: no seal names a key. */
	private void earlierEdition(String keyText, int count) {
		for (int i = 0; i < count; i++) {
			this.entries.add(List.of(entry().marked(keyText.getBytes())));
			long id = this.jdbc.queryForObject("SELECT MAX(id) FROM audit_entry", Long.class);
			Seals.Head head = this.seals.head();
			String hash = this.entries.find(id).orElseThrow().hashAfter(head.hash(), head.seq() + 1);
			this.jdbc.update(
					"INSERT INTO audit_seal (seq, entry_id, prev_hash, hash, sealed_at) VALUES (?, ?, ?, ?, ?)",
					head.seq() + 1, id, head.hash(), hash, "2026-01-01 00:00:00");
			this.seals.moveHead(head.seq() + 1, hash);
		}
	}

	private static Entry entry() {
		return new Entry(0, Instant.parse("2026-03-01T08:00:00Z"), 4711, "沈𬭩", null, null, null, null, "test.done",
				"test:1", null, null, null, "node", "0123456789abcdef".repeat(2), null);
	}

	private void migrate(String target) {
		String vendor = MYSQL ? "mysql" : "h2";
		Flyway.configure()
			.dataSource(this.database)
			.locations("classpath:db/engine/" + vendor, "classpath:db/migration", "classpath:db/vendor/" + vendor)
			.target(MigrationVersion.fromVersion(target))
			.load()
			.migrate();
	}

	private static AuditKey key(String own, String server) {
		return new AuditKey(own, server,
				new ServerKey(new MockEnvironment().withProperty("leagueflow.crypto.key", server)));
	}

	private static String base64(int first) {
		byte[] key = new byte[32];
		key[0] = (byte) first;
		return Base64.getEncoder().encodeToString(key);
	}

}
