package org.leagueflow.award;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.marks.MarkPeriod;

/** What one batch looks at. */
public enum AwardPeriod {

	/** 学年. */
	SCHOOL_YEAR,
	/** 学期. */
	TERM,
	/** 自然年. */
	CALENDAR_YEAR,
	/** 月. */
	MONTH;

	/**
	 * The period that is typed, as marks write it, so that two batches of one period say
	 * the same: {@code 2025年} and {@code 2025} are {@code 2025}. Empty when it is none of
	 * this kind.
	 */
	Optional<String> read(String typed) {
		return (typed == null) ? Optional.empty() : MarkPeriod.parse(typed).filter(this::fits).map(MarkPeriod::text);
	}

	/**
	 * The period as a sentence in Chinese names it: {@code 2025年}, {@code 2024-2025学年}.
	 */
	public String named(String period) {
		return switch (this) {
			case SCHOOL_YEAR -> period + "学年";
			case CALENDAR_YEAR -> period + "年";
			case TERM -> period.replaceFirst("-([123])$", "学年第$1学期");
			case MONTH -> period.replaceFirst("^(\\d{4})-0?(\\d{1,2})$", "$1年$2月");
		};
	}

	/**
	 * The first and the last day of a period as {@link #read} gives it. A school year
	 * reaches to the day before the next one begins.
	 */
	Days days(String period) {
		MarkPeriod of = MarkPeriod.parse(period).orElseThrow();
		LocalDate from = of.begin();
		return new Days(from, (this == SCHOOL_YEAR) ? from.plusYears(1).minusDays(1) : of.end());
	}

	/** Both included. */
	record Days(LocalDate from, LocalDate to) {
	}

	private boolean fits(MarkPeriod period) {
		return switch (this) {
			case SCHOOL_YEAR -> period.schoolYear() && period.whole();
			case TERM -> period.schoolYear() && !period.whole() && !period.month();
			case CALENDAR_YEAR -> !period.schoolYear();
			case MONTH -> period.month();
		};
	}

}
