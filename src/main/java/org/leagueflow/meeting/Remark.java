package org.leagueflow.meeting;

import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;

/** A reason in one's own words, of 1 to 500 characters. */
final class Remark {

	static final int MAX_LENGTH = 500;

	private Remark() {
	}

	/**
	 * @throws Refusal.Invalid at this field when nothing is said, or too much
	 */
	static String required(String text, String field, String otherwise) {
		String words = optional(text, field, otherwise);
		if (words.isEmpty()) {
			throw Refusal.Invalid.field(field, otherwise, MAX_LENGTH);
		}
		return words;
	}

	/**
	 * Empty when nothing is said.
	 * @throws Refusal.Invalid at this field when too much is said
	 */
	static String optional(String text, String field, String otherwise) {
		String words = (text != null) ? text.strip() : "";
		if (Characters.count(words) > MAX_LENGTH) {
			throw Refusal.Invalid.field(field, otherwise, MAX_LENGTH);
		}
		return words;
	}

}
