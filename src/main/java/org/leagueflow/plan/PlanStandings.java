package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.plan.PlanLamps.Thresholds;
import org.springframework.stereotype.Component;

/** Puts together how plans stand. */
@Component
class PlanStandings {

	private final PlanContents contents;

	private final Assignments assignments;

	private final ProgressEntries entries;

	private final PlanLamps lamps;

	PlanStandings(PlanContents contents, Assignments assignments, ProgressEntries entries, PlanLamps lamps) {
		this.contents = contents;
		this.assignments = assignments;
		this.entries = entries;
		this.lamps = lamps;
	}

	/** How the plan stands today; a plan of which nothing holds has no lines. */
	PlanStanding of(Plan plan) {
		Thresholds thresholds = this.lamps.thresholds(plan.unitPath());
		PlanContent content = (plan.publishedId() != null) ? this.contents.of(plan.publishedId())
				: new PlanContent(List.of(), List.of());
		return of(plan, content, this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(plan.id()),
				this.entries.totals(plan.id()), thresholds);
	}

	private static PlanStanding of(Plan plan, PlanContent content, List<Assignment> begun, Map<Long, PlanTotal> totals,
			Thresholds thresholds) {
		Map<Long, Map<LocalDate, Assignment>> byItem = new HashMap<>();
		begun
			.forEach((one) -> byItem.computeIfAbsent(one.itemId(), (item) -> new HashMap<>()).put(one.startsOn(), one));
		Map<Long, PlanIndicator> indicators = content.indicators()
			.stream()
			.collect(Collectors.toMap(PlanIndicator::id, Function.identity()));
		Map<Long, List<PlanLine>> sharing = new HashMap<>();
		Map<Long, List<PlanStanding.Span>> serving = new HashMap<>();
		Map<Long, List<PlanStanding.Span>> spans = new HashMap<>();
		content.lines().forEach((line) -> {
			line.indicators().forEach((one) -> sharing.computeIfAbsent(one, (id) -> new ArrayList<>()).add(line));
			List<PlanIndicator> own = own(line, indicators);
			List<PlanStanding.Span> all = line.spans()
				.stream()
				.map((span) -> span(span, byItem.getOrDefault(line.itemId(), Map.of()).get(span.from()), own, totals,
						thresholds))
				.toList();
			spans.put(line.itemId(), all);
			line.mainTasks().forEach((main) -> serving.computeIfAbsent(main, (id) -> new ArrayList<>()).addAll(all));
		});
		List<PlanStanding.Line> lines = content.lines()
			.stream()
			.map((line) -> new PlanStanding.Line(line, own(line, indicators), spans.get(line.itemId()),
					PlanStanding.worst((line.spans().isEmpty() ? serving.getOrDefault(line.itemId(), List.of())
							: spans.get(line.itemId()))
						.stream()
						.map(PlanStanding.Span::lamp))))
			.toList();
		return new PlanStanding(plan, content, lines,
				content.indicators()
					.stream()
					.map((one) -> indicator(plan, one, totals.getOrDefault(one.id(), PlanTotal.NONE),
							sharing.getOrDefault(one.id(), List.of()), thresholds.today()))
					.toList(),
				thresholds.today(), ElapsedMonths.of(plan.year(), thresholds.today()));
	}

	private static List<PlanIndicator> own(PlanLine line, Map<Long, PlanIndicator> indicators) {
		return line.indicators().stream().filter(indicators::containsKey).map(indicators::get).toList();
	}

	private static PlanStanding.Span span(PlanSpan span, Assignment assignment, List<PlanIndicator> indicators,
			Map<Long, PlanTotal> totals, Thresholds thresholds) {
		if (assignment == null) {
			return new PlanStanding.Span(span, null, PlanLamp.NOT_BEGUN, PlanPace.OTHER, BigDecimal.ZERO);
		}
		BigDecimal progress = assignment.isDone() ? BigDecimal.ONE : PlanLamps.progress(assignment, indicators, totals);
		return new PlanStanding.Span(span, assignment, PlanLamps.lamp(assignment, indicators, totals, thresholds),
				PlanPace.of(assignment, progress, thresholds.today()), progress);
	}

	static PlanStanding.Indicator indicator(Plan plan, PlanIndicator one, PlanTotal total, List<PlanLine> lines,
			LocalDate day) {
		List<PlanSpan> spans = lines.stream().flatMap((line) -> line.spans().stream()).toList();
		boolean timeless = spans.isEmpty() || lines.stream().anyMatch((line) -> line.spans().isEmpty());
		ElapsedMonths elapsed = timeless ? ElapsedMonths.of(plan.year(), day) : ElapsedMonths.of(
				spans.stream().map((span) -> YearMonth.from(span.from())).min(YearMonth::compareTo).orElseThrow(),
				spans.stream().map((span) -> YearMonth.from(span.to())).max(YearMonth::compareTo).orElseThrow(), day);
		return new PlanStanding.Indicator(one, total, elapsed, PlanPace.of(one, total, elapsed), lines);
	}

}
