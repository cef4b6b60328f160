package org.leagueflow.kernel;

import java.util.Set;

/** Texts as cells of a spreadsheet. */
public final class Cells {

	private static final Set<Character> STARTS_FORMULA = Set.of('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠');

	private Cells() {
	}

	/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
	public static String harmless(String text) {
		return (!text.isEmpty() && STARTS_FORMULA.contains(text.charAt(0))) ? "'" + text : text;
	}

}
