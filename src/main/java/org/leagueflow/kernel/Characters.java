package org.leagueflow.kernel;

/** Counts and cuts text by whole characters, rare ones (生僻字) included. */
public final class Characters {

	private Characters() {
	}

	/** How many characters it has as people count them; none when there is no text. */
	public static int count(String text) {
		return (text != null) ? text.codePointCount(0, text.length()) : 0;
	}

	/** The first so many characters, never half of one. */
	public static String first(String text, int most) {
		return (count(text) > most) ? text.substring(0, text.offsetByCodePoints(0, most)) : text;
	}

}
