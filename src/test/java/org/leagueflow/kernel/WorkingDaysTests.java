package org.leagueflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.WorkingDays.Sureness;

/** The counting itself, on a small calendar: October 2023 with its make-up days. */
class WorkingDaysTests {

	private final WorkingDays days = new WorkingDays(WorkingDaysTests::calendar, false);

	private final WorkingDays practice = new WorkingDays(WorkingDaysTests::calendar, true);

	private static Optional<CalendarYear> calendar(int year) {
		return switch (year) {
			case 2023 -> Optional.of(new CalendarYear(Sureness.CERTAIN, october()));
			case 2024 -> Optional.of(new CalendarYear(Sureness.PROVISIONAL, Map.of(day("2024-01-01"), false)));
			default -> Optional.empty();
		};
	}

	private static Map<LocalDate, Boolean> october() {
		Map<LocalDate, Boolean> exceptions = new HashMap<>();
		day("2023-09-29").datesUntil(day("2023-10-07")).forEach((holiday) -> exceptions.put(holiday, false));
		exceptions.put(day("2023-10-07"), true);
		exceptions.put(day("2023-10-08"), true);
		return exceptions;
	}

	private static LocalDate day(String iso) {
		return LocalDate.parse(iso);
	}

	@ParameterizedTest
	@CsvSource({ "2023-04-07, 5, 2023-04-13", "2023-09-27, 5, 2023-10-09", "2023-09-28, 1, 2023-09-28",
			"2023-09-29, 1, 2023-10-07", "2023-10-06, 2, 2023-10-08", "2023-04-08, 1, 2023-04-10",
			"2023-04-09, 5, 2023-04-14" })
	void theFirstWorkingDayCounts(LocalDate start, int workdays, LocalDate last) {
		assertThat(this.days.lastDay(start, workdays)).isEqualTo(last);
	}

	@Test
	void aPeriodThatStartsOnADayOffSaysWhichDayCountsFirst() {
		assertThat(this.days.span(day("2023-09-30"), 3).first()).isEqualTo("2023-10-07");
	}

	@ParameterizedTest
	@CsvSource({ "2023-04-07, 2023-04-13, 5", "2023-04-13, 2023-04-13, 1", "2023-04-14, 2023-04-13, 0",
			"2023-09-29, 2023-10-06, 0", "2023-09-28, 2023-10-09, 4", "2023-10-07, 2023-10-08, 2" })
	void whatRemainsCountsBothEnds(LocalDate from, LocalDate until, int left) {
		assertThat(this.days.remaining(from, until)).isEqualTo(left);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 7, 10, 30 })
	void whatRemainsOfAPeriodOnItsFirstDayIsThePeriod(int workdays) {
		day("2023-09-01").datesUntil(day("2023-11-01")).forEach((start) -> {
			LocalDate last = this.days.lastDay(start, workdays);
			assertThat(this.days.remaining(start, last)).isEqualTo(workdays);
			assertThat(this.days.isWorkday(last)).isTrue();
		});
	}

	@Test
	void aYearWithoutDataIsRefused() {
		assertThatThrownBy(() -> this.days.isWorkday(day("2031-05-01"))).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("refusal.kernel.calendarYear")
			.hasMessageContaining("2031");
		assertThatThrownBy(() -> this.days.lastDay(day("2024-12-30"), 5)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.days.remaining(day("2022-12-30"), day("2023-01-05")))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.days.sureness(day("2024-12-30"), day("2025-01-05")))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void practiceModeFallsBackOnWeekendsAndSaysSo() {
		assertThat(this.practice.span(day("2031-05-01"), 3))
			.isEqualTo(new WorkingDays.Span(day("2031-05-01"), day("2031-05-05"), 3, Sureness.FALLBACK));
		assertThat(this.practice.span(day("2024-12-31"), 2).sureness()).isEqualTo(Sureness.FALLBACK);
		assertThat(this.practice.span(day("2023-04-07"), 5).sureness()).isEqualTo(Sureness.CERTAIN);
	}

	@Test
	void aPeriodIsAsSureAsItsWeakestYear() {
		assertThat(this.days.span(day("2023-12-28"), 2).sureness()).isEqualTo(Sureness.CERTAIN);
		assertThat(this.days.span(day("2023-12-28"), 3))
			.isEqualTo(new WorkingDays.Span(day("2023-12-28"), day("2024-01-02"), 3, Sureness.PROVISIONAL));
		assertThat(this.days.sureness(day("2023-12-01"), day("2024-01-01")).warns()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 251, Integer.MAX_VALUE })
	void aSenselessNumberOfWorkingDaysIsRefused(int workdays) {
		assertThatThrownBy(() -> this.days.lastDay(day("2023-04-07"), workdays)).isInstanceOf(Refusal.Invalid.class);
	}

	@ParameterizedTest
	@CsvSource({ "2024-09-10, 1, 2024-10-10", "2024-03-15, 3, 2024-06-15", "2024-11-30, 3, 2025-02-28",
			"2023-11-30, 3, 2024-02-29", "2024-06-25, 1, 2024-07-25", "2024-06-25, 3, 2024-09-25",
			"2024-07-20, 1, 2024-08-20", "2024-06-20, 3, 2024-09-20", "2024-01-31, 1, 2024-02-29" })
	void monthsAreCalendarMonths(LocalDate start, int months, LocalDate end) {
		assertThat(Months.after(start, months)).isEqualTo(end);
		assertThat(Months.passed(start, months, end)).isTrue();
		assertThat(Months.passed(start, months, end.minusDays(1))).isFalse();
	}

}
