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
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
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

	private final PlanLamps lamps;

	private final SupervisionService supervision;

	private final PlanOccurrences occurrences;

	private final PlanLinks links;

	private final HandedItems handed;

	private final HandedTargets targets;

	private final HandDownService handDown;

	private final CountingService booking;

	private final PlanSlips slips;

	private final PlanExtensions extensions;

	private final PlanRights rights;

	private final UserTasks tasks;

	private final Inbox inbox;

	private final People people;

	ItemPageService(Plans plans, PlanContents contents, Assignments assignments, ProgressEntries entries,
			PlanLamps lamps, SupervisionService supervision, PlanOccurrences occurrences, PlanLinks links,
			HandedItems handed, HandedTargets targets, HandDownService handDown, CountingService booking,
			PlanSlips slips, PlanExtensions extensions, PlanRights rights, UserTasks tasks, Inbox inbox,
			People people) {
		this.plans = plans;
		this.contents = contents;
		this.assignments = assignments;
		this.entries = entries;
		this.lamps = lamps;
		this.supervision = supervision;
		this.occurrences = occurrences;
		this.links = links;
		this.handed = handed;
		this.targets = targets;
		this.handDown = handDown;
		this.booking = booking;
		this.slips = slips;
		this.extensions = extensions;
		this.rights = rights;
		this.tasks = tasks;
		this.inbox = inbox;
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
		boolean all = this.rights.readsDrafts(plan, by);
		List<ItemPage.Run> runs = begun.stream()
			.map((one) -> new ItemPage.Run(one, PlanLamps.lamp(one, indicators, totals, thresholds),
					PlanLamps.elapsed(one, thresholds.today())
						.multiply(BigDecimal.valueOf(100))
						.setScale(0, RoundingMode.HALF_UP)
						.intValue(),
					steps(one, by), one.working() && this.rights.works(one, owners, by), supervises && one.working(),
					this.supervision.asks(one, by), issues(one, supervises, by), requests(one, by), slips(one, all, by),
					this.occurrences.of(one.id())))
			.toList();
		return new ItemPage(plan, this.people.unit(plan.unitId()).name(), itemId, line.orElse(null), content, runs,
				totals, this.entries.of(itemId, ENTRIES), supervises, this.rights.actsFor(plan.unitId(), by),
				line.filter((one) -> this.booking.books(plan, one, by)).isPresent(), links(itemId), units(plan),
				thresholds.today(), this.entries.own(plan.id()), rollUp(itemId, indicators),
				(line.isPresent() && this.handDown.sends(plan, by)) ? this.handDown.below(plan) : List.of());
	}

	/** A unit stands in it whether it has reported or not. */
	private RollUp rollUp(long item, List<PlanIndicator> indicators) {
		List<HandedItem> sent = this.handed.findByItemIdOrderById(item);
		if (sent.isEmpty()) {
			return new RollUp(List.of(), 0);
		}
		Map<Long, Map<Long, PlanTotal>> byUnit = new HashMap<>();
		indicators.forEach((one) -> {
			Map<Long, Long> units = this.entries.unitsBelow(one.id());
			this.entries.below(one.id())
				.forEach((child, total) -> byUnit.computeIfAbsent(units.get(child), (unit) -> new HashMap<>())
					.put(one.id(), total));
		});
		List<RollUp.Row> rows = sent.stream()
			.map((one) -> new RollUp.Row(one, byUnit.getOrDefault(one.unitId(), Map.of())))
			.toList();
		return new RollUp(rows,
				rows.stream()
					.filter((row) -> row.handed().stands())
					.filter((row) -> row.totals().values().stream().anyMatch(PlanTotal::reported))
					.count());
	}

	private List<ItemPage.Booked> links(long item) {
		return this.links.of(item)
			.stream()
			.map((one) -> new ItemPage.Booked(one,
					(one.unitId() != null) ? this.people.unit(one.unitId()).name() : null))
			.toList();
	}

	/** The plan's unit, those right below it, and theirs, as long as they fit a list. */
	private List<UnitCard> units(Plan plan) {
		return this.people.within(plan.unitId()).stream().limit(MOST.max()).toList();
	}

	private List<ItemPage.Step> steps(Assignment assignment, Actor by) {
		if (assignment.isOver()) {
			return List.of();
		}
		List<String> mine = this.inbox.tasksOf(assignment.caseId(), by);
		return this.tasks.open(assignment.caseId())
			.stream()
			.map((task) -> new ItemPage.Step(task, mine.contains(task.id())))
			.toList();
	}

	private boolean issues(Assignment assignment, boolean supervises, Actor by) {
		return supervises && !assignment.isOver() && !assignment.leadPersons().contains(by.personId())
				&& this.slips.findByAssignmentIdOrderBySlipNo(assignment.id()).stream().noneMatch(PlanSlip::isOpen);
	}

	private List<ItemPage.Request> requests(Assignment assignment, Actor by) {
		return this.extensions.findByAssignmentIdOrderById(assignment.id())
			.stream()
			.map((one) -> new ItemPage.Request(one, this.people.unit(one.unitId()).name(),
					this.supervision.decides(one, assignment, by)))
			.toList();
	}

	/** Slips are read by those who supervise, the lead and the addressee. */
	private List<PlanSlip> slips(Assignment assignment, boolean all, Actor by) {
		boolean whole = all || PlanRights.owns(List.of(assignment.lead()), by);
		return this.slips.findByAssignmentIdOrderBySlipNo(assignment.id())
			.stream()
			.filter((one) -> whole || PlanRights.owns(List.of(one.addressee()), by))
			.toList();
	}

	/** A slip as its reader sees it. */
	SlipPage slip(long id, Actor by) {
		PlanSlip slip = this.slips.findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.slip"));
		this.supervision.requireSeeing(slip, by);
		Assignment assignment = this.assignments.of(slip.assignmentId());
		return new SlipPage(slip, assignment, this.people.unit(slip.unitId()).name(),
				this.supervision.answers(slip, by), this.supervision.rechecks(slip, assignment, by));
	}

	/** What the person leads and is not over. */
	MyItemsPage mine(Actor by) {
		List<Assignment> mine = new ArrayList<>(
				this.assignments.findByLeadKindAndLeadIdInAndOutcomeIsNullOrderByDueOnAscIdAsc(PlanOwnerKind.PERSON,
						List.of(by.personId()), MOST));
		List<Long> units = PlanRights.unitsOf(by);
		if (!units.isEmpty()) {
			mine.addAll(this.assignments
				.findByLeadKindAndLeadIdInAndOutcomeIsNullOrderByDueOnAscIdAsc(PlanOwnerKind.UNIT, units, MOST));
		}
		Map<Long, PlanContent> contents = new HashMap<>();
		Map<Long, Map<Long, PlanTotal>> totals = new HashMap<>();
		List<PlanSlip> open = new ArrayList<>(this.slips.findByStateAndAddresseeKindAndAddresseeIdInOrderByLimitOn(
				PlanSlip.State.ISSUED, PlanOwnerKind.PERSON, List.of(by.personId())));
		if (!units.isEmpty()) {
			open.addAll(this.slips.findByStateAndAddresseeKindAndAddresseeIdInOrderByLimitOn(PlanSlip.State.ISSUED,
					PlanOwnerKind.UNIT, units));
		}
		return new MyItemsPage(mine.stream().sorted(Comparator.comparing(Assignment::dueOn)).map((one) -> {
			Plan plan = this.plans.of(one.planId());
			PlanContent content = contents.computeIfAbsent(plan.publishedId(), this.contents::of);
			List<PlanIndicator> indicators = content.line(one.itemId()).map(content::indicators).orElse(List.of());
			return new MyItemsPage.Row(one, PlanLamps.lamp(one, indicators,
					totals.computeIfAbsent(plan.id(), this.entries::totals), this.lamps.thresholds(plan.unitPath())));
		}).toList(), open.stream().map(this::slipRow).toList(), requestsFor(units, by), handedTo(units));
	}

	private MyItemsPage.SlipRow slipRow(PlanSlip slip) {
		return new MyItemsPage.SlipRow(slip, this.assignments.of(slip.assignmentId()).title());
	}

	/** Requests for more time that the person answers. */
	private List<MyItemsPage.RequestRow> requestsFor(List<Long> units, Actor by) {
		return units.isEmpty() ? List.of()
				: this.extensions.findByStateAndUnitIdInOrderByAnswerByAscIdAsc(PlanExtension.State.ASKED, units)
					.stream()
					.map((one) -> new MyItemsPage.RequestRow(one, this.assignments.of(one.assignmentId())))
					.filter((one) -> this.supervision.decides(one.extension(), one.assignment(), by))
					.toList();
	}

	/** What superiors sent to these units and awaits their confirmation. */
	private List<MyItemsPage.HandedRow> handedTo(List<Long> units) {
		return this.handDown.waiting(units).stream().map((one) -> {
			Plan above = this.plans.of(this.contents.planOf(one.itemId()).orElseThrow());
			String text = (above.publishedId() != null)
					? this.contents.of(above.publishedId()).line(one.itemId()).map(PlanLine::content).orElse("") : "";
			Map<Long, BigDecimal> floors = this.targets.of(one.id());
			List<String> least = (above.publishedId() == null) ? List.of()
					: this.contents.of(above.publishedId())
						.indicators()
						.stream()
						.filter((indicator) -> floors.containsKey(indicator.id()))
						.map((indicator) -> indicator.name() + " ≥ " + PlanText.shown(floors.get(indicator.id())) + " "
								+ indicator.measure())
						.toList();
			return new MyItemsPage.HandedRow(one, above.title(), text, least);
		}).toList();
	}

}
