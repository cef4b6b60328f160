package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.MySqlDatabase;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of the README from a backup to a verified record, with the script that it
 * names, on a real server.
 */
@Tag("mysql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTests {

	private static final String USER = System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_USER", "league");

	private static final String PASSWORD = System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_PASSWORD", "league");

	private static final String KEY = "dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktMzJieXQ=";

	private static final Pattern ADDRESS = Pattern.compile("jdbc:mysql://([^:/]+):(\\d+)/([^?]+).*");

	@TempDir
	Path folder;

	private String source;

	private JdbcTemplate jdbc;

	@BeforeAll
	void aDatabaseWithARecord() throws Exception {
		boolean there = new ProcessBuilder("sh", "-c", "command -v mysqldump && command -v mysql").start()
			.waitFor() == 0;
		assumeTrue(there, "The backup was NOT tested: install mysqldump and mysql (Debian: default-mysql-client)");
		this.source = MySqlDatabase.createMigrated();
		this.jdbc = template(this.source);
		this.jdbc.update("INSERT INTO unit (kind, name, path, secondary_school, active, version)"
				+ " VALUES ('BRANCH', '沈𬭩的支部 ''\\\\ \n', '/1/', FALSE, TRUE, 0)");
		happen(40);
	}

	@Test
	void whatIsRestoredIsWhatWasDumpedAndTheNotedHashStandsInTheRecord() throws Exception {
		Path file = this.folder.resolve("monday.sql.gz");
		String noted = noted(script(0, this.source, "dump", file));
		assertThat(Files.readString(Path.of(file + ".hash"))).isEqualToIgnoringNewLines(noted);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		long entries = count(this.jdbc, "audit_entry");
		String target = MySqlDatabase.create();
		assertThat(script(0, target, "restore", file)).contains(entries + " entries of the record are back");
		assertThat(checksums(template(target))).hasSizeGreaterThan(80).isEqualTo(checksums(this.jdbc));
		assertThat(verify(0, target, noted)).contains("The record is whole: " + entries + " sealed entries",
				"after entry " + entries + "; 0 came");
	}

	@Test
	void aDumpTakenWhilePeopleWorkIsOneMomentOfAllTables() throws Exception {
		this.jdbc.execute("CREATE TABLE aa_first (id INT PRIMARY KEY)");
		this.jdbc.execute("CREATE TABLE zz_last (id INT PRIMARY KEY)");
		AtomicBoolean over = new AtomicBoolean();
		Thread people = new Thread(() -> work(over));
		people.start();
		Path file = this.folder.resolve("busy.sql.gz");
		try {
			while (count(this.jdbc, "zz_last") < 20) {
				Thread.sleep(20);
			}
			script(0, this.source, "dump", file);
		}
		finally {
			over.set(true);
			people.join();
		}
		String target = MySqlDatabase.create();
		script(0, target, "restore", file);
		JdbcTemplate restored = template(target);
		assertThat(count(restored, "aa_first")).isEqualTo(count(restored, "zz_last"))
			.isBetween(20L, count(this.jdbc, "zz_last"));
		assertThat(verify(0, target, Files.readString(Path.of(file + ".hash")).strip()))
			.contains("The noted hash stands in it");
	}

	@Test
	void aRecordThatIsNotTheNotedOneIsFound() throws Exception {
		Path file = this.folder.resolve("monday.sql.gz");
		script(0, this.source, "dump", file);
		happen(3);
		String later = this.jdbc.queryForObject("SELECT hash FROM audit_head WHERE id = 1", String.class);
		String target = MySqlDatabase.create();
		script(0, target, "restore", file);
		assertThat(verify(1, target, later)).contains("The noted hash is NOT in it");
		template(target).update("UPDATE audit_entry SET subject = 'another' WHERE id = 7");
		assertThat(verify(1, target, later)).contains("DAMAGED after 6 entries: changed, entry 7");
	}

	@Test
	void nothingIsWrittenOverAndNothingDamagedIsRestored() throws Exception {
		Path file = this.folder.resolve("monday.sql.gz");
		script(0, this.source, "dump", file);
		assertThat(script(1, this.source, "dump", file)).contains("is there already");
		assertThat(script(1, this.source, "restore", file)).contains("restore into an empty database");
		Path half = this.folder.resolve("half.sql.gz");
		byte[] all = Files.readAllBytes(file);
		Files.write(half, java.util.Arrays.copyOf(all, all.length / 2));
		String target = MySqlDatabase.create();
		assertThat(script(1, target, "restore", half)).contains("damaged or no complete dump");
		assertThat(script(1, target, "dump", this.folder.resolve("empty.sql.gz"))).contains("cannot read");
		assertThat(this.folder.resolve("empty.sql.gz")).doesNotExist();
		assertThat(script(1, this.source, "drop", file)).contains("usage");
	}

	/** Needs a server where users can be made, as the tests of rights do. */
	@Test
	void somebodyWhoMayOnlyBackUpDumpsAndCannotChangeAnything() throws Exception {
		String admin = System.getenv("LEAGUEFLOW_TEST_MYSQL_ADMIN_URL");
		assumeTrue(admin != null, "The rights on MySQL were NOT tested: set LEAGUEFLOW_TEST_MYSQL_ADMIN_URL");
		JdbcTemplate root = new JdbcTemplate(new DriverManagerDataSource(admin,
				System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_ADMIN_USER", "root"),
				System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_ADMIN_PASSWORD", "")));
		String name = "league_b" + UUID.randomUUID().toString().substring(0, 6);
		root.execute("CREATE USER '" + name + "'@'%' IDENTIFIED BY 'secret'");
		try {
			root.execute("GRANT SELECT, SHOW VIEW, TRIGGER ON " + database(this.source) + ".* TO '" + name + "'@'%'");
			Path file = this.folder.resolve("reader.sql.gz");
			script(0, this.source, name, "secret", "dump", file);
			assertThat(file).isNotEmptyFile();
			JdbcTemplate reader = new JdbcTemplate(new DriverManagerDataSource(this.source, name, "secret"));
			assertThatThrownBy(() -> reader.update("DELETE FROM unit")).isInstanceOf(DataAccessException.class);
		}
		finally {
			root.execute("DROP USER '" + name + "'@'%'");
		}
	}

	/** Entries are added and sealed. */
	private void happen(int entries) {
		JdbcClient client = JdbcClient.create(this.jdbc);
		AuditKey key = VerifyRecord.key(Map.of("LEAGUEFLOW_CRYPTO_KEY", KEY));
		Entries record = new Entries(client, this.jdbc);
		List<Entry> happened = new ArrayList<>();
		for (int i = 0; i < entries; i++) {
			happened.add(new Entry(0, Instant.now().truncatedTo(ChronoUnit.MILLIS), 1, "沈𬭩", null, null, null, null,
					"test.done", "test:" + i, null, null, "{\"n\":" + i + "}", "node1",
					UUID.randomUUID().toString().replace("-", ""), null)
				.marked(key.bytes()));
		}
		record.add(happened);
		new SealService(new Seals(client, this.jdbc), key, new BusinessClock(ZoneId.of("Asia/Shanghai"))).sealBatch(0,
				List.of());
	}

	/** Every transaction adds the same number to the first table and to the last. */
	private void work(AtomicBoolean over) {
		TransactionTemplate transaction = new TransactionTemplate(
				new DataSourceTransactionManager(this.jdbc.getDataSource()));
		for (int i = 0; !over.get(); i++) {
			int number = i;
			transaction.executeWithoutResult((status) -> {
				this.jdbc.update("INSERT INTO aa_first VALUES (?)", number);
				this.jdbc.update("INSERT INTO zz_last VALUES (?)", number);
			});
		}
	}

	private static long count(JdbcTemplate jdbc, String table) {
		return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
	}

	private static Map<String, Object> checksums(JdbcTemplate jdbc) {
		Map<String, Object> sums = new TreeMap<>();
		jdbc.queryForList("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
				String.class)
			.forEach((table) -> sums.put(table, jdbc.queryForMap("CHECKSUM TABLE `" + table + "`").get("Checksum")));
		return sums;
	}

	private static JdbcTemplate template(String url) {
		return new JdbcTemplate(new DriverManagerDataSource(url, USER, PASSWORD));
	}

	private static String database(String url) {
		Matcher address = ADDRESS.matcher(url);
		assertThat(address.matches()).isTrue();
		return address.group(3);
	}

	private static String noted(String said) {
		String[] lines = said.strip().split("\n");
		return lines[lines.length - 1];
	}

	private String script(int expected, String url, String command, Path file) throws Exception {
		return script(expected, url, USER, PASSWORD, command, file);
	}

	private String script(int expected, String url, String user, String password, String command, Path file)
			throws IOException, InterruptedException {
		Matcher address = ADDRESS.matcher(url);
		assertThat(address.matches()).isTrue();
		ProcessBuilder script = new ProcessBuilder("src/main/docker/mysql/backup.sh", command, file.toString());
		script.environment()
			.putAll(Map.of("LEAGUEFLOW_MYSQL_HOST", address.group(1), "LEAGUEFLOW_MYSQL_PORT", address.group(2),
					"LEAGUEFLOW_MYSQL_DATABASE", address.group(3), "LEAGUEFLOW_MYSQL_OWNER", user,
					"LEAGUEFLOW_MYSQL_OWNER_PASSWORD", password));
		Path out = Files.createTempFile(this.folder, "script", ".out");
		Process process = script.redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		String said = Files.readString(out);
		assertThat(process.exitValue()).as(said).isEqualTo(expected);
		return said;
	}

	private static String verify(int expected, String url, String noted) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int result = VerifyRecord.run(
				Map.of("LEAGUEFLOW_MYSQL_URL", url, "LEAGUEFLOW_MYSQL_USER", USER, "LEAGUEFLOW_MYSQL_PASSWORD",
						PASSWORD, "LEAGUEFLOW_CRYPTO_KEY", KEY),
				noted, new PrintStream(said, true, StandardCharsets.UTF_8));
		assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
		return said.toString(StandardCharsets.UTF_8);
	}

}
