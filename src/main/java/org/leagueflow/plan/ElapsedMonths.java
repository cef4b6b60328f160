package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * 序时进度 (rules 4.7): months that have passed of all months; a month has passed on its last
 * day, so that a year stands at 11/12 = 91.7 % at the end of November.
 */
public record ElapsedMonths(int passed, int all) {

	private static final int EXACT = 12;

	static ElapsedMonths of(YearMonth first, YearMonth last, LocalDate day) {
		int all = (int) ChronoUnit.MONTHS.between(first, last) + 1;
		long passed = ChronoUnit.MONTHS.between(first.atDay(1), day.plusDays(1).withDayOfMonth(1));
		return new ElapsedMonths((int) Math.max(0, Math.min(passed, all)), all);
	}

	static ElapsedMonths of(int year, LocalDate day) {
		return of(YearMonth.of(year, 1), YearMonth.of(year, 12), day);
	}

	/** From 0 to 1. */
	public BigDecimal share() {
		return BigDecimal.valueOf(this.passed).divide(BigDecimal.valueOf(this.all), EXACT, RoundingMode.HALF_UP);
	}

	boolean over() {
		return this.passed == this.all;
	}

	/** In percent to a tenth, {@code 91.7}. */
	public String percent() {
		return PlanPace.percent(share()).toPlainString();
	}

}
