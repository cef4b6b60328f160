package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan as it was read from paper.
 *
 * @param title of the document, or empty
 * @param year null when the paper does not say
 * @param lines every line of the document, in its order
 * @param notices what a person should know about the document
 */
public record PaperPlan(String title, Integer year, List<PaperLine> lines, List<PaperNotice> notices) {

	/** Those that become items. */
	public List<PaperLine> items() {
		return this.lines.stream().filter((line) -> line.kind().item()).toList();
	}

	/** Those that become items of a kind. */
	public List<PaperLine> items(LineKind kind) {
		return this.lines.stream().filter((line) -> line.kind() == kind).toList();
	}

	/**
	 * Indicators of different lines that want the same number of the same things: counted
	 * twice unless somebody says that they are one.
	 */
	public List<List<IndicatorUse>> shared() {
		List<List<IndicatorUse>> groups = new ArrayList<>();
		for (PaperLine line : items()) {
			for (int at = 0; at < line.indicators().size(); at++) {
				IndicatorUse use = new IndicatorUse(line.number(), at, line.indicators().get(at));
				groups.stream()
					.filter((group) -> group.get(0).indicator().equal(use.indicator())
							&& group.stream().noneMatch((other) -> other.line() == use.line()))
					.findFirst()
					.ifPresentOrElse((group) -> group.add(use), () -> groups.add(new ArrayList<>(List.of(use))));
			}
		}
		return groups.stream().filter((group) -> group.size() > 1 && telling(group)).map(List::copyOf).toList();
	}

	/** One of something, of which nothing else is said, is no reason. */
	private static boolean telling(List<IndicatorUse> group) {
		return group.stream().noneMatch((use) -> use.indicator().subject().isEmpty())
				|| group.get(0).indicator().number().intValue() >= 100 && !group.get(0).indicator().unit().equals("%");
	}

	/**
	 * An indicator of a line.
	 *
	 * @param line the line's number
	 * @param at its place among the line's indicators
	 */
	public record IndicatorUse(int line, int at, PaperIndicator indicator) {
	}

}
