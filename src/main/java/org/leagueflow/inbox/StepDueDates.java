package org.leagueflow.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.Submission;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Gives every step a due date: the diagram's ({@code camunda:dueDate}), else what the
 * process's {@link StepDueRule} says, else so many days as the policy
 * {@code inbox.dueDays} allows, counted from the day it was opened or, where the box has
 * the property {@code dueFrom}, from the date that was answered under that form key if
 * this is later.
 */
@Component
class StepDueDates {

	/** The property of a box that names the form key of a date. */
	private static final String DUE_FROM = "dueFrom";

	/** Known from the first question on. */
	private final Supplier<List<StepDueRule>> rules;

	private final Catalogue catalogue;

	private final Cases cases;

	private final Policies policies;

	private final BusinessClock clock;

	StepDueDates(ObjectProvider<StepDueRule> rules, Catalogue catalogue, Cases cases, Policies policies,
			BusinessClock clock) {
		this.rules = SingletonSupplier.of(() -> rules.orderedStream().toList());
		this.catalogue = catalogue;
		this.cases = cases;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * The moment at which the step is late, which is the midnight that ends its last day.
	 */
	Instant of(Task task, CaseCard about, Instant opened) {
		return (task.due() != null) ? task.due() : this.clock.startOf(lastDay(task, about, opened).plusDays(1));
	}

	private LocalDate lastDay(Task task, CaseCard about, Instant opened) {
		return this.rules.get()
			.stream()
			.filter((rule) -> rule.process().equals(task.process()))
			.flatMap((rule) -> rule.lastDay(task, about).stream())
			.findFirst()
			.orElseGet(() -> from(task, opened).plusDays(this.policies.number(StepDueRule.DUE_DAYS, about.unitPath())));
	}

	private LocalDate from(Task task, Instant opened) {
		LocalDate day = this.clock.dateOf(opened);
		return this.catalogue.property(task.processVersion(), task.box(), DUE_FROM)
			.flatMap((key) -> answered(task, key))
			.filter(day::isBefore)
			.orElse(day);
	}

	/** The date that was last answered under this key, if it is one. */
	private Optional<LocalDate> answered(Task task, String key) {
		return this.cases.submissions(task.caseId())
			.stream()
			.filter((made) -> made.answers().get(key) != null)
			.max(Comparator.comparingLong(Submission::id))
			.flatMap((made) -> date(made.answers().get(key)));
	}

	private static Optional<LocalDate> date(Object answer) {
		try {
			return Optional.of(LocalDate.parse(answer.toString()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
