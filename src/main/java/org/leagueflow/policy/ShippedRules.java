package org.leagueflow.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules with their default values as shipped; read once, because only a migration
 * changes them.
 */
@Component
class ShippedRules {

	private final JdbcClient jdbc;

	private volatile Map<String, Rule> rules;

	ShippedRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The rule of that name.
	 * @throws IllegalArgumentException when there is none
	 */
	Rule rule(String key) {
		Rule rule = byKey().get(key);
		if (rule == null) {
			throw new IllegalArgumentException(
					"There is no rule '" + key + "': add it to policy_rule by a migration, or use one that is there");
		}
		return rule;
	}

	boolean knows(String key) {
		return byKey().containsKey(key);
	}

	List<Rule> all() {
		return List.copyOf(byKey().values());
	}

	private Map<String, Rule> byKey() {
		if (this.rules == null) {
			this.rules = read();
		}
		return this.rules;
	}

	private Map<String, Rule> read() {
		Map<String, Rule> found = new LinkedHashMap<>();
		this.jdbc.sql("SELECT * FROM policy_rule ORDER BY seq")
			.query(ShippedRules::row)
			.list()
			.forEach((rule) -> found.put(rule.key(), rule));
		return found;
	}

	private static Rule row(ResultSet row, int number) throws SQLException {
		return new Rule(row.getString("rule_key"), Rule.Kind.valueOf(row.getString("kind")),
				row.getString("rule_value"), row.getString("rule_floor"), row.getString("measure"),
				row.getString("source"), row.getString("grade"), Rule.Leeway.valueOf(row.getString("leeway")));
	}

}
