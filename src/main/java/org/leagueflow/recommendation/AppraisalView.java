package org.leagueflow.recommendation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The appraisal as those see it who sum it up.
 *
 * @param weights what the dimensions count, or null before the raters are chosen
 * @param rows the raters with their marks
 * @param means the mean of each dimension, empty without marks
 * @param score the weighted mean of all, or null without marks
 * @param missing the names of raters who have yet to give marks
 */
record AppraisalView(Weights weights, List<Row> rows, Map<Dimension, BigDecimal> means, BigDecimal score,
		List<String> missing) {

	static AppraisalView of(Weights weights, List<RaterMark> all, List<MarkSheet> counted, int points,
			List<String> missing) {
		List<Row> rows = all.stream().map((mark) -> Row.of(mark, counted, points)).toList();
		if (weights == null || counted.isEmpty()) {
			return new AppraisalView(weights, rows, Map.of(), null, missing);
		}
		Map<Dimension, BigDecimal> means = Arrays.stream(Dimension.values())
			.collect(Collectors.toMap((dimension) -> dimension, (dimension) -> MarkSheet.mean(counted, dimension)));
		return new AppraisalView(weights, rows, means, MarkSheet.score(counted, weights), missing);
	}

	/** Whether any mark stands out; public because pages ask for it. */
	public boolean anyOutlier() {
		return this.rows.stream().anyMatch((row) -> row.cells().values().stream().anyMatch(Cell::out));
	}

	/**
	 * One rater's marks.
	 *
	 * @param left whether the rater left, so that the marks no longer count
	 */
	record Row(String rater, Map<Dimension, Cell> cells, String grounds, Long evidence, boolean left) {

		static Row of(RaterMark mark, List<MarkSheet> counted, int points) {
			MarkSheet sheet = mark.sheet();
			Map<Dimension, Cell> cells = Arrays.stream(Dimension.values())
				.collect(Collectors.toMap((dimension) -> dimension, (dimension) -> new Cell(sheet.of(dimension),
						mark.counts() && MarkSheet.standsOut(sheet.of(dimension), counted, dimension, points))));
			return new Row(mark.raterName(), cells, mark.grounds(), mark.evidenceId(), !mark.counts());
		}

	}

	/** A mark, and whether it stands out. */
	record Cell(BigDecimal mark, boolean out) {
	}

}
