package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.plan.PlanLamps.Thresholds;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the pages of items together. */
@Service
@Transactional(readOnly = true)
class ItemPageService {

	private static final int ENTRIES = 100;

	private static final Limit MOST = Limit.of(200);

	private final Plans plans;

	private final PlanContents contents;

	private final Assignments assignments;

	private final ProgressEntries entries;

	private final ProgressService progress;

	private final PlanLamps lamps;

	private final PlanRights rights;

	private final UserTasks tasks;

	private final People people;

	ItemPageService(Plans plans, PlanContents contents, Assignments assignments, ProgressEntries entries,
			ProgressService progress, PlanLamps lamps, PlanRights rights, UserTasks tasks, People people) {
		this.plans = plans;
		this.contents = contents;
		this.assignments = assignments;
		this.entries = entries;
		this.progress = progress;
		this.lamps = lamps;
		this.rights = rights;
		this.tasks = tasks;
		this.people = people;
	}

	ItemPage item(long itemId, Actor by) {
		Plan plan = this.plans
			.of(this.contents.planOf(itemId).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item")));
		this.rights.requireSeeing(plan, by);
		PlanContent content = (plan.publishedId() != null) ? this.contents.of(plan.publishedId())
				: new PlanContent(List.of(), List.of());
		Optional<PlanLine> line = content.line(itemId);
		List<Assignment> begun = this.assignments.findByItemIdOrderByStartsOn(itemId);
		if (line.isEmpty() && begun.isEmpty()) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		Map<Long, PlanTotal> totals = this.entries.totals(plan.id());
		Thresholds thresholds = this.lamps.thresholds(plan.unitPath());
		List<PlanIndicator> indicators = line.map(content::indicators).orElse(List.of());
		List<PlanOwner> owners = line.map(PlanLine::owners).orElse(List.of());
		boolean supervises = this.rights.supervises(plan, by);
		List<ItemPage.Run> runs = begun.stream()
			.map((one) -> new ItemPage.Run(one, PlanLamps.lamp(one, indicators, totals, thresholds),
					PlanLamps.elapsed(one, thresholds.today())
						.multiply(BigDecimal.valueOf(100))
						.setScale(0, RoundingMode.HALF_UP)
						.intValue(),
					one.isOver() ? List.of() : this.tasks.open(one.caseId()),
					one.working() && this.progress.reports(one, owners, by), supervises && one.working()))
			.toList();
		return new ItemPage(plan, this.people.unit(plan.unitId()).name(), itemId, line.orElse(null), content, runs,
				totals, this.entries.of(itemId, ENTRIES), supervises);
	}

	/** What the person leads and is not over. */
	MyItemsPage mine(Actor by) {
		List<Assignment> mine = new ArrayList<>(
				this.assignments.findByLeadKindAndLeadIdInAndOutcomeIsNullOrderByDueOnAscIdAsc(PlanOwnerKind.PERSON,
						List.of(by.personId()), MOST));
		List<Long> units = PlanRights.owning(by)
			.stream()
			.filter((one) -> one.kind() == PlanOwnerKind.UNIT)
			.map(PlanOwner::id)
			.toList();
		if (!units.isEmpty()) {
			mine.addAll(this.assignments
				.findByLeadKindAndLeadIdInAndOutcomeIsNullOrderByDueOnAscIdAsc(PlanOwnerKind.UNIT, units, MOST));
		}
		Map<Long, PlanContent> contents = new HashMap<>();
		Map<Long, Map<Long, PlanTotal>> totals = new HashMap<>();
		return new MyItemsPage(mine.stream().sorted(Comparator.comparing(Assignment::dueOn)).map((one) -> {
			Plan plan = this.plans.of(one.planId());
			PlanContent content = contents.computeIfAbsent(plan.publishedId(), this.contents::of);
			List<PlanIndicator> indicators = content.line(one.itemId()).map(content::indicators).orElse(List.of());
			return new MyItemsPage.Row(one, PlanLamps.lamp(one, indicators,
					totals.computeIfAbsent(plan.id(), this.entries::totals), this.lamps.thresholds(plan.unitPath())));
		}).toList());
	}

}
