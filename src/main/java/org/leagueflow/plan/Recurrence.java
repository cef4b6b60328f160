package org.leagueflow.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.leagueflow.kernel.Refusal;

/**
 * A rule by which work recurs within its span: 每周一次例会, 双周一次团课, 每月25日前, 每季度末, 一年四次.
 *
 * @param number the weekday (1 is Monday), the day of the month or how often; 0 where
 * none is needed
 * @param leftOut days on which it falls by the rule and is left out, in their order
 */
public record Recurrence(Kind kind, int number, List<LocalDate> leftOut) {

	private static final String SEPARATOR = ",";

	/** The kinds of rules. */
	public enum Kind {

		WEEKLY(7), FORTNIGHTLY(7), MONTHLY(31), QUARTERLY(0), TIMES(60);

		private final int most;

		Kind(int most) {
			this.most = most;
		}

		/** Whether its number is a day of the week. */
		public boolean weekday() {
			return this.most == 7;
		}

	}

	/**
	 * @throws Refusal.Invalid for a number that the kind does not know
	 */
	public static Recurrence of(Kind kind, int number) {
		if (kind.most > 0 && (number < 1 || number > kind.most)) {
			throw Refusal.Invalid.field("recurrence", "refusal.plan.recurrence");
		}
		return new Recurrence(kind, (kind.most > 0) ? number : 0, List.of());
	}

	/**
	 * The same rule without those of these days on which it falls in these spans.
	 * @throws Refusal.Invalid where nothing is left
	 */
	Recurrence without(Collection<LocalDate> days, List<PlanSpan> spans) {
		List<LocalDate> all = spans.stream().flatMap((span) -> every(span).stream()).distinct().sorted().toList();
		List<LocalDate> out = all.stream().filter(days::contains).toList();
		if (!out.isEmpty() && out.size() == all.size()) {
			throw Refusal.Invalid.field("recurrence", "refusal.plan.recurrence.none");
		}
		return new Recurrence(this.kind, this.number, out);
	}

	/** Reads what {@link #text()} wrote; nothing for null. */
	public static Optional<Recurrence> read(String text) {
		if (text == null) {
			return Optional.empty();
		}
		String[] parts = text.split(":");
		List<LocalDate> leftOut = (parts.length < 3) ? List.of()
				: Arrays.stream(parts[2].split(SEPARATOR)).map(LocalDate::parse).toList();
		return Optional.of(new Recurrence(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), leftOut));
	}

	/**
	 * As a column keeps it, {@code WEEKLY:3} or {@code WEEKLY:3:2025-05-01,2025-10-01}.
	 */
	public String text() {
		return this.kind + ":" + this.number + (this.leftOut.isEmpty() ? ""
				: ":" + this.leftOut.stream().map(LocalDate::toString).collect(Collectors.joining(SEPARATOR)));
	}

	/** The last days of each time within the span, but for those left out. */
	public List<LocalDate> unfold(PlanSpan span) {
		return every(span).stream().filter((day) -> !this.leftOut.contains(day)).toList();
	}

	/** The same with those left out. */
	List<LocalDate> every(PlanSpan span) {
		return switch (this.kind) {
			case WEEKLY -> weeks(span, 1);
			case FORTNIGHTLY -> weeks(span, 2);
			case MONTHLY -> months(span).map((month) -> month.atDay(Math.min(this.number, month.lengthOfMonth())))
				.filter((day) -> within(span, day))
				.toList();
			case QUARTERLY -> months(span).filter((month) -> month.getMonthValue() % 3 == 0)
				.map(YearMonth::atEndOfMonth)
				.filter((day) -> within(span, day))
				.toList();
			case TIMES -> parts(span);
		};
	}

	private List<LocalDate> weeks(PlanSpan span, int every) {
		LocalDate first = span.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(this.number)));
		long weeks = first.isAfter(span.to()) ? -1 : ChronoUnit.WEEKS.between(first, span.to()) / every;
		return LongStream.rangeClosed(0, weeks).mapToObj((i) -> first.plusWeeks(i * every)).toList();
	}

	private static Stream<YearMonth> months(PlanSpan span) {
		YearMonth first = YearMonth.from(span.from());
		return LongStream.rangeClosed(0, ChronoUnit.MONTHS.between(first, YearMonth.from(span.to())))
			.mapToObj(first::plusMonths);
	}

	/** Equal parts of the span, each time by the end of one; never two on a day. */
	private List<LocalDate> parts(PlanSpan span) {
		long days = ChronoUnit.DAYS.between(span.from(), span.to()) + 1;
		return IntStream.rangeClosed(1, this.number)
			.mapToObj((i) -> span.from().plusDays(days * i / this.number - 1))
			.filter((day) -> within(span, day))
			.distinct()
			.toList();
	}

	private static boolean within(PlanSpan span, LocalDate day) {
		return !day.isBefore(span.from()) && !day.isAfter(span.to());
	}

}
