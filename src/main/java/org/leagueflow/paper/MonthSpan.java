package org.leagueflow.paper;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A time within the plan's year.
 *
 * @param from the first month, counted from January of the plan's year; 13 is January of
 * the year after
 * @param to the last month, never before the first
 * @param fromDay the first day in the first month, or null for its beginning
 * @param toDay the last day in the last month, or null for its end
 */
public record MonthSpan(int from, int to, Integer fromDay, Integer toDay) {

	/** As far as a plan reaches: December of the year after. */
	public static final int LAST = 24;

	static final MonthSpan YEAR = months(1, 12);

	public MonthSpan {
		if (from < 1 || to < from || to > LAST) {
			throw new IllegalArgumentException(from + ".." + to);
		}
	}

	public static MonthSpan months(int from, int to) {
		return new MonthSpan(from, to, null, null);
	}

	static MonthSpan month(int month) {
		return months(month, month);
	}

	/** Whether it is the whole year of the plan. */
	public boolean wholeYear() {
		return this.from == 1 && this.to == 12 && this.fromDay == null && this.toDay == null;
	}

	/** As a form shows it and takes it: {@code 3}, {@code 7-8}. */
	public String months() {
		return (this.from == this.to) ? Integer.toString(this.from) : this.from + "-" + this.to;
	}

	/** Its first day, for a plan of this year. */
	public LocalDate firstDay(int year) {
		YearMonth month = YearMonth.of(year, 1).plusMonths(this.from - 1L);
		return month.atDay((this.fromDay != null) ? Math.min(this.fromDay, month.lengthOfMonth()) : 1);
	}

	/** Its last day, for a plan of this year. */
	public LocalDate lastDay(int year) {
		YearMonth month = YearMonth.of(year, 1).plusMonths(this.to - 1L);
		return month.atDay((this.toDay != null) ? Math.min(this.toDay, month.lengthOfMonth()) : month.lengthOfMonth());
	}

}
