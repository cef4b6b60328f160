package org.leagueflow.life;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a League class is usually given.
 *
 * @param weekday 1 for Monday
 * @param hour the full hour at which it begins
 */
record ClassSlot(int weekday, int hour) {

	/**
	 * The next moment for it within the period: the usual weekday if that is a working
	 * day, otherwise the first working day after it, otherwise any that is left.
	 */
	Optional<LocalDateTime> in(Period period, LocalDateTime now, Predicate<LocalDate> works) {
		LocalDate from = now.toLocalDate().isBefore(period.first()) ? period.first() : now.toLocalDate();
		Predicate<LocalDate> free = (day) -> works.test(day) && day.atTime(this.hour, 0).isAfter(now);
		return usual(period, from).flatMap((day) -> first(day, period, free))
			.or(() -> first(from, period, free))
			.map((day) -> day.atTime(this.hour, 0));
	}

	private Optional<LocalDate> usual(Period period, LocalDate from) {
		return first(from, period, (day) -> day.getDayOfWeek().getValue() == this.weekday);
	}

	private static Optional<LocalDate> first(LocalDate from, Period period, Predicate<LocalDate> fits) {
		return from.isAfter(period.last()) ? Optional.empty()
				: from.datesUntil(period.last().plusDays(1)).filter(fits).findFirst();
	}

}
