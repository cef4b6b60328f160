package org.leagueflow.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that a score is made of.
 *
 * @param key its name in formulas, such as {@code conduct}
 * @param name what the office calls it
 * @param source where its entries come from
 * @param item which mark, ledger kind or panel it is there, or null where it is typed in
 * @param many whether there are several entries, such as courses or raters
 * @param min the least that may be entered, or null
 * @param max the most that may be entered, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreComponent(String key, String name, Source source, String item, boolean many, Rational min,
		Rational max) {

	public boolean holds(Rational number) {
		return (this.min == null || number.compareTo(this.min) >= 0)
				&& (this.max == null || number.compareTo(this.max) <= 0);
	}

	/** What may be entered, as {@code 0–100}. */
	public String range() {
		return ((this.min != null) ? this.min.text() : "…") + "–" + ((this.max != null) ? this.max.text() : "…");
	}

	/** Where entries come from. */
	public enum Source {

		/** Marks that were imported or typed in. */
		MARKS,
		/** Entries of the ledger. */
		LEDGER,
		/** Points of a panel's members. */
		PANEL,
		/** A vote's share of a meeting. */
		MEETING,
		/** Typed in by the office that ranks. */
		ENTERED

	}

}
