package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseReaders;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.StepDueRule;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose the tasks of an item are, by when, and who reads its case. */
@Configuration(proxyBeanMethods = false)
class AssignmentRouting {

	private static final Set<String> OF_THE_LEAD = Set.of("accept", "work");

	/**
	 * The lead's tasks are the lead's, or those of the unit that leads; where the lead
	 * left they come to the office. Whatever judges the work is somebody else's.
	 */
	@Bean
	TaskRouting assignmentSeats(Assignments assignments, PlanSeats seats, People people) {
		return (Task task, CaseCard card) -> {
			if (!AssignmentService.PROCESS.equals(task.process())) {
				return Optional.empty();
			}
			Assignment assignment = assignments.of(card.id());
			if (OF_THE_LEAD.contains(task.box())) {
				return ofTheLead(assignment, seats, people);
			}
			return Optional.of(task.box().equals("signOff") ? seats.headBeside(card.unitId(), assignment.leadPersons())
					: seats.officeBeside(card.unitId(), assignment.leadPersons()));
		};
	}

	private static Optional<TaskRouting.Seat> ofTheLead(Assignment assignment, PlanSeats seats, People people) {
		if (assignment.lead().kind() == PlanOwnerKind.UNIT) {
			return Optional.of(seats.head(assignment.lead().id()));
		}
		boolean there = people.person(assignment.lead().id()).active();
		return there ? Optional.empty() : Optional.of(seats.office(assignment.unitId()));
	}

	@Bean
	TaskValues assignmentValues(AssignmentLeads leads) {
		return new TaskValues() {
			@Override
			public String process() {
				return AssignmentService.PROCESS;
			}

			@Override
			public Map<String, Object> values(Task task, Actor by) {
				return task.box().equals("reassign") ? Map.of("leads", leads.choice(task.caseId())) : Map.of();
			}
		};
	}

	@Bean
	StepDueRule assignmentDue(Assignments assignments, Policies policies, BusinessClock clock) {
		return new StepDueRule() {
			@Override
			public String process() {
				return AssignmentService.PROCESS;
			}

			@Override
			public Optional<LocalDate> lastDay(Task task, CaseCard about) {
				Assignment assignment = assignments.of(about.id());
				String path = about.unitPath();
				return switch (task.box()) {
					case "accept", "reassign" -> Optional
						.of(clock.dateOf(assignment.openedAt()).plusDays(policies.number(PlanRules.ACCEPT_DAYS, path)));
					case "work" -> Optional.of(assignment.dueOn());
					// 挂账 is outside the clock, until the plan's year ends
					case "resume" -> Optional.of(LocalDate.of(assignment.plannedOn().getYear(), 12, 31));
					case "check", "signOff" -> Optional.ofNullable(assignment.reportedAt())
						.map((at) -> clock.dateOf(at).plusDays(policies.number(PlanRules.CHECK_DAYS, path)));
					default -> Optional.empty();
				};
			}
		};
	}

	/** Whoever acts for a unit that leads or helps reads the item's case. */
	@Bean
	CaseReaders assignmentReaders(Assignments assignments, Plans plans, PlanContents contents) {
		return (CaseCard card, Actor by) -> {
			if (!AssignmentService.PROCESS.equals(card.process()) || by.posts().isEmpty()) {
				return false;
			}
			Optional<Assignment> found = assignments.findByCaseId(card.id().value());
			if (found.isEmpty()) { // no other reader is to be refused for that
				return false;
			}
			Assignment assignment = found.get();
			if (PlanRights.owns(List.of(assignment.lead()), by)) {
				return true;
			}
			Long published = plans.of(assignment.planId()).publishedId();
			return published != null && PlanRights
				.owns(contents.of(published).line(assignment.itemId()).map(PlanLine::owners).orElse(List.of()), by);
		};
	}

}
