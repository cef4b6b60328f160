package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 月报 and 年度总结: what came of a plan up to a day.
 *
 * @param month 1 to 12, or 0 for the whole year
 * @param day the last day that counts: the month's last, or today where it is not over
 * @param counts of spans that have begun by then
 * @param doneInMonth of those done the ones done in the month
 * @param units the plans of this unit and of those below, where the reader sees them
 * @param before the same of last year's plan at the same time, or null
 */
record PlanReport(Plan plan, String unitName, int month, LocalDate day, ElapsedMonths elapsed, Counts counts,
		int doneInMonth, Map<PlanPace, Long> paces, List<Item> done, List<Item> underWay, List<Item> overdue,
		List<Unit> units, List<Indicator> indicators, Counts before) {

	/** Begun, done, under way (on hold included), overdue, ended otherwise. */
	record Counts(int all, int done, int underWay, int overdue, int stopped) {

		static final Counts NONE = new Counts(0, 0, 0, 0, 0);

		Counts plus(Counts other) {
			return new Counts(this.all + other.all, this.done + other.done, this.underWay + other.underWay,
					this.overdue + other.overdue, this.stopped + other.stopped);
		}

		/**
		 * Done of all that was begun in percent to a tenth; null where nothing was begun.
		 */
		public String percentDone() {
			return (this.all == 0) ? null : PlanPace
				.percent(BigDecimal.valueOf(this.done).divide(BigDecimal.valueOf(this.all), 12, RoundingMode.HALF_UP))
				.toPlainString();
		}

	}

	/** A span of an item. */
	record Item(PlanLine line, Assignment assignment, PlanPace pace) {

		public String number() {
			return (this.line.paperNumber() != null) ? this.line.paperNumber() : Integer.toString(this.line.number());
		}

	}

	/** The unit's own plan, or a unit right below it with all that are below that one. */
	record Unit(String name, Counts counts) {
	}

	/**
	 * An indicator on the day.
	 *
	 * @param before what the indicator of that name and measure had reached at the same
	 * time of last year, or null
	 */
	record Indicator(PlanStanding.Indicator now, String before) {
	}

	public long pace(String name) {
		return this.paces.getOrDefault(PlanPace.valueOf(name), 0L);
	}

	/** Whether it is the whole year's. */
	public boolean yearly() {
		return this.month == 0;
	}

}
