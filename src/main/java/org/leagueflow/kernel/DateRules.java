package org.leagueflow.kernel;

import java.time.LocalDate;

/**
 * Checks entered dates: not in the future, and not before the step that has to come
 * first.
 */
public final class DateRules {

	private DateRules() {
	}

	/**
	 * Refuses a day in the future or before the step that it has to follow.
	 * @param field the form's key
	 * @param day what was entered
	 * @param earliest the day of the step before, or null when there is none
	 */
	public static LocalDate inOrder(String field, LocalDate day, LocalDate earliest, LocalDate today) {
		if (day == null) {
			throw Refusal.Invalid.field(field, "refusal.date.missing");
		}
		if (day.isAfter(today)) {
			throw Refusal.Invalid.field(field, "refusal.date.future", day.toString());
		}
		if (earliest != null && day.isBefore(earliest)) {
			throw Refusal.Invalid.field(field, "refusal.date.tooEarly", day.toString(), earliest.toString());
		}
		return day;
	}

}
