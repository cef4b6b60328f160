package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases of tests are what the migrations make. */
@Tag("mysql")
class MySqlTemplateTests {

	@Test
	void aCopyIsWhatTheMigrationsMadeToEveryKeyAndCounter() {
		DriverManagerDataSource copied = new DriverManagerDataSource(MySqlDatabase.createMigrated(), MySqlDatabase.USER,
				MySqlDatabase.PASSWORD);
		JdbcTemplate jdbc = new JdbcTemplate(copied);
		String copy = jdbc.queryForObject("SELECT DATABASE()", String.class);
		Map<String, String> tables = tables(jdbc, copy);
		assertThat(tables).hasSizeGreaterThan(130).isEqualTo(tables(jdbc, MySqlDatabase.template().name()));
		assertThat(String.join(" ", tables.values())).contains("FOREIGN KEY", "AUTO_INCREMENT", "UNIQUE KEY");
		Flyway flyway = Flyway.configure().dataSource(copied).locations(MySqlTemplate.LOCATIONS).load();
		flyway.validate();
		assertThat(flyway.info().pending()).as("migrations that a copy lacks").isEmpty();
	}

	/** How each table is made, and the sum of its rows. */
	private static Map<String, String> tables(JdbcTemplate jdbc, String database) {
		List<String> names = jdbc.queryForList("SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
				+ " AND table_name <> '" + MySqlTemplate.COMPLETE + "'", String.class, database);
		Map<String, String> tables = new TreeMap<>();
		names.forEach((name) -> {
			String table = database + ".`" + name + "`";
			tables.put(name,
					made(jdbc, table) + " holds " + jdbc.queryForMap("CHECKSUM TABLE " + table).get("Checksum"));
		});
		return tables;
	}

	/** Columns that a migration added name their character set, which all have. */
	private static String made(JdbcTemplate jdbc, String table) {
		return jdbc.queryForMap("SHOW CREATE TABLE " + table)
			.get("Create Table")
			.toString()
			.replace("CHARACTER SET utf8mb4 COLLATE", "COLLATE");
	}

}
