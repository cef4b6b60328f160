package org.leagueflow.life;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * What somebody enters about a League class.
 *
 * @param hours its study hours (学时) as typed, such as {@code 1.5}
 */
record ClassPlan(String theme, List<ClassForm> forms, String lecturer, String hours, String preparation) {

	private static final int MAX_PREPARATION_LENGTH = 4000;

	private static final int MAX_TENTHS_OF_HOURS = 80;

	ClassPlan {
		theme = clean(theme);
		forms = (forms != null) ? forms.stream().distinct().toList() : List.of();
		lecturer = clean(lecturer);
		hours = clean(hours);
		preparation = clean(preparation);
	}

	private static String clean(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/**
	 * @throws Refusal.Invalid naming each field that is too long or no number
	 */
	void check() {
		Map<String, Message> wrong = new LinkedHashMap<>();
		checkLength("theme", this.theme, LeagueClass.MAX_THEME_LENGTH, wrong);
		checkLength("lecturer", this.lecturer, LeagueClass.MAX_THEME_LENGTH, wrong);
		checkLength("preparation", this.preparation, MAX_PREPARATION_LENGTH, wrong);
		if (tenths() < 5 || tenths() > MAX_TENTHS_OF_HOURS) {
			wrong.put("hours", Message.of("refusal.life.hours", MAX_TENTHS_OF_HOURS / 10));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	private static void checkLength(String field, String text, int longest, Map<String, Message> wrong) {
		if (text != null && text.length() > longest) {
			wrong.put(field, Message.of("refusal.life.text", longest));
		}
	}

	/** The study hours in tenths; 0 when they are no number with at most one decimal. */
	int tenths() {
		if (this.hours == null || !this.hours.matches("[0-9]{1,2}(\\.[0-9])?")) {
			return 0;
		}
		return new java.math.BigDecimal(this.hours).movePointRight(1).intValueExact();
	}

}
