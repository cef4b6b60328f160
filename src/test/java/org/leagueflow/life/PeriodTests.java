package org.leagueflow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leagueflow.kernel.Actor;
import org.leagueflow.policy.Frequency;
import org.leagueflow.policy.Frequency.Per;

/** Periods tile the calendar; what they ask for shrinks with holidays and vacations. */
class PeriodTests {

	private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

	@ParameterizedTest
	@EnumSource(Per.class)
	void everyDayLiesInExactlyOnePeriodAndTheyFollowEachOtherWithoutAGap(Per per) {
		for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
			Period period = Period.of(per, day);
			assertThat(period.contains(day)).as("%s of %s", per, day).isTrue();
			assertThat(period.next().first()).isEqualTo(period.last().plusDays(1));
			assertThat(period.previous().last()).isEqualTo(period.first().minusDays(1));
			assertThat(period.next().previous()).isEqualTo(period);
			assertThat(Period.of(per, period.first())).isEqualTo(period);
			assertThat(Period.of(per, period.last())).isEqualTo(period);
		}
	}

	@ParameterizedTest
	@EnumSource(Per.class)
	void eachPeriodBeginsAndEndsWhereTheCalendarSays(Per per) {
		for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
			Period period = Period.of(per, day);
			long days = ChronoUnit.DAYS.between(period.first(), period.last()) + 1;
			switch (per) {
				case WEEK, FORTNIGHT -> {
					assertThat(period.first().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
					assertThat(days).isEqualTo((per == Per.WEEK) ? 7 : 14);
				}
				case MONTH -> {
					assertThat(period.first().getDayOfMonth()).isEqualTo(1);
					assertThat(days).isEqualTo(day.lengthOfMonth());
				}
				case QUARTER -> {
					assertThat(period.first().getMonthValue() % 3).isEqualTo(1);
					assertThat(period.first().getDayOfMonth()).isEqualTo(1);
					assertThat(days).isBetween(90L, 92L);
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "WEEK,2026-11-25,2026-11-23,2026-11-29", "WEEK,2026-01-01,2025-12-29,2026-01-04",
			"FORTNIGHT,2024-01-01,2024-01-01,2024-01-14", "FORTNIGHT,2023-12-31,2023-12-18,2023-12-31",
			"MONTH,2024-02-29,2024-02-01,2024-02-29", "QUARTER,2026-11-25,2026-10-01,2026-12-31",
			"QUARTER,2026-03-31,2026-01-01,2026-03-31" })
	void vectors(Per per, LocalDate day, LocalDate first, LocalDate last) {
		assertThat(Period.of(per, day)).isEqualTo(new Period(per, first, last));
	}

	/**
	 * Monday to Friday except what falls into the holiday of the first week of October.
	 */
	private static RequiredTimes requiredTimes(List<Vacation> vacations) {
		Set<LocalDate> holidays = new HashSet<>();
		LocalDate.of(2026, 9, 28).datesUntil(LocalDate.of(2026, 10, 5)).forEach(holidays::add);
		List<LocalDate> workdays = FIRST.datesUntil(LAST)
			.filter((day) -> day.getDayOfWeek().getValue() < 6 && !holidays.contains(day))
			.toList();
		return new RequiredTimes(workdays, Set.of(2030), vacations);
	}

	private static Vacation vacation(long unit, String first, String last) {
		return new Vacation(unit, "寒假", LocalDate.parse(first), LocalDate.parse(last), Actor.SYSTEM);
	}

	private static OptionalInt times(RequiredTimes requiredTimes, String frequency, String day) {
		Frequency parsed = Frequency.parse(frequency);
		return requiredTimes.times(parsed, Period.of(parsed.per(), LocalDate.parse(day)), "/1/2/3/");
	}

	@Test
	void aPeriodWithoutAWorkingDayAsksForNothing() {
		RequiredTimes plain = requiredTimes(List.of());
		assertThat(times(plain, "1/WEEK", "2026-09-30")).hasValue(0);
		assertThat(times(plain, "1/WEEK", "2026-10-07")).hasValue(1);
		assertThat(times(plain, "2/MONTH", "2026-09-30")).hasValue(2);
		assertThat(times(plain, "1/WEEK", "2030-05-01")).isEmpty();
	}

	@Test
	void aVacationTakesItsShareRoundedUpFromItsUnitAndThoseBelow() {
		RequiredTimes here = requiredTimes(List.of(vacation(2, "2026-01-12", "2026-02-20")));
		assertThat(times(here, "1/WEEK", "2026-01-14")).hasValue(0);
		assertThat(times(here, "1/WEEK", "2026-01-07")).hasValue(1);
		// Seven of 22 working days are left in January, five of 20 in February.
		assertThat(times(here, "2/MONTH", "2026-01-05")).hasValue(1);
		assertThat(times(here, "2/MONTH", "2026-02-25")).hasValue(1);
		assertThat(times(here, "1/QUARTER", "2026-02-25")).hasValue(1);
		RequiredTimes elsewhere = requiredTimes(List.of(vacation(22, "2026-01-12", "2026-02-20")));
		assertThat(times(elsewhere, "1/WEEK", "2026-01-14")).hasValue(1);
		assertThat(times(elsewhere, "2/MONTH", "2026-01-05")).hasValue(2);
	}

	@Test
	void moreVacationNeverAsksForMoreAndNothingIsAskedExactlyWhenNoWorkingDayIsLeft() {
		Random random = new Random(7);
		for (int round = 0; round < 4000; round++) {
			Per per = Per.values()[random.nextInt(4)];
			Frequency frequency = new Frequency(1 + random.nextInt(9), per);
			LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
			Period period = Period.of(per, day);
			LocalDate from = day.minusDays(random.nextInt(100));
			LocalDate until = from.plusDays(random.nextInt(120));
			Vacation some = new Vacation(2, "假", from, until, Actor.SYSTEM);
			Vacation more = new Vacation(2, "假", from.minusDays(random.nextInt(20)), until.plusDays(random.nextInt(20)),
					Actor.SYSTEM);
			RequiredTimes none = requiredTimes(List.of());
			int full = none.times(frequency, period, "/2/").getAsInt();
			int less = requiredTimes(List.of(some)).times(frequency, period, "/2/").getAsInt();
			int least = requiredTimes(List.of(some, more)).times(frequency, period, "/2/").getAsInt();
			assertThat(least).as("%s in %s", frequency, period).isBetween(0, less);
			assertThat(less).isLessThanOrEqualTo(full);
			assertThat(full).isIn(0, frequency.times());
			RequiredTimes after = requiredTimes(List.of(some));
			boolean anyDay = period.first()
				.datesUntil(period.last().plusDays(1))
				.anyMatch((one) -> after.works(one, "/2/"));
			assertThat(less > 0).isEqualTo(anyDay);
		}
	}

}
