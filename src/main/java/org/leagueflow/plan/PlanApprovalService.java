package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.meeting.MeetingDecision;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings editions before the committee, and publishes what it approved. */
@Service
@Transactional
class PlanApprovalService {

	static final String PROCESS = "workplan";

	private static final int MAX_FAULTS = 5;

	private final Plans plans;

	private final PlanEditions editions;

	private final PlanContents contents;

	private final PlanChecks checks;

	private final PlanMonths months;

	private final PlanRights rights;

	private final PlanSeats seats;

	private final AssignmentService assignments;

	private final HandDownService handDown;

	private final Cases cases;

	private final Processes processes;

	private final Agenda agenda;

	private final CommitteeDecisions decisions;

	private final PlanNotifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	PlanApprovalService(Plans plans, PlanEditions editions, PlanContents contents, PlanChecks checks, PlanMonths months,
			PlanRights rights, PlanSeats seats, AssignmentService assignments, HandDownService handDown, Cases cases,
			Processes processes, Agenda agenda, CommitteeDecisions decisions, PlanNotifications notifications,
			AuditLog auditLog, BusinessClock clock) {
		this.plans = plans;
		this.editions = editions;
		this.contents = contents;
		this.checks = checks;
		this.months = months;
		this.rights = rights;
		this.seats = seats;
		this.assignments = assignments;
		this.handDown = handDown;
		this.cases = cases;
		this.processes = processes;
		this.agenda = agenda;
		this.decisions = decisions;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Asks the committee to approve an edition.
	 * @param onPaper whether the committee met outside this system and its decision is
	 * recorded from the minutes
	 * @throws Refusal.Conflict when it was submitted before
	 * @throws Refusal.Invalid naming what it lacks
	 */
	CaseId submit(long editionId, boolean onPaper, Actor by) {
		PlanEdition edition = this.editions.of(editionId);
		Plan plan = this.plans.locked(edition.planId());
		this.rights.requireDrafting(plan, by);
		edition.submits(onPaper, this.clock.instant());
		requireComplete(this.checks.of(plan, edition, this.contents.of(editionId)));
		String title = plan.title() + ((edition.number() > 1) ? "（第" + edition.number() + "版）" : "");
		CaseId caseId = this.cases.open(PROCESS, title, Subject.unit(plan.unitId(), title), plan.unitId(), by);
		edition.movedBy(caseId);
		this.editions.saveAndFlush(edition);
		this.auditLog.record(AuditEvent.of(by, "plan.submitted", "plan:" + plan.id())
			.on(caseId)
			.in(plan.unitId())
			.with(Map.of("edition", edition.number())));
		this.processes.start(PROCESS, caseId, by, Answers.NONE);
		return caseId;
	}

	private static void requireComplete(List<PlanFault> faults) {
		List<PlanFault> blocking = faults.stream().filter(PlanFault::blocks).toList();
		if (!blocking.isEmpty()) {
			java.util.Map<String, Message> fields = new java.util.LinkedHashMap<>();
			blocking.stream().limit(MAX_FAULTS).forEach((fault) -> fields.put("fault-" + fields.size(), fault.words()));
			throw new Refusal.Invalid(fields);
		}
	}

	/** What the minutes of a meeting held outside say. */
	void record(CaseId caseId, Answers answers, Actor by) {
		PlanEdition edition = this.editions.of(caseId);
		Plan plan = this.plans.of(edition.planId());
		MeetingDecision decision = this.decisions.decided(caseId, PlanMatters.RECORD, plan.unitId(), answers, by);
		org.leagueflow.kernel.DateRules.inOrder("heldOn", decision.heldOn(), null, this.clock.today());
		edition.decided(decision.passed(), decision.heldOn());
		this.editions.saveAndFlush(edition);
	}

	@Transactional(readOnly = true)
	boolean current(CaseId caseId) {
		PlanEdition edition = this.editions.of(caseId);
		Plan plan = this.plans.of(edition.planId());
		return !edition.isAmendment() || PlanChecks
			.rewriting(PlanChange.between(this.contents.of(edition.baseId()), this.contents.of(edition.id())),
					this.months.closedUntil(plan.unitPath()))
			.isEmpty();
	}

	/** The edition holds from now on. */
	void publish(CaseId caseId) {
		PlanEdition edition = this.editions.of(caseId);
		Plan plan = this.plans.locked(edition.planId());
		edition.publishes(this.clock.instant());
		plan.publishes(edition.id());
		this.editions.saveAndFlush(edition);
		this.plans.saveAndFlush(plan);
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "plan.published", "plan:" + plan.id())
			.on(caseId)
			.in(plan.unitId())
			.with(Map.of("edition", edition.number(), "items", this.contents.size(edition.id()))));
		this.notifications.tell(this.seats.office(plan.unitId()),
				Message.of("plan.told.published", plan.title(), edition.number()), "/plan/" + plan.id());
		if (edition.isAmendment()) {
			PlanContent content = this.contents.of(edition.id());
			this.assignments.follow(plan, content, edition.reason());
			this.handDown.follow(content,
					this.contents.of(edition.baseId()).lines().stream().map(PlanLine::itemId).toList(),
					edition.reason());
		}
	}

	/**
	 * The office takes an edition back before it is decided.
	 * @throws Refusal.Conflict while people vote on it, and afterwards
	 */
	void recall(long editionId, String reason, Actor by) {
		PlanEdition edition = this.editions.of(editionId);
		Plan plan = this.plans.locked(edition.planId());
		this.rights.requireDrafting(plan, by);
		String why = PlanText.required("reason", reason, 1000);
		if (edition.state() != PlanEditionState.SUBMITTED) {
			throw new Refusal.Conflict("refusal.plan.decidedAlready", edition.number());
		}
		if (this.agenda.isOnBallot(edition.caseId(), PlanMatters.RESOLVE)) {
			throw new Refusal.Conflict("refusal.plan.onBallot");
		}
		this.cases.note(edition.caseId(), by, Message.of("plan.note.recalled", why), Readers.of(Readers.EVERYONE));
		this.auditLog.record(AuditEvent.of(by, "plan.recalled", "plan:" + plan.id())
			.on(edition.caseId())
			.in(plan.unitId())
			.with(Characters.first(why, 200)));
		this.processes.tell(edition.caseId(), "recalled", Map.of());
	}

	/** What did not come to be published gives its place free. */
	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (!PROCESS.equals(event.process())) {
			return;
		}
		this.editions.findByCaseId(event.caseId().value())
			.filter((edition) -> edition.state() == PlanEditionState.SUBMITTED)
			.ifPresent((edition) -> {
				edition.ends(switch ((event.outcome() != null) ? event.outcome() : "") {
					case "rejected" -> PlanEditionState.REJECTED;
					case "overtaken" -> PlanEditionState.OVERTAKEN;
					default -> PlanEditionState.WITHDRAWN;
				});
				this.editions.saveAndFlush(edition);
				Plan plan = this.plans.of(edition.planId());
				plan.closes();
				this.plans.saveAndFlush(plan);
			});
	}

}
