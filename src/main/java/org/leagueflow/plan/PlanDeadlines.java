package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.leagueflow.deadline.Deadline;
import org.leagueflow.deadline.DeadlineKind;
import org.leagueflow.deadline.Reminder;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who is reminded of items, requests and slips: the owner first, then whoever stands
 * above.
 */
@Configuration(proxyBeanMethods = false)
class PlanDeadlines {

	/**
	 * The lead hears before an item is due and when it is overdue, later the superior.
	 */
	@Bean
	DeadlineKind assignmentDeadlines(Assignments assignments, AssignmentService service, SupervisionService supervision,
			PlanSeats seats, PlanNotifications notifications, Policies policies) {
		return kind("assignment-due", (today) -> {
			PolicyTable table = policies.sheet(List.of(PlanRules.REMIND_DAYS, PlanRules.ESCALATE_DAYS));
			int ahead = policies.rule(PlanRules.REMIND_DAYS).most();
			return assignments.dueBy(today.plusDays(ahead)).stream().map((one) -> {
				int before = table.of(PlanRules.REMIND_DAYS, one.unitPath()).number();
				int after = table.of(PlanRules.ESCALATE_DAYS, one.unitPath()).number();
				LocalDate due = one.dueOn();
				return new Deadline(Long.toString(one.id()), due,
						List.of(new Reminder("soon", due.minusDays(before),
								() -> service.tellLead(one, "plan.told.soon")),
								new Reminder("late", due.plusDays(1), () -> service.tellLead(one, "plan.told.late")),
								new Reminder("escalated", due.plusDays(1L + after),
										() -> tellSuperior(one, supervision, seats, notifications))));
			}).toList();
		});
	}

	private static void tellSuperior(Assignment one, SupervisionService supervision, PlanSeats seats,
			PlanNotifications notifications) {
		notifications.tell(seats.headBeside(supervision.addressee(one, 2).id(), one.leadPersons()),
				Message.of("plan.told.escalated", one.title(), one.lead().name(), one.dueOn().toString()),
				"/plan/items/" + one.itemId());
	}

	/** An answer that does not come in time is told the level above. */
	@Bean
	DeadlineKind extensionDeadlines(PlanExtensions extensions, Assignments assignments, PlanSeats seats,
			PlanNotifications notifications) {
		return kind("assignment-extension",
				(today) -> extensions.findByStateOrderByAnswerByAscIdAsc(PlanExtension.State.ASKED)
					.stream()
					.filter((one) -> SupervisionService.waits(assignments.of(one.assignmentId())))
					.map((one) -> {
						Assignment about = assignments.of(one.assignmentId());
						Message words = Message.of("plan.told.extensionLate", about.title(), one.answerBy().toString());
						String link = "/plan/items/" + about.itemId();
						return new Deadline(Long.toString(one.id()), one.answerBy(), List.of(
								new Reminder("today", one.answerBy(),
										() -> notifications.tell(seats.officeBeside(one.unitId(), about.leadPersons()),
												words, link)),
								new Reminder("late", one.answerBy().plusDays(1), () -> notifications
									.tell(seats.head(seats.above(one.unitId()).id()), words, link))));
					})
					.toList());
	}

	/** A slip that is not answered: its addressee, then the level above. */
	@Bean
	DeadlineKind slipDeadlines(PlanSlips slips, Assignments assignments, PlanSeats seats,
			PlanNotifications notifications) {
		return kind("assignment-slip",
				(today) -> slips.findByStateAndLimitOnLessThanEqualOrderById(PlanSlip.State.ISSUED, today.plusDays(1))
					.stream()
					.map((one) -> {
						Assignment about = assignments.of(one.assignmentId());
						Message words = Message.of("plan.told.slipDue", about.title(), one.limitOn().toString());
						String link = "/plan/slips/" + one.id();
						return new Deadline(Long.toString(one.id()), one.limitOn(),
								List.of(new Reminder("soon", one.limitOn().minusDays(1),
										() -> notifications.tell(one.addressee(), words, link)),
										new Reminder("late", one.limitOn().plusDays(1), () -> {
											notifications.tell(one.addressee(), words, link);
											notifications.tell(above(one, about, seats), words, link);
										})));
					})
					.toList());
	}

	private static Seat above(PlanSlip slip, Assignment about, PlanSeats seats) {
		return (slip.addressee().kind() == PlanOwnerKind.PERSON) ? seats.headBeside(about.unitId(), about.leadPersons())
				: seats.head(seats.above(slip.addressee().id()).id());
	}

	/** Items nobody has accepted in time: the office hears of it. */
	@Bean
	DeadlineKind acceptanceDeadlines(Assignments assignments, PlanSeats seats, PlanNotifications notifications,
			Policies policies, BusinessClock clock) {
		return kind("assignment-accept", (today) -> {
			PolicyTable table = policies.sheet(List.of(PlanRules.ACCEPT_DAYS));
			return assignments.inStage(Assignment.ACCEPT).stream().map((one) -> {
				LocalDate last = clock.dateOf(one.openedAt())
					.plusDays(table.of(PlanRules.ACCEPT_DAYS, one.unitPath()).number());
				return new Deadline(Long.toString(one.id()), last,
						List.of(new Reminder("late", last.plusDays(1),
								() -> notifications.tell(seats.officeBeside(one.unitId(), one.leadPersons()),
										Message.of("plan.told.notAccepted", one.title(), one.lead().name()),
										"/plan/items/" + one.itemId()))));
			}).filter((one) -> one.day().isBefore(today)).toList();
		});
	}

	private static DeadlineKind kind(String name, java.util.function.Function<LocalDate, List<Deadline>> running) {
		return new DeadlineKind() {
			@Override
			public String name() {
				return name;
			}

			@Override
			public Collection<Deadline> running(LocalDate today) {
				return new ArrayList<>(running.apply(today));
			}
		};
	}

}
