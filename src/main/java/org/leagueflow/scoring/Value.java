package org.leagueflow.scoring;

import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * One number on the way to a score.
 *
 * @param number the exact number, or null when there is none
 * @param word a grade in words that no table has turned into a number yet, or null
 * @param explanation how it came about, or why there is none
 */
record Value(Rational number, String word, Rational credit, String item, String term, Explanation explanation) {

	static Value of(Rational number, Explanation explanation) {
		return new Value(number, null, null, null, null, explanation);
	}

	static Value none(Explanation explanation) {
		return of(null, explanation);
	}

	/** The same entry with another number. */
	Value with(Rational changed, Explanation how) {
		return new Value(changed, null, this.credit, this.item, this.term, how);
	}

	boolean known() {
		return this.number != null;
	}

	/** In an expression that can be typed into a calculator. */
	String text() {
		return (this.number.signum() < 0) ? "(" + this.number.text() + ")" : this.number.text();
	}

	/** Why a formula that needs a number cannot use it; null when it can. */
	Explanation gap() {
		if (known()) {
			return null;
		}
		return (this.word != null) ? Explanation.problem(Message.of("scoring.problem.word", this.word), List.of())
				: this.explanation;
	}

}
