package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.leagueflow.policy.Frequency;

/**
 * How many times something is required within a period: in full, less the share of its
 * working days that fall into a vacation, rounded up; not at all in a period without a
 * working day.
 */
final class RequiredTimes {

	private final NavigableSet<LocalDate> workdays;

	private final Set<Integer> unknownYears;

	private final List<Vacation> vacations;

	/**
	 * @param workdays the working days of every year that the calendar knows
	 * @param unknownYears the years that it does not know
	 */
	RequiredTimes(Collection<LocalDate> workdays, Set<Integer> unknownYears, List<Vacation> vacations) {
		this.workdays = new TreeSet<>(workdays);
		this.unknownYears = Set.copyOf(unknownYears);
		this.vacations = List.copyOf(vacations);
	}

	/**
	 * How many times the unit with this path has to do it in the period; empty when the
	 * calendar does not know the year.
	 */
	OptionalInt times(Frequency frequency, Period period, String unitPath) {
		if (!knows(period)) {
			return OptionalInt.empty();
		}
		NavigableSet<LocalDate> all = within(period);
		int open = open(all, period, unitPath);
		return OptionalInt.of((open == 0) ? 0 : (frequency.times() * open + all.size() - 1) / all.size());
	}

	private boolean knows(Period period) {
		return !this.unknownYears.contains(period.first().getYear())
				&& !this.unknownYears.contains(period.last().getYear());
	}

	private NavigableSet<LocalDate> within(Period period) {
		return this.workdays.subSet(period.first(), true, period.last(), true);
	}

	private int open(NavigableSet<LocalDate> days, Period period, String unitPath) {
		List<Vacation> here = this.vacations.stream()
			.filter((one) -> one.concerns(unitPath) && !one.first().isAfter(period.last())
					&& !one.last().isBefore(period.first()))
			.toList();
		return here.isEmpty() ? days.size()
				: (int) days.stream()
					.filter((day) -> here.stream().noneMatch((one) -> one.frees(day, unitPath)))
					.count();
	}

	/** Whether the unit works on that day; false when the calendar does not know. */
	boolean works(LocalDate day, String unitPath) {
		return this.workdays.contains(day) && this.vacations.stream().noneMatch((one) -> one.frees(day, unitPath));
	}

}
