package org.leagueflow.roster;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.IdNumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Uploaded workbooks that wait for somebody to choose among their sheets; sealed, because
 * ID numbers are in them, and on whichever node the choice is made.
 */
@Component
class RosterFiles {

	private static final Duration RETENTION = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final IdNumberVault vault;

	private final BusinessClock clock;

	RosterFiles(JdbcClient jdbc, IdNumberVault vault, BusinessClock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/** Keeps the file for a day; those for which nobody chose in time go. */
	void keep(long importId, List<SheetSurvey.Card> sheets, byte[] content) {
		this.jdbc
			.sql("DELETE FROM roster_file WHERE import_id IN (SELECT i.id FROM roster_import i WHERE i.created_at < ?)")
			.param(LocalDateTime.ofInstant(this.clock.instant().minus(RETENTION), ZoneOffset.UTC))
			.update();
		this.jdbc.sql("INSERT INTO roster_file (import_id, sheets, content) VALUES (?, ?, ?)")
			.params(importId, Json.write(sheets), this.vault.seal(content))
			.update();
	}

	/** What the sheets of the file hold; empty when it waited for longer than a day. */
	List<SheetSurvey.Card> sheets(long importId) {
		return this.jdbc.sql("SELECT sheets FROM roster_file WHERE import_id = ?")
			.param(importId)
			.query(String.class)
			.optional()
			.map((json) -> List.of(Json.read(json, SheetSurvey.Card[].class)))
			.orElse(List.of());
	}

	/**
	 * Hands the file over and forgets it.
	 * @throws Refusal.Conflict when it waited for longer than a day
	 */
	byte[] take(long importId) {
		byte[] sealed = this.jdbc.sql("SELECT content FROM roster_file WHERE import_id = ?")
			.param(importId)
			.query((row, number) -> row.getBytes(1))
			.optional()
			.orElseThrow(() -> new Refusal.Conflict("refusal.roster.file-gone"));
		this.jdbc.sql("DELETE FROM roster_file WHERE import_id = ?").param(importId).update();
		return this.vault.open(sealed);
	}

}
