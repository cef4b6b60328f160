package org.leagueflow.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Post;
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

	CaseListing find(CaseFilter filter, String underPath, Actor by, int limit) {
		Where where = new Where();
		if (filter.startedByMe()) {
			where.and("opened_by = ?", by.personId());
		}
		else {
			visible(where, by);
		}
		narrow(where, filter, underPath);
		List<CaseCard> rows = this.jdbc
			.sql("SELECT * FROM case_file WHERE " + where.sql + " ORDER BY id DESC LIMIT " + (limit + 1))
			.params(where.arguments)
			.query(CaseQueries::read)
			.list();
		boolean more = rows.size() > limit;
		return new CaseListing(more ? rows.subList(0, limit) : rows, more ? rows.get(limit - 1).id().value() : null);
	}

	private static void visible(Where where, Actor by) {
		StringBuilder any = new StringBuilder("(subject_person_id = ? OR opened_by = ? "
				+ "OR id IN (SELECT r.case_id FROM case_role r WHERE r.person_id = ?)");
		List<Object> arguments = new ArrayList<>(List.of(by.personId(), by.personId(), by.personId()));
		for (Post post : by.posts()) {
			any.append(" OR unit_path LIKE ?");
			arguments.add(post.unitPath() + "%");
		}
		where.and(any.append(")").toString(), arguments.toArray());
	}

	private static void narrow(Where where, CaseFilter filter, String underPath) {
		if (filter.text() != null && !filter.text().isBlank()) {
			String start = filter.text().strip().replaceAll("[!%_]", "!$0") + "%";
			where.and("(number LIKE ? ESCAPE '!' OR subject_name LIKE ? ESCAPE '!')", start.toUpperCase(Locale.ROOT),
					start);
		}
		where.andEquals("process", filter.process());
		where.andEquals("state", (filter.state() != null) ? filter.state().name() : null);
		if (underPath != null) {
			where.and("unit_path LIKE ?", underPath + "%");
		}
		if (filter.before() != null) {
			where.and("id < ?", filter.before());
		}
	}

	private static CaseCard read(ResultSet row, int number) throws SQLException {
		return new CaseCard(new CaseId(row.getLong("id")), row.getString("number"), row.getString("process"),
				row.getString("title"), row.getLong("subject_person_id"), row.getString("subject_name"),
				row.getLong("unit_id"), row.getString("unit_path"), row.getObject("school_id", Long.class),
				CaseState.valueOf(row.getString("state")), row.getString("stage"), row.getString("outcome"),
				row.getLong("opened_by"), Utc.moment(row.getObject("opened_at", LocalDateTime.class)),
				Utc.moment(row.getObject("ended_at", LocalDateTime.class)));
	}

	/** A condition that grows. */
	private static final class Where {

		private final StringBuilder sql = new StringBuilder("1 = 1");

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
