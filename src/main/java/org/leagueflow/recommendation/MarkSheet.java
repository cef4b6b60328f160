package org.leagueflow.recommendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * One rater's marks, 0 to 100 with at most one decimal place.
 *
 * @param marks the mark of each dimension
 */
record MarkSheet(Map<Dimension, BigDecimal> marks) {

	/** Full marks. */
	static final BigDecimal MAX = new BigDecimal("100");

	/** Decimal places of a mark. */
	static final int MARK_SCALE = 1;

	/** Decimal places of a score. */
	static final int SCORE_SCALE = 2;

	BigDecimal of(Dimension dimension) {
		return this.marks.get(dimension);
	}

	/**
	 * Reads what a rater typed.
	 * @throws Refusal.Invalid with a message for each mark that is none
	 */
	static MarkSheet parse(Map<Dimension, String> typed) {
		Map<Dimension, BigDecimal> marks = new EnumMap<>(Dimension.class);
		Map<String, Message> faults = new java.util.LinkedHashMap<>();
		for (Dimension dimension : Dimension.values()) {
			String text = typed.getOrDefault(dimension, "").strip();
			if (text.matches("[0-9]{1,3}(\\.[0-9])?") && new BigDecimal(text).compareTo(MAX) <= 0) {
				marks.put(dimension, new BigDecimal(text).setScale(MARK_SCALE));
			}
			else {
				faults.put(dimension.field(), Message.of("refusal.recommendation.mark", MAX.toPlainString()));
			}
		}
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
		return new MarkSheet(marks);
	}

	/**
	 * The mean of the weighted marks of all raters. Calculated exactly; rounded once, at
	 * the end, half up to two decimal places.
	 */
	static BigDecimal score(Collection<MarkSheet> sheets, Weights weights) {
		BigDecimal sum = BigDecimal.ZERO;
		for (MarkSheet sheet : sheets) {
			for (Dimension dimension : Dimension.values()) {
				sum = sum.add(sheet.of(dimension).multiply(BigDecimal.valueOf(weights.of(dimension))));
			}
		}
		return sum.divide(BigDecimal.valueOf(100L * sheets.size()), SCORE_SCALE, RoundingMode.HALF_UP);
	}

	/** The mean of one dimension, rounded for display only. */
	static BigDecimal mean(Collection<MarkSheet> sheets, Dimension dimension) {
		return sheets.stream()
			.map((sheet) -> sheet.of(dimension))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.divide(BigDecimal.valueOf(sheets.size()), SCORE_SCALE, RoundingMode.HALF_UP);
	}

	/**
	 * Whether the mark lies further from the median of all than so many points. It is
	 * shown and counts like every other.
	 */
	static boolean standsOut(BigDecimal mark, Collection<MarkSheet> sheets, Dimension dimension, int points) {
		List<BigDecimal> sorted = sheets.stream().map((sheet) -> sheet.of(dimension)).sorted().toList();
		int half = sorted.size() / 2;
		// Twice the median, which is exact for an even number of marks, too.
		BigDecimal twice = (sorted.size() % 2 == 1) ? sorted.get(half).multiply(BigDecimal.valueOf(2))
				: sorted.get(half - 1).add(sorted.get(half));
		return mark.multiply(BigDecimal.valueOf(2))
			.subtract(twice)
			.abs()
			.compareTo(BigDecimal.valueOf(2L * points)) > 0;
	}

}
