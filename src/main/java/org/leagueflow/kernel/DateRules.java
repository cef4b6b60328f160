package org.leagueflow.kernel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads entered dates, and checks them: not in the future, and not before the step that
 * has to come first.
 */
public final class DateRules {

	private DateRules() {
	}

	/**
	 * The day that was typed, in full-width digits too; null where nothing was typed.
	 * @param field the form's key
	 * @throws Refusal.Invalid when it is no day
	 */
	public static LocalDate read(String field, String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		try {
			return LocalDate.parse(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
		}
		catch (DateTimeParseException ex) {
			throw Refusal.Invalid.field(field, "refusal.date.unreadable", Characters.first(typed.strip(), 20));
		}
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
