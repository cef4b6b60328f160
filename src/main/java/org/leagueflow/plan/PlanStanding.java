package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the edition of a plan that holds stands on a day.
 *
 * @param lines in the paper's order
 * @param elapsed of the plan's year
 */
record PlanStanding(Plan plan, PlanContent content, List<Line> lines, List<Indicator> indicators, LocalDate day,
		ElapsedMonths elapsed) {

	/** From what a reader must see first to what is no matter of concern. */
	private static final List<PlanLamp> WORST_FIRST = List.of(PlanLamp.RED, PlanLamp.YELLOW, PlanLamp.ON_HOLD,
			PlanLamp.GREEN, PlanLamp.NOT_BEGUN, PlanLamp.DONE, PlanLamp.STOPPED);

	/** The lamp to be seen first, or null of none. */
	static PlanLamp worst(Stream<PlanLamp> lamps) {
		return lamps.filter(Objects::nonNull).min(Comparator.comparing(WORST_FIRST::indexOf)).orElse(null);
	}

	/** The same at the end of the month that runs. */
	public ElapsedMonths elapsedAtMonthsEnd() {
		return ElapsedMonths.of(this.plan.year(), YearMonth.from(this.day).atEndOfMonth());
	}

	public List<Line> of(PlanItemKind kind) {
		return this.lines.stream().filter((line) -> line.line().kind() == kind).toList();
	}

	/** All spans of all lines. */
	public Stream<Span> spans() {
		return this.lines.stream().flatMap((line) -> line.spans().stream());
	}

	/** How many spans have this lamp. */
	public long count(PlanLamp lamp) {
		return spans().filter((span) -> span.lamp() == lamp).count();
	}

	/**
	 * An item.
	 *
	 * @param lamp of its spans the one to be seen first; of a task without a time that of
	 * the items that serve it, or null
	 */
	record Line(PlanLine line, List<PlanIndicator> indicators, List<Span> spans, PlanLamp lamp) {

		/** What it shows in a month, or null. */
		public PlanLamp in(YearMonth month) {
			return worst(this.spans.stream().filter((span) -> span.span().in(month)).map(Span::lamp));
		}

	}

	/**
	 * One span of an item.
	 *
	 * @param assignment null before it has begun
	 * @param progress from 0
	 */
	record Span(PlanSpan span, Assignment assignment, PlanLamp lamp, PlanPace pace, BigDecimal progress) {

		public String percent() {
			return PlanPace.percent(this.progress).toPlainString();
		}

		public boolean isOverdue() {
			return this.lamp == PlanLamp.RED;
		}

	}

	/**
	 * An indicator with what was reached.
	 *
	 * @param elapsed of the months from the first to the last of the items that share it;
	 * of the year where none of them has a time
	 * @param lines the items that share it
	 */
	record Indicator(PlanIndicator indicator, PlanTotal total, ElapsedMonths elapsed, PlanPace pace,
			List<PlanLine> lines) {

		/**
		 * What was reached of the base target in percent to a tenth; null where unknown.
		 */
		public String percent() {
			return measured() ? PlanPace.percent(this.total.share(this.indicator)).toPlainString() : null;
		}

		public boolean measured() {
			return this.indicator.base() != null && this.indicator.base().signum() > 0
					&& this.total.value(this.indicator.rollUp()) != null;
		}

		/** The length of its bar. */
		public int bar() {
			return Math.max(0, Math.min(100, this.total.percent(this.indicator)));
		}

		public String value() {
			return this.total.shown(this.indicator.rollUp());
		}

	}

}
