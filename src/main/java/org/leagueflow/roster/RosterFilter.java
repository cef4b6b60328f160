package org.leagueflow.roster;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which lines of an import a page shows.
 *
 * @param verdict CLEAN, WARNED, BLOCKED or null
 * @param plan NEW, CHANGED, UNCHANGED or null
 * @param rule a rule that was broken, or null
 * @param column a column something was found in, or null
 * @param page counted from 0
 */
record RosterFilter(String verdict, String plan, String rule, String column, Integer page) {

	RosterFilter {
		verdict = blankToNull(verdict);
		plan = blankToNull(plan);
		rule = blankToNull(rule);
		column = blankToNull(column);
		page = (page == null) ? 0 : Math.max(0, Math.min(page, RosterFile.MAX_LINES / RosterRowRepository.PAGE_SIZE));
	}

	static RosterFilter none() {
		return new RosterFilter(null, null, null, null, 0);
	}

	/** Conditions with named parameters only, never with the texts themselves. */
	public String sql() {
		StringBuilder sql = new StringBuilder();
		if (this.verdict != null) {
			sql.append(" AND r.verdict = :verdict");
		}
		if (this.plan != null) {
			sql.append(" AND r.plan = :plan");
		}
		if (this.rule != null || this.column != null) {
			sql.append(" AND EXISTS (SELECT 1 FROM roster_finding f WHERE f.import_id = r.import_id")
				.append(" AND f.line_no = r.line_no")
				.append((this.rule != null) ? " AND f.rule_name = :rule" : "")
				.append((this.column != null) ? " AND f.column_name = :col" : "")
				.append(")");
		}
		return sql.toString();
	}

	JdbcClient.StatementSpec fill(JdbcClient.StatementSpec query) {
		JdbcClient.StatementSpec filled = query;
		filled = (this.verdict != null) ? filled.param("verdict", this.verdict) : filled;
		filled = (this.plan != null) ? filled.param("plan", this.plan) : filled;
		filled = (this.rule != null) ? filled.param("rule", this.rule) : filled;
		return (this.column != null) ? filled.param("col", this.column) : filled;
	}

	private static String blankToNull(String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
