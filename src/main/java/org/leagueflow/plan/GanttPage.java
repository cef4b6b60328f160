package org.leagueflow.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Message;

/**
 * 倒排工期: the spans of a year as bars.
 *
 * @param open the edition that is written or decided on now, or null
 * @param drafts whether the reader may plan anew
 * @param typed what was typed and refused
 */
record GanttPage(YearPage year, PlanEdition open, boolean drafts, Replan typed, Map<String, Message> faults) {

	/**
	 * What a reader asks to move.
	 *
	 * @param span the item and the first day of its span, {@code 12:2025-03-01}
	 */
	record Replan(String span, String from, String to, String reason) {

		static final Replan NONE = new Replan("", "", "", "");

	}

	/** Whether something may be moved now: nothing is being decided on. */
	public boolean writes() {
		return this.drafts && (this.open == null || this.open.isDraft());
	}

	public List<PlanStanding.Line> lines() {
		return this.year.standing().lines().stream().filter((line) -> !line.spans().isEmpty()).toList();
	}

	/** Where a day begins in the year, in percent. */
	private double place(LocalDate day) {
		LocalDate first = LocalDate.of(this.year.plan().year(), 1, 1);
		double share = 100.0 * ChronoUnit.DAYS.between(first, day) / first.lengthOfYear();
		return Math.max(0, Math.min(100, share));
	}

	/** Where the name of a month stands. */
	public String head(YearMonth month) {
		return String.format(Locale.ROOT, "left:%.3f%%", place(month.atDay(1)));
	}

	/** The lines at which months begin, as the background of every row. */
	public String grid() {
		return this.year.months()
			.stream()
			.map((month) -> String.format(Locale.ROOT,
					"var(--line) %1$.3f%% calc(%1$.3f%% + 1px), transparent calc(%1$.3f%% + 1px)" + " %2$.3f%%",
					place(month.atDay(1)), place(month.plusMonths(1).atDay(1))))
			.collect(Collectors.joining(", ", "--gantt-months:linear-gradient(90deg, ", ")"));
	}

	/** Position and length of a bar, for its style attribute. */
	public String style(PlanStanding.Span span) {
		double left = place(span.span().from());
		return String.format(Locale.ROOT, "left:%.3f%%;width:%.3f%%", left, place(span.span().to().plusDays(1)) - left);
	}

	/** Where today is, or null outside the year. */
	public String today() {
		LocalDate day = this.year.standing().day();
		return (day.getYear() == this.year.plan().year()) ? String.format(Locale.ROOT, "left:%.3f%%", place(day))
				: null;
	}

	public String key(PlanStanding.Line line, PlanStanding.Span span) {
		return line.line().itemId() + ":" + span.span().from();
	}

}
