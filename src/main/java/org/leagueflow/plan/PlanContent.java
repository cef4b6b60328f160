package org.leagueflow.plan;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that an edition says, in the paper's order. */
public record PlanContent(List<PlanLine> lines, List<PlanIndicator> indicators) {

	public Optional<PlanLine> line(long itemId) {
		return this.lines.stream().filter((line) -> line.itemId() == itemId).findFirst();
	}

	public List<PlanLine> of(PlanItemKind kind) {
		return this.lines.stream().filter((line) -> line.kind() == kind).toList();
	}

	/** The same by the kind's name, for pages. */
	public List<PlanLine> of(String kind) {
		return of(PlanItemKind.valueOf(kind));
	}

	/** The indicators of a line. */
	public List<PlanIndicator> indicators(PlanLine line) {
		return this.indicators.stream().filter((one) -> line.indicators().contains(one.id())).toList();
	}

	/** The main tasks that a line serves. */
	public List<PlanLine> mainTasks(PlanLine line) {
		return this.lines.stream().filter((one) -> line.mainTasks().contains(one.itemId())).toList();
	}

	/**
	 * The monthly items by the months in which they begin and end ({@code 7-8}), those
	 * without a time last, under an empty heading.
	 */
	public Map<String, List<PlanLine>> byMonths() {
		Map<String, List<PlanLine>> byMonths = new LinkedHashMap<>();
		of(PlanItemKind.MONTHLY).stream()
			.collect(Collectors.groupingBy(PlanContent::order, TreeMap::new, Collectors.toList()))
			.values()
			.forEach((lines) -> lines
				.forEach((line) -> byMonths.computeIfAbsent(months(line), (months) -> new java.util.ArrayList<>())
					.add(line)));
		return byMonths;
	}

	private static String order(PlanLine line) {
		return line.spans().isEmpty() ? "~"
				: YearMonth.from(line.spans().get(0).from()) + " " + YearMonth.from(line.spans().get(0).to());
	}

	private static String months(PlanLine line) {
		return line.spans().stream().map(PlanSpan::monthNumbers).distinct().collect(Collectors.joining("、"));
	}

}
