package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.scoring.Levels;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who moved when a batch was ranked anew, and in which order equals come. */
@Repository
class BatchMoves {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	BatchMoves(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Nobody moved in the first ranking. */
	void add(Batch batch, List<Nomination> before, List<Nominations.Rank> after) {
		Map<Long, Nomination> was = before.stream().collect(Collectors.toMap(Nomination::id, Function.identity()));
		List<Object[]> rows = new ArrayList<>();
		for (Nominations.Rank now : after) {
			Nomination then = was.get(now.id());
			boolean same = Objects.equals(then.rank(), now.rank()) && Objects.equals(then.level(), now.level())
					&& equal(then.score(), now.score());
			if (batch.round() > 1 && !same) {
				rows.add(new Object[] { batch.id(), batch.round(), now.id(), then.score(), now.score(), then.rank(),
						now.rank(), then.level(), now.level() });
			}
		}
		this.batches.batchUpdate(
				"INSERT INTO award_move (batch_id, round_no, nomination_id, score_before, score_after,"
						+ " rank_before, rank_after, level_before, level_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				rows);
	}

	private static boolean equal(BigDecimal one, BigDecimal other) {
		return (one == null || other == null) ? one == other : one.compareTo(other) == 0;
	}

	/**
	 * Who moved, by ranking: the latest ranking first, the best ranks of each first, who
	 * lost the rank last.
	 * @param limit how many of one ranking
	 */
	Map<Integer, List<Move>> of(Batch batch, int limit) {
		Map<Integer, List<Move>> rounds = new LinkedHashMap<>();
		this.jdbc
			.sql("SELECT r.round_no, r.nomination_id, n.subject_name, n.unit_name, r.score_before, r.score_after,"
					+ " r.rank_before, r.rank_after, r.level_before, r.level_after FROM (SELECT m.*, ROW_NUMBER() OVER"
					+ " (PARTITION BY m.round_no ORDER BY COALESCE(m.rank_after, 1000000000), m.id) AS row_no"
					+ " FROM award_move m WHERE m.batch_id = ?) r JOIN award_nomination n ON n.id = r.nomination_id"
					+ " WHERE r.row_no <= ? ORDER BY r.round_no DESC, r.row_no")
			.params(batch.id(), limit)
			.query((row, number) -> rounds.computeIfAbsent(row.getInt(1), (round) -> new ArrayList<>())
				.add(new Move(row.getLong(2), row.getString(3), row.getString(4), row.getBigDecimal(5),
						row.getBigDecimal(6), row.getObject(7, Integer.class), row.getObject(8, Integer.class),
						row.getObject(9, Integer.class), row.getObject(10, Integer.class))))
			.list();
		return rounds;
	}

	/** Keeps the order that one decision said, apart from those of other decisions. */
	void order(long batch, List<Long> nominations) {
		this.jdbc.sql("DELETE FROM award_tie_order WHERE batch_id = :batch AND nomination_id IN (:ids)")
			.param("batch", batch)
			.param("ids", nominations)
			.update();
		int last = this.jdbc.sql("SELECT COALESCE(MAX(position_no), -1) FROM award_tie_order WHERE batch_id = ?")
			.param(batch)
			.query(Integer.class)
			.single();
		int first = Math.floorDiv(last, Levels.POSITIONS) * Levels.POSITIONS + Levels.POSITIONS;
		List<Object[]> rows = new ArrayList<>();
		nominations.forEach((id) -> rows.add(new Object[] { batch, id, first + rows.size() }));
		this.batches.batchUpdate("INSERT INTO award_tie_order (batch_id, nomination_id, position_no) VALUES (?, ?, ?)",
				rows);
	}

	Map<Long, Integer> tieOrder(long batch) {
		Map<Long, Integer> order = new HashMap<>();
		this.jdbc.sql("SELECT nomination_id, position_no FROM award_tie_order WHERE batch_id = ?")
			.param(batch)
			.query((row, number) -> order.put(row.getLong(1), row.getInt(2)))
			.list();
		return order;
	}

	/** How one of them moved. */
	record Move(long nomination, String name, String unitName, BigDecimal scoreBefore, BigDecimal scoreAfter,
			Integer rankBefore, Integer rankAfter, Integer levelBefore, Integer levelAfter) {

		public String shownBefore() {
			return shown(this.scoreBefore);
		}

		public String shownAfter() {
			return shown(this.scoreAfter);
		}

		private static String shown(BigDecimal score) {
			return (score != null) ? score.stripTrailingZeros().toPlainString() : "–";
		}

		/** Whether a level was won, lost or changed. */
		public boolean levelChanged() {
			return !Objects.equals(this.levelBefore, this.levelAfter);
		}

	}

}
