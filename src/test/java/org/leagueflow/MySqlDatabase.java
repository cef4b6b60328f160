package org.leagueflow;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A fresh MySQL database of its own for every application that a test starts, when the
 * system property {@code leagueflow.test.db} is {@code mysql}: a copy of the
 * {@link MySqlTemplate}, dropped at the end.
 */
public class MySqlDatabase implements EnvironmentPostProcessor {

	private static final String OPTIONS = "?nullDatabaseMeansCurrent=true&connectionTimeZone=UTC"
			+ "&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
			+ "&cachePrepStmts=true&useServerPrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096"
			+ "&useLocalSessionState=true&cacheServerConfiguration=true&maintainTimeStats=false"
			+ "&readOnlyPropagatesToServer=false"
			// of which only the browser driver brings the library
			+ "&openTelemetry=DISABLED";

	/**
	 * What is read and written in tests needs no cipher, which takes as long as all the
	 * driver's other work.
	 */
	private static final String PLAIN = "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

	static final String CHARSET = " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

	static final String USER = System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_USER", "league");

	static final String PASSWORD = System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_PASSWORD", "league");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if ("mysql".equals(System.getProperty("leagueflow.test.db"))) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("fresh MySQL database", Map.of("spring.datasource.url",
						createMigrated(), "spring.datasource.username", USER, "spring.datasource.password", PASSWORD)));
		}
	}

	/**
	 * Creates an empty database and returns its JDBC address, which leaves it to the
	 * server whether the connection is encrypted, as addresses in production do.
	 */
	public static String create() {
		return server() + createEmpty() + OPTIONS;
	}

	/**
	 * Creates a database on which all migrations have run and returns its JDBC address.
	 */
	public static String createMigrated() {
		String name = createEmpty();
		template().copyTo(name);
		return server() + name + OPTIONS + PLAIN;
	}

	static MySqlTemplate template() {
		return new MySqlTemplate(server(), OPTIONS + PLAIN);
	}

	private static String createEmpty() {
		String name = "league_" + UUID.randomUUID().toString().substring(0, 8);
		run("CREATE DATABASE " + name + CHARSET);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> run("DROP DATABASE IF EXISTS " + name)));
		return name;
	}

	private static String server() {
		String server = System.getenv("LEAGUEFLOW_TEST_MYSQL_URL");
		if (server == null) {
			throw new IllegalStateException("Set LEAGUEFLOW_TEST_MYSQL_URL, such as jdbc:mysql://127.0.0.1:3306/");
		}
		return server.endsWith("/") ? server : server + "/";
	}

	private static void run(String sql) {
		try (Connection connection = DriverManager.getConnection(server(), USER, PASSWORD)) {
			connection.createStatement().execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

}
