package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.forms.Readers;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.UnitMoved;
import org.leagueflow.plan.DueSpans.DueSpan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts items, and lets their records follow their cases. */
@Service
@Transactional
class AssignmentService {

	static final String PROCESS = "assignment";

	/** 牵头人: a role of the case. */
	static final String LEAD = "lead";

	/** 协同人: a role of the case. */
	static final String CO_OWNER = "co-owner";

	private static final int MAX_REASON = 1000;

	private final Assignments assignments;

	private final Plans plans;

	private final PlanContents contents;

	private final PlanRights rights;

	private final OccurrenceService occurrences;

	private final Cases cases;

	private final Processes processes;

	private final Inbox inbox;

	private final PlanNotifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AssignmentService(Assignments assignments, Plans plans, PlanContents contents, PlanRights rights,
			OccurrenceService occurrences, Cases cases, Processes processes, Inbox inbox,
			PlanNotifications notifications, AuditLog auditLog, BusinessClock clock) {
		this.assignments = assignments;
		this.plans = plans;
		this.contents = contents;
		this.rights = rights;
		this.occurrences = occurrences;
		this.cases = cases;
		this.processes = processes;
		this.inbox = inbox;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * The number of a span of this item.
	 * @throws Refusal.NotFound when it is one of another item
	 */
	@Transactional(readOnly = true)
	long of(long item, long assignment) {
		return this.assignments.findById(assignment)
			.filter((one) -> one.itemId() == item)
			.map(Assignment::id)
			.orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
	}

	@Transactional(readOnly = true)
	PlanContent content(long edition) {
		return this.contents.of(edition);
	}

	/**
	 * Starts an item, unless its plan was amended meanwhile or nobody leads it.
	 * @return whether it was started
	 * @throws org.springframework.dao.DataIntegrityViolationException when another node
	 * started it
	 */
	boolean start(DueSpan due, PlanLine line) {
		Plan plan = this.plans.of(due.plan());
		Optional<PlanOwner> lead = line.lead().filter((one) -> one.id() != null);
		if (plan.publishedId() == null || plan.publishedId() != due.edition() || lead.isEmpty()) {
			return false;
		}
		Assignment assignment = this.assignments
			.saveAndFlush(new Assignment(plan, line, due.span(), this.clock.instant()));
		if (line.recurrence() != null) {
			this.occurrences.unfold(assignment, line);
		}
		String title = assignment.title();
		CaseId caseId = this.cases.open(PROCESS, title, new Subject(Subject.Kind.PLAN_ITEM, line.itemId(), title),
				plan.unitId(), Actor.SYSTEM);
		assignment.movedBy(caseId);
		this.assignments.saveAndFlush(assignment);
		give(caseId, LEAD, assignment.leadPersons());
		give(caseId, CO_OWNER, helpers(line));
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "assignment.started", "plan:" + plan.id())
			.on(caseId)
			.in(plan.unitId())
			.with(Map.of("item", line.number(), "startsOn", due.span().from().toString())));
		this.processes.start(PROCESS, caseId, Answers.NONE);
		tellLead(assignment, "plan.told.assigned");
		return true;
	}

	/** Gives a role of a case that nobody has yet. */
	private void give(CaseId caseId, String role, List<Long> persons) {
		if (!persons.isEmpty()) {
			this.cases.giveRole(caseId, role, persons);
		}
	}

	private static List<Long> helpers(PlanLine line) {
		return line.coOwners().stream().filter((one) -> one.kind() == PlanOwnerKind.PERSON).map(PlanOwner::id).toList();
	}

	/** Tells whoever leads, in person or through the unit's head. */
	void tellLead(Assignment assignment, String key) {
		this.notifications.tell(assignment.lead(), Message.of(key, assignment.title(), assignment.dueOn().toString()),
				"/plan/items/" + assignment.itemId());
	}

	/** Whether the person leads it, or acts for the unit that does. */
	boolean leads(Assignment assignment, Actor by) {
		return PlanRights.owns(List.of(assignment.lead()), by);
	}

	/** 签收: accepted, or declined with a reason. */
	void accept(CaseId caseId, boolean yes, String reason, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		if (!yes) {
			PlanText.required("reason", reason, MAX_REASON);
		}
		assignment.answered(yes, this.clock.instant());
		this.assignments.saveAndFlush(assignment);
	}

	/** 重新交办: the same lead again, or another one. */
	void reassign(CaseId caseId, PlanOwner lead, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		assignment.led(lead, this.clock.instant());
		this.assignments.saveAndFlush(assignment);
		this.cases.giveRole(caseId, LEAD, assignment.leadPersons());
		this.auditLog.record(AuditEvent.of(by, "assignment.reassigned", "plan:" + assignment.planId())
			.on(caseId)
			.in(assignment.unitId())
			.with(Map.of("lead", lead.name())));
		tellLead(assignment, "plan.told.assigned");
	}

	/** 反馈: the lead says that it is done. */
	void report(CaseId caseId, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		assignment.reports(this.clock.instant());
		this.assignments.saveAndFlush(assignment);
	}

	/**
	 * 审核.
	 * @throws Refusal.NotAllowed to whoever leads the item
	 */
	void check(CaseId caseId, String verdict, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		requireOther(assignment, by);
		assignment.checked(verdict, by.personId(), this.clock.today());
		this.assignments.saveAndFlush(assignment);
		if (!verdict.equals("pass")) {
			tellLead(assignment, verdict.equals("return") ? "plan.told.returned" : "plan.told.unfinished");
		}
	}

	/** Nobody judges the own work. */
	void requireOther(Assignment assignment, Actor by) {
		if (assignment.leadPersons().contains(by.personId())) {
			throw new Refusal.NotAllowed("refusal.plan.ownWork");
		}
	}

	/** 销号: signed off, or sent back. */
	void close(CaseId caseId, boolean done, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		requireOther(assignment, by);
		assignment.closes(done, this.clock.today());
		this.assignments.saveAndFlush(assignment);
		tellLead(assignment, done ? "plan.told.signedOff" : "plan.told.returned");
	}

	/** 回头看: it holds, or is taken up again. */
	void lookBack(CaseId caseId, boolean holds, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		requireOther(assignment, by);
		if (!holds) {
			assignment.reopens();
			this.assignments.saveAndFlush(assignment);
			tellLead(assignment, "plan.told.reopened");
		}
	}

	/**
	 * 挂账: what is waited for is not the lead's fault, so the clock stands still.
	 * @throws Refusal.Conflict while nobody works on it
	 */
	void hold(long id, String reason, Actor by) {
		Assignment assignment = this.assignments.locked(id);
		requireSupervising(assignment, by);
		String why = PlanText.required("reason", reason, MAX_REASON);
		assignment.holds(why, this.clock.today());
		this.assignments.saveAndFlush(assignment);
		CaseId caseId = assignment.caseId();
		this.cases.note(caseId, by, Message.of("plan.note.held", why), Readers.of(Readers.EVERYONE));
		this.auditLog.record(AuditEvent.of(by, "assignment.held", "plan:" + assignment.planId())
			.on(caseId)
			.in(assignment.unitId())
			.with(Characters.first(why, 200)));
		this.processes.tell(caseId, "held", Map.of());
	}

	/** 恢复办理. */
	void resume(CaseId caseId, Actor by) {
		Assignment assignment = this.assignments.of(caseId);
		assignment.resumes(this.clock.today());
		this.assignments.saveAndFlush(assignment);
		tellLead(assignment, "plan.told.resumed");
	}

	void requireSupervising(Assignment assignment, Actor by) {
		Plan plan = this.plans.of(assignment.planId());
		this.rights.requireSeeing(plan, by);
		if (!this.rights.supervises(plan, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notSupervising");
		}
	}

	/**
	 * Takes an item back that was begun; whoever works on it is told why, and what was
	 * reported stays.
	 */
	void revoke(Assignment assignment, String reason, Actor by) {
		CaseId caseId = assignment.caseId();
		this.cases.note(caseId, by, Message.of("plan.note.revoked", reason), Readers.of(Readers.EVERYONE));
		this.auditLog.record(AuditEvent.of(by, "assignment.revoked", "plan:" + assignment.planId())
			.on(caseId)
			.in(assignment.unitId())
			.with(Characters.first(reason, 200)));
		tellLead(assignment, "plan.told.revoked");
		this.processes.tell(caseId, "revoked", Map.of());
	}

	/**
	 * What was begun follows the edition that holds from now on: other last days and
	 * leads, and what is in it no more is taken back.
	 */
	void follow(Plan plan, PlanContent content, String reason) {
		for (Assignment assignment : this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(plan.id())) {
			if (!assignment.isOver()) {
				follow(assignment, content.line(assignment.itemId()), reason);
			}
		}
	}

	private void follow(Assignment assignment, Optional<PlanLine> line, String reason) {
		Optional<PlanSpan> span = line.flatMap((one) -> span(assignment, one.spans()));
		if (span.isEmpty()) {
			revoke(assignment, reason, Actor.SYSTEM);
			return;
		}
		assignment.replanned(span.get());
		PlanOwner lead = line.get().lead().orElseThrow();
		boolean other = !lead.same(assignment.lead());
		if (other) {
			assignment.led(lead, this.clock.instant());
		}
		this.assignments.saveAndFlush(assignment);
		this.cases.giveRole(assignment.caseId(), LEAD, assignment.leadPersons());
		this.cases.giveRole(assignment.caseId(), CO_OWNER, helpers(line.get()));
		this.inbox.dateAgain(assignment.caseId());
		this.occurrences.unfold(assignment, line.get());
		if (other) {
			tellLead(assignment, "plan.told.assigned");
		}
	}

	/** The span that it is, or the one that has taken its place. */
	private Optional<PlanSpan> span(Assignment assignment, List<PlanSpan> spans) {
		List<java.time.LocalDate> begun = this.assignments.findByItemIdOrderByStartsOn(assignment.itemId())
			.stream()
			.filter((other) -> !other.id().equals(assignment.id()))
			.map(Assignment::startsOn)
			.toList();
		return spans.stream()
			.filter((span) -> span.from().equals(assignment.startsOn()))
			.findFirst()
			.or(() -> spans.stream().filter((span) -> !begun.contains(span.from())).findFirst());
	}

	/** Stages are those of the case. */
	@EventListener
	public void on(TaskEvent.StageEntered event) {
		if (PROCESS.equals(event.process())) {
			Assignment assignment = this.assignments.of(event.caseId());
			assignment.enters(event.stage());
			this.assignments.saveAndFlush(assignment);
		}
	}

	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (PROCESS.equals(event.process())) {
			this.assignments.findByCaseId(event.caseId().value()).ifPresent((assignment) -> {
				assignment.ends((event.outcome() != null) ? event.outcome() : "revoked");
				this.assignments.saveAndFlush(assignment);
			});
		}
	}

	@EventListener
	public void on(UnitMoved event) {
		this.assignments.below(event.fromPath()).forEach((assignment) -> {
			assignment.movedTo(this.plans.of(assignment.planId()).unitPath());
			this.assignments.saveAndFlush(assignment);
		});
	}

}
