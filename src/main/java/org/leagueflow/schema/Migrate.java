package org.leagueflow.schema;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Migrates the MySQL database and grants the application's user its rights, as a program
 * of its own: it runs with the database owner's password, which the nodes never see.
 */
final class Migrate {

	private Migrate() {
	}

	public static void main(String[] args) {
		Map<String, String> given = System.getenv();
		run(required(given, "LEAGUEFLOW_MYSQL_URL"), required(given, "LEAGUEFLOW_MYSQL_OWNER"),
				required(given, "LEAGUEFLOW_MYSQL_OWNER_PASSWORD"), required(given, "LEAGUEFLOW_MYSQL_USER"));
	}

	/** Migrates as the owner and grants to the user, who may come from any host. */
	static void run(String url, String owner, String password, String user) {
		Flyway.configure()
			.dataSource(url, owner, password)
			.locations("classpath:db/engine/mysql", "classpath:db/migration", "classpath:db/vendor/mysql")
			.callbacks(new Rights(user))
			.load()
			.migrate();
	}

	private static String required(Map<String, String> given, String name) {
		String value = given.get(name);
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("Set " + name + "; see .env.example");
		}
		return value;
	}

}
