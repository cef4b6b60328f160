package org.leagueflow.award;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * The places of units as a form brings them: {@code places.<unit>} is what was typed,
 * {@code was.<unit>} what the page had shown. What nobody changed is left alone, so that
 * two offices that work on different units do not undo each other.
 *
 * @param wanted what was changed, by unit; null takes the limit away
 * @param shown what the page had shown of these
 */
record AllottedPlaces(Map<Long, Integer> wanted, Map<Long, Integer> shown) {

	private static final String PLACES = "places.";

	static AllottedPlaces read(Map<String, String> form) {
		Map<Long, Integer> wanted = new LinkedHashMap<>();
		Map<Long, Integer> shown = new LinkedHashMap<>();
		Map<String, Message> wrong = new LinkedHashMap<>();
		form.forEach((name, value) -> {
			if (!name.matches("places\\.[0-9]{1,18}")) {
				return;
			}
			String typed = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
			String was = form.getOrDefault("was." + name.substring(PLACES.length()), "");
			if (!typed.matches("|[0-9]{1,6}")) {
				wrong.put(name, Message.of("refusal.award.placesNumber"));
			}
			else if (!typed.equals(was)) {
				long unit = Long.parseLong(name.substring(PLACES.length()));
				wanted.put(unit, number(typed));
				shown.put(unit, number(was));
			}
		});
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		return new AllottedPlaces(wanted, shown);
	}

	/** The form's field for a unit. */
	static String field(long unit) {
		return PLACES + unit;
	}

	private static Integer number(String text) {
		return text.matches("[0-9]{1,6}") ? Integer.valueOf(text) : null;
	}

}
