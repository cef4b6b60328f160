package org.leagueflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A database on which all migrations have run, made once on each server for each state of
 * the migrations. Databases of tests are copied from it: its tables are made in one
 * statement each, where the migrations need several and Flyway some more.
 */
final class MySqlTemplate {

	static final String[] LOCATIONS = { "classpath:db/engine/mysql", "classpath:db/migration",
			"classpath:db/vendor/mysql" };

	/** Stands in a template whose migrations have all run; is not copied. */
	static final String COMPLETE = "template_complete";

	private final String server;

	private final String options;

	private final String name;

	/**
	 * @param server the JDBC address without a database
	 * @param options of the JDBC address, from its question mark on
	 */
	MySqlTemplate(String server, String options) {
		this.server = server;
		this.options = options;
		this.name = "league_t" + hash();
	}

	String name() {
		return this.name;
	}

	/** Makes tables and rows of the template in an empty database. */
	void copyTo(String database) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			make(statement);
			statement.execute("USE " + database);
			statement.execute("SET SESSION foreign_key_checks = 0");
			for (String table : tables(statement)) {
				String from = this.name + ".`" + table + "`";
				statement.execute(query(statement, "SHOW CREATE TABLE " + from, 2).get(0));
				if (!query(statement, "SELECT 1 FROM " + from + " LIMIT 1", 1).isEmpty()) {
					statement.execute("INSERT INTO `" + table + "` SELECT * FROM " + from);
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot copy " + this.name, ex);
		}
	}

	/** Makes the template unless it is there; other virtual machines wait meanwhile. */
	private void make(Statement statement) throws SQLException {
		if (!query(statement, "SELECT GET_LOCK('" + this.name + "', 300)", 1).equals(List.of("1"))) {
			throw new SQLException("Another virtual machine takes too long to make " + this.name);
		}
		if (query(statement, "SELECT 1 FROM information_schema.tables WHERE table_schema = '" + this.name
				+ "' AND table_name = '" + COMPLETE + "'", 1)
			.isEmpty()) {
			dropOld(statement);
			statement.execute("DROP DATABASE IF EXISTS " + this.name);
			statement.execute("CREATE DATABASE " + this.name + MySqlDatabase.CHARSET);
			Flyway.configure()
				.dataSource(this.server + this.name + this.options, MySqlDatabase.USER, MySqlDatabase.PASSWORD)
				.locations(LOCATIONS)
				.load()
				.migrate();
			requireTablesOnly(statement);
			statement.execute("CREATE TABLE " + this.name + "." + COMPLETE + " (id INT PRIMARY KEY)");
		}
		statement.execute("DO RELEASE_LOCK('" + this.name + "')");
	}

	private void requireTablesOnly(Statement statement) throws SQLException {
		List<String> others = query(statement,
				("SELECT table_name FROM information_schema.views WHERE table_schema = '%1$s'"
						+ " UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = '%1$s'"
						+ " UNION ALL SELECT routine_name FROM information_schema.routines WHERE routine_schema = '%1$s'")
					.formatted(this.name),
				1);
		if (!others.isEmpty()) {
			throw new IllegalStateException("Only tables are copied, not " + others);
		}
	}

	/** Templates of other states of the migrations, which nobody has used today. */
	private void dropOld(Statement statement) throws SQLException {
		for (String old : query(statement,
				"SELECT table_schema FROM information_schema.tables WHERE table_schema LIKE"
						+ " 'league\\_t%' AND table_name = '" + COMPLETE + "' AND create_time < NOW() - INTERVAL 1 DAY",
				1)) {
			statement.execute("DROP DATABASE IF EXISTS " + old);
		}
	}

	private List<String> tables(Statement statement) throws SQLException {
		return query(statement, "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + this.name
				+ "' AND table_name <> '" + COMPLETE + "' ORDER BY table_name", 1);
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(this.server, MySqlDatabase.USER, MySqlDatabase.PASSWORD);
	}

	private static List<String> query(Statement statement, String sql, int column) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(column));
			}
		}
		return values;
	}

	/** Of names and contents of all migrations. */
	private static String hash() {
		try {
			MessageDigest hash = MessageDigest.getInstance("SHA-256");
			for (String location : LOCATIONS) {
				Resource[] files = new PathMatchingResourcePatternResolver()
					.getResources(location.replace("classpath:", "classpath*:") + "/*.sql");
				Arrays.sort(files, Comparator.comparing(Resource::getFilename));
				for (Resource file : files) {
					hash.update(file.getFilename().getBytes(StandardCharsets.UTF_8));
					hash.update(file.getContentAsByteArray());
				}
			}
			return HexFormat.of().formatHex(hash.digest(), 0, 6);
		}
		catch (IOException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
