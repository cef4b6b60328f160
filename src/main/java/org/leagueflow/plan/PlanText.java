package org.leagueflow.plan;

import java.math.BigDecimal;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;

/** Texts and numbers as people type them into a plan. */
final class PlanText {

	/** The largest value an indicator can have. */
	private static final BigDecimal LARGEST = new BigDecimal("99999999999999");

	private PlanText() {
	}

	/** The beginning of a text, an ellipsis where it is cut. */
	static String first(String text, int most) {
		return (Characters.count(text) <= most) ? text : Characters.first(text, most - 1) + "…";
	}

	/** The text without blanks around it, or null. */
	static String clean(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/**
	 * The text, refused where it is longer than its column.
	 * @param field the form's key
	 */
	static String within(String field, String text, int most) {
		String clean = clean(text);
		if (Characters.count(clean) > most) {
			throw Refusal.Invalid.field(field, "refusal.plan.long", most);
		}
		return clean;
	}

	/** The same, which must not be missing. */
	static String required(String field, String text, int most) {
		String clean = within(field, text, most);
		if (clean == null) {
			throw Refusal.Invalid.field(field, "refusal.plan.missing");
		}
		return clean;
	}

	/**
	 * A number of at most six decimals, full-width digits too; null where none is typed.
	 * @throws Refusal.Invalid for anything else
	 */
	static BigDecimal number(String field, String typed) {
		String clean = clean(typed);
		if (clean == null) {
			return null;
		}
		String plain = java.text.Normalizer.normalize(clean, java.text.Normalizer.Form.NFKC).replace(",", "");
		if (!plain.matches("-?[0-9]{1,14}([.][0-9]{1,6})?")) {
			throw Refusal.Invalid.field(field, "refusal.plan.number", clean);
		}
		BigDecimal number = new BigDecimal(plain);
		if (number.abs().compareTo(LARGEST) > 0) {
			throw Refusal.Invalid.field(field, "refusal.plan.number", clean);
		}
		return number;
	}

	/** As people write it: no zeros behind the point. */
	static String shown(BigDecimal number) {
		return (number == null || number.signum() == 0) ? ((number == null) ? "" : "0")
				: number.stripTrailingZeros().toPlainString();
	}

}
