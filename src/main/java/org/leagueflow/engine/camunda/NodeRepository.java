package org.leagueflow.engine.camunda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the nodes of this installation and what they run. */
@Repository
class NodeRepository {

	/** A node that was not seen for so long is forgotten. */
	private static final Duration RETENTION = Duration.ofDays(30);

	private final JdbcClient jdbc;

	NodeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A node began to serve with these editions, by process. */
	void started(String node, ProgramVersion program, Instant now, Map<String, String> carries,
			Map<String, String> runs) {
		remove("name = ?", node);
		remove("seen_at < ?", Utc.column(now.minus(RETENTION)));
		this.jdbc.sql("INSERT INTO node (name, program_at, started_at, seen_at) VALUES (?, ?, ?, ?)")
			.params(node, Utc.column(program.builtAt()), Utc.column(now), Utc.column(now))
			.update();
		runs.forEach((process, deployment) -> this.jdbc
			.sql("INSERT INTO node_edition (node, process, carries, runs) VALUES (?, ?, ?, ?)")
			.params(node, process, carries.get(process), deployment)
			.update());
	}

	private void remove(String which, Object value) {
		this.jdbc.sql("DELETE FROM node_edition WHERE node IN (SELECT name FROM node WHERE " + which + ")")
			.param(value)
			.update();
		this.jdbc.sql("DELETE FROM node WHERE " + which).param(value).update();
	}

	void seen(String node, Instant now) {
		this.jdbc.sql("UPDATE node SET seen_at = ? WHERE name = ?").params(Utc.column(now), node).update();
	}

	List<Row> all() {
		return this.jdbc.sql("SELECT * FROM node ORDER BY name").query(NodeRepository::row).list();
	}

	List<Runs> runs() {
		return this.jdbc.sql("SELECT * FROM node_edition ORDER BY node, process")
			.query((row, number) -> new Runs(row.getString("node"), row.getString("process"), row.getString("carries"),
					row.getString("runs")))
			.list();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("name"), moment(row, "program_at"), moment(row, "started_at"),
				moment(row, "seen_at"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return Utc.moment(row.getObject(column, LocalDateTime.class));
	}

	/** A node and when it was last seen. */
	record Row(String name, Instant programAt, Instant startedAt, Instant seenAt) {
	}

	/** The content that a node carries of a process, and the deployment that it runs. */
	record Runs(String node, String process, String carries, String deploymentId) {
	}

}
