package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recurring work: unfolded when its span begins, done or left out time by time. */
@Service
@Transactional
class OccurrenceService {

	private static final int MAX_REASON = 500;

	private final PlanOccurrences occurrences;

	private final Assignments assignments;

	private final Plans plans;

	private final PlanContents contents;

	private final PlanRights rights;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	OccurrenceService(PlanOccurrences occurrences, Assignments assignments, Plans plans, PlanContents contents,
			PlanRights rights, AuditLog auditLog, BusinessClock clock) {
		this.occurrences = occurrences;
		this.assignments = assignments;
		this.plans = plans;
		this.contents = contents;
		this.rights = rights;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** The times of a span that begins, or goes on by another edition. */
	void unfold(Assignment assignment, PlanLine line) {
		List<LocalDate> days = Recurrence.read(line.recurrence())
			.map((rule) -> rule.unfold(new PlanSpan(assignment.startsOn(), assignment.plannedOn())))
			.orElse(List.of());
		this.occurrences.fold(assignment.id(), days, this.clock.today());
		this.occurrences.unfold(assignment.id(), days);
	}

	/** A time is done: by whoever reports on the item. */
	void done(long id, long occurrence, Actor by) {
		settle(owned(id, by), occurrence, "DONE", null, by);
	}

	/** An exception: a time is left out, by the plan's office and with a reason. */
	void skip(long id, long occurrence, String reason, Actor by) {
		Assignment assignment = owned(id, by);
		if (!this.rights.actsFor(assignment.unitId(), by)) {
			throw new Refusal.NotAllowed("refusal.plan.notSupervising");
		}
		settle(assignment, occurrence, "SKIPPED", PlanText.required("reason", reason, MAX_REASON), by);
	}

	private Assignment owned(long id, Actor by) {
		Assignment assignment = this.assignments.locked(id);
		Plan plan = this.plans.of(assignment.planId());
		this.rights.requireSeeing(plan, by);
		List<PlanOwner> owners = this.contents.of(plan.publishedId())
			.line(assignment.itemId())
			.map(PlanLine::owners)
			.orElse(List.of());
		if (!this.rights.works(assignment, owners, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notOwner");
		}
		if (!assignment.working()) {
			throw new Refusal.Conflict("refusal.plan.notWorking");
		}
		return assignment;
	}

	private void settle(Assignment assignment, long occurrence, String state, String reason, Actor by) {
		if (!this.occurrences.settle(assignment.id(), occurrence, state, reason, this.clock.today(), by.name())) {
			throw new Refusal.Conflict("refusal.plan.occurrence");
		}
		assignment.completes(this.occurrences.percent(assignment.id()));
		this.assignments.saveAndFlush(assignment);
		this.auditLog.record(AuditEvent.of(by, "assignment.occurrence", "plan:" + assignment.planId())
			.on(assignment.caseId())
			.in(assignment.unitId())
			.with(Map.of("state", state)));
	}

	/**
	 * Something that was booked was held on that day: the time that it was meant for is
	 * done.
	 */
	void held(Assignment assignment, LocalDate day) {
		this.occurrences.meant(assignment.id(), day).ifPresent((one) -> {
			this.occurrences.settle(assignment.id(), one.id(), "DONE", null, day, Actor.SYSTEM.name());
			assignment.completes(this.occurrences.percent(assignment.id()));
			this.assignments.saveAndFlush(assignment);
		});
	}

}
