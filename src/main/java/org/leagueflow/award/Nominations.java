package org.leagueflow.award;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.kernel.Utc;
import org.leagueflow.people.People.UnitCard;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The rows of batches: twenty thousand of them are checked, scored and ranked at a time,
 * so they are written by SQL and in batches.
 */
@Repository
class Nominations {

	private static final String COLUMNS = "id, batch_id, subject_kind, subject_id, subject_name, unit_id, unit_name,"
			+ " unit_path, own, nominated_by, grounds, state, unmet, score, rank_no, place_no, level_no, awarded_level";

	private static final String SELECT = "SELECT " + COLUMNS + " FROM award_nomination ";

	private static final int CHUNK = 1000;

	/** Rows that are written at a time. */
	private static final int PIECE = 500;

	/**
	 * Rows of one INSERT: it stays below 4,096 characters, which the driver keeps
	 * prepared.
	 */
	private static final int INSERTED = 200;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	Nominations(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * @throws Refusal.Conflict when the subject is nominated in the batch already
	 */
	long add(Nomination one, Instant now) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		try {
			this.jdbc.sql(
					"INSERT INTO award_nomination (batch_id, subject_kind, subject_id, subject_name, unit_id, unit_name,"
							+ " unit_path, own, nominated_by, grounds, state, nominated_at)"
							+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(one.batchId(), one.subject().kind().name(), one.subject().id(), one.subject().name(),
						one.unitId(), one.unitName(), one.unitPath(), one.own(), one.by(), one.grounds(),
						one.state().name(), Utc.column(now))
				.update(key, "id");
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("refusal.award.nominatedTwice", one.subject().name());
		}
		return key.getKey().longValue();
	}

	/**
	 * Takes up again what was withdrawn or returned before the time was over, by whatever
	 * unit the subject belongs to now.
	 */
	void again(long id, Subject subject, UnitCard unit, boolean own, long by, String grounds, Instant now) {
		this.jdbc
			.sql("UPDATE award_nomination SET state = 'NOMINATED', unmet = NULL, subject_name = ?, unit_id = ?,"
					+ " unit_name = ?, unit_path = ?, own = ?, nominated_by = ?, grounds = ?, nominated_at = ?"
					+ " WHERE id = ?")
			.params(subject.name(), unit.id(), unit.name(), unit.path(), own, by, grounds, Utc.column(now), id)
			.update();
	}

	Nomination of(long id) {
		return find(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.nomination"));
	}

	Optional<Nomination> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE id = ?").param(id).query(Nominations::row).optional();
	}

	/** Those with these ids, in the order of the ids. */
	List<Nomination> all(Collection<Long> ids) {
		Map<Long, Nomination> found = new HashMap<>();
		List<Long> wanted = List.copyOf(ids);
		for (int from = 0; from < wanted.size(); from += CHUNK) {
			this.jdbc.sql(SELECT + "WHERE id IN (:ids)")
				.param("ids", wanted.subList(from, Math.min(wanted.size(), from + CHUNK)))
				.query(Nominations::row)
				.list()
				.forEach((one) -> found.put(one.id(), one));
		}
		return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	Optional<Nomination> of(long batch, Subject.Kind kind, long subject) {
		return Optional.ofNullable(of(batch, kind, List.of(subject)).get(subject));
	}

	/** What the batch has of these subjects, by subject. */
	Map<Long, Nomination> of(long batch, Subject.Kind kind, Collection<Long> subjects) {
		Map<Long, Nomination> found = new HashMap<>();
		List<Long> wanted = List.copyOf(subjects);
		for (int from = 0; from < wanted.size(); from += CHUNK) {
			this.jdbc.sql(SELECT + "WHERE batch_id = :batch AND subject_kind = :kind AND subject_id IN (:subjects)")
				.param("batch", batch)
				.param("kind", kind.name())
				.param("subjects", wanted.subList(from, Math.min(wanted.size(), from + CHUNK)))
				.query(Nominations::row)
				.list()
				.forEach((one) -> found.put(one.subject().id(), one));
		}
		return found;
	}

	/** Everybody of the batch who takes part. */
	List<Nomination> live(long batch) {
		return this.jdbc.sql(SELECT + "WHERE batch_id = ? AND state IN ('NOMINATED', 'ELIGIBLE') ORDER BY id")
			.param(batch)
			.query(Nominations::row)
			.list();
	}

	/** Those who take part at or below a unit. */
	List<Nomination> live(long batch, String path, int limit) {
		return this.jdbc
			.sql(SELECT + "WHERE batch_id = ? AND unit_path LIKE ? AND state IN ('NOMINATED', 'ELIGIBLE')"
					+ " ORDER BY id LIMIT " + limit)
			.params(batch, path + "%")
			.query(Nominations::row)
			.list();
	}

	/** Everybody of the batch who is ranked. */
	List<Nomination> eligible(long batch) {
		return this.jdbc.sql(SELECT + "WHERE batch_id = ? AND state = 'ELIGIBLE' ORDER BY id")
			.param(batch)
			.query(Nominations::row)
			.list();
	}

	/** A page of those who are ranked, in the order in which they were nominated. */
	List<Nomination> eligible(long batch, long after, int limit) {
		return this.jdbc.sql(SELECT + "WHERE batch_id = ? AND state = 'ELIGIBLE' AND id > ? ORDER BY id LIMIT " + limit)
			.params(batch, after)
			.query(Nominations::row)
			.list();
	}

	/** The batch's rows of one unit. */
	List<Nomination> ofUnit(long batch, long unit) {
		return this.jdbc.sql(SELECT + "WHERE batch_id = ? AND unit_id = ? ORDER BY id")
			.params(batch, unit)
			.query(Nominations::row)
			.list();
	}

	/**
	 * A page of the ranking below some units: those with a place first, in their order.
	 * @param after the last row of the page before, or null
	 */
	List<Nomination> ranking(long batch, List<String> paths, Integer afterPlace, long afterId, int limit) {
		String from = (afterPlace == null) ? "" : " AND (place_no > ? OR place_no = ? AND id > ?)";
		List<Object> params = new ArrayList<>(List.of(batch));
		paths.forEach((path) -> params.add(path + "%"));
		if (afterPlace != null) {
			params.addAll(List.of(afterPlace, afterPlace, afterId));
		}
		return this.jdbc
			.sql(SELECT + "WHERE batch_id = ? AND state = 'ELIGIBLE' AND " + below(paths) + " AND place_no IS NOT NULL"
					+ from + " ORDER BY place_no, id LIMIT " + limit)
			.params(params)
			.query(Nominations::row)
			.list();
	}

	/** Those without a place, and those who take no part any more. */
	List<Nomination> unranked(long batch, List<String> paths, int limit) {
		List<Object> params = new ArrayList<>(List.of(batch));
		paths.forEach((path) -> params.add(path + "%"));
		return this.jdbc.sql(SELECT + "WHERE batch_id = ? AND " + below(paths)
				+ " AND (state <> 'ELIGIBLE' OR place_no IS NULL) ORDER BY unit_path, subject_name, id LIMIT " + limit)
			.params(params)
			.query(Nominations::row)
			.list();
	}

	private static String below(List<String> paths) {
		return "(" + String.join(" OR ", Collections.nCopies(paths.size(), "unit_path LIKE ?")) + ")";
	}

	/** Those who would get a level, the highest first. */
	List<Nomination> placed(long batch) {
		return this.jdbc
			.sql(SELECT + "WHERE batch_id = ? AND state = 'ELIGIBLE' AND level_no IS NOT NULL"
					+ " ORDER BY level_no, place_no, id")
			.param(batch)
			.query(Nominations::row)
			.list();
	}

	List<Nomination> awarded(long batch) {
		return this.jdbc
			.sql(SELECT + "WHERE batch_id = ? AND awarded_level IS NOT NULL ORDER BY awarded_level, place_no, id")
			.param(batch)
			.query(Nominations::row)
			.list();
	}

	/** Everything of one subject, the latest first. */
	List<Nomination> about(Subject.Kind kind, long subject) {
		return this.jdbc.sql(SELECT + "WHERE subject_kind = ? AND subject_id = ? ORDER BY id DESC")
			.params(kind.name(), subject)
			.query(Nominations::row)
			.list();
	}

	/**
	 * In which batches these subjects take part, as subject to batches. Whoever was
	 * awarded takes part until a new decision is published; once a batch has published or
	 * ended, nobody else does.
	 */
	Map<Long, List<Long>> elsewhere(Subject.Kind kind, Collection<Long> subjects, long batch) {
		Map<Long, List<Long>> found = new HashMap<>();
		List<Long> ids = List.copyOf(subjects);
		for (int from = 0; from < ids.size(); from += CHUNK) {
			this.jdbc
				.sql("SELECT n.subject_id, n.batch_id FROM award_nomination n JOIN award_batch b ON b.id = n.batch_id"
						+ " WHERE n.subject_kind = :kind AND n.subject_id IN (:ids) AND n.batch_id <> :batch"
						+ " AND (n.awarded_level IS NOT NULL OR n.state IN ('NOMINATED', 'ELIGIBLE')"
						+ " AND b.outcome IS NULL AND NOT (b.published_on IS NOT NULL AND b.stage = 'honour'))")
				.param("kind", kind.name())
				.param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
				.param("batch", batch)
				.query((row, number) -> found.computeIfAbsent(row.getLong(1), (key) -> new ArrayList<>())
					.add(row.getLong(2)))
				.list();
		}
		return found;
	}

	/** The last rank and score of each level that somebody has. */
	List<Cutoff> cutoffs(long batch) {
		return this.jdbc
			.sql("SELECT level_no, MAX(rank_no), MIN(score) FROM award_nomination WHERE batch_id = ?"
					+ " AND state = 'ELIGIBLE' AND level_no IS NOT NULL GROUP BY level_no ORDER BY level_no")
			.param(batch)
			.query((row, number) -> new Cutoff(row.getInt(1), row.getInt(2), row.getBigDecimal(3)))
			.list();
	}

	/** The paths of the units that have somebody to review. */
	List<String> unitPaths(long batch) {
		return this.jdbc
			.sql("SELECT DISTINCT unit_path FROM award_nomination WHERE batch_id = ? AND state = 'ELIGIBLE'")
			.param(batch)
			.query(String.class)
			.list();
	}

	/** How many take part for each unit. */
	Map<Long, Integer> counts(long batch) {
		Map<Long, Integer> counts = new HashMap<>();
		this.jdbc
			.sql("SELECT unit_id, COUNT(*) FROM award_nomination WHERE batch_id = ? AND state IN ('NOMINATED',"
					+ " 'ELIGIBLE') GROUP BY unit_id")
			.param(batch)
			.query((row, number) -> counts.put(row.getLong(1), row.getInt(2)))
			.list();
		return counts;
	}

	/** How many stand in each state. */
	Map<NominationState, Integer> states(long batch) {
		Map<NominationState, Integer> counts = new HashMap<>();
		this.jdbc.sql("SELECT state, COUNT(*) FROM award_nomination WHERE batch_id = ? GROUP BY state")
			.param(batch)
			.query((row, number) -> counts.put(NominationState.valueOf(row.getString(1)), row.getInt(2)))
			.list();
		return counts;
	}

	void state(long id, NominationState state) {
		this.jdbc.sql("UPDATE award_nomination SET state = ? WHERE id = ?").params(state.name(), id).update();
	}

	/**
	 * Who found no majority takes part no more.
	 * @return whether the row took part until now
	 */
	boolean outvoted(long id, Message why) {
		return this.jdbc
			.sql("UPDATE award_nomination SET state = 'OUTVOTED', unmet = ? WHERE id = ? AND state = 'ELIGIBLE'")
			.params(Json.write(List.of(why)), id)
			.update() > 0;
	}

	/** Whoever found no majority takes part again, because the vote is void. */
	void backFromVote(Collection<Long> ids) {
		written("UPDATE award_nomination SET state = 'ELIGIBLE', unmet = NULL WHERE id = ? AND state = 'OUTVOTED'",
				ids.stream().map((id) -> new Object[] { id }).toList());
	}

	/**
	 * What the conditions said of everybody who takes part; the batch is locked by the
	 * caller.
	 */
	void checked(long batch, Map<Long, List<Message>> unmet) {
		List<Object[]> rows = unmet.entrySet()
			.stream()
			.filter((one) -> !one.getValue().isEmpty())
			.map((one) -> new Object[] { Json.write(one.getValue()), one.getKey() })
			.toList();
		written("UPDATE award_nomination SET state = 'UNMET', unmet = ? WHERE id = ?"
				+ " AND state IN ('NOMINATED', 'ELIGIBLE')", rows);
		this.jdbc.sql(
				"UPDATE award_nomination SET state = 'ELIGIBLE', unmet = NULL WHERE batch_id = ? AND state = 'NOMINATED'")
			.param(batch)
			.update();
	}

	/**
	 * Where each of them stands now; who stands where they stood is left alone. Many go
	 * through a table of their own: one statement writes them all.
	 */
	void ranked(long batch, Collection<Nomination> before, List<Rank> ranks) {
		Map<Long, Nomination> stood = new HashMap<>();
		before.forEach((one) -> stood.put(one.id(), one));
		List<Rank> moved = ranks.stream().filter((one) -> !one.same(stood.get(one.id()))).toList();
		if (moved.size() <= PIECE) {
			written("UPDATE award_nomination SET score = ?, rank_no = ?, place_no = ?, level_no = ? WHERE id = ?",
					moved.stream()
						.map((one) -> new Object[] { one.score(), one.rank(), one.place(), one.level(), one.id() })
						.toList());
			return;
		}
		this.jdbc.sql("DELETE FROM award_ranking WHERE batch_id = ?").param(batch).update();
		this.batches
			.batchUpdate("INSERT INTO award_ranking (nomination_id, batch_id, score, rank_no, place_no, level_no)"
					+ " VALUES (?,?,?,?,?,?)", moved, INSERTED, (statement, one) -> {
						statement.setLong(1, one.id());
						statement.setLong(2, batch);
						statement.setBigDecimal(3, one.score());
						statement.setObject(4, one.rank(), Types.INTEGER);
						statement.setObject(5, one.place(), Types.INTEGER);
						statement.setObject(6, one.level(), Types.INTEGER);
					});
		this.jdbc.sql("UPDATE award_nomination SET "
				+ Stream.of("score", "rank_no", "place_no", "level_no")
					.map((column) -> column + " = (SELECT r." + column
							+ " FROM award_ranking r WHERE r.nomination_id = award_nomination.id)")
					.collect(Collectors.joining(", "))
				+ " WHERE batch_id = ? AND id IN (SELECT r.nomination_id FROM award_ranking r WHERE r.batch_id = ?)")
			.params(batch, batch)
			.update();
		this.jdbc.sql("DELETE FROM award_ranking WHERE batch_id = ?").param(batch).update();
	}

	/** Writes rows in pieces, for each of which the driver makes one statement. */
	private void written(String sql, List<Object[]> rows) {
		for (int from = 0; from < rows.size(); from += PIECE) {
			this.batches.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + PIECE)));
		}
	}

	void levels(long batch, Map<Long, Integer> levels) {
		this.jdbc.sql("UPDATE award_nomination SET level_no = NULL WHERE batch_id = ?").param(batch).update();
		this.batches.batchUpdate("UPDATE award_nomination SET level_no = ? WHERE id = ?",
				levels.entrySet().stream().map((one) -> new Object[] { one.getValue(), one.getKey() }).toList());
	}

	/** The decision was published: what was proposed is awarded, and nothing else. */
	void publish(long batch) {
		this.jdbc
			.sql("UPDATE award_nomination SET awarded_level = CASE WHEN state = 'ELIGIBLE' THEN level_no ELSE NULL END"
					+ " WHERE batch_id = ?")
			.param(batch)
			.update();
	}

	void follow(String from, String to) {
		this.jdbc
			.sql("UPDATE award_nomination SET unit_path = CONCAT(?, SUBSTRING(unit_path, ?)) WHERE unit_path LIKE ?")
			.params(to, from.length() + 1, from + "%")
			.update();
	}

	private static Nomination row(ResultSet row, int number) throws SQLException {
		return new Nomination(row.getLong("id"), row.getLong("batch_id"),
				new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getLong("subject_id"),
						row.getString("subject_name")),
				row.getLong("unit_id"), row.getString("unit_name"), row.getString("unit_path"), row.getBoolean("own"),
				row.getLong("nominated_by"), row.getString("grounds"), NominationState.valueOf(row.getString("state")),
				messages(row.getString("unmet")), row.getBigDecimal("score"), row.getObject("rank_no", Integer.class),
				row.getObject("place_no", Integer.class), row.getObject("level_no", Integer.class),
				row.getObject("awarded_level", Integer.class));
	}

	private static List<Message> messages(String json) {
		if (json == null) {
			return List.of();
		}
		List<Message> messages = new ArrayList<>();
		Json.read(json).forEach((one) -> messages.add(message(one)));
		return messages;
	}

	/** Arguments may be messages themselves: which condition, what is needed. */
	private static Message message(JsonNode node) {
		List<Object> args = new ArrayList<>();
		node.path("args")
			.forEach((arg) -> args.add(arg.isObject() ? message(arg)
					: arg.isNumber() ? arg.decimalValue() : arg.isNull() ? "" : arg.asText()));
		return Message.of(node.path("key").asText(), args.toArray());
	}

	/**
	 * Where a level ends.
	 *
	 * @param score null where nothing is scored
	 */
	record Cutoff(int level, int rank, BigDecimal score) {

		public String shownScore() {
			return this.score.stripTrailingZeros().toPlainString();
		}

	}

	/** Where somebody stands by a ranking. */
	record Rank(long id, BigDecimal score, Integer rank, Integer place, Integer level) {

		private boolean same(Nomination stood) {
			return Objects.equals(this.rank, stood.rank()) && Objects.equals(this.place, stood.place())
					&& Objects.equals(this.level, stood.level()) && ((this.score == null) ? stood.score() == null
							: stood.score() != null && this.score.compareTo(stood.score()) == 0);
		}
	}

}
