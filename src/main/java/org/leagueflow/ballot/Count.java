package org.leagueflow.ballot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sum of filled papers: for each line of the paper how often each mark was given.
 *
 * @param lines one entry a line of the paper, in its order; spoilt papers are not in it
 * @param spoilt spoilt papers (无效票)
 */
public record Count(List<Map<Mark, Integer>> lines, int spoilt) {

	/** Marks that nobody gave are left out, so that equal counts are equal. */
	public Count {
		lines = lines.stream().map(Count::given).toList();
	}

	private static Map<Mark, Integer> given(Map<Mark, Integer> line) {
		Map<Mark, Integer> given = new EnumMap<>(Mark.class);
		line.forEach((mark, number) -> {
			if (number != 0) {
				given.put(mark, number);
			}
		});
		return Collections.unmodifiableMap(given);
	}

	/** Nothing counted yet. */
	public static Count none(Paper paper) {
		return of(paper, List.of());
	}

	/**
	 * Counts filled papers, in whatever order.
	 * @throws IllegalArgumentException when a word is no filled paper of this ballot
	 */
	public static Count of(Paper paper, Collection<String> filled) {
		List<Map<Mark, Integer>> sums = new ArrayList<>();
		paper.lines().forEach((line) -> sums.add(new EnumMap<>(Mark.class)));
		int spoilt = 0;
		for (String one : filled) {
			if (!paper.fits(one)) {
				throw new IllegalArgumentException("Not a filled paper of this ballot");
			}
			if (paper.spoilt(one)) {
				spoilt++;
				continue;
			}
			for (int line = 0; line < one.length(); line++) {
				sums.get(line).merge(Mark.of(one.charAt(line)), 1, Integer::sum);
			}
		}
		return new Count(sums, spoilt);
	}

	/** How often a line carries a mark. */
	public int of(int line, Mark mark) {
		return this.lines.get(line).getOrDefault(mark, 0);
	}

	/** What stands on this line alone. */
	public Count only(int line) {
		return new Count(List.of(this.lines.get(line)), this.spoilt);
	}

	/** Valid papers: each line carries one mark on each of them. */
	public int valid() {
		return this.lines.isEmpty() ? 0 : this.lines.get(0).values().stream().mapToInt(Integer::intValue).sum();
	}

	/** All papers, spoilt ones included. */
	public int papers() {
		return valid() + this.spoilt;
	}

	/** The sum of two counts of the same ballot, such as papers and electronic ones. */
	public Count plus(Count other) {
		List<Map<Mark, Integer>> sums = new ArrayList<>();
		for (int line = 0; line < this.lines.size(); line++) {
			Map<Mark, Integer> sum = new EnumMap<>(Mark.class);
			sum.putAll(this.lines.get(line));
			other.lines.get(line).forEach((mark, number) -> sum.merge(mark, number, Integer::sum));
			sums.add(sum);
		}
		return new Count(sums, this.spoilt + other.spoilt);
	}

}
