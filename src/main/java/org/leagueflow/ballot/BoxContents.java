package org.leagueflow.ballot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes an open box: used voting rights and sealed papers. Each is one row
 * added by one statement; unique keys of the tables allow one a voter and one a
 * signature.
 */
@Repository
class BoxContents {

	private final JdbcTemplate jdbc;

	BoxContents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Uses a person's right to vote.
	 * @param blinded hash of what is to be signed, or null for a paper
	 */
	Added claim(long ballot, long person, byte[] blinded, byte[] recovery) {
		try {
			this.jdbc.update("INSERT INTO ballot_claim (ballot_id, person_id, blinded, recovery) VALUES (?, ?, ?, ?)",
					ballot, person, blinded, recovery);
			return Added.NEW;
		}
		catch (DuplicateKeyException ex) {
			return Added.THERE;
		}
		catch (DataIntegrityViolationException ex) {
			return Added.CLOSED;
		}
	}

	Optional<Claim> claim(long ballot, long person) {
		return this.jdbc
			.query("SELECT blinded, recovery FROM ballot_claim WHERE ballot_id = ? AND person_id = ?",
					(row, number) -> new Claim(row.getBytes("blinded"), row.getBytes("recovery")), ballot, person)
			.stream()
			.findFirst();
	}

	boolean unclaim(long ballot, long person) {
		return this.jdbc.update("DELETE FROM ballot_claim WHERE ballot_id = ? AND person_id = ? AND blinded IS NULL",
				ballot, person) > 0;
	}

	int signatures(long ballot) {
		return this.jdbc.queryForObject("SELECT COUNT(*) FROM ballot_claim WHERE ballot_id = ? AND blinded IS NOT NULL",
				Integer.class, ballot);
	}

	int taken(long ballot) {
		return this.jdbc.queryForObject("SELECT COUNT(*) FROM ballot_claim WHERE ballot_id = ? AND blinded IS NULL",
				Integer.class, ballot);
	}

	Added put(long ballot, byte[] slip, byte[] sealed) {
		try {
			this.jdbc.update("INSERT INTO ballot_slip (ballot_id, slip, sealed) VALUES (?, ?, ?)", ballot, slip,
					sealed);
			return Added.NEW;
		}
		catch (DuplicateKeyException ex) {
			return Added.THERE;
		}
		catch (DataIntegrityViolationException ex) {
			return Added.CLOSED;
		}
	}

	List<Slip> slips(long ballot) {
		return slips(ballot, "ballot_slip");
	}

	private List<Slip> slips(long ballot, String table) {
		return this.jdbc.query("SELECT slip, sealed FROM " + table + " WHERE ballot_id = ?",
				(row, number) -> new Slip(row.getBytes("slip"), row.getBytes("sealed")), ballot);
	}

	/** Waits for whoever is adding just now; nobody adds after this. */
	boolean shut(long ballot) {
		return !this.jdbc.queryForList("SELECT ballot_id FROM ballot_box WHERE ballot_id = ? FOR UPDATE", ballot)
			.isEmpty();
	}

	/** Lays the sealed papers aside, where nobody adds any, to be counted later. */
	void keep(long ballot) {
		this.jdbc.update(
				"INSERT INTO ballot_kept (ballot_id, slip, sealed) SELECT ballot_id, slip, sealed FROM ballot_slip WHERE ballot_id = ?",
				ballot);
	}

	List<Slip> kept(long ballot) {
		return slips(ballot, "ballot_kept");
	}

	void unkeep(long ballot) {
		this.jdbc.update("DELETE FROM ballot_kept WHERE ballot_id = ?", ballot);
	}

	/** Writes onto the roll who voted how, and leaves nothing else. */
	void empty(long ballot) {
		for (String way : List.of("SIGNATURE", "PAPER")) {
			this.jdbc.update("""
					UPDATE ballot_voter SET used = ? WHERE ballot_id = ? AND person_id IN (SELECT c.person_id
					FROM ballot_claim c WHERE c.ballot_id = ? AND c.blinded IS %s NULL)
					""".formatted(way.equals("PAPER") ? "" : "NOT"), way, ballot, ballot);
		}
		for (String table : List.of("ballot_claim", "ballot_slip", "ballot_box")) {
			this.jdbc.update("DELETE FROM " + table + " WHERE ballot_id = ?", ballot);
		}
	}

	/** What became of a row that was to be added. */
	enum Added {

		/** Added. */
		NEW,
		/** There was one already. */
		THERE,
		/** The box is closed, or the person is not on the roll. */
		CLOSED

	}

	/** How a person used the right to vote. */
	record Claim(byte[] blinded, byte[] recovery) {

		boolean isFor(byte[] hash) {
			return Arrays.equals(this.blinded, hash);
		}

	}

	/** A sealed paper. */
	record Slip(byte[] name, byte[] sealed) {
	}

}
