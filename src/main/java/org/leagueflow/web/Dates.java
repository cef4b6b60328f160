package org.leagueflow.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says dates in words and in the reader's language; {@code @dates} in templates. Takes
 * instants, dates and local times; nothing stays nothing.
 */
@Component("dates")
public class Dates {

	/** Days before a due date from which on it presses. */
	public static final int SOON_DAYS = 3;

	private final MessageSource messages;

	private final BusinessClock clock;

	Dates(MessageSource messages, BusinessClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** {@code 11月22日}, with the year when it is not this year. */
	public String day(Temporal moment) {
		if (moment == null) {
			return "";
		}
		LocalDate day = local(moment).toLocalDate();
		boolean thisYear = day.getYear() == this.clock.today().getYear();
		return format(thisYear ? "dates.day" : "dates.day-of-year", day);
	}

	/** {@code 2026年11月22日}: for what is printed and kept. */
	public String full(Temporal moment) {
		return (moment != null) ? format("dates.day-of-year", local(moment)) : "";
	}

	/** The same in the language of the paper, whoever prints it. */
	public String full(Temporal moment, Locale language) {
		return DateTimeFormatter.ofPattern(this.messages.getMessage("dates.day-of-year", null, language), language)
			.format(local(moment));
	}

	/** {@code 2026年11月22日 星期日}. */
	public String weekday(Temporal moment) {
		return (moment != null) ? format("dates.weekday", local(moment)) : "";
	}

	/** {@code 11月22日 14:30}. */
	public String moment(Temporal moment) {
		return (moment != null) ? day(moment) + " " + format("dates.time", local(moment)) : "";
	}

	/** {@code 2026年11月}. */
	public String month(Temporal moment) {
		return (moment != null) ? format("dates.month", local(moment)) : "";
	}

	/** {@code 14:30}. */
	public String time(Temporal moment) {
		return (moment != null) ? format("dates.time", local(moment)) : "";
	}

	/** The last day of a deadline and how far it is: {@code 12月25日 还剩 3 天}. */
	public String due(Temporal due) {
		return day(lastDay(due)) + " " + left(due);
	}

	/**
	 * The last day on which something can still be done. A moment that is a deadline is
	 * the first one after it, such as the midnight that ends its last day.
	 */
	public LocalDate lastDay(Temporal due) {
		return (due == null) ? null : local((due instanceof Instant moment) ? moment.minusNanos(1) : due).toLocalDate();
	}

	/** {@code 还剩 3 天}, {@code 今天到期} or {@code 已逾期 2 天}, in calendar days. */
	public String left(Temporal due) {
		if (due == null) {
			return "";
		}
		long days = daysTo(lastDay(due));
		String key = (days > 0) ? "dates.left" : (days == 0) ? "dates.today" : "dates.overdue";
		return say(key, Math.abs(days));
	}

	/** {@code 还有 3 天} or {@code 今天} until something begins, nothing once it is past. */
	public String away(Temporal start) {
		if (start == null || daysTo(start) < 0) {
			return "";
		}
		long days = daysTo(start);
		return say((days > 0) ? "dates.away" : "dates.now", days);
	}

	/**
	 * How it presses: {@code late}, {@code soon} (within {@link #SOON_DAYS}) or
	 * {@code calm}.
	 */
	public String pressure(Temporal due) {
		if (due == null) {
			return "calm";
		}
		long days = daysTo(lastDay(due));
		return (days < 0) ? "late" : (days <= SOON_DAYS) ? "soon" : "calm";
	}

	/** For {@code datetime} attributes and sorting: {@code 2026-11-22}. */
	public String iso(Temporal moment) {
		return (moment != null) ? local(moment).toLocalDate().toString() : "";
	}

	private long daysTo(Temporal day) {
		return ChronoUnit.DAYS.between(this.clock.today(), local(day).toLocalDate());
	}

	private LocalDateTime local(Temporal moment) {
		if (moment instanceof Instant instant) {
			return LocalDateTime.ofInstant(instant, this.clock.getZone());
		}
		return (moment instanceof LocalDate day) ? day.atStartOfDay() : LocalDateTime.from(moment);
	}

	private String format(String patternKey, Temporal moment) {
		Locale locale = LocaleContextHolder.getLocale();
		return DateTimeFormatter.ofPattern(say(patternKey), locale).format(moment);
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage(key, args, LocaleContextHolder.getLocale());
	}

}
