package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what came of a plan up to a day. Days of completion and what was reported are
 * taken as they stood on that day; last days with what was granted since, and ends
 * without completion, as they stand now.
 */
@Service
@Transactional(readOnly = true)
class PlanReportService {

	private static final int MONTHS = 12;

	private final PlanViewService views;

	private final Plans plans;

	private final PlanContents contents;

	private final Assignments assignments;

	private final ProgressEntries entries;

	private final PlanFigures figures;

	private final PlanRights rights;

	private final People people;

	private final BusinessClock clock;

	PlanReportService(PlanViewService views, Plans plans, PlanContents contents, Assignments assignments,
			ProgressEntries entries, PlanFigures figures, PlanRights rights, People people, BusinessClock clock) {
		this.views = views;
		this.plans = plans;
		this.contents = contents;
		this.assignments = assignments;
		this.entries = entries;
		this.figures = figures;
		this.rights = rights;
		this.people = people;
		this.clock = clock;
	}

	/** The month whose bulletin is due: the one that runs, within the plan's year. */
	int currentMonth(long planId, Actor by) {
		Plan plan = this.views.held(planId, by);
		LocalDate today = this.clock.today();
		return (today.getYear() == plan.year()) ? today.getMonthValue()
				: ((today.getYear() > plan.year()) ? MONTHS : 1);
	}

	/**
	 * @param month 1 to 12, or 0 for the year
	 * @throws Refusal.Invalid for a month that is none or has not begun
	 */
	PlanReport report(long planId, int month, Actor by) {
		Plan plan = this.views.held(planId, by);
		LocalDate today = this.clock.today();
		if (month < 0 || month > MONTHS
				|| YearMonth.of(plan.year(), Math.max(month, 1)).isAfter(YearMonth.from(today))) {
			throw Refusal.Invalid.field("month", "refusal.planview.month");
		}
		YearMonth last = YearMonth.of(plan.year(), (month == 0) ? MONTHS : month);
		LocalDate day = today.isBefore(last.atEndOfMonth()) ? today : last.atEndOfMonth();
		Plan lastYear = this.plans.findByUnitIdAndPlanYear(plan.unitId(), plan.year() - 1)
			.filter((one) -> one.publishedId() != null && this.rights.sees(one, by))
			.orElse(null);
		State state = new State(plan, day, today);
		State before = (lastYear != null) ? new State(lastYear, yearBefore(day), today) : null;
		List<PlanReport.Item> done = state.of(PlanLamp.DONE);
		LocalDate first = (month == 0) ? LocalDate.of(plan.year(), 1, 1) : last.atDay(1);
		List<PlanReport.Item> doneInMonth = done.stream()
			.filter((one) -> !one.assignment().completedOn().isBefore(first))
			.toList();
		List<PlanReport.Item> underWay = new ArrayList<>(state.of(PlanLamp.GREEN));
		underWay.addAll(state.of(PlanLamp.ON_HOLD));
		underWay.sort(Comparator.comparing((one) -> one.line().position()));
		Map<PlanPace, Long> paces = new EnumMap<>(PlanPace.class);
		state.items.values().forEach((items) -> items.forEach((one) -> paces.merge(one.pace(), 1L, Long::sum)));
		return new PlanReport(plan, this.people.unit(plan.unitId()).name(), month, day,
				ElapsedMonths.of(plan.year(), day), state.counts(), doneInMonth.size(), paces, doneInMonth, underWay,
				state.of(PlanLamp.RED), units(plan, day, today, by), indicators(state, before),
				(before != null) ? before.counts() : null);
	}

	/** The same day of last year; the end of February stays its end. */
	private static LocalDate yearBefore(LocalDate day) {
		YearMonth month = YearMonth.from(day).minusYears(1);
		return day.equals(YearMonth.from(day).atEndOfMonth()) ? month.atEndOfMonth() : day.minusYears(1);
	}

	/**
	 * What is due on a day that is over is late at its end; today's may still be done.
	 */
	private static LocalDate dueBefore(LocalDate day, LocalDate today) {
		return day.isBefore(today) ? day.plusDays(1) : day;
	}

	private List<PlanReport.Unit> units(Plan plan, LocalDate day, LocalDate today, Actor by) {
		boolean below = this.rights.readsDrafts(plan, by);
		Map<String, PlanReport.Counts> counts = this.figures.until(plan.year(),
				below ? plan.unitPath() + "%" : plan.unitPath(), day, dueBefore(day, today));
		List<PlanReport.Unit> units = new ArrayList<>();
		units.add(new PlanReport.Unit(this.people.unit(plan.unitId()).name(),
				counts.getOrDefault(plan.unitPath(), PlanReport.Counts.NONE)));
		if (below) {
			this.people.within(plan.unitId())
				.stream()
				.filter((unit) -> unit.parentId() != null && unit.parentId() == plan.unitId())
				.map((unit) -> new PlanReport.Unit(unit.name(), sum(counts, unit)))
				.filter((unit) -> unit.counts().all() > 0)
				.forEach(units::add);
		}
		return units;
	}

	private static PlanReport.Counts sum(Map<String, PlanReport.Counts> counts, UnitCard unit) {
		return counts.entrySet()
			.stream()
			.filter((one) -> one.getKey().startsWith(unit.path()))
			.map(Map.Entry::getValue)
			.reduce(PlanReport.Counts.NONE, PlanReport.Counts::plus);
	}

	private static List<PlanReport.Indicator> indicators(State state, State before) {
		return state.indicators()
			.stream()
			.map((one) -> new PlanReport.Indicator(one,
					Optional.ofNullable(before)
						.flatMap((last) -> last.indicators()
							.stream()
							.filter((other) -> other.indicator().name().equals(one.indicator().name())
									&& Objects.equals(other.indicator().measure(), one.indicator().measure()))
							.findFirst())
						.map(PlanStanding.Indicator::value)
						.orElse(null)))
			.toList();
	}

	/** A plan as it stood at the end of a day. */
	private final class State {

		private final Plan plan;

		private final LocalDate day;

		private final PlanContent content;

		private final Map<Long, PlanTotal> totals;

		private final Map<PlanLamp, List<PlanReport.Item>> items = new EnumMap<>(PlanLamp.class);

		State(Plan plan, LocalDate day, LocalDate today) {
			this.plan = plan;
			this.day = day;
			this.content = PlanReportService.this.contents.of(plan.publishedId());
			this.totals = day.isBefore(today)
					? PlanReportService.this.entries.totalsUntil(plan.id(),
							day.plusDays(1).atStartOfDay(PlanReportService.this.clock.getZone()).toInstant())
					: PlanReportService.this.entries.totals(plan.id());
			Map<Long, List<Assignment>> begun = new HashMap<>();
			PlanReportService.this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(plan.id())
				.stream()
				.filter((one) -> !one.startsOn().isAfter(day))
				.forEach((one) -> begun.computeIfAbsent(one.itemId(), (item) -> new ArrayList<>()).add(one));
			LocalDate dueBefore = dueBefore(day, today);
			this.content.lines()
				.forEach((line) -> begun.getOrDefault(line.itemId(), List.of())
					.forEach((one) -> add(line, one, dueBefore)));
		}

		private void add(PlanLine line, Assignment one, LocalDate dueBefore) {
			PlanLamp lamp = lamp(one, dueBefore);
			BigDecimal progress = PlanLamps.progress(one, this.content.indicators(line), this.totals);
			this.items.computeIfAbsent(lamp, (key) -> new ArrayList<>())
				.add(new PlanReport.Item(line, one, pace(one, lamp, progress)));
		}

		private PlanLamp lamp(Assignment one, LocalDate dueBefore) {
			if (one.isDone() && !one.completedOn().isAfter(this.day)) {
				return PlanLamp.DONE;
			}
			if (one.isOver() && !one.isDone()) {
				return PlanLamp.STOPPED;
			}
			if (one.isOnHold() && !one.heldSince().isAfter(this.day)) {
				return PlanLamp.ON_HOLD;
			}
			return one.dueOn().isBefore(dueBefore) ? PlanLamp.RED : PlanLamp.GREEN;
		}

		private PlanPace pace(Assignment one, PlanLamp lamp, BigDecimal progress) {
			return switch (lamp) {
				case DONE, RED, GREEN -> (lamp == PlanLamp.DONE) ? PlanPace.of(one, BigDecimal.ONE, this.day)
						: PlanPace.against(progress, PlanLamps.elapsed(one, this.day));
				default -> PlanPace.OTHER;
			};
		}

		List<PlanReport.Item> of(PlanLamp lamp) {
			return this.items.getOrDefault(lamp, List.of());
		}

		PlanReport.Counts counts() {
			int done = of(PlanLamp.DONE).size();
			int underWay = of(PlanLamp.GREEN).size() + of(PlanLamp.ON_HOLD).size();
			int overdue = of(PlanLamp.RED).size();
			int stopped = of(PlanLamp.STOPPED).size();
			return new PlanReport.Counts(done + underWay + overdue + stopped, done, underWay, overdue, stopped);
		}

		List<PlanStanding.Indicator> indicators() {
			return this.content.indicators()
				.stream()
				.map((one) -> PlanStandings.indicator(this.plan, one,
						this.totals.getOrDefault(one.id(), PlanTotal.NONE),
						this.content.lines().stream().filter((line) -> line.indicators().contains(one.id())).toList(),
						this.day))
				.toList();
		}

	}

}
