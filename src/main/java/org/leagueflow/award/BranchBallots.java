package org.leagueflow.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.leagueflow.people.People.UnitCard;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Votes of branches on those whom they nominated: how many voted for whom, never who. A
 * ballot that has to be held again stays, void, with the reason.
 */
@Repository
class BranchBallots {

	private static final String COLUMNS = "id, batch_id, unit_id, unit_name, entry_id, resolution_id, held_on, entitled,"
			+ " present, base, coarse";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	BranchBallots(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void put(long batch, UnitCard unit, long entry, List<Nomination> rows, Instant now) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("INSERT INTO award_ballot (batch_id, unit_id, unit_name, entry_id, put_at) VALUES (?, ?, ?, ?, ?)")
			.params(batch, unit.id(), unit.name(), entry, Utc.column(now))
			.update(key, "id");
		long ballot = key.getKey().longValue();
		this.batches.batchUpdate("INSERT INTO award_ballot_line (ballot_id, nomination_id) VALUES (?, ?)",
				rows.stream().map((row) -> new Object[] { ballot, row.id() }).toList());
	}

	Optional<Ballot> ofEntry(long entry) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM award_ballot WHERE entry_id = ? AND voided_at IS NULL")
			.param(entry)
			.query(BranchBallots::row)
			.optional();
	}

	/** Those of the batch that were not declared void, by unit and age. */
	List<Ballot> of(long batch) {
		return this.jdbc
			.sql("SELECT " + COLUMNS
					+ " FROM award_ballot WHERE batch_id = ? AND voided_at IS NULL ORDER BY unit_name, id")
			.param(batch)
			.query(BranchBallots::row)
			.list();
	}

	/** The nominations on a ballot, in the order in which they were put. */
	List<Long> lines(long ballot) {
		return this.jdbc.sql("SELECT nomination_id FROM award_ballot_line WHERE ballot_id = ? ORDER BY nomination_id")
			.param(ballot)
			.query(Long.class)
			.list();
	}

	/** Who of the batch is put to the vote or was voted on. */
	Set<Long> put(long batch) {
		return new HashSet<>(this.jdbc
			.sql("SELECT l.nomination_id FROM award_ballot_line l JOIN award_ballot b ON b.id = l.ballot_id"
					+ " WHERE b.batch_id = ? AND b.voided_at IS NULL")
			.param(batch)
			.query(Long.class)
			.list());
	}

	/** Notes what a meeting decided; whoever came off the paper before has no vote. */
	void decided(Ballot ballot, long resolution, LocalDate heldOn, Turnout turnout, Collection<Line> lines) {
		this.jdbc.sql(
				"UPDATE award_ballot SET resolution_id = ?, held_on = ?, entitled = ?, present = ?, base = ?, coarse = ?"
						+ " WHERE id = ?")
			.params(resolution, heldOn, turnout.entitled(), turnout.present(), turnout.base(), turnout.coarse(),
					ballot.id())
			.update();
		this.batches.batchUpdate(
				"UPDATE award_ballot_line SET votes = ?, passed = ? WHERE ballot_id = ? AND nomination_id = ?",
				lines.stream()
					.map((line) -> new Object[] { line.votes(), line.passed(), ballot.id(), line.nomination() })
					.toList());
	}

	/** What branches voted on each nomination of the batch, one statement. */
	Map<Long, Vote> votes(long batch) {
		Map<Long, Vote> votes = new HashMap<>();
		this.jdbc
			.sql("SELECT l.nomination_id, l.votes, l.passed, b.base, b.held_on, b.unit_name FROM award_ballot_line l"
					+ " JOIN award_ballot b ON b.id = l.ballot_id"
					+ " WHERE b.batch_id = ? AND b.voided_at IS NULL AND l.passed IS NOT NULL")
			.param(batch)
			.query((row, number) -> votes.put(row.getLong(1),
					new Vote(row.getObject(2, Integer.class), row.getBoolean(3), row.getInt(4),
							row.getObject(5, LocalDate.class), row.getString(6))))
			.list();
		return votes;
	}

	void voided(Collection<Ballot> ballots, String reason, Actor by, Instant now) {
		for (Ballot ballot : ballots) {
			this.jdbc
				.sql("UPDATE award_ballot SET void_reason = ?, voided_by = ?, voided_by_name = ?, voided_at = ?"
						+ " WHERE id = ? AND voided_at IS NULL")
				.params(reason, by.personId(), by.name(), Utc.column(now), ballot.id())
				.update();
		}
	}

	/** Ballots that were declared void, the latest first. */
	List<Voided> voided(long batch) {
		return this.jdbc
			.sql("SELECT unit_name, held_on, void_reason, voided_by_name FROM award_ballot WHERE batch_id = ?"
					+ " AND voided_at IS NOT NULL ORDER BY id DESC")
			.param(batch)
			.query((row, number) -> new Voided(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3),
					row.getString(4)))
			.list();
	}

	private static Ballot row(ResultSet row, int number) throws SQLException {
		Integer entitled = row.getObject("entitled", Integer.class);
		return new Ballot(row.getLong("id"), row.getLong("batch_id"), row.getLong("unit_id"),
				row.getString("unit_name"), row.getLong("entry_id"), row.getObject("resolution_id", Long.class),
				row.getObject("held_on", LocalDate.class),
				(entitled != null)
						? new Turnout(entitled, row.getInt("present"), row.getInt("base"), row.getBoolean("coarse"))
						: null);
	}

	/**
	 * A branch's ballot.
	 *
	 * @param entry its entry on the branch's agenda
	 * @param resolution the meeting's resolution, or null while none has decided
	 * @param turnout who voted, or null while none has decided
	 */
	record Ballot(long id, long batch, long unit, String unitName, long entry, Long resolution, LocalDate heldOn,
			Turnout turnout) {

		public boolean decided() {
			return this.resolution != null;
		}

	}

	/**
	 * How many took part in a ballot.
	 *
	 * @param base what votes in favour are compared with
	 * @param coarse whether numbers stay unpublished
	 */
	record Turnout(int entitled, int present, int base, boolean coarse) {
	}

	/**
	 * What became of a nomination in a ballot.
	 *
	 * @param votes votes in favour, or null where they stay unpublished
	 */
	record Line(long nomination, Integer votes, boolean passed) {
	}

	/** The same as scores read it. */
	record Vote(Integer votes, boolean passed, int base, LocalDate heldOn, String unitName) {
	}

	/** A ballot that was declared void, and why. */
	record Voided(String unitName, LocalDate heldOn, String reason, String byName) {
	}

	/** Nominations by unit, in the order of the units' first row. */
	static Map<Long, List<Nomination>> byUnit(Collection<Nomination> rows) {
		Map<Long, List<Nomination>> units = new java.util.LinkedHashMap<>();
		rows.forEach((row) -> units.computeIfAbsent(row.unitId(), (key) -> new ArrayList<>()).add(row));
		return units;
	}

}
