package org.leagueflow.award;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

	private final BatchActivities activities;

	private final Requirements requirements;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final ApplicationEventPublisher events;

	NominationService(Batches batches, BatchPlans plans, Nominations nominations, BatchPlaces places,
			BatchRights rights, BatchTrail trail, BatchActivities activities, Requirements requirements, People people,
			AuditLog auditLog, BusinessClock clock, ApplicationEventPublisher events) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.places = places;
		this.rights = rights;
		this.trail = trail;
		this.activities = activities;
		this.requirements = requirements;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * A branch nominates one of its people, one of its activities, or itself.
	 * @throws Refusal saying why not
	 */
	long nominate(long batchId, long branchId, long subject, String grounds, Actor by) {
		Outcome outcome = nominate(batchId, branchId, List.of(subject), grounds, by);
		outcome.refused().values().forEach((refusal) -> {
			throw refusal;
		});
		return outcome.nominated().get(0);
	}

	/**
	 * A branch nominates several, each by itself: what one lacks keeps nobody else out.
	 * What is read of all is read once, whatever their number.
	 */
	Outcome nominate(long batchId, long branchId, Collection<Long> subjects, String grounds, Actor by) {
		Batch batch = open(batchId);
		UnitCard branch = branch(batch, branchId);
		if (!this.rights.nominates(branch, by)) {
			throw new Refusal.NotAllowed("refusal.award.nominatesNot", branch.name());
		}
		BatchPlan plan = this.plans.of(batch.editionId());
		Map<Long, Refusal> refused = new LinkedHashMap<>();
		List<Subject> found = switch (plan.judged()) {
			case PERSON -> persons(plan, branch, subjects, refused);
			case ACTIVITY -> this.activities.subjects(batch, plan, branch, subjects, refused);
			default -> subjects.stream().distinct().map((id) -> unit(branch, id)).toList();
		};
		return new Outcome(add(batch, plan, found, branch, grounds, false, refused, by), refused);
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
		Map<Long, Refusal> refused = new LinkedHashMap<>();
		List<Subject> itself = persons(plan, branch(batch, branch.id()), List.of(person.id()), refused);
		List<Long> added = add(batch, plan, itself, branch, grounds, true, refused, by);
		refused.values().forEach((refusal) -> {
			throw refusal;
		});
		return added.get(0);
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
	private List<Subject> persons(BatchPlan plan, UnitCard branch, Collection<Long> ids, Map<Long, Refusal> refused) {
		List<Long> wanted = ids.stream().distinct().toList();
		Map<Long, PersonCard> cards = this.people.persons(wanted)
			.stream()
			.collect(Collectors.toMap(PersonCard::id, Function.identity()));
		Set<Long> inPosts = plan.cadres() ? this.people.inPosts(wanted) : Set.of();
		List<Subject> found = new ArrayList<>();
		for (long id : wanted) {
			PersonCard person = cards.get(id);
			if (person == null) {
				throw new Refusal.NotFound("refusal.award.person");
			}
			if (!person.unitPath().startsWith(branch.path())) {
				refused.put(id,
						Refusal.Invalid.field("subject", "refusal.award.elsewhere", person.name(), branch.name()));
			}
			else if (!person.active()) {
				refused.put(id, Refusal.Invalid.field("subject", "refusal.award.left", person.name()));
			}
			else if (plan.cadres() && !inPosts.contains(id)) {
				refused.put(id, Refusal.Invalid.field("subject", "refusal.award.noPost", person.name()));
			}
			else {
				found.add(Subject.person(id, person.name()));
			}
		}
		return found;
	}

	private Subject unit(UnitCard branch, long id) {
		if (id != branch.id()) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		return Subject.unit(branch.id(), branch.name());
	}

	private List<Long> add(Batch batch, BatchPlan plan, List<Subject> subjects, UnitCard branch, String grounds,
			boolean own, Map<Long, Refusal> refused, Actor by) {
		if (grounds == null || grounds.isBlank() || Characters.count(grounds.strip()) > MAX_GROUNDS) {
			throw Refusal.Invalid.field("grounds", "refusal.award.grounds", MAX_GROUNDS);
		}
		List<Long> ids = subjects.stream().map(Subject::id).toList();
		Map<Long, String> excluded = excluded(batch, plan, plan.judged(), ids);
		Map<Long, Nomination> before = this.nominations.of(batch.id(), plan.judged(), ids);
		Map<Long, List<Requirement>> asked = conditions(plan, ids, branch);
		BatchPlaces.Room room = this.places.room(batch, branch);
		List<Long> added = new ArrayList<>();
		for (Subject subject : subjects) {
			Optional<Refusal> refusal = refusal(plan, subject, excluded.get(subject.id()), before.get(subject.id()),
					asked.getOrDefault(subject.id(), List.of()))
				.or(room::full);
			if (refusal.isPresent()) {
				refused.put(subject.id(), refusal.get());
				continue;
			}
			room.take();
			added.add(add(batch, before.get(subject.id()), subject, branch, grounds.strip(), own, by));
		}
		return added;
	}

	private Optional<Refusal> refusal(BatchPlan plan, Subject subject, String excluding, Nomination before,
			List<Requirement> asked) {
		if (excluding != null) {
			return Optional
				.of(new Refusal.Conflict("refusal.award.exclusive", subject.name(), plan.award(), excluding));
		}
		if (before != null && !before.state().mayReturn()) {
			return Optional.of(new Refusal.Conflict("refusal.award.nominatedTwice", subject.name()));
		}
		List<Message> missing = asked.stream().filter((one) -> !one.ok()).map(Requirement::whyNot).toList();
		return missing.isEmpty() ? Optional.empty() : Optional
			.of(new Refusal.Conflict("refusal.award.unmet", subject.name(), missing.size(), missing.get(0)));
	}

	private long add(Batch batch, Nomination before, Subject subject, UnitCard branch, String grounds, boolean own,
			Actor by) {
		long id;
		if (before != null) {
			id = before.id();
			this.nominations.again(id, subject, branch, own, by.personId(), grounds, this.clock.instant());
		}
		else {
			id = this.nominations.add(
					new Nomination(0, batch.id(), subject, branch.id(), branch.name(), branch.path(), own,
							by.personId(), grounds, NominationState.NOMINATED, List.of(), null, null, null, null, null),
					this.clock.instant());
		}
		this.trail.add(batch.id(), id, branch, own ? "applied" : "nominated", null, by);
		this.auditLog.record(AuditEvent.of(by, own ? "award.applied" : "award.nominated", "nomination:" + id)
			.on(batch.caseId())
			.in(branch.id()));
		return id;
	}

	/** Whoever lacks a condition would use up a place of the branch for nothing. */
	private Map<Long, List<Requirement>> conditions(BatchPlan plan, List<Long> ids, UnitCard branch) {
		if (plan.judged() != Subject.Kind.PERSON || plan.conditions().conditions().isEmpty() || ids.isEmpty()) {
			return Map.of();
		}
		return this.requirements.ofAll(plan.conditions(),
				ids.stream().map((id) -> new Asked(id, branch.path(), null)).toList(), this.clock.today());
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
	Map<Long, String> excluded(Batch batch, BatchPlan plan, Subject.Kind kind, Collection<Long> subjects) {
		Map<Long, List<Long>> elsewhere = this.nominations.elsewhere(kind, subjects, batch.id());
		Set<Long> others = elsewhere.values().stream().flatMap(List::stream).collect(Collectors.toSet());
		Map<Long, String> excluding = new LinkedHashMap<>();
		for (Batch there : this.batches.findAllById(others)) {
			if (there.period().equals(batch.period())
					&& this.plans.excluding(batch.editionId(), there.editionId()).isPresent()) {
				excluding.put(there.id(), there.name());
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

	/**
	 * What came of several nominations.
	 *
	 * @param refused why somebody was not nominated, by subject
	 */
	record Outcome(List<Long> nominated, Map<Long, Refusal> refused) {
	}

}
