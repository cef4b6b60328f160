package org.leagueflow.kernel;

import java.time.LocalDate;

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

	/** Whether at least that many calendar months lie between the two days. */
	public static boolean passed(LocalDate start, int months, LocalDate today) {
		return !today.isBefore(after(start, months));
	}

}
