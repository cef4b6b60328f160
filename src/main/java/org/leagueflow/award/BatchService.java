package org.leagueflow.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.people.UnitMoved;
import org.leagueflow.scoring.ScoreComponent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces batches, and lets them follow their cases. */
@Service
@Transactional
class BatchService {

	static final String PROCESS = "award";

	private static final int MAX_NAME = 100;

	private static final int MAX_DAYS = 366;

	private static final int MAX_TRAIL = 2000;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final Certificates certificates;

	private final BatchPlaces places;

	private final BatchTrail trail;

	private final BatchRights rights;

	private final Cases cases;

	private final Processes processes;

	private final People people;

	private final Offices offices;

	private final Notifications notifications;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	BatchService(Batches batches, BatchPlans plans, Nominations nominations, Certificates certificates,
			BatchPlaces places, BatchTrail trail, BatchRights rights, Cases cases, Processes processes, People people,
			Offices offices, Notifications notifications, IdempotencyKeys keys, AuditLog auditLog,
			BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.certificates = certificates;
		this.places = places;
		this.trail = trail;
		this.rights = rights;
		this.cases = cases;
		this.processes = processes;
		this.people = people;
		this.offices = offices;
		this.notifications = notifications;
		this.keys = keys;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Announces a batch of an edition from a form.
	 * @param once the form's idempotency key
	 * @return the batch, or nothing where the form was sent before
	 */
	Optional<Long> announce(Announcing what, String once, Actor by) {
		requireOwning(what, by);
		check(what);
		return this.keys.first(once) ? Optional.of(announce(what, by)) : Optional.empty();
	}

	/**
	 * Announces a batch of an edition: opens its case and tells the branches.
	 * @return the batch
	 */
	long announce(Announcing what, Actor by) {
		UnitCard unit = requireOwning(what, by);
		String period = check(what);
		BatchPlan plan = this.plans.of(what.edition());
		Batch batch = new Batch(what.edition(), what.name().strip(), period, unit, what.closesOn(), what.occasion(),
				this.clock.instant());
		batch.themed(theme(plan));
		this.batches.saveAndFlush(batch);
		CaseId caseId = this.cases.open(PROCESS, batch.name(),
				new Subject(Subject.Kind.BATCH, batch.id(), batch.name()), unit.id(), by);
		batch.movedBy(caseId);
		this.batches.saveAndFlush(batch);
		this.trail.add(batch.id(), null, unit, "announced", null, by);
		this.auditLog.record(AuditEvent.of(by, "award.announced", "batch:" + batch.id())
			.on(caseId)
			.in(unit.id())
			.with(Map.of("edition", what.edition(), "award", plan.award(), "closesOn", what.closesOn())));
		this.processes.start(PROCESS, caseId, by, Answers.NONE);
		return batch.id();
	}

	/** Where themes come from; nothing where no activities are judged. */
	private static String theme(BatchPlan plan) {
		if (plan.judged() != Subject.Kind.ACTIVITY) {
			return null;
		}
		return (plan.theme() != null) ? plan.theme().code() : AwardTheme.BOTH;
	}

	private UnitCard requireOwning(Announcing what, Actor by) {
		UnitCard unit = this.people.unit(this.plans.owner(what.edition()));
		if (!by.isSystem() && !this.offices.leads(by, unit.path())) {
			throw new Refusal.NotAllowed("refusal.award.notYours", unit.name());
		}
		return unit;
	}

	/**
	 * The period as marks and other batches write it.
	 */
	private String check(Announcing what) {
		if (what.name() == null || what.name().isBlank() || Characters.count(what.name().strip()) > MAX_NAME) {
			throw Refusal.Invalid.field("name", "refusal.award.name", MAX_NAME);
		}
		AwardPeriod kind = this.plans.definition(what.edition()).period();
		String period = kind.read(what.period())
			.orElseThrow(() -> Refusal.Invalid.field("period", "refusal.award.period." + kind));
		LocalDate today = this.clock.today();
		if (what.closesOn() == null || what.closesOn().isBefore(today)
				|| what.closesOn().isAfter(today.plusDays(MAX_DAYS))) {
			throw Refusal.Invalid.field("closesOn", "refusal.award.closesOn", today.toString(),
					today.plusDays(MAX_DAYS).toString());
		}
		return period;
	}

	/** Places are allotted: the branches may nominate from now on. */
	void open(CaseId caseId, Actor by) {
		Batch batch = this.batches.of(caseId);
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "allotted", null, by);
		Message words = Message.of("award.told.open", batch.name(), batch.closesOn().toString());
		branches(batch).forEach((branch) -> this.offices.heads(branch)
			.forEach((role) -> this.notifications.tellRole(role, branch.id(), words,
					"/awards/batches/" + batch.id() + "/units/" + branch.id())));
	}

	/** The branches and classes that may nominate, or the general branches. */
	@Transactional(readOnly = true)
	List<UnitCard> branches(Batch batch) {
		UnitKind kind = this.plans.definition(batch.editionId()).judged().nominating();
		return this.people.within(batch.unitId())
			.stream()
			.filter((unit) -> unit.kind() == kind && unit.id() != batch.unitId())
			.toList();
	}

	/** Allots places to units below, by whoever leads the unit above each of them. */
	void places(long id, AllottedPlaces places, Actor by) {
		Batch batch = this.batches.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		if (this.rights.readsBelow(batch, by).isEmpty()) {
			throw new Refusal.NotFound("refusal.award.batch");
		}
		if (!batch.takesPlaces()) {
			throw new Refusal.Conflict("refusal.award.closed", batch.closesOn().toString());
		}
		if (!places.wanted().isEmpty()) {
			String changed = this.places.allot(batch, places, (path) -> this.offices.leads(by, path));
			this.trail.add(id, null, this.people.unit(batch.unitId()), "allotted", Characters.first(changed, MAX_TRAIL),
					by);
		}
	}

	void prolong(long id, LocalDate day, String reason, Actor by) {
		Batch batch = this.batches.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		this.rights.requireRunning(batch, by);
		String why = reason(reason);
		if (day == null) {
			throw Refusal.Invalid.field("closesOn", "refusal.award.prolong", batch.closesOn().toString());
		}
		LocalDate last = this.clock.today().plusDays(MAX_DAYS);
		if (day.isAfter(last)) {
			throw Refusal.Invalid.field("closesOn", "refusal.award.prolongMost", last.toString());
		}
		batch.prolong(day);
		this.trail.add(id, null, this.people.unit(batch.unitId()), "prolonged",
				Characters.first(day + " " + why, MAX_TRAIL), by);
		this.cases.note(batch.caseId(), by, Message.of("award.note.prolonged", day.toString(), why),
				Readers.of(Readers.EVERYONE));
	}

	void cancel(long id, String reason, Actor by) {
		Batch batch = this.batches.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		this.rights.requireRunning(batch, by);
		String why = reason(reason);
		if (batch.isOver()) {
			throw new Refusal.Conflict("refusal.award.over");
		}
		if (batch.publishedOn() != null) {
			throw new Refusal.Conflict("refusal.award.publishedStands", batch.publishedOn().toString());
		}
		this.trail.add(id, null, this.people.unit(batch.unitId()), "cancelled", why, by);
		this.cases.note(batch.caseId(), by, Message.of("award.note.cancelled", why), Readers.of(Readers.EVERYONE));
		this.auditLog.record(AuditEvent.of(by, "award.cancelled", "batch:" + id).on(batch.caseId()).with(why));
		this.processes.tell(batch.caseId(), "cancelled", Map.of());
	}

	/** A reason that somebody can read later. */
	static String reason(String reason) {
		if (reason == null || reason.isBlank() || reason.strip().length() > 2000) {
			throw Refusal.Invalid.field("reason", "refusal.award.reason", 2000);
		}
		return reason.strip();
	}

	/** Appoints the panel; its members mark on a page of their own. */
	void panel(long id, List<Long> persons, Actor by) {
		Batch batch = this.batches.of(id);
		this.rights.requireRunning(batch, by);
		if (persons == null || persons.isEmpty() || persons.size() > 50) {
			throw Refusal.Invalid.field("judge", "refusal.award.panel", 50);
		}
		if (batch.isOver() || !batch.isBeforeSummingUp()) {
			throw new Refusal.Conflict("refusal.award.panelOver");
		}
		requirePanel(this.plans.of(batch.editionId()), persons.stream().distinct().count());
		persons.forEach((person) -> {
			if (!this.people.person(person).active()) {
				throw Refusal.Invalid.field("judge", "refusal.award.judgeLeft", this.people.person(person).name());
			}
		});
		this.cases.giveRole(batch.caseId(), BatchRights.PANEL, persons);
		String names = String.join("、", this.people.persons(persons).stream().map((one) -> one.name()).toList());
		this.trail.add(id, null, this.people.unit(batch.unitId()), "panelled", Characters.first(names, MAX_TRAIL), by);
		persons.forEach((person) -> this.notifications.tell(person, Message.of("award.told.panel", batch.name()),
				"/awards/batches/" + id + "/panel"));
	}

	/** The formula says how many judges it takes at least, a single entry that one. */
	private static void requirePanel(BatchPlan plan, long judges) {
		for (ScoreComponent component : plan.panelled()) {
			int least = plan.scheme().least(component.key());
			if (judges < least) {
				throw Refusal.Invalid.field("judge", "refusal.award.panelFew", component.name(), least);
			}
			if (!component.many() && judges > 1) {
				throw Refusal.Invalid.field("judge", "refusal.award.panelOne", component.name());
			}
		}
	}

	/** Stages are those of the case. */
	@EventListener
	public void on(TaskEvent.StageEntered event) {
		if (PROCESS.equals(event.process())) {
			this.batches.of(event.caseId()).enters(event.stage());
		}
	}

	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (PROCESS.equals(event.process())) {
			this.batches.findByCaseId(event.caseId().value())
				.ifPresent((batch) -> batch.ends((event.outcome() != null) ? event.outcome() : "cancelled"));
		}
	}

	@EventListener
	public void on(UnitMoved event) {
		this.nominations.follow(event.fromPath(), event.toPath());
		this.certificates.follow(event.fromPath(), event.toPath(), event.fromPath().length() + 1);
		this.batches.below(event.fromPath(), org.springframework.data.domain.Limit.unlimited())
			.forEach((batch) -> batch.movedTo(this.people.unit(batch.unitId()).path()));
	}

	/**
	 * What is announced.
	 *
	 * @param occasion see {@link Batch}
	 */
	record Announcing(long edition, String name, String period, LocalDate closesOn, String occasion) {
	}

}
