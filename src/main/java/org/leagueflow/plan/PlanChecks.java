package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
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

	private final PlanContents contents;

	private final PlanMonths months;

	PlanChecks(People people, PlanContents contents, PlanMonths months) {
		this.people = people;
		this.contents = contents;
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
		if (edition.isAmendment()) {
			amendment(plan, edition, content, faults);
		}
		return faults;
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
	}

	static List<PlanFault> rewriting(List<PlanChange> changes, LocalDate closedUntil) {
		return changes.stream()
			.flatMap((change) -> change.rewrites(closedUntil)
				.map((words) -> new PlanFault(change.line().itemId(), words, true))
				.stream())
			.toList();
	}

}
