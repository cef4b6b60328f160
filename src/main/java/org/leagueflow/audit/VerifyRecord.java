package org.leagueflow.audit;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Map;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.ServerKey;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Recomputes the record of a database from the command line, such as after a restore, and
 * looks for a hash that was noted outside of it. Ends with 0 when all is well, with 1
 * when it is not, with 2 when it cannot tell.
 */
public final class VerifyRecord {

	private VerifyRecord() {
	}

	public static void main(String[] args) {
		System.exit(run(System.getenv(), (args.length > 0) ? args[0].strip() : null, System.out));
	}

	public static int run(Map<String, String> given, String noted, PrintStream out) {
		for (String name : new String[] { "LEAGUEFLOW_MYSQL_URL", "LEAGUEFLOW_MYSQL_USER", "LEAGUEFLOW_MYSQL_PASSWORD",
				"LEAGUEFLOW_CRYPTO_KEY" }) {
			if (given.getOrDefault(name, "").isBlank()) {
				out.println("Set " + name + "; see .env.example");
				return 2;
			}
		}
		if (noted != null && !noted.matches("[0-9a-f]{64}")) {
			out.println("A hash of the record is 64 digits of 0-9 and a-f");
			return 2;
		}
		JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(given.get("LEAGUEFLOW_MYSQL_URL"),
				given.get("LEAGUEFLOW_MYSQL_USER"), given.get("LEAGUEFLOW_MYSQL_PASSWORD")));
		return run(jdbc, key(given), noted, out);
	}

	static AuditKey key(Map<String, String> given) {
		StandardEnvironment environment = new StandardEnvironment();
		String key = given.get("LEAGUEFLOW_CRYPTO_KEY").strip();
		environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of("leagueflow.crypto.key", key)));
		return new AuditKey(given.getOrDefault("LEAGUEFLOW_AUDIT_KEY", ""), key, new ServerKey(environment));
	}

	private static int run(JdbcTemplate jdbc, AuditKey key, String noted, PrintStream out) {
		Seals seals = new Seals(JdbcClient.create(jdbc), jdbc);
		VerificationResult result = new SealService(seals, key, new BusinessClock(ZoneId.systemDefault())).verify();
		if (!result.good()) {
			out.println("The record is DAMAGED after " + result.sealed() + " entries: " + result.fault()
					+ ((result.badEntry() != null) ? ", entry " + result.badEntry() : ""));
			return 1;
		}
		out.println("The record is whole: " + result.sealed() + " sealed entries, " + result.pending()
				+ " not sealed yet, and at its end the hash " + result.hash());
		if (noted == null) {
			out.println("Compare it with the hash that you noted outside, or give that as an argument");
			return 0;
		}
		long at = jdbc.queryForList("SELECT seq FROM audit_seal WHERE hash = ?", Long.class, noted)
			.stream()
			.findFirst()
			.orElse(SealService.GENESIS_HASH.equals(noted) ? 0L : -1L);
		out.println((at >= 0)
				? "The noted hash stands in it, after entry " + at + "; " + (result.sealed() - at) + " came later"
				: "The noted hash is NOT in it: entries are missing, or the record was rewritten");
		return (at >= 0) ? 0 : 1;
	}

}
