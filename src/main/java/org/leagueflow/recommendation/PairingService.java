package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.people.PersonLeft;
import org.leagueflow.people.PersonMoved;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.Policies;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs Party members with League members (党员团员结对), keeps what they did together and what
 * came of it. The branch committee keeps it, the two read their own.
 */
@Service
@Transactional
class PairingService {

	private static final int MAX_SHOWN = 200;

	/** Pairings begun earlier are not entered. */
	private static final int YEARS_BACK = 10;

	private static final int MAX_GOAL = 500;

	private static final int MAX_WORDS = 1000;

	private static final int MAX_EFFECT = 2000;

	private static final int MAX_REASON = 300;

	private final Pairings pairings;

	private final PairingActivities activities;

	private final People people;

	private final Offices offices;

	private final Policies policies;

	private final Ledger ledger;

	private final Notifications notifications;

	private final IdempotencyKeys keys;

	private final AuditLog audit;

	private final BusinessClock clock;

	PairingService(Pairings pairings, PairingActivities activities, People people, Offices offices, Policies policies,
			Ledger ledger, Notifications notifications, IdempotencyKeys keys, AuditLog audit, BusinessClock clock) {
		this.pairings = pairings;
		this.activities = activities;
		this.people = people;
		this.offices = offices;
		this.policies = policies;
		this.ledger = ledger;
		this.notifications = notifications;
		this.keys = keys;
		this.audit = audit;
		this.clock = clock;
	}

	/** What a branch's page shows. */
	record BranchPairings(UnitCard branch, List<PairingView> pairings, List<PersonChoice> members,
			List<PersonChoice> partners, LocalDate today) {
	}

	/**
	 * The pairings of a branch, and who could be paired.
	 * @throws Refusal.NotFound to whoever neither keeps the branch's files nor stands
	 * above it
	 */
	@Transactional(readOnly = true)
	BranchPairings branch(long branchId, Actor by) {
		UnitCard branch = this.people.unit(branchId);
		if (branch.kind() != UnitKind.BRANCH
				|| !this.offices.keeps(by, branch.path()) && !this.offices.oversees(by, branch.path())) {
			throw new Refusal.NotFound("refusal.recommendation.branch");
		}
		boolean keeps = this.offices.keeps(by, branch.path());
		return new BranchPairings(branch, views(this.pairings.ofBranch(branchId, Limit.of(MAX_SHOWN))),
				keeps ? PersonChoice.of(members(branchId)) : List.of(),
				keeps ? PersonChoice.of(partners(branchId)) : List.of(), this.clock.today());
	}

	private List<PersonCard> members(long branchId) {
		return this.people.persons(this.people.electors(branchId, this.clock.today())
			.stream()
			.filter(Elector::member)
			.map(Elector::personId)
			.toList());
	}

	private List<PersonCard> partners(long branchId) {
		return Stream.concat(members(branchId).stream(), this.people.guides(branchId).stream())
			.filter(PersonCard::partyMember)
			.distinct()
			.toList();
	}

	/** The pairings in which the reader is one of the two. */
	@Transactional(readOnly = true)
	List<PairingView> mine(Actor by) {
		return views(this.pairings.of(by.personId(), Limit.of(MAX_SHOWN)));
	}

	/** The pairings of a member, for the page of a recommendation. */
	@Transactional(readOnly = true)
	List<PairingView> about(long memberId) {
		return views(this.pairings.findByMemberIdOrderByIdDesc(memberId));
	}

	private List<PairingView> views(List<Pairing> some) {
		if (some.isEmpty()) {
			return List.of();
		}
		Map<Long, String> names = this.people
			.persons(some.stream().flatMap((one) -> Stream.of(one.memberId(), one.partnerId())).distinct().toList())
			.stream()
			.collect(Collectors.toMap(PersonCard::id, PersonCard::name));
		Map<Long, String> branches = some.stream()
			.map(Pairing::branchId)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (id) -> this.people.unit(id).name()));
		Map<Long, Integer> counts = this.pairings.activityCounts(some.stream().map(Pairing::id).toList())
			.stream()
			.collect(Collectors.toMap((row) -> ((Number) row[0]).longValue(), (row) -> ((Number) row[1]).intValue()));
		return some.stream()
			.map((one) -> new PairingView(one.id(), one.memberId(), names.get(one.memberId()),
					names.get(one.partnerId()), branches.get(one.branchId()), one.begunOn(), one.endedOn(),
					one.endReason(), one.goal(), one.effect(), counts.getOrDefault(one.id(), 0)))
			.toList();
	}

	/**
	 * One pairing with its records.
	 * @throws Refusal.NotFound to whoever is neither one of the two nor keeps or oversees
	 * the branch
	 */
	@Transactional(readOnly = true)
	PairingView.Detail detail(long id, Actor by) {
		Pairing pairing = seen(id, by);
		boolean keeps = keeps(pairing, by);
		return new PairingView.Detail(views(List.of(pairing)).get(0), this.activities
			.findByPairingIdOrderByHeldOnDescIdDesc(id)
			.stream()
			.map((one) -> new PairingView.Activity(one.heldOn(), one.words(), one.recordedByName(), one.guidance()))
			.toList(), keeps, pairing.running() && records(pairing, by), this.clock.today());
	}

	private Pairing seen(long id, Actor by) {
		Pairing pairing = this.pairings.known(id);
		String path = this.people.unit(pairing.branchId()).path();
		if (!pairing.isOf(by.personId()) && !this.offices.keeps(by, path) && !this.offices.oversees(by, path)) {
			throw new Refusal.NotFound("refusal.recommendation.pairing");
		}
		return pairing;
	}

	/** Nobody keeps the pairing that is about himself. */
	private boolean keeps(Pairing pairing, Actor by) {
		return !pairing.isOf(by.personId()) && this.offices.keeps(by, this.people.unit(pairing.branchId()).path());
	}

	private boolean records(Pairing pairing, Actor by) {
		return pairing.partnerId() == by.personId() || keeps(pairing, by);
	}

	private void requireKeeping(Pairing pairing, Actor by) {
		if (!keeps(pairing, by)) {
			throw new Refusal.NotAllowed("refusal.recommendation.pairingKeeper");
		}
	}

	/**
	 * Pairs a member of the branch with a Party member.
	 * @return the pairing's number
	 */
	long begin(long branchId, Long memberId, Long partnerId, LocalDate on, String goal, Actor by) {
		UnitCard branch = branch(branchId, by).branch();
		this.offices.requireKeeping(by, branch.path());
		Map<String, Message> faults = new LinkedHashMap<>();
		PersonCard member = chosen(members(branchId), memberId);
		PersonCard partner = chosen(partners(branchId), partnerId);
		if (member == null) {
			faults.put("member", Message.of("refusal.recommendation.pairingMember", branch.name()));
		}
		if (partner == null) {
			faults.put("partner", Message.of("refusal.recommendation.pairingPartner"));
		}
		day(on, null, "on", faults);
		LocalDate earliest = this.clock.today().minusYears(YEARS_BACK);
		if (on != null && on.isBefore(earliest)) {
			day(on, earliest, "on", faults);
		}
		text(goal, "goal", MAX_GOAL, faults);
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
		if (member.id() == partner.id()) {
			throw Refusal.Invalid.field("partner", "refusal.recommendation.pairingSelf");
		}
		Optional<Pairing> same = this.pairings.findByMemberIdOrderByIdDesc(member.id())
			.stream()
			.filter((one) -> one.repeats(member.id(), partner.id(), on, goal.strip(), by.personId()))
			.findFirst();
		if (same.isPresent()) { // the form was sent twice
			return same.get().id();
		}
		if (this.pairings.existsByMemberIdAndPartnerIdAndEndedOnIsNull(member.id(), partner.id())) {
			throw new Refusal.Conflict("refusal.recommendation.pairedAlready", member.name(), partner.name());
		}
		Pairing pairing = this.pairings.saveAndFlush(new Pairing(branchId, member.id(), partner.id(), on, goal.strip(),
				slot(member, branch), by.personId()));
		this.audit.record(AuditEvent.of(by, "pairing.begun", "pairing:" + pairing.id())
			.in(branchId)
			.with(Map.of("member", member.id(), "partner", partner.id())));
		Stream.of(member, partner)
			.forEach((one) -> this.notifications.tell(one.id(),
					Message.of("recommendation.told.paired", partner.name(), member.name(), on.toString()),
					"/recommendation/pairings/" + pairing.id()));
		return pairing.id();
	}

	/** The lowest slot that is free; the table keeps two from taking it at once. */
	private int slot(PersonCard member, UnitCard branch) {
		int most = this.policies.number(RecommendationRules.PAIRINGS_MOST, branch.path());
		Set<Integer> taken = this.pairings.findByMemberIdOrderByIdDesc(member.id())
			.stream()
			.filter(Pairing::running)
			.map(Pairing::slot)
			.collect(Collectors.toSet());
		return IntStream.rangeClosed(1, most)
			.filter((slot) -> !taken.contains(slot))
			.min()
			.orElseThrow(() -> new Refusal.Conflict("refusal.recommendation.pairedEnough", member.name(), taken.size(),
					most, this.policies.rule(RecommendationRules.PAIRINGS_MOST).source()));
	}

	private static PersonCard chosen(Collection<PersonCard> some, Long id) {
		return some.stream().filter((one) -> id != null && one.id() == id).findFirst().orElse(null);
	}

	/**
	 * Adds what the two did; where policy says so it counts as guidance.
	 * @param once the key of the form, which counts once however often it is sent
	 */
	void record(long id, LocalDate on, String words, String once, Actor by) {
		Pairing pairing = seen(id, by);
		if (!records(pairing, by)) {
			throw new Refusal.NotAllowed("refusal.recommendation.pairingKeeper");
		}
		pairing.requireRunning();
		Map<String, Message> faults = new LinkedHashMap<>();
		day(on, pairing.begunOn(), "on", faults);
		text(words, "words", MAX_WORDS, faults);
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
		if (!this.keys.first(once)) {
			return;
		}
		Long entry = this.policies.flag(RecommendationRules.PAIRING_IS_GUIDANCE,
				this.people.unit(pairing.branchId()).path()) ? guidance(pairing, on) : null;
		this.activities.save(new PairingActivity(id, on, words.strip(), by, this.clock.instant(), entry));
		this.audit.record(AuditEvent.of(by, "pairing.recorded", "pairing:" + id).in(pairing.branchId()));
	}

	private long guidance(Pairing pairing, LocalDate on) {
		String partner = this.people.person(pairing.partnerId()).name();
		return this.ledger.record(pairing.memberId(), Booking.one(EntryKind.GUIDANCE, on, "党员团员结对活动", partner, null),
				Actor.SYSTEM);
	}

	/** Says what came of it. */
	void effect(long id, String words, Actor by) {
		Pairing pairing = seen(id, by);
		requireKeeping(pairing, by);
		Map<String, Message> faults = new LinkedHashMap<>();
		text(words, "effect", MAX_EFFECT, faults);
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
		String before = pairing.effect();
		pairing.effect(words.strip());
		this.audit.record(AuditEvent.of(by, "pairing.effect", "pairing:" + id)
			.in(pairing.branchId())
			.changed(before, words.strip()));
	}

	void end(long id, LocalDate on, String reason, Actor by) {
		Pairing pairing = seen(id, by);
		requireKeeping(pairing, by);
		if (pairing.endedLike(on, reason)) { // the form was sent twice
			return;
		}
		pairing.requireRunning();
		Map<String, Message> faults = new LinkedHashMap<>();
		day(on, pairing.begunOn(), "on", faults);
		text(reason, "reason", MAX_REASON, faults);
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
		pairing.end(on, reason.strip());
		this.audit.record(AuditEvent.of(by, "pairing.ended", "pairing:" + id).in(pairing.branchId()).with(reason));
	}

	/** Ends with whoever of the two leaves. */
	@EventListener
	public void on(PersonLeft event) {
		this.pairings.runningOf(event.personId()).forEach((pairing) -> {
			LocalDate day = Stream.of(event.on(), pairing.begunOn()).max(Comparator.naturalOrder()).orElseThrow();
			pairing.end(day, "recommendation.pairing.left");
			this.audit.record(AuditEvent.of(Actor.SYSTEM, "pairing.ended", "pairing:" + pairing.id())
				.in(pairing.branchId())
				.with("left"));
		});
	}

	/** Goes with the member to the new branch; a Party member may live anywhere. */
	@EventListener
	public void on(PersonMoved event) {
		this.people.nearest(event.toUnitId(), UnitKind.BRANCH)
			.ifPresent((branch) -> this.pairings.runningOf(event.personId())
				.stream()
				.filter((pairing) -> pairing.memberId() == event.personId())
				.forEach((pairing) -> pairing.move(branch.id())));
	}

	private void day(LocalDate on, LocalDate earliest, String field, Map<String, Message> faults) {
		LocalDate today = this.clock.today();
		if (on == null || on.isAfter(today) || earliest != null && on.isBefore(earliest)) {
			faults.put(field,
					(earliest != null) ? Message.of("refusal.recommendation.day", earliest.toString(), today.toString())
							: Message.of("refusal.recommendation.notLater", today.toString()));
		}
	}

	private static void text(String words, String field, int most, Map<String, Message> faults) {
		if (words == null || words.isBlank() || Characters.count(words.strip()) > most) {
			faults.put(field, Message.of("refusal.recommendation.words", most));
		}
	}

}
