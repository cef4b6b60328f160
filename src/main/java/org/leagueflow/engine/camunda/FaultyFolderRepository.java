package org.leagueflow.engine.camunda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.leagueflow.engine.FaultyFolders;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes the faults that each node found when it started; a node's rows are
 * replaced at its next start.
 */
@Repository
class FaultyFolderRepository implements FaultyFolders {

	private static final int MAX_NAME_LENGTH = 60;

	private final JdbcClient jdbc;

	FaultyFolderRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<FaultyFolder> all() {
		return this.jdbc.sql("SELECT * FROM faulty_folder ORDER BY process, earlier, version, node")
			.query(FaultyFolderRepository::row)
			.list();
	}

	/** What one node found just now. */
	void write(String node, List<FaultyFolder> folders) {
		this.jdbc.sql("DELETE FROM faulty_folder WHERE node = ?").param(node).update();
		folders.forEach((folder) -> this.jdbc
			.sql("INSERT INTO faulty_folder (node, process, name, version, earlier, faults) VALUES (?, ?, ?, ?, ?, ?)")
			.params(node, first(folder.process()), first(folder.name()), folder.version(), folder.earlier(),
					Json.write(folder.faults()))
			.update());
	}

	private static String first(String text) {
		return text.substring(0, Math.min(text.length(), MAX_NAME_LENGTH));
	}

	private static FaultyFolder row(ResultSet row, int number) throws SQLException {
		return new FaultyFolder(row.getString("node"), row.getString("process"), row.getString("name"),
				row.getInt("version"), row.getBoolean("earlier"),
				List.of(Json.read(row.getString("faults"), ModelFault[].class)));
	}

}
