package org.leagueflow.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What the application's user may do on a MySQL server; needs an administrator of the
 * server, who can create users.
 */
@Tag("mysql")
@EnabledIfEnvironmentVariable(named = "LEAGUEFLOW_TEST_MYSQL_ADMIN_URL", matches = ".+",
		disabledReason = "The rights on MySQL were NOT tested: set LEAGUEFLOW_TEST_MYSQL_ADMIN_URL, _USER, _PASSWORD")
class RightsTests {

	private static final String ADMIN = System.getenv("LEAGUEFLOW_TEST_MYSQL_ADMIN_URL");

	private static final String NAME = "league_r" + UUID.randomUUID().toString().substring(0, 8);

	@BeforeAll
	static void migrate() throws SQLException {
		asAdmin("CREATE DATABASE " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
		asAdmin("CREATE USER '" + NAME + "'@'%' IDENTIFIED BY 'secret'");
		asAdmin("CREATE USER '" + NAME + "_o'@'%' IDENTIFIED BY 'secret'");
		asAdmin("GRANT ALL ON " + NAME + ".* TO '" + NAME + "_o'@'%' WITH GRANT OPTION");
		Migrate.run(url(), NAME + "_o", "secret", NAME);
	}

	@AfterAll
	static void remove() throws SQLException {
		asAdmin("DROP DATABASE IF EXISTS " + NAME);
		asAdmin("DROP USER IF EXISTS '" + NAME + "'@'%', '" + NAME + "_o'@'%'");
	}

	@Test
	void theApplicationAddsToTheRecordAndSealsIt() throws SQLException {
		asUser("INSERT INTO audit_entry (at, person_id, person_name, what, subject, node, nonce, mark)"
				+ " VALUES (NOW(3), 1, '沈𬭩', 'test.done', 'test:1', 'n', 'n', 'm')");
		asUser("INSERT INTO audit_seal (seq, entry_id, prev_hash, hash, sealed_at) VALUES (1, 1, 'p', 'h', NOW(3))");
		asUser("SELECT seq FROM audit_head WHERE id = 1 FOR UPDATE");
		asUser("UPDATE audit_head SET seq = 1 WHERE id = 1");
		asUser("UPDATE unit SET name = name");
	}

	@Test
	void theApplicationCannotTouchWhatTheRecordHolds() {
		for (String table : List.of("audit_entry", "audit_seal")) {
			for (String sql : List.of("UPDATE %s SET %s = 0", "DELETE FROM %s", "TRUNCATE TABLE %s", "DROP TABLE %s",
					"ALTER TABLE %s ADD x INT", "CREATE TRIGGER t BEFORE INSERT ON %s FOR EACH ROW SET @x = 1")) {
				String column = table.equals("audit_entry") ? "person_id" : "entry_id";
				assertThatThrownBy(() -> asUser(sql.formatted(table, column))).as(sql)
					.isInstanceOf(SQLException.class)
					.hasMessageMatching("(?s).*(denied|privilege).*");
			}
		}
	}

	@Test
	void theApplicationCannotGrantItselfMore() throws SQLException {
		assertThatThrownBy(() -> asUser("GRANT UPDATE ON audit_entry TO CURRENT_USER()"))
			.isInstanceOf(SQLException.class);
		try (Connection connection = DriverManager.getConnection(url(), NAME, "secret");
				Statement statement = connection.createStatement();
				ResultSet grants = statement.executeQuery("SHOW GRANTS")) {
			while (grants.next()) {
				assertThat(grants.getString(1)).doesNotContain("ALL PRIVILEGES").doesNotContain("GRANT OPTION");
			}
		}
	}

	private static String url() {
		return ADMIN.replaceFirst("/\\??$", "/") + NAME + "?nullDatabaseMeansCurrent=true&allowPublicKeyRetrieval=true";
	}

	private static void asUser(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url(), NAME, "secret");
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void asAdmin(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(ADMIN,
				System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_ADMIN_USER", "root"),
				System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_ADMIN_PASSWORD", ""));
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
