package org.leagueflow.sheet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.IdNumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Uploaded workbooks that wait for somebody to choose among their sheets or columns;
 * sealed, because ID numbers may be in them, and on whichever node the choice is made.
 */
@Component
public class SheetFiles {

	private static final Duration RETENTION = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final IdNumberVault vault;

	private final BusinessClock clock;

	SheetFiles(JdbcClient jdbc, IdNumberVault vault, BusinessClock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Keeps the file for a day; those for which nobody chose in time go.
	 * @param purpose the importing module's word
	 * @param sheets what its sheets hold, as JSON
	 */
	public void keep(String purpose, long importId, String sheets, byte[] content) {
		this.jdbc.sql("DELETE FROM sheet_file WHERE evidence = FALSE AND kept_at < ?")
			.param(LocalDateTime.ofInstant(this.clock.instant().minus(RETENTION), ZoneOffset.UTC))
			.update();
		this.jdbc
			.sql("INSERT INTO sheet_file (purpose, import_id, sheets, content, kept_at, evidence)"
					+ " VALUES (?, ?, ?, ?, ?, FALSE)")
			.params(purpose, importId, sheets, this.vault.seal(content),
					LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/** What the sheets of the file hold; empty when it waited for longer than a day. */
	public Optional<String> sheets(String purpose, long importId) {
		return this.jdbc.sql("SELECT sheets FROM sheet_file WHERE purpose = ? AND import_id = ?")
			.params(purpose, importId)
			.query(String.class)
			.optional();
	}

	/**
	 * The file itself.
	 * @throws Refusal.Conflict when it waited for longer than a day
	 */
	public byte[] content(String purpose, long importId) {
		return this.vault.open(this.jdbc.sql("SELECT content FROM sheet_file WHERE purpose = ? AND import_id = ?")
			.params(purpose, importId)
			.query((row, number) -> row.getBytes(1))
			.optional()
			.orElseThrow(() -> new Refusal.Conflict("refusal.sheet.file-gone")));
	}

	/**
	 * Hands the file over and forgets it.
	 * @throws Refusal.Conflict when it waited for longer than a day
	 */
	public byte[] take(String purpose, long importId) {
		byte[] content = content(purpose, importId);
		this.jdbc.sql("DELETE FROM sheet_file WHERE purpose = ? AND import_id = ?").params(purpose, importId).update();
		return content;
	}

	/** Keeps the file for good: something in the books names it as its origin. */
	public void keepAsEvidence(String purpose, long importId) {
		this.jdbc.sql("UPDATE sheet_file SET evidence = TRUE WHERE purpose = ? AND import_id = ?")
			.params(purpose, importId)
			.update();
	}

}
