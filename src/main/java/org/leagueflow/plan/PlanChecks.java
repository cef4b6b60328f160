package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;

/** Says what keeps an edition from being submitted, and what should be looked at. */
@Component
class PlanChecks {

	private final People people;

	private final Plans plans;

	private final PlanContents contents;

	private final HandedItems handed;

	private final HandedTargets targets;

	private final PlanMonths months;

	PlanChecks(People people, Plans plans, PlanContents contents, HandedItems handed, HandedTargets targets,
			PlanMonths months) {
		this.people = people;
		this.plans = plans;
		this.contents = contents;
		this.handed = handed;
		this.targets = targets;
		this.months = months;
	}

	List<PlanFault> of(Plan plan, PlanEdition edition, PlanContent content) {
		List<PlanFault> faults = new ArrayList<>();
		if (content.lines().isEmpty()) {
			faults.add(new PlanFault(0, Message.of("plan.fault.empty"), true));
		}
		Map<Long, PersonCard> persons = persons(content);
		content.lines().forEach((line) -> check(line, plan, persons, faults));
		content.indicators()
			.stream()
			.filter((one) -> one.base() == null)
			.forEach((one) -> faults.add(new PlanFault(0, Message.of("plan.fault.noNumber", one.name()), false)));
		handed(plan, content, faults);
		if (edition.isAmendment()) {
			amendment(plan, edition, content, faults);
		}
		return faults;
	}

	/** What was handed down may be adapted within its limits, and not left out. */
	private void handed(Plan plan, PlanContent content, List<PlanFault> faults) {
		Map<Long, Long> parents = new HashMap<>();
		this.contents.children(plan.id()).forEach((parent, child) -> parents.put(child, parent));
		for (HandedItem one : this.handed.findByPlanIdAndState(plan.id(), HandedItem.State.CONFIRMED)) {
			PlanLine line = content.line(one.childId()).orElse(null);
			if (line == null) {
				faults.add(new PlanFault(0, Message.of("plan.fault.handedGone", title(one)), true));
				continue;
			}
			if (line.spans()
				.stream()
				.anyMatch((span) -> span.from().isBefore(one.startsOn()) || span.to().isAfter(one.endsOn()))) {
				faults.add(
						fault(line, true, "plan.fault.handedTime", one.startsOn().toString(), one.endsOn().toString()));
			}
			targets(line, content, parents, this.targets.of(one.id()), faults);
		}
	}

	private String title(HandedItem one) {
		return this.plans.findById(this.contents.planOf(one.itemId()).orElse(0L))
			.map(Plan::publishedId)
			.flatMap((edition) -> this.contents.of(edition).line(one.itemId()))
			.map(PlanLine::title)
			.orElse(Long.toString(one.itemId()));
	}

	/**
	 * A rate may be set higher than the superior's, not lower; a ceiling the other way; a
	 * number not below what the unit was given as its least. All of them stay.
	 */
	private void targets(PlanLine line, PlanContent content, Map<Long, Long> parents, Map<Long, BigDecimal> least,
			List<PlanFault> faults) {
		content.indicators(line)
			.stream()
			.filter((one) -> parents.containsKey(one.id()))
			.forEach((one) -> this.contents.held(parents.get(one.id())).ifPresent((above) -> {
				boolean alike = HandDownService.alike(above);
				BigDecimal limit = alike ? above.base() : least.get(above.id());
				if (limit != null && (one.base() == null || (above.comparator().ceiling()
						? one.base().compareTo(limit) > 0 : one.base().compareTo(limit) < 0))) {
					faults.add(fault(line, true, "plan.fault.handedTarget", one.name(),
							alike ? above.shown() : "≥ " + PlanText.shown(limit) + " " + above.measure()));
				}
			}));
		least.keySet()
			.stream()
			.filter((
					above) -> content.indicators(line).stream().noneMatch((one) -> above.equals(parents.get(one.id()))))
			.forEach((above) -> this.contents.held(above)
				.ifPresent((one) -> faults.add(fault(line, true, "plan.fault.handedIndicator", one.name()))));
	}

	private Map<Long, PersonCard> persons(PlanContent content) {
		List<Long> ids = content.lines()
			.stream()
			.flatMap((line) -> line.owners().stream())
			.filter((one) -> one.kind() == PlanOwnerKind.PERSON)
			.map(PlanOwner::id)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		return this.people.persons(ids).stream().collect(Collectors.toMap(PersonCard::id, (person) -> person));
	}

	private static void check(PlanLine line, Plan plan, Map<Long, PersonCard> persons, List<PlanFault> faults) {
		PlanOwner lead = line.lead().orElse(null);
		if (lead == null) {
			faults.add(fault(line, true, "plan.fault.noLead"));
		}
		else if (lead.kind() == PlanOwnerKind.NAMED) {
			faults.add(fault(line, true, "plan.fault.leadUnknown", lead.name()));
		}
		line.owners()
			.stream()
			.filter((one) -> one.kind() == PlanOwnerKind.PERSON)
			.filter((one) -> !persons.containsKey(one.id()) || !persons.get(one.id()).active())
			.forEach((one) -> faults.add(fault(line, true, "plan.fault.ownerLeft", one.name())));
		if (line.spans().isEmpty() && line.kind() != PlanItemKind.MAIN_TASK) {
			faults.add(fault(line, true, "plan.fault.noTime"));
		}
		if (line.spans().stream().anyMatch((span) -> span.from().getYear() != plan.year())) {
			faults.add(fault(line, true, "plan.fault.otherYear", Integer.toString(plan.year())));
		}
		if (line.kind() != PlanItemKind.MAIN_TASK && line.haveCount() < 5) {
			faults.add(fault(line, false, "plan.fault.haves", line.haveCount()));
		}
	}

	private static PlanFault fault(PlanLine line, boolean blocks, String key, Object... args) {
		List<Object> all = new ArrayList<>(List.of(line.number(), line.title()));
		all.addAll(List.of(args));
		return new PlanFault(line.itemId(), new Message(key, all), blocks);
	}

	private void amendment(Plan plan, PlanEdition edition, PlanContent content, List<PlanFault> faults) {
		if (edition.reason() == null) {
			faults.add(new PlanFault(0, Message.of("plan.fault.noReason"), true));
		}
		List<PlanChange> changes = PlanChange.between(this.contents.of(edition.baseId()), content);
		if (changes.isEmpty()) {
			faults.add(new PlanFault(0, Message.of("plan.fault.noChange"), true));
		}
		faults.addAll(rewriting(changes, this.months.closedUntil(plan.unitPath())));
		List<Long> gone = changes.stream()
			.filter((change) -> change.after() == null)
			.map((change) -> change.before().itemId())
			.toList();
		if (!gone.isEmpty()) {
			this.handed.begun(gone)
				.forEach((one) -> faults.add(new PlanFault(0,
						Message.of("plan.fault.handedBegun",
								changes.stream()
									.filter((change) -> change.line().itemId() == one.itemId())
									.map((change) -> change.line().title())
									.findFirst()
									.orElse(""),
								one.unitName()),
						true)));
		}
	}

	static List<PlanFault> rewriting(List<PlanChange> changes, LocalDate closedUntil) {
		return changes.stream()
			.flatMap((change) -> change.rewrites(closedUntil)
				.map((words) -> new PlanFault(change.line().itemId(), words, true))
				.stream())
			.toList();
	}

}
