package org.leagueflow.award;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points that members of panels gave. */
@Repository
class PanelMarks {

	private final JdbcClient jdbc;

	PanelMarks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Puts these points in the place of the judge's earlier ones. */
	void put(Nomination one, Map<String, BigDecimal> points, String remark, Actor judge, Instant now) {
		this.jdbc.sql("DELETE FROM award_panel_mark WHERE nomination_id = ? AND judge_id = ?")
			.params(one.id(), judge.personId())
			.update();
		points.forEach((item, number) -> this.jdbc
			.sql("INSERT INTO award_panel_mark (batch_id, nomination_id, item, judge_id, judge_name, points, remark,"
					+ " made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(one.batchId(), one.id(), item, judge.personId(), judge.name(), number, remark, Utc.column(now))
			.update());
	}

	/** What one judge gave, by nomination; one statement. */
	Map<Long, List<Mark>> ofJudge(long batch, long judge) {
		return rows("batch_id = ? AND judge_id = ?", batch, judge).stream()
			.collect(Collectors.groupingBy(Mark::nomination));
	}

	/** All of the batch, by nomination; one statement. */
	Map<Long, List<Mark>> of(long batch) {
		Map<Long, List<Mark>> marks = new HashMap<>();
		rows("batch_id = ?", batch).forEach(
				(mark) -> marks.computeIfAbsent(mark.nomination(), (key) -> new java.util.ArrayList<>()).add(mark));
		return marks;
	}

	/** Those that count: the marks of who sits on the panel now. */
	Map<Long, List<Mark>> of(long batch, Collection<Long> judges) {
		Map<Long, List<Mark>> marks = of(batch);
		marks
			.replaceAll((nomination, given) -> given.stream().filter((mark) -> judges.contains(mark.judge())).toList());
		return marks;
	}

	List<Mark> ofNomination(long nomination) {
		return rows("nomination_id = ?", nomination);
	}

	private List<Mark> rows(String where, Object... ids) {
		return this.jdbc
			.sql("SELECT nomination_id, item, judge_id, judge_name, points, remark FROM award_panel_mark WHERE " + where
					+ " ORDER BY id")
			.params(ids)
			.query((row, number) -> new Mark(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
					row.getBigDecimal(5), row.getString(6)))
			.list();
	}

	/** One judge's points for one nomination. */
	record Mark(long nomination, String item, long judge, String judgeName, BigDecimal points, String remark) {
	}

}
