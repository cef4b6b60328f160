package org.leagueflow.plan;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days from the first to the last in which an item is worked on. */
public record PlanSpan(LocalDate from, LocalDate to) {

	public static PlanSpan months(YearMonth first, YearMonth last) {
		return new PlanSpan(first.atDay(1), last.atEndOfMonth());
	}

	public static PlanSpan year(int year) {
		return new PlanSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
	}

	/** Whether it has a day in the month. */
	public boolean in(YearMonth month) {
		return !this.from.isAfter(month.atEndOfMonth()) && !this.to.isBefore(month.atDay(1));
	}

	/** As a month cell of the paper says it, such as {@code 7-8}. */
	public String monthNumbers() {
		int first = this.from.getMonthValue();
		int last = this.to.getMonthValue();
		return (first == last && this.from.getYear() == this.to.getYear()) ? Integer.toString(first)
				: first + "-" + last;
	}

}
