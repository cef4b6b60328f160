package org.leagueflow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Who may be made the lead of an item that has begun. */
@Component
class AssignmentLeads {

	private final Assignments assignments;

	private final PlanContents contents;

	private final Plans plans;

	private final People people;

	AssignmentLeads(Assignments assignments, PlanContents contents, Plans plans, People people) {
		this.assignments = assignments;
		this.contents = contents;
		this.plans = plans;
		this.people = people;
	}

	/**
	 * The lead so far, the co-owners, staff of the school and the units right below, in
	 * this order.
	 */
	List<Map<String, Object>> choice(CaseId caseId) {
		List<Map<String, Object>> choice = new ArrayList<>();
		for (PlanOwner one : all(caseId)) {
			Map<String, Object> option = Map.of("label", one.name(), "value", one.key());
			if (!choice.contains(option)) {
				choice.add(option);
			}
		}
		return choice;
	}

	private List<PlanOwner> all(CaseId caseId) {
		Assignment assignment = this.assignments.of(caseId);
		List<PlanOwner> all = new ArrayList<>(List.of(assignment.lead()));
		Plan plan = this.plans.of(assignment.planId());
		this.contents.of(plan.publishedId())
			.line(assignment.itemId())
			.ifPresent((line) -> line.coOwners().stream().filter((one) -> one.id() != null).forEach(all::add));
		this.people.guides(plan.unitId())
			.stream()
			.filter(PersonCard::active)
			.map((person) -> new PlanOwner(PlanOwnerKind.PERSON, person.id(),
					person.name() + ((person.studentNumber() != null) ? " " + person.studentNumber() : ""), true))
			.filter((one) -> all.stream().noneMatch(one::same))
			.toList()
			.forEach(all::add);
		this.people.within(plan.unitId())
			.stream()
			.filter((unit) -> Long.valueOf(plan.unitId()).equals(unit.parentId()))
			.map((UnitCard unit) -> new PlanOwner(PlanOwnerKind.UNIT, unit.id(), unit.name(), true))
			.filter((one) -> all.stream().noneMatch(one::same))
			.toList()
			.forEach(all::add);
		return all;
	}

	/**
	 * The one that a form names.
	 * @throws Refusal.Invalid for anybody who is not offered
	 */
	PlanOwner of(CaseId caseId, String key) {
		PlanOwner found = all(caseId).stream()
			.filter((one) -> one.key().equals(key))
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field("lead", "refusal.plan.leadUnknown"));
		String name = (found.kind() == PlanOwnerKind.PERSON) ? this.people.person(found.id()).name() : found.name();
		if (found.kind() == PlanOwnerKind.PERSON && !this.people.person(found.id()).active()) {
			throw Refusal.Invalid.field("lead", "refusal.plan.leadLeft", name);
		}
		return new PlanOwner(found.kind(), found.id(), name, true);
	}

}
