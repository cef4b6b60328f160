package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.plan.PlanLamps.Thresholds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the one picture together, over a county as over one branch. */
@Service
@Transactional(readOnly = true)
class PictureService {

	/** Overdue items that the picture names. */
	private static final int MAX_LATE = 30;

	private final PlanViewService views;

	private final PlanFigures figures;

	private final PlanContents contents;

	private final PlanLamps lamps;

	private final PlanRights rights;

	private final People people;

	private final BusinessClock clock;

	PictureService(PlanViewService views, PlanFigures figures, PlanContents contents, PlanLamps lamps,
			PlanRights rights, People people, BusinessClock clock) {
		this.views = views;
		this.figures = figures;
		this.contents = contents;
		this.lamps = lamps;
		this.rights = rights;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Whoever supervises or oversees the plan sees the units below, too; everybody else
	 * who sees the plan sees the plan alone.
	 */
	PicturePage picture(long planId, Actor by) {
		Plan plan = this.views.held(planId, by);
		boolean below = this.rights.readsDrafts(plan, by);
		LocalDate today = this.clock.today();
		String path = below ? plan.unitPath() + "%" : plan.unitPath();
		Map<Long, PlanTotal> totals = this.figures.totals(plan.year(), plan.unitPath() + "%");
		Map<String, PicturePage.Counts> counts = counts(plan.year(), path, today, totals);
		Map<Long, UnitCard> units = (below ? this.people.within(plan.unitId())
				: List.of(this.people.unit(plan.unitId())))
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
		Map<String, Long> planned = this.figures.planned(plan.year(), path);
		List<PicturePage.Row> rows = new ArrayList<>();
		rows.add(row(units.getOrDefault(plan.unitId(), this.people.unit(plan.unitId())), true, counts, planned));
		List<UnitCard> children = units.values()
			.stream()
			.filter((unit) -> unit.parentId() != null && unit.parentId() == plan.unitId())
			.toList();
		children.stream()
			.map((unit) -> row(unit, false, counts, planned))
			.filter((row) -> row.plans() > 0)
			.forEach(rows::add);
		PicturePage.Counts all = new PicturePage.Counts();
		rows.forEach((row) -> all.add(row.counts()));
		return new PicturePage(plan, rows.get(0).name(), today, ElapsedMonths.of(plan.year(), today), all, rows,
				children.size() + 1 - rows.size(), below, indicators(plan, totals, today),
				this.figures.late(plan.year(), path, today, MAX_LATE)
					.stream()
					.map((one) -> new PicturePage.LateRow(one, name(units, one.unitId()), today))
					.toList(),
				this.rights.drafts(plan, by));
	}

	private String name(Map<Long, UnitCard> units, long id) {
		return (units.containsKey(id) ? units.get(id) : this.people.unit(id)).name();
	}

	/** The counts of each unit's own plan, by its path. */
	private Map<String, PicturePage.Counts> counts(int year, String path, LocalDate today,
			Map<Long, PlanTotal> totals) {
		Map<String, PicturePage.Counts> counts = new HashMap<>();
		this.figures.settled(year, path, today).forEach((unit) -> {
			PicturePage.Counts own = counts.computeIfAbsent(unit.unitPath(), (key) -> new PicturePage.Counts());
			own.add(PlanLamp.DONE, unit.done());
			own.add(PlanLamp.STOPPED, unit.stopped());
			own.add(PlanLamp.ON_HOLD, unit.onHold());
			own.add(PlanLamp.RED, unit.red());
		});
		Map<Long, List<PlanIndicator>> measured = this.figures.indicators(year, path, today);
		Function<String, Thresholds> thresholds = this.lamps.thresholds();
		this.figures.running(year, path, today)
			.forEach((one) -> counts.computeIfAbsent(one.unitPath(), (key) -> new PicturePage.Counts())
				.add(PlanLamps.running(one.course(), measured.getOrDefault(one.itemId(), List.of()), totals,
						thresholds.apply(one.unitPath())), 1));
		this.figures.notBegun(year, path)
			.forEach((unit, count) -> counts.computeIfAbsent(unit, (key) -> new PicturePage.Counts())
				.add(PlanLamp.NOT_BEGUN, count));
		return counts;
	}

	/** A unit alone, or with all below it. */
	private static PicturePage.Row row(UnitCard unit, boolean self, Map<String, PicturePage.Counts> counts,
			Map<String, Long> planned) {
		PicturePage.Counts sum = new PicturePage.Counts();
		counts.forEach((path, own) -> {
			if (self ? path.equals(unit.path()) : path.startsWith(unit.path())) {
				sum.add(own);
			}
		});
		int plans = (int) planned.keySet()
			.stream()
			.filter((path) -> self ? path.equals(unit.path()) : path.startsWith(unit.path()))
			.count();
		return new PicturePage.Row(unit.name(), planned.get(unit.path()), plans, self, sum);
	}

	private List<PlanStanding.Indicator> indicators(Plan plan, Map<Long, PlanTotal> totals, LocalDate today) {
		PlanContent content = this.contents.of(plan.publishedId());
		return content.indicators()
			.stream()
			.map((one) -> PlanStandings.indicator(plan, one, totals.getOrDefault(one.id(), PlanTotal.NONE),
					content.lines().stream().filter((line) -> line.indicators().contains(one.id())).toList(), today))
			.toList();
	}

}
