package org.leagueflow.paper;

import java.math.BigDecimal;

/**
 * What is to be reached, as the paper says it.
 *
 * @param words as written
 * @param subject what is counted (培训人数), or empty
 * @param bound on which side of the number
 * @param number null when the words hold none
 * @param unit 人次 and 人 stay different; empty when none is written
 * @param period 月 in "2篇/月", or empty
 * @param stretchBound null without a stretch target
 * @param stretch the stretch target (争取值), or null
 */
public record PaperIndicator(String words, String subject, IndicatorBound bound, BigDecimal number, String unit,
		String period, IndicatorBound stretchBound, BigDecimal stretch) {

	PaperIndicator withStretch(IndicatorBound side, BigDecimal more, String said) {
		return new PaperIndicator(said.isEmpty() ? this.words : this.words + "；" + said, this.subject, this.bound,
				this.number, this.unit, this.period, side, more);
	}

	/** The same with the subject that its row names. */
	PaperIndicator about(String named) {
		return new PaperIndicator(this.words, named, this.bound, this.number, this.unit, this.period, this.stretchBound,
				this.stretch);
	}

	/** Whether both want the same number of the same things. */
	boolean equal(PaperIndicator other) {
		return this.number != null && other.number != null && this.number.compareTo(other.number) == 0
				&& measure().equals(other.measure()) && this.bound == other.bound && this.period.equals(other.period)
				&& (this.subject.equals(other.subject) || this.subject.isEmpty() || other.subject.isEmpty()
						|| this.subject.contains(other.subject) || other.subject.contains(this.subject));
	}

	/** 名 counts the same as 人. */
	public String measure() {
		return switch (this.unit) {
			case "名", "人数" -> "人";
			default -> this.unit;
		};
	}

}
