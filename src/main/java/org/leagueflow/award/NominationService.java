package org.leagueflow.award;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.PersonLeft;
import org.leagueflow.people.UnitKind;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.Requirements;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes nominations and applications, and takes them back. */
@Service
@Transactional
class NominationService {

	private static final int MAX_GROUNDS = 4000;

	private static final int MAX_REMARK = 2000;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final BatchPlaces places;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final Requirements requirements;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final ApplicationEventPublisher events;

	NominationService(Batches batches, BatchPlans plans, Nominations nominations, BatchPlaces places,
			BatchRights rights, BatchTrail trail, Requirements requirements, People people, AuditLog auditLog,
			BusinessClock clock, ApplicationEventPublisher events) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.places = places;
		this.rights = rights;
		this.trail = trail;
		this.requirements = requirements;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
		this.events = events;
	}

	/** A branch nominates one of its people, or itself. */
	long nominate(long batchId, long branchId, long subject, String grounds, Actor by) {
		Batch batch = open(batchId);
		UnitCard branch = branch(batch, branchId);
		if (!this.rights.nominates(branch, by)) {
			throw new Refusal.NotAllowed("refusal.award.nominatesNot", branch.name());
		}
		BatchPlan plan = this.plans.of(batch.editionId());
		return add(batch, plan,
				(plan.judged() == Subject.Kind.PERSON) ? person(batch, branch, subject) : unit(branch, subject), branch,
				grounds, false, by);
	}

	/** Somebody applies for the own person. */
	long apply(long batchId, String grounds, Actor by) {
		this.rights.requireSeeing(this.batches.of(batchId), by);
		Batch batch = open(batchId);
		BatchPlan plan = this.plans.of(batch.editionId());
		if (!plan.apply() || plan.judged() != Subject.Kind.PERSON) {
			throw new Refusal.NotAllowed("refusal.award.applyNot", plan.award());
		}
		PersonCard person = this.people.person(by.personId());
		UnitCard branch = this.people.nearest(person.unitId(), UnitKind.BRANCH)
			.orElseThrow(() -> new Refusal.Invalid("refusal.award.noBranch", person.name()));
		return add(batch, plan, person(batch, branch(batch, branch.id()), person.id()), branch, grounds, true, by);
	}

	private Batch open(long batchId) {
		Batch batch = this.batches.lock(batchId).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		if (!batch.takesNominations(this.clock.today())) {
			throw new Refusal.Conflict("refusal.award.closed", batch.closesOn().toString());
		}
		return batch;
	}

	private UnitCard branch(Batch batch, long branchId) {
		UnitCard branch = this.people.unit(branchId);
		UnitKind kind = this.plans.definition(batch.editionId()).judged().nominating();
		if (branch.kind() != kind || !branch.path().startsWith(batch.unitPath()) || branch.id() == batch.unitId()) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		return branch;
	}

	/** Whoever graduated, left or moved away is nobody whom this branch nominates. */
	private Subject person(Batch batch, UnitCard branch, long id) {
		PersonCard person = this.people.persons(List.of(id))
			.stream()
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.award.person"));
		if (!person.unitPath().startsWith(branch.path())) {
			throw Refusal.Invalid.field("person", "refusal.award.elsewhere", person.name(), branch.name());
		}
		if (!person.active()) {
			throw Refusal.Invalid.field("person", "refusal.award.left", person.name());
		}
		if (this.plans.of(batch.editionId()).cadres() && this.people.posts(id).isEmpty()) {
			throw Refusal.Invalid.field("person", "refusal.award.noPost", person.name());
		}
		return Subject.person(person.id(), person.name());
	}

	private Subject unit(UnitCard branch, long id) {
		if (id != branch.id()) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		return Subject.unit(branch.id(), branch.name());
	}

	private long add(Batch batch, BatchPlan plan, Subject subject, UnitCard branch, String grounds, boolean own,
			Actor by) {
		if (grounds == null || grounds.isBlank() || Characters.count(grounds) > MAX_GROUNDS) {
			throw Refusal.Invalid.field("grounds", "refusal.award.grounds", MAX_GROUNDS);
		}
		whyNot(batch, plan, subject).ifPresent((why) -> {
			throw new Refusal.Conflict(why.key(), why.args().toArray());
		});
		Optional<Nomination> before = this.nominations.of(batch.id(), subject.kind(), subject.id());
		before.filter((one) -> !one.state().mayReturn()).ifPresent((one) -> {
			throw new Refusal.Conflict("refusal.award.nominatedTwice", subject.name());
		});
		requireConditions(plan, subject, branch);
		this.places.require(batch, branch);
		long id;
		if (before.isPresent()) {
			id = before.get().id();
			this.nominations.again(id, subject, branch, own, by.personId(), grounds.strip(), this.clock.instant());
		}
		else {
			id = this.nominations.add(new Nomination(0, batch.id(), subject, branch.id(), branch.name(), branch.path(),
					own, by.personId(), grounds.strip(), NominationState.NOMINATED, List.of(), null, null, null, null,
					null), this.clock.instant());
		}
		this.trail.add(batch.id(), id, branch, own ? "applied" : "nominated", null, by);
		this.auditLog.record(AuditEvent.of(by, own ? "award.applied" : "award.nominated", "nomination:" + id)
			.on(batch.caseId())
			.in(branch.id()));
		return id;
	}

	/** Whoever lacks a condition would use up a place of the branch for nothing. */
	private void requireConditions(BatchPlan plan, Subject subject, UnitCard branch) {
		if (subject.kind() != Subject.Kind.PERSON || plan.conditions().conditions().isEmpty()) {
			return;
		}
		List<Message> missing = this.requirements
			.ofAll(plan.conditions(), List.of(new Asked(subject.id(), branch.path(), null)), this.clock.today())
			.getOrDefault(subject.id(), List.of())
			.stream()
			.filter((one) -> !one.ok())
			.map(Requirement::whyNot)
			.toList();
		if (!missing.isEmpty()) {
			throw new Refusal.Conflict("refusal.award.unmet", subject.name(), missing.size(), missing.get(0));
		}
	}

	/** What else the subject takes part in that this award excludes, in words. */
	@Transactional(readOnly = true)
	Optional<Message> whyNot(Batch batch, BatchPlan plan, Subject subject) {
		return Optional.ofNullable(excluded(batch, plan, subject.kind(), List.of(subject.id())).get(subject.id()))
			.map((other) -> Message.of("refusal.award.exclusive", subject.name(), plan.award(), other));
	}

	/**
	 * The award that excludes this one, of each subject that takes part in it; awards
	 * exclude each other, whichever of the two says so.
	 */
	@Transactional(readOnly = true)
	Map<Long, String> excluded(Batch batch, BatchPlan plan, Subject.Kind kind, java.util.Collection<Long> subjects) {
		Map<Long, List<Long>> elsewhere = this.nominations.elsewhere(kind, subjects, batch.id());
		Set<Long> others = elsewhere.values().stream().flatMap(List::stream).collect(Collectors.toSet());
		Map<Long, String> excluding = new LinkedHashMap<>();
		for (long other : others) {
			Batch there = this.batches.of(other);
			if (there.period().equals(batch.period())
					&& this.plans.excluding(batch.editionId(), there.editionId()).isPresent()) {
				excluding.put(other, there.name());
			}
		}
		Map<Long, String> found = new LinkedHashMap<>();
		elsewhere.forEach((subject, in) -> in.stream()
			.filter(excluding::containsKey)
			.findFirst()
			.ifPresent((other) -> found.put(subject, excluding.get(other))));
		return found;
	}

	/** The subject, or who nominated, takes it back, also half-judged. */
	void withdraw(long nominationId, String reason, Actor by) {
		Batch batch = lockedOf(nominationId);
		Nomination one = this.nominations.of(nominationId);
		UnitCard branch = this.people.unit(one.unitId());
		boolean itself = one.subject().is(by.personId());
		if (!itself && !this.rights.nominates(branch, by)) {
			throw new Refusal.NotFound("refusal.award.nomination");
		}
		if (!itself && one.own()) {
			throw new Refusal.NotAllowed("refusal.award.ownApplication", one.subject().name());
		}
		String why = BatchService.reason(reason);
		if (!one.state().live()) {
			throw new Refusal.Conflict("refusal.award.notLive");
		}
		if (batch.isOver() || batch.publishedOn() != null) {
			throw new Refusal.Conflict("refusal.award.publishedStands",
					(batch.publishedOn() != null) ? batch.publishedOn().toString() : "");
		}
		takeOff(batch, one, NominationState.WITHDRAWN, "withdrawn", why, branch, by);
	}

	/**
	 * The batch of the nomination, locked; what the row says is read afterwards, because
	 * somebody may have changed it meanwhile.
	 */
	private Batch lockedOf(long nominationId) {
		return this.batches.lock(this.nominations.of(nominationId).batchId()).orElseThrow();
	}

	/** Takes a row off; what is ranked already is ranked anew. */
	void takeOff(Batch batch, Nomination one, NominationState state, String act, String why, UnitCard unit, Actor by) {
		this.nominations.state(one.id(), state);
		this.trail.add(batch.id(), one.id(), unit, act, why, by);
		this.auditLog.record(
				AuditEvent.of(by, code(act), "nomination:" + one.id()).on(batch.caseId()).in(one.unitId()).with(why));
		if (one.level() != null) {
			batch.corrects();
			this.events.publishEvent(new BatchCorrected(batch.id()));
		}
	}

	/** What the audit calls it. */
	private static String code(String act) {
		return switch (act) {
			case "withdrawn" -> "award.withdrawn";
			case "left" -> "award.left";
			case "returned" -> "award.returned";
			default -> "award.struck";
		};
	}

	/** Sent back by the level above the class, with the reason. */
	void sendBack(long nominationId, String reason, Actor by) {
		Batch batch = lockedOf(nominationId);
		Nomination one = this.nominations.of(nominationId);
		UnitCard unit = reviewer(batch, one, by);
		String why = BatchService.reason(reason);
		if (!one.state().live() || !batch.isBeforeNotice() || batch.isOver()) {
			throw new Refusal.Conflict("refusal.award.notLive");
		}
		takeOff(batch, one, NominationState.RETURNED, "returned", why, unit, by);
	}

	/** The unit for which the person reviews what the class nominated. */
	private UnitCard reviewer(Batch batch, Nomination one, Actor by) {
		if (one.subject().is(by.personId()) || one.by() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.award.ownNomination");
		}
		return by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()) && post.reaches(one.unitPath())
					&& (post.unitPath().startsWith(batch.unitPath()) || post.reaches(batch.unitPath())))
			.map((post) -> this.people.unit(post.unitId()))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.award.nomination"));
	}

	/** A faculty has looked at all that its classes nominated. */
	void review(long batchId, long unitId, String remark, Actor by) {
		Batch batch = this.batches.of(batchId);
		UnitCard unit = this.people.unit(unitId);
		if (!unit.path().startsWith(batch.unitPath()) || !this.rights.reviews(unit, by)) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		if (remark != null && remark.strip().length() > MAX_REMARK) {
			throw Refusal.Invalid.field("remark", "refusal.award.remark", MAX_REMARK);
		}
		if (!Batch.REVIEW.equals(batch.stage())) {
			throw new Refusal.Conflict("refusal.award.notReviewing");
		}
		this.trail.add(batchId, null, unit, "reviewed", (remark != null && !remark.isBlank()) ? remark.strip() : null,
				by);
	}

	/** Whoever left takes part no more. */
	@EventListener
	public void on(PersonLeft event) {
		List<Nomination> live = new ArrayList<>(this.nominations.about(Subject.Kind.PERSON, event.personId()));
		live.removeIf((one) -> !one.state().live());
		for (Nomination read : live) {
			Batch batch = this.batches.lock(read.batchId()).orElseThrow();
			Nomination one = this.nominations.of(read.id());
			if (one.state().live() && !batch.isOver() && batch.publishedOn() == null) {
				takeOff(batch, one, NominationState.WITHDRAWN, "left", event.reason(), this.people.unit(one.unitId()),
						Actor.SYSTEM);
			}
		}
	}

}
