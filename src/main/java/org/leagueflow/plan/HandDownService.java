package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends items to units below, which take them into their own plans. */
@Service
@Transactional
class HandDownService {

	private static final int MAX_UNITS = 2000;

	private static final int MAX_REASON = 1000;

	private final HandedItems handed;

	private final HandedTargets targets;

	private final Plans plans;

	private final PlanContents contents;

	private final PlanService service;

	private final PlanRights rights;

	private final PlanSeats seats;

	private final People people;

	private final PlanNotifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	HandDownService(HandedItems handed, HandedTargets targets, Plans plans, PlanContents contents, PlanService service,
			PlanRights rights, PlanSeats seats, People people, PlanNotifications notifications, AuditLog auditLog,
			BusinessClock clock) {
		this.handed = handed;
		this.targets = targets;
		this.plans = plans;
		this.contents = contents;
		this.service = service;
		this.rights = rights;
		this.seats = seats;
		this.people = people;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Whether the person sends items of the plan to units below. */
	boolean sends(Plan plan, Actor by) {
		return this.rights.drafts(plan, by);
	}

	/** The units to which items of a plan can be sent. */
	@Transactional(readOnly = true)
	List<UnitCard> below(Plan plan) {
		return this.people.within(plan.unitId())
			.stream()
			.filter((unit) -> unit.id() != plan.unitId() && unit.kind() != UnitKind.PARTY_BRANCH)
			.toList();
	}

	/**
	 * Sends an item of the plan that holds; units that have it already are left alone.
	 * @param typed {@code least-17}: what each of these units has to reach at least of a
	 * number; empty where it sets its target for itself
	 * @return to how many it was sent
	 */
	int send(long item, Collection<Long> units, Map<String, String> typed, Actor by) {
		Plan plan = this.plans
			.locked(this.contents.planOf(item).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item")));
		this.rights.requireDrafting(plan, by);
		PlanLine line = line(plan, item);
		List<UnitCard> wanted = below(plan).stream().filter((unit) -> units.contains(unit.id())).toList();
		if (wanted.isEmpty() || wanted.size() > MAX_UNITS) {
			throw Refusal.Invalid.field("unit", "refusal.plan.handed.units");
		}
		PlanSpan within = within(line, plan.year());
		Map<Long, BigDecimal> least = least(this.contents.of(plan.publishedId()).indicators(line), typed);
		int sent = 0;
		for (UnitCard unit : wanted) {
			sent += send(line, unit, within, least, by) ? 1 : 0;
		}
		this.auditLog.record(AuditEvent.of(by, "plan.handedDown", "plan:" + plan.id())
			.in(plan.unitId())
			.with(Map.of("item", line.number(), "units", sent)));
		return sent;
	}

	/** A rate and what is not to be exceeded hold for all units alike. */
	static boolean alike(PlanIndicator one) {
		return one.rollUp() == PlanRollUp.RATE || one.comparator().ceiling();
	}

	private static Map<Long, BigDecimal> least(List<PlanIndicator> indicators, Map<String, String> typed) {
		Map<Long, BigDecimal> least = new HashMap<>();
		indicators.stream().filter((one) -> !alike(one)).forEach((one) -> {
			String field = "least-" + one.id();
			BigDecimal value = PlanText.number(field, typed.get(field));
			if (value != null && value.signum() < 0) {
				throw Refusal.Invalid.field(field, "refusal.plan.negative", one.name());
			}
			if (value != null) {
				least.put(one.id(), value);
			}
		});
		return least;
	}

	private PlanLine line(Plan plan, long item) {
		if (plan.publishedId() == null) {
			throw new Refusal.Conflict("refusal.plan.handed.unpublished");
		}
		return this.contents.of(plan.publishedId())
			.line(item)
			.orElseThrow(() -> new Refusal.Conflict("refusal.plan.handed.unpublished"));
	}

	/** From the first to the last day of its spans; the year where it has none. */
	private static PlanSpan within(PlanLine line, int year) {
		PlanSpan all = PlanSpan.year(year);
		LocalDate from = line.spans().stream().map(PlanSpan::from).min(LocalDate::compareTo).orElse(all.from());
		LocalDate to = line.spans().stream().map(PlanSpan::to).max(LocalDate::compareTo).orElse(all.to());
		return new PlanSpan(from, to);
	}

	private boolean send(PlanLine line, UnitCard unit, PlanSpan within, Map<Long, BigDecimal> least, Actor by) {
		HandedItem before = this.handed.findByItemIdAndUnitId(line.itemId(), unit.id()).orElse(null);
		if (before != null && before.stands()) {
			return false;
		}
		if (before != null) {
			before.sent(within, by, this.clock.instant());
		}
		HandedItem sent = this.handed.saveAndFlush(
				(before != null) ? before : new HandedItem(line.itemId(), unit, within, by, this.clock.instant()));
		this.targets.replace(sent.id(), least);
		tell(unit.id(), Message.of("plan.told.handed", line.title(), within.to().toString()));
		return true;
	}

	private void tell(long unit, Message words) {
		this.notifications.tell(this.seats.head(unit), words, "/plan/mine");
	}

	/** What awaits the confirmation of these units. */
	@Transactional(readOnly = true)
	List<HandedItem> waiting(Collection<Long> units) {
		return units.isEmpty() ? List.of() : this.handed.findByUnitIdInAndStateOrderById(units, HandedItem.State.SENT);
	}

	/**
	 * The unit takes the item into its own plan, where it may adapt it within limits and
	 * has it approved.
	 * @return the edition in which it stands
	 * @throws Refusal.Conflict while an edition of the unit's plan awaits its decision
	 */
	long confirm(long id, Actor by) {
		HandedItem sent = this.handed.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
		if (!this.rights.actsFor(sent.unitId(), by)) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		Plan above = this.plans.of(this.contents.planOf(sent.itemId()).orElseThrow());
		PlanLine line = line(above, sent.itemId());
		UnitCard unit = this.people.unit(sent.unitId());
		Plan own = this.plans.findByUnitIdAndPlanYear(unit.id(), above.year())
			.map((plan) -> this.plans.locked(plan.id()))
			.orElseGet(() -> this.service.make(unit, above.year(),
					Characters.first(unit.name() + above.year() + "年工作计划", 120), by));
		PlanEdition edition = this.service.openOrBegin(own, "承接上级下达的事项", by);
		edition.requireDraft();
		if (sent.state() != HandedItem.State.SENT) {
			throw new Refusal.Conflict("refusal.plan.handed.settled");
		}
		long child = (sent.childId() != null) ? sent.childId() : this.contents.newItems(own.id(), 1).get(0);
		this.contents.parent(child, sent.itemId());
		this.contents.replace(edition.id(),
				copy(line, child, unit, this.contents.lastPosition(edition.id()) + 1,
						indicators(above, own, edition, line, this.targets.of(id)),
						List.of(new PlanSpan(sent.startsOn(), sent.endsOn()))));
		sent.confirmed(own.id(), child, by, this.clock.instant());
		this.handed.saveAndFlush(sent);
		this.auditLog.record(AuditEvent.of(by, "plan.handedConfirmed", "plan:" + own.id())
			.in(unit.id())
			.with(Map.of("from", above.title(), "item", line.number())));
		return edition.id();
	}

	/**
	 * The unit does not take the item, and says why; the superior is told and may send it
	 * again.
	 * @throws Refusal.Conflict once it was confirmed, declined or taken back
	 */
	void decline(long id, String reason, Actor by) {
		HandedItem sent = this.handed.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
		if (!this.rights.actsFor(sent.unitId(), by)) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		String why = PlanText.required("reason", reason, MAX_REASON);
		sent.declined(why);
		this.handed.saveAndFlush(sent);
		Plan above = this.plans.of(this.contents.planOf(sent.itemId()).orElseThrow());
		this.notifications.tell(this.seats.office(above.unitId()),
				Message.of("plan.told.handedDeclined", sent.unitName(), why), "/plan/items/" + sent.itemId());
		this.auditLog.record(AuditEvent.of(by, "plan.handedDeclined", "plan:" + above.id())
			.in(sent.unitId())
			.with(Characters.first(why, 200)));
	}

	private static PlanLine copy(PlanLine line, long child, UnitCard unit, int position, List<Long> indicators,
			List<PlanSpan> fallback) {
		return new PlanLine(child, 0, (line.kind() == PlanItemKind.ALL_YEAR) ? line.kind() : PlanItemKind.MONTHLY,
				position, line.paperNumber(), line.section(), line.content(), line.measure(), line.periodWords(), null,
				null, null, null, null, line.haves(), line.recurrence(), line.festival(),
				line.spans().isEmpty() ? fallback : line.spans(),
				List.of(new PlanOwner(PlanOwnerKind.UNIT, unit.id(), unit.name(), true)), List.of(), indicators);
	}

	/**
	 * The unit's own indicators below those of the item. Of a rate the target is the
	 * same; a number begins with what the unit has to reach at least.
	 */
	private List<Long> indicators(Plan above, Plan own, PlanEdition edition, PlanLine line,
			Map<Long, BigDecimal> least) {
		Map<Long, Long> there = this.contents.children(own.id());
		List<Long> ids = new ArrayList<>();
		List<PlanIndicator> stated = this.contents.indicators(edition.id());
		for (PlanIndicator one : this.contents.of(above.publishedId()).indicators(line)) {
			long id = there.getOrDefault(one.id(), 0L);
			if (id == 0) {
				id = this.contents.newIndicator(own.id());
				this.contents.indicatorParent(id, one.id());
			}
			long known = id;
			if (stated.stream().noneMatch((other) -> other.id() == known)) {
				boolean same = alike(one);
				this.contents.add(edition.id(),
						new PlanIndicator(id, 0, one.name(), one.comparator(), same ? one.base() : least.get(one.id()),
								same ? one.stretch() : null, one.measure(), null, one.rollUp()));
			}
			ids.add(id);
		}
		return ids;
	}

	/**
	 * Takes an item back from a unit.
	 * @throws Refusal.Conflict when the unit has begun to work on it
	 */
	void takeBack(long item, long id, String reason, Actor by) {
		HandedItem sent = this.handed.lock(id)
			.filter((one) -> one.itemId() == item)
			.orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
		Plan plan = this.plans.of(this.contents.planOf(item).orElseThrow());
		this.rights.requireDrafting(plan, by);
		String why = PlanText.required("reason", reason, MAX_REASON);
		requireNotBegun(List.of(item), List.of(id));
		if (!sent.stands()) {
			throw new Refusal.Conflict("refusal.plan.handed.settled");
		}
		takeBack(sent, why);
		this.auditLog.record(AuditEvent.of(by, "plan.handedBack", "plan:" + plan.id())
			.in(plan.unitId())
			.with(Map.of("unit", sent.unitName())));
	}

	private void takeBack(HandedItem sent, String why) {
		sent.takenBack(why);
		this.handed.saveAndFlush(sent);
		tell(sent.unitId(), Message.of("plan.told.handedBack", why));
	}

	private void requireNotBegun(Collection<Long> items, Collection<Long> which) {
		String begun = this.handed.begun(items)
			.stream()
			.filter((one) -> which.contains(one.id()))
			.map(HandedItem::unitName)
			.collect(Collectors.joining("、"));
		if (!begun.isEmpty()) {
			throw new Refusal.Conflict("refusal.plan.handed.begun", begun);
		}
	}

	/** What an amendment leaves out is taken back from units that have not begun. */
	void follow(PlanContent content, Collection<Long> before, String reason) {
		List<Long> gone = before.stream().filter((item) -> content.line(item).isEmpty()).toList();
		if (!gone.isEmpty()) {
			Map<Long, HandedItem> begun = new HashMap<>();
			this.handed.begun(gone).forEach((one) -> begun.put(one.id(), one));
			this.handed.findByItemIdIn(gone)
				.stream()
				.filter((one) -> one.stands() && !begun.containsKey(one.id()))
				.forEach((one) -> takeBack(one, reason));
		}
	}

}
