package org.leagueflow.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Periods in calendar months, as the rules count them: 一个月 is never thirty days. */
public final class Months {

	private Months() {
	}

	/**
	 * The day that many calendar months after the start; the end of a shorter month where
	 * it has no such day: 2024-11-30 and three months is 2025-02-28.
	 */
	public static LocalDate after(LocalDate start, int months) {
		return start.plusMonths(months);
	}

	/** That many calendar months, or fewer days where somebody asks for less. */
	public static LocalDate within(LocalDate start, int months, int days) {
		LocalDate byMonths = after(start, months);
		LocalDate byDays = start.plusDays(days);
		return byDays.isBefore(byMonths) ? byDays : byMonths;
	}

	/**
	 * How many full months or years lie between the two days, the last one complete on
	 * the day that {@link LocalDate#plus} names: whoever was born on 29 February is of
	 * age on 28 February of a shorter year.
	 */
	public static long full(LocalDate start, LocalDate day, ChronoUnit unit) {
		long full = unit.between(start, day);
		return Math.max(start.plus(full + 1, unit).isAfter(day) ? full : full + 1, 0);
	}

	/** Whether at least that many calendar months lie between the two days. */
	public static boolean passed(LocalDate start, int months, LocalDate today) {
		return !today.isBefore(after(start, months));
	}

}
