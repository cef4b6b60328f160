package org.leagueflow.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.engine.TaskEvent.CaseEnded;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives numbers down the tree and out to cases. Each attempt looks at fresh rows and
 * takes one by a conditional update; losing a race only means another attempt.
 */
@Service
class NumberPoolService implements NumberPool {

	static final int MAX_NUMBERS = 20_000;

	static final int PAGE_SIZE = 100;

	private static final int MAX_CANDIDATES = 8;

	private final Numbers numbers;

	private final Blocks blocks;

	private final People people;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	NumberPoolService(Numbers numbers, Blocks blocks, People people, IdempotencyKeys keys, AuditLog auditLog,
			BusinessClock clock) {
		this.numbers = numbers;
		this.blocks = blocks;
		this.people = people;
		this.keys = keys;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Override
	@Transactional
	public void enter(long countyUnitId, String prefix, int first, int count, Actor by) {
		UnitCard county = this.people.unit(countyUnitId);
		leads(county, by);
		if (county.kind() != UnitKind.COUNTY_COMMITTEE) {
			throw new Refusal.Invalid("refusal.quota.county", county.name());
		}
		check(prefix, first, count);
		int last = first + count - 1;
		String from = MemberNumber.of(prefix, first);
		String to = MemberNumber.of(prefix, last);
		if (this.numbers.existing(from, to) > 0) {
			throw new Refusal.Conflict("refusal.quota.exists", from, to);
		}
		long block = this.blocks.add(countyUnitId, null, null, prefix, first, last, by, this.clock.instant());
		this.numbers.enter(countyUnitId, block, prefix, first, count);
		this.auditLog.record(
				AuditEvent.of(by, "quota.entered", "unit:" + countyUnitId).in(countyUnitId).with(run(from, to, count)));
	}

	private static void check(String prefix, int first, int count) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (prefix == null || !prefix.matches("20[0-9]{2}[1-9][0-9]")) {
			wrong.put("prefix", Message.of("refusal.quota.prefix"));
		}
		if (first < 1 || first > 999_999) {
			wrong.put("first", Message.of("refusal.quota.first"));
		}
		if (count < 1 || count > MAX_NUMBERS || first + count - 1 > 999_999) {
			wrong.put("count", Message.of("refusal.quota.count", MAX_NUMBERS));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	@Override
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public void allot(long fromUnitId, long toUnitId, int count, Actor by) {
		UnitCard from = this.people.unit(fromUnitId);
		UnitCard to = this.people.unit(toUnitId);
		leads(from, by);
		if (from.id() == to.id() || !to.path().startsWith(from.path()) || !to.kind().leadsBranches()) {
			throw Refusal.Invalid.field("to", "refusal.quota.below", from.name());
		}
		if (count < 1 || count > MAX_NUMBERS) {
			throw Refusal.Invalid.field("count", "refusal.quota.count", MAX_NUMBERS);
		}
		List<MemberNumber> free = this.numbers.lowest(fromUnitId, count);
		if (free.size() < count) {
			throw shortOf(from, count, free.size());
		}
		runs(free).forEach((run) -> give(run, from, to, by));
		this.auditLog.record(AuditEvent.of(by, "quota.allotted", "unit:" + toUnitId)
			.in(fromUnitId)
			.with(run(free.get(0).number(), free.get(count - 1).number(), count)));
	}

	/** As {@link #allot}, for a form that may be sent twice. */
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public void allotOnce(long fromUnitId, long toUnitId, int count, String key, Actor by) {
		leads(this.people.unit(fromUnitId), by);
		if (this.keys.first(key)) {
			allot(fromUnitId, toUnitId, count, by);
		}
	}

	private static Refusal shortOf(UnitCard from, int wanted, int free) {
		return new Refusal.Conflict("refusal.quota.short", from.name(), wanted, free);
	}

	// Somebody reserved one of them meanwhile: give back everything and let the person
	// look again.
	private void give(List<MemberNumber> run, UnitCard from, UnitCard to, Actor by) {
		MemberNumber first = run.get(0);
		MemberNumber last = run.get(run.size() - 1);
		long block = this.blocks.add(to.id(), from.id(), first.blockId(), first.prefix(), first.serial(), last.serial(),
				by, this.clock.instant());
		if (this.numbers.move(first.number(), last.number(), from.id(), to.id(), block) != run.size()) {
			throw new Refusal.Conflict("refusal.quota.moved", from.name());
		}
	}

	/** Cuts numbers in order into runs without a gap, each from one block. */
	static List<List<MemberNumber>> runs(List<MemberNumber> numbers) {
		List<List<MemberNumber>> runs = new ArrayList<>();
		MemberNumber before = null;
		for (MemberNumber number : numbers) {
			if (before == null || !number.follows(before)) {
				runs.add(new ArrayList<>());
			}
			runs.get(runs.size() - 1).add(number);
			before = number;
		}
		return runs;
	}

	@Override
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public String reserve(CaseId caseId, long unitId) {
		Optional<MemberNumber> already = this.numbers.of(caseId);
		if (already.isPresent()) {
			return already.get().number();
		}
		UnitCard pool = pool(unitId);
		this.numbers.queueUp(pool.id());
		String number = take(caseId, pool);
		this.auditLog
			.record(AuditEvent.of(Actor.SYSTEM, "quota.reserved", "number:" + number).on(caseId).in(pool.id()));
		return number;
	}

	private String take(CaseId caseId, UnitCard pool) {
		while (true) {
			List<MemberNumber> free = new ArrayList<>(
					this.numbers.free(pool.id(), this.clock.today().getYear(), MAX_CANDIDATES));
			if (free.isEmpty()) {
				throw empty(pool);
			}
			Optional<String> taken = first(free, caseId);
			if (taken.isPresent()) {
				return taken.get();
			}
		}
	}

	// In no fixed order, so that many at once do not all queue for the lowest number.
	private Optional<String> first(List<MemberNumber> free, CaseId caseId) {
		Collections.shuffle(free);
		return free.stream()
			.map(MemberNumber::number)
			.filter((number) -> this.numbers.reserve(number, caseId))
			.findFirst();
	}

	/** The nearest unit at or above that was ever given numbers. */
	private UnitCard pool(long unitId) {
		List<UnitCard> lineage = this.people.lineage(unitId);
		List<Long> holders = this.blocks.holders(lineage.stream().map(UnitCard::id).toList());
		return lineage.stream()
			.filter((unit) -> holders.contains(unit.id()))
			.findFirst()
			.orElseThrow(() -> new Refusal.Conflict("refusal.quota.none", lineage.get(lineage.size() - 1).name()));
	}

	private Refusal empty(UnitCard pool) {
		List<UnitCard> lineage = this.people.lineage(pool.id());
		return (lineage.size() > 1) ? new Refusal.Conflict("refusal.quota.empty", pool.name(), lineage.get(1).name())
				: new Refusal.Conflict("refusal.quota.emptyCounty", pool.name());
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> numberOf(CaseId caseId) {
		return this.numbers.of(caseId).map(MemberNumber::number);
	}

	@Override
	@Transactional
	public String use(CaseId caseId) {
		MemberNumber held = this.numbers.of(caseId)
			.orElseThrow(() -> new Refusal.Conflict("refusal.quota.noNumber", caseId.key()));
		if (this.numbers.use(caseId)) {
			this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "quota.used", "number:" + held.number())
				.on(caseId)
				.in(held.holderUnitId()));
		}
		return held.number();
	}

	@Override
	@Transactional
	public void release(CaseId caseId) {
		this.numbers.of(caseId)
			.filter((held) -> this.numbers.release(caseId))
			.ifPresent((held) -> this.auditLog
				.record(AuditEvent.of(Actor.SYSTEM, "quota.released", "number:" + held.number())
					.on(caseId)
					.in(held.holderUnitId())));
	}

	/** What a case kept and did not use is free when it ends. */
	@EventListener
	@Transactional
	public void on(CaseEnded event) {
		release(event.caseId());
	}

	@Override
	@Transactional
	public void voidNumber(String number, String reason, Actor by) {
		MemberNumber found = this.numbers.find(number).orElseThrow(() -> new Refusal.NotFound("refusal.quota.unknown"));
		if (!by.isSystem()) {
			leads(this.people.unit(found.holderUnitId()), by);
		}
		if (reason == null || reason.isBlank() || reason.length() > 500) {
			throw Refusal.Invalid.field("reason", "refusal.quota.reason", 500);
		}
		Instant now = this.clock.instant();
		if (!this.numbers.voidNumber(number, reason.strip(), by.name(), now)) {
			throw new Refusal.Conflict("refusal.quota.state", number);
		}
		AuditEvent event = AuditEvent.of(by, "quota.voided", "number:" + number).in(found.holderUnitId());
		this.auditLog.record(event.on((found.caseId() != null) ? new CaseId(found.caseId()) : null)
			.with(Map.of("reason", reason.strip())));
	}

	@Override
	@Transactional(readOnly = true)
	public NumberBalance standing(long unitId) {
		Map<NumberState, Integer> counts = this.numbers.counts(unitId);
		return new NumberBalance(unitId, this.blocks.given(unitId), this.blocks.passedOn(unitId),
				counts.getOrDefault(NumberState.FREE, 0), counts.getOrDefault(NumberState.RESERVED, 0),
				counts.getOrDefault(NumberState.USED, 0), counts.getOrDefault(NumberState.VOID, 0));
	}

	/** The units whose numbers this person looks after, with their standing. */
	@Transactional(readOnly = true)
	public List<UnitStanding> standings(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()))
			.flatMap((post) -> this.people.within(post.unitId()).stream())
			.filter((unit) -> unit.kind().leadsBranches())
			.distinct()
			.map((unit) -> new UnitStanding(unit, standing(unit.id())))
			.toList();
	}

	/** One unit's numbers and runs. */
	@Transactional(readOnly = true)
	public Book book(long unitId, NumberState state, String after, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		leads(unit, by);
		List<UnitCard> below = this.people.within(unitId)
			.stream()
			.filter((one) -> one.id() != unitId && one.kind().leadsBranches())
			.toList();
		return new Book(unit, standing(unitId), this.blocks.of(unitId), below,
				this.numbers.page(unitId, state, after, PAGE_SIZE + 1));
	}

	private static void leads(UnitCard unit, Actor by) {
		boolean may = by.holdsOver(Roles.ADMIN, unit.path())
				|| Offices.LEADING.stream().anyMatch((role) -> by.holdsOver(role, unit.path()));
		if (!may) {
			throw new Refusal.NotAllowed("refusal.quota.unit", unit.name());
		}
	}

	private static Map<String, Object> run(String from, String to, int count) {
		return Map.of("from", from, "to", to, "count", count);
	}

	/** A unit with its standing. */
	record UnitStanding(UnitCard unit, NumberBalance standing) {
	}

	/**
	 * A unit's pool as its keepers see it.
	 *
	 * @param below the units that may be given numbers
	 * @param numbers one more than a page when there are more
	 */
	record Book(UnitCard unit, NumberBalance standing, List<Block> blocks, List<UnitCard> below,
			List<MemberNumber> numbers) {

		public boolean more() {
			return this.numbers.size() > PAGE_SIZE;
		}

		public List<MemberNumber> page() {
			return more() ? this.numbers.subList(0, PAGE_SIZE) : this.numbers;
		}

		public String last() {
			List<MemberNumber> page = page();
			return page.isEmpty() ? null : page.get(page.size() - 1).number();
		}

	}

}
