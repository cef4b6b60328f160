package org.leagueflow.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Subject;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries the cases that a reader may see, page by page. */
@Repository
class CaseQueries {

	private final JdbcClient jdbc;

	CaseQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Every reason to see a case is one short walk along an index; the walks are merged,
	 * so that no list looks through the cases of others.
	 */
	CaseListing find(CaseFilter filter, String underPath, Actor by, int limit) {
		Where rest = new Where();
		narrow(rest, filter, underPath);
		List<String> walks = new ArrayList<>();
		List<Object> arguments = new ArrayList<>();
		reasons(filter, by).forEach((reason) -> {
			walks.add("(SELECT c.* FROM " + reason.from + rest.sql + " ORDER BY c.id DESC LIMIT " + (limit + 1) + ")");
			arguments.add(reason.argument);
			arguments.addAll(rest.arguments);
		});
		List<CaseCard> rows = this.jdbc
			.sql("SELECT * FROM (" + String.join(" UNION ", walks) + ") merged ORDER BY id DESC LIMIT " + (limit + 1))
			.params(arguments)
			.query(CaseQueries::read)
			.list();
		boolean more = rows.size() > limit;
		return new CaseListing(more ? rows.subList(0, limit) : rows, more ? rows.get(limit - 1).id().value() : null);
	}

	/** By the index on unit and process. */
	List<CaseCard> ofUnit(String process, long unitId, Instant since) {
		return this.jdbc.sql("SELECT * FROM case_file WHERE unit_id = ? AND process = ? AND opened_at >= ? ORDER BY id")
			.params(unitId, process, Utc.column(since))
			.query(CaseQueries::read)
			.list();
	}

	private static List<Reason> reasons(CaseFilter filter, Actor by) {
		Reason opener = new Reason("case_file c WHERE c.opened_by = ?", by.personId());
		if (filter.startedByMe()) {
			return List.of(opener);
		}
		List<Reason> reasons = new ArrayList<>();
		reasons.add(opener);
		reasons.add(new Reason("case_file c WHERE c.subject_person_id = ?", by.personId()));
		reasons
			.add(new Reason("case_file c JOIN (SELECT DISTINCT r.case_id FROM case_role r WHERE r.person_id = ?) held "
					+ "ON held.case_id = c.id WHERE 1 = 1", by.personId()));
		by.posts()
			.stream()
			.map(Post::unitPath)
			.distinct()
			.forEach((path) -> reasons.add(new Reason("case_file c WHERE c.unit_path LIKE ?", path + "%")));
		return reasons;
	}

	private static void narrow(Where where, CaseFilter filter, String underPath) {
		if (filter.text() != null && !filter.text().isBlank()) {
			String start = filter.text().strip().replaceAll("[!%_]", "!$0") + "%";
			where.and("(c.number LIKE ? ESCAPE '!' OR c.subject_name LIKE ? ESCAPE '!')",
					start.toUpperCase(Locale.ROOT), start);
		}
		where.andEquals("c.process", filter.process());
		where.andEquals("c.state", (filter.state() != null) ? filter.state().name() : null);
		if (underPath != null) {
			where.and("c.unit_path LIKE ?", underPath + "%");
		}
		if (filter.before() != null) {
			where.and("c.id < ?", filter.before());
		}
	}

	private static CaseCard read(ResultSet row, int number) throws SQLException {
		return new CaseCard(new CaseId(row.getLong("id")), row.getString("number"), row.getString("process"),
				row.getString("title"), subject(row), row.getLong("unit_id"), row.getString("unit_path"),
				row.getObject("school_id", Long.class), CaseState.valueOf(row.getString("state")),
				row.getString("stage"), row.getString("outcome"), row.getLong("opened_by"),
				Utc.moment(row.getObject("opened_at", LocalDateTime.class)),
				Utc.moment(row.getObject("ended_at", LocalDateTime.class)));
	}

	private static Subject subject(ResultSet row) throws SQLException {
		Subject.Kind kind = Subject.Kind.valueOf(row.getString("subject_kind"));
		return new Subject(kind, row.getLong((kind == Subject.Kind.PERSON) ? "subject_person_id" : "subject_ref"),
				row.getString("subject_name"));
	}

	/** A set of cases that the reader may see. */
	private record Reason(String from, Object argument) {
	}

	/** A condition that grows. */
	private static final class Where {

		private final StringBuilder sql = new StringBuilder();

		private final List<Object> arguments = new ArrayList<>();

		void and(String condition, Object... values) {
			this.sql.append(" AND ").append(condition);
			this.arguments.addAll(List.of(values));
		}

		void andEquals(String column, String value) {
			if (value != null && !value.isBlank()) {
				and(column + " = ?", value);
			}
		}

	}

}
