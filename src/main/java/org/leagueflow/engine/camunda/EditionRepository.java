package org.leagueflow.engine.camunda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the deployed editions of process folders, one row each. */
@Repository
class EditionRepository {

	private static final String NEWEST_FIRST = " ORDER BY program_at DESC, deployed_at DESC, deployment_id";

	private final JdbcClient jdbc;

	EditionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One node deploys at a time, until the transaction ends; the row is the one that the
	 * engine locks when it deploys.
	 */
	void lock() {
		this.jdbc.sql("SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = 'deployment.lock' FOR UPDATE")
			.query(String.class)
			.list();
	}

	Optional<Row> find(String process, String content) {
		return this.jdbc.sql("SELECT * FROM process_edition WHERE process = ? AND content = ?")
			.params(process, content)
			.query(EditionRepository::row)
			.optional();
	}

	/** What the newest program carries; of several, what was deployed last. */
	Optional<Row> newest(String process) {
		return of(process).stream().findFirst();
	}

	List<Row> of(String process) {
		return this.jdbc.sql("SELECT * FROM process_edition WHERE process = ?" + NEWEST_FIRST)
			.param(process)
			.query(EditionRepository::row)
			.list();
	}

	List<String> processes() {
		return this.jdbc.sql("SELECT DISTINCT process FROM process_edition ORDER BY process")
			.query(String.class)
			.list();
	}

	void add(Row row) {
		this.jdbc
			.sql("INSERT INTO process_edition (process, content, deployment_id, program_at, deployed_at)"
					+ " VALUES (?, ?, ?, ?, ?)")
			.params(row.process(), row.content(), row.deploymentId(), Utc.column(row.programAt()),
					Utc.column(row.deployedAt()))
			.update();
	}

	/** A program carries the edition that is newer than those which carried it so far. */
	void carriedBy(ProgramVersion program, Row row) {
		this.jdbc.sql("UPDATE process_edition SET program_at = ? WHERE process = ? AND content = ? AND program_at < ?")
			.params(Utc.column(program.builtAt()), row.process(), row.content(), Utc.column(program.builtAt()))
			.update();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("process"), row.getString("content"), row.getString("deployment_id"),
				Utc.moment(row.getObject("program_at", LocalDateTime.class)),
				Utc.moment(row.getObject("deployed_at", LocalDateTime.class)));
	}

	/**
	 * An edition of a process folder.
	 *
	 * @param content the SHA-256 of its files
	 * @param deploymentId the engine's deployment of them
	 * @param programAt when the newest program that carries it was built
	 */
	record Row(String process, String content, String deploymentId, Instant programAt, Instant deployedAt) {
	}

}
