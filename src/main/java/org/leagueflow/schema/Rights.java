package org.leagueflow.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Grants the application's user its rights table by table after every migration: on the
 * audit record only to read and to add.
 */
class Rights implements Callback {

	private static final Set<String> ONLY_GROW = Set.of("audit_entry", "audit_seal", "audit_tree", "audit_checkpoint",
			"audit_public_key", "audit_witness", "key_check", "reading");

	private static final Set<String> ONLY_READ = Set.of("flyway_schema_history");

	private final String user;

	Rights(String user) {
		if (!user.matches("[A-Za-z0-9_]{1,32}")) {
			throw new IllegalArgumentException("The database user is named by letters, digits and _");
		}
		this.user = user;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.AFTER_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		try (Statement statement = context.getConnection().createStatement()) {
			for (String table : tables(statement)) {
				statement.execute("GRANT " + rights(table) + " ON `" + table + "` TO '" + this.user + "'@'%'");
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Grant the rights as the database's owner, WITH GRANT OPTION", ex);
		}
	}

	private static String rights(String table) {
		if (ONLY_READ.contains(table)) {
			return "SELECT";
		}
		return ONLY_GROW.contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
	}

	private static List<String> tables(Statement statement) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
				+ " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name")) {
			while (rows.next()) {
				tables.add(rows.getString(1));
			}
		}
		return tables;
	}

	@Override
	public String getCallbackName() {
		return "rights";
	}

}
