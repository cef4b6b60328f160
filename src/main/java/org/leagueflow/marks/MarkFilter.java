package org.leagueflow.marks;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which cells of an import a page shows.
 *
 * @param verdict CLEAN, WARNED, DOUBTFUL, BLOCKED or null
 * @param plan NEW, CHANGED, UNCHANGED or null
 * @param rule a rule that was broken, or null
 * @param page counted from 0
 */
record MarkFilter(String verdict, String plan, String rule, Integer page) {

	private static final int MAX_PAGE = 100_000;

	MarkFilter {
		verdict = blankToNull(verdict);
		plan = blankToNull(plan);
		rule = blankToNull(rule);
		page = (page == null) ? 0 : Math.max(0, Math.min(page, MAX_PAGE));
	}

	static MarkFilter none() {
		return new MarkFilter(null, null, null, 0);
	}

	/** Conditions with named parameters only, never with the texts themselves. */
	public String sql() {
		return ((this.verdict != null) ? " AND c.verdict = :verdict" : "")
				+ ((this.plan != null) ? " AND c.plan = :plan" : "")
				+ ((this.rule != null) ? " AND c.rule_name = :rule" : "");
	}

	JdbcClient.StatementSpec fill(JdbcClient.StatementSpec query) {
		JdbcClient.StatementSpec filled = query;
		filled = (this.verdict != null) ? filled.param("verdict", this.verdict) : filled;
		filled = (this.plan != null) ? filled.param("plan", this.plan) : filled;
		return (this.rule != null) ? filled.param("rule", this.rule) : filled;
	}

	private static String blankToNull(String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
