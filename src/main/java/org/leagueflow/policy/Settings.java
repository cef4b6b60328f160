package org.leagueflow.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units have set. */
@Repository
class Settings {

	private final JdbcClient jdbc;

	Settings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The settings of one rule at these units. */
	List<Setting> of(String key, Collection<Long> unitIds) {
		return this.jdbc.sql("SELECT * FROM policy_setting WHERE rule_key = :key AND unit_id IN (:units)")
			.param("key", key)
			.param("units", unitIds)
			.query(Settings::row)
			.list();
	}

	/** What all units have set of these rules. */
	List<Setting> of(Collection<String> keys) {
		return this.jdbc.sql("SELECT * FROM policy_setting WHERE rule_key IN (:keys)")
			.param("keys", keys)
			.query(Settings::row)
			.list();
	}

	/** The settings of every rule at these units. */
	List<Setting> at(Collection<Long> unitIds) {
		return this.jdbc.sql("SELECT * FROM policy_setting WHERE unit_id IN (:units)")
			.param("units", unitIds)
			.query(Settings::row)
			.list();
	}

	void put(long unitId, String key, String value, Actor by, Instant at) {
		LocalDateTime moment = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
		int changed = this.jdbc
			.sql("UPDATE policy_setting SET setting_value = ?, set_by = ?, set_by_name = ?, set_at = ? "
					+ "WHERE rule_key = ? AND unit_id = ?")
			.params(value, by.personId(), by.name(), moment, key, unitId)
			.update();
		if (changed == 0) {
			this.jdbc
				.sql("INSERT INTO policy_setting (setting_value, set_by, set_by_name, set_at, rule_key, unit_id) "
						+ "VALUES (?, ?, ?, ?, ?, ?)")
				.params(value, by.personId(), by.name(), moment, key, unitId)
				.update();
		}
	}

	void remove(long unitId, String key) {
		this.jdbc.sql("DELETE FROM policy_setting WHERE rule_key = ? AND unit_id = ?").params(key, unitId).update();
	}

	private static Setting row(ResultSet row, int number) throws SQLException {
		return new Setting(row.getLong("unit_id"), row.getString("rule_key"), row.getString("setting_value"),
				row.getString("set_by_name"), row.getObject("set_at", LocalDateTime.class));
	}

}
