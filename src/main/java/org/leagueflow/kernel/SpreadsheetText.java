package org.leagueflow.kernel;

import java.util.Set;

/** Escapes texts for the cells of a spreadsheet. */
public final class SpreadsheetText {

	private static final Set<Character> STARTS_FORMULA = Set.of('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠');

	private SpreadsheetText() {
	}

	/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
	public static String harmless(String text) {
		return (!text.isEmpty() && STARTS_FORMULA.contains(text.charAt(0))) ? "'" + text : text;
	}

}
