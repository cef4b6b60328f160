package org.leagueflow.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.CaseNotifications;
import org.leagueflow.notification.Recipient;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 宣誓: result told, ceremony for many at once, archive (细则§25, §27, §29; 入团仪式仪程规范). */
@Service
@Transactional
class OathService {

	private final Admissions admissions;

	private final Ceremonies ceremonies;

	private final Cases cases;

	private final People people;

	private final Offices offices;

	private final AdmissionTermService terms;

	private final Processes processes;

	private final CaseNotifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	OathService(Admissions admissions, Ceremonies ceremonies, Cases cases, People people, Offices offices,
			AdmissionTermService terms, Processes processes, CaseNotifications notifications, AuditLog auditLog,
			BusinessClock clock) {
		this.admissions = admissions;
		this.ceremonies = ceremonies;
		this.cases = cases;
		this.people = people;
		this.offices = offices;
		this.terms = terms;
		this.processes = processes;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	void announce(CaseId caseId, LocalDate told, LocalDate announced) {
		this.admissions.of(caseId).announced(told, announced, this.clock.today());
		this.notifications.tell(caseId, Recipient.subject(), "admission.told.approved");
	}

	void archive(CaseId caseId, LocalDate on) {
		this.admissions.of(caseId).archived(on, this.clock.today());
	}

	/**
	 * New members below these units who have yet to swear the oath and are in no planned
	 * ceremony.
	 */
	@Transactional(readOnly = true)
	List<Admission> waiting(Actor by) {
		Set<Long> planned = this.ceremonies.plannedCases();
		return this.admissions.waitingForCeremony()
			.stream()
			.filter((admission) -> !planned.contains(admission.caseId().value()))
			.filter((admission) -> mayHold(by, admission))
			.filter(this::readyToSwear)
			.toList();
	}

	/** The result was announced, and the case still runs. */
	private boolean readyToSwear(Admission admission) {
		return admission.announcedOn() != null && this.cases.card(admission.caseId()).state() == CaseState.OPEN;
	}

	private boolean mayHold(Actor by, Admission admission) {
		String path = this.people.unit(admission.branchId()).path();
		return this.offices.leads(by, path);
	}

	@Transactional(readOnly = true)
	List<Ceremony> planned(Actor by) {
		return this.ceremonies.findByHeldFalseAndCalledOffFalseOrderByStartsAt()
			.stream()
			.filter((ceremony) -> ceremony.cases()
				.stream()
				.anyMatch((id) -> mayHold(by, this.admissions.of(new CaseId(id)))))
			.toList();
	}

	/**
	 * One ceremony for many new members: place, time, who leads the oath, and the list.
	 * @throws Refusal.Invalid when it is later than the rule asks and not meant to be
	 */
	Ceremony plan(CeremonyPlan plan, Actor by) {
		plan.check(this.clock.localNow());
		requireWaiting(plan.cases(), this.ceremonies.plannedCases(), by);
		requireInTime(plan);
		Ceremony ceremony = this.ceremonies.save(new Ceremony(unitOf(by), plan, moment(plan), by.personId()));
		tell(plan.cases(), "ceremony", plan);
		record(ceremony, "ceremony.planned", plan.cases().size(), by);
		return ceremony;
	}

	/** Another time, place, leader or list; whoever is or was on the list is told. */
	Ceremony change(long ceremonyId, CeremonyPlan plan, Actor by) {
		Ceremony ceremony = mine(ceremonyId, by);
		plan.check(this.clock.localNow());
		Set<Long> before = ceremony.cases();
		requireWaiting(plan.cases().stream().filter((caseId) -> !before.contains(caseId)).toList(),
				this.ceremonies.plannedCases(), by);
		requireInTime(plan);
		ceremony.change(plan, moment(plan));
		tell(plan.cases(), "ceremonyChanged", plan);
		tell(before.stream().filter((caseId) -> !plan.cases().contains(caseId)).toList(), "ceremonyOff", plan);
		record(ceremony, "ceremony.changed", plan.cases().size(), by);
		return ceremony;
	}

	/** It does not take place; those on the list wait for another and are told. */
	void callOff(long ceremonyId, Actor by) {
		Ceremony ceremony = mine(ceremonyId, by);
		ceremony.callOff();
		LocalDateTime when = LocalDateTime.ofInstant(ceremony.startsAt(), this.clock.getZone());
		List<Long> cases = List.copyOf(ceremony.cases());
		tell(cases, "ceremonyOff", new CeremonyPlan(when, ceremony.place(), ceremony.leader(), cases));
		record(ceremony, "ceremony.calledOff", cases.size(), by);
	}

	private void requireWaiting(List<Long> cases, Set<Long> planned, Actor by) {
		for (long caseId : cases) {
			Admission admission = this.admissions.of(new CaseId(caseId));
			if (!mayHold(by, admission)) {
				throw new Refusal.NotAllowed("refusal.people.keeping");
			}
			if (!readyToSwear(admission) || admission.ceremonyOn() != null || planned.contains(caseId)) {
				throw new Refusal.Conflict("refusal.admission.ceremony.notWaiting",
						this.cases.card(admission.caseId()).subjectName());
			}
		}
	}

	/** As a rule within three months; later only when somebody means it (入团仪式仪程规范). */
	private void requireInTime(CeremonyPlan plan) {
		LocalDate day = plan.startsAt().toLocalDate();
		plan.cases()
			.stream()
			.map(CaseId::new)
			.filter((caseId) -> !plan.late() && day.isAfter(this.terms.of(AdmissionTerm.OATH, caseId)))
			.findFirst()
			.ifPresent((caseId) -> {
				throw Refusal.Invalid.field("startsAt", "refusal.admission.ceremony.late",
						this.cases.card(caseId).subjectName(), this.terms.of(AdmissionTerm.OATH, caseId).toString());
			});
	}

	private Instant moment(CeremonyPlan plan) {
		return plan.startsAt().atZone(this.clock.getZone()).toInstant();
	}

	private void tell(List<Long> cases, String key, CeremonyPlan plan) {
		cases.forEach((caseId) -> this.notifications.tell(new CaseId(caseId), Recipient.subject(),
				"admission.told." + key, plan.startsAt().truncatedTo(ChronoUnit.MINUTES).toString(), plan.place()));
	}

	private void record(Ceremony ceremony, String what, int people, Actor by) {
		this.auditLog.record(AuditEvent.of(by, what, "ceremony:" + ceremony.id()).with(Map.of("people", people)));
	}

	/**
	 * @throws Refusal.NotAllowed when somebody on the list is not this committee's
	 */
	private Ceremony mine(long ceremonyId, Actor by) {
		Ceremony ceremony = this.ceremonies.of(ceremonyId);
		for (long caseId : ceremony.cases()) {
			if (!mayHold(by, this.admissions.of(new CaseId(caseId)))) {
				throw new Refusal.NotAllowed("refusal.people.keeping");
			}
		}
		return ceremony;
	}

	private static long unitOf(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotAllowed("refusal.people.keeping"))
			.unitId();
	}

	/**
	 * The ceremony took place: those who were there go on, the others wait for the next
	 * one.
	 */
	void held(long ceremonyId, List<Long> attended, Actor by) {
		Ceremony ceremony = mine(ceremonyId, by);
		ceremony.hold(this.clock.instant(), attended);
		LocalDate on = this.clock.dateOf(ceremony.startsAt());
		for (long caseId : attended) {
			CaseId id = new CaseId(caseId);
			this.admissions.of(id).swore(on);
			this.cases.note(id, by,
					Message.of("admission.note.sworn", on.toString(), ceremony.place(), ceremony.leader()),
					Readers.of(Readers.EVERYONE));
			this.processes.tell(id, "ceremony-held", Map.of());
		}
		record(ceremony, "ceremony.held", attended.size(), by);
	}

}
