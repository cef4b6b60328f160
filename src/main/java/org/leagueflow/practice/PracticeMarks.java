package org.leagueflow.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All marks of the practice college: its units, its persons and the chapters told. */
@Repository
@Profile("practice")
class PracticeMarks {

	private final JdbcClient jdbc;

	PracticeMarks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void set(String kind, String name, long ref) {
		this.jdbc.sql("INSERT INTO practice_mark (name, ref) VALUES (?, ?)").params(kind + ":" + name, ref).update();
	}

	boolean isSet(String kind, String name) {
		return this.jdbc.sql("SELECT COUNT(*) FROM practice_mark WHERE name = ?")
			.param(kind + ":" + name)
			.query(Integer.class)
			.single() > 0;
	}

	/** What is marked of this kind, by name. */
	Map<String, Long> all(String kind) {
		Map<String, Long> all = new LinkedHashMap<>();
		this.jdbc.sql("SELECT name, ref FROM practice_mark WHERE name LIKE ? ORDER BY name")
			.param(kind + ":%")
			.query((row, number) -> all.put(row.getString("name").substring(kind.length() + 1), row.getLong("ref")))
			.list();
		return all;
	}

}
