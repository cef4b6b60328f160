package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One report, or something that counted by itself.
 *
 * @param indicatorId the indicator, or null where only words or completeness were
 * reported
 * @param amount the difference to what was reported before
 * @param total what the total was from then on
 * @param percent completeness of an item without an indicator, or null
 * @param files the numbers of the files that prove it
 */
public record ProgressEntry(long id, long itemId, Long indicatorId, BigDecimal amount, BigDecimal ofAmount,
		BigDecimal total, BigDecimal ofTotal, BigDecimal percent, String words, String reason, ProgressSource source,
		Long sourceId, String byName, Instant madeAt, List<Long> files) {

	public String amountShown() {
		return ((this.amount.signum() > 0) ? "+" : "") + PlanText.shown(this.amount);
	}

	public String totalShown() {
		return PlanText.shown(this.total);
	}

	public String percentShown() {
		return PlanText.shown(this.percent);
	}

}
