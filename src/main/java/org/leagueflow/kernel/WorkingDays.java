package org.leagueflow.kernel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts working days by the holiday calendar of mainland China with its make-up days
 * (调休). The first day counts (细则§18, as the League's own notices count). A year that the
 * calendar does not know is refused rather than guessed, unless
 * {@code leagueflow.calendar.fallback} is on: then Monday to Friday count and the result
 * says so.
 */
@Component
public class WorkingDays {

	// No period of the League's rules comes near; a slip of the hand does.
	private static final int MAX_DAYS = 250;

	private final IntFunction<Optional<CalendarYear>> calendar;

	private final boolean fallback;

	@Autowired
	WorkingDays(CalendarYears years, @Value("${leagueflow.calendar.fallback:false}") boolean fallback) {
		this(years::find, fallback);
	}

	WorkingDays(IntFunction<Optional<CalendarYear>> calendar, boolean fallback) {
		this.calendar = calendar;
		this.fallback = fallback;
	}

	/**
	 * The last day of a period of working days, its first day counted; on a day off the
	 * count begins with the next working day.
	 * @throws Refusal.Invalid when the period is not between 1 and 250 working days, or
	 * touches a year without data
	 */
	public LocalDate lastDay(LocalDate start, int workdays) {
		return span(start, workdays).last();
	}

	/** As {@link #lastDay}, with the first day counted and how sure the calendar is. */
	public Span span(LocalDate start, int workdays) {
		if (workdays < 1 || workdays > MAX_DAYS) {
			throw new Refusal.Invalid("refusal.kernel.workdays", workdays, MAX_DAYS);
		}
		Count count = new Count();
		LocalDate first = count.workdayFrom(start);
		LocalDate last = first;
		for (int counted = 1; counted < workdays; counted++) {
			last = count.workdayFrom(last.plusDays(1));
		}
		return new Span(first, last, workdays, count.sureness);
	}

	/**
	 * How many working days there are from one day to the other, both counted; 0 when
	 * {@code until} is before {@code from}.
	 * @throws Refusal.Invalid when the days touch a year without data
	 */
	public int remaining(LocalDate from, LocalDate until) {
		Count count = new Count();
		return (int) from.datesUntil(until.isBefore(from) ? from : until.plusDays(1)).filter(count::workday).count();
	}

	/**
	 * Whether people work on that day.
	 * @throws Refusal.Invalid when the year has no data
	 */
	public boolean isWorkday(LocalDate day) {
		return new Count().workday(day);
	}

	/**
	 * The working days from one day to the other, both counted, the first one first.
	 * @throws Refusal.Invalid when the days touch a year without data
	 */
	public List<LocalDate> days(LocalDate from, LocalDate until) {
		Count count = new Count();
		return from.datesUntil(until.isBefore(from) ? from : until.plusDays(1)).filter(count::workday).toList();
	}

	/** How sure the calendar is about every day from one day to the other. */
	public Sureness sureness(LocalDate from, LocalDate until) {
		Count count = new Count();
		for (int year = from.getYear(); year <= until.getYear(); year++) {
			count.year(year);
		}
		return count.sureness;
	}

	/** How much the calendar knows about the days counted. */
	public enum Sureness {

		/** The State Council's yearly notice has been entered. */
		CERTAIN,
		/** Only the statutory days are known; the yearly notice has yet to come. */
		PROVISIONAL,
		/** Nothing is known; Monday to Friday were counted. */
		FALLBACK;

		/** Whether a page has to warn its reader. */
		public boolean warns() {
			return this != CERTAIN;
		}

		/** The warning's key in the message bundles. */
		public String words() {
			return "kernel.calendar.sureness." + name();
		}

	}

	/**
	 * A period counted in working days.
	 *
	 * @param first the first day that counts
	 * @param last the last day, to its end
	 * @param workdays how many working days it has
	 * @param sureness how sure the calendar is about it
	 */
	public record Span(LocalDate first, LocalDate last, int workdays, Sureness sureness) {
	}

	/**
	 * One count: reads each year once and remembers the weakest knowledge it rested on.
	 */
	private final class Count {

		private final Map<Integer, CalendarYear> years = new HashMap<>();

		private Sureness sureness = Sureness.CERTAIN;

		boolean workday(LocalDate day) {
			return year(day.getYear()).workday(day);
		}

		LocalDate workdayFrom(LocalDate day) {
			LocalDate next = day;
			while (!workday(next)) {
				next = next.plusDays(1);
			}
			return next;
		}

		CalendarYear year(int year) {
			return this.years.computeIfAbsent(year, this::look);
		}

		private CalendarYear look(int year) {
			CalendarYear found = WorkingDays.this.calendar.apply(year).orElseGet(() -> unknown(year));
			if (found.sureness().compareTo(this.sureness) > 0) {
				this.sureness = found.sureness();
			}
			return found;
		}

		private CalendarYear unknown(int year) {
			if (!WorkingDays.this.fallback) {
				throw new Refusal.Invalid("refusal.kernel.calendarYear", Integer.toString(year));
			}
			return CalendarYear.WEEKENDS_ONLY;
		}

	}

}
