package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督查: slips, and more time. */
@Service
@Transactional
class SupervisionService {

	private static final int MAX_WORDS = 2000;

	private static final int MAX_REASON = 1000;

	private static final int MAX_DAYS = 366;

	private final Assignments assignments;

	private final AssignmentService service;

	private final PlanSlips slips;

	private final PlanExtensions extensions;

	private final PlanRights rights;

	private final PlanSeats seats;

	private final Plans plans;

	private final People people;

	private final Cases cases;

	private final Inbox inbox;

	private final PlanNotifications notifications;

	private final Policies policies;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	SupervisionService(Assignments assignments, AssignmentService service, PlanSlips slips, PlanExtensions extensions,
			PlanRights rights, PlanSeats seats, Plans plans, People people, Cases cases, Inbox inbox,
			PlanNotifications notifications, Policies policies, AuditLog auditLog, BusinessClock clock) {
		this.assignments = assignments;
		this.service = service;
		this.slips = slips;
		this.extensions = extensions;
		this.rights = rights;
		this.seats = seats;
		this.plans = plans;
		this.people = people;
		this.cases = cases;
		this.inbox = inbox;
		this.notifications = notifications;
		this.policies = policies;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	// 延期

	/** Whether the person may ask for more time now. */
	boolean asks(Assignment assignment, Actor by) {
		return assignment.working() && !this.clock.today().isAfter(assignment.dueOn())
				&& this.service.leads(assignment, by) && openOf(assignment.id()).isEmpty();
	}

	List<PlanExtension> openOf(long assignment) {
		return this.extensions.findByAssignmentIdOrderById(assignment)
			.stream()
			.filter((one) -> one.state() == PlanExtension.State.ASKED)
			.toList();
	}

	/**
	 * Asks for more time; the second time the level above decides.
	 * @throws Refusal.Conflict once it is due, and while a request awaits its answer
	 * @throws Refusal.Invalid without reason, progress or a later day
	 */
	long ask(long id, LocalDate until, String reason, String progress, Actor by) {
		Assignment assignment = this.assignments.locked(id);
		if (!this.service.leads(assignment, by)) {
			throw new Refusal.NotAllowed("refusal.plan.extension.lead");
		}
		LocalDate today = this.clock.today();
		if (!assignment.working()) {
			throw new Refusal.Conflict("refusal.plan.notWorking");
		}
		if (today.isAfter(assignment.dueOn())) {
			throw new Refusal.Conflict("refusal.plan.extension.late", assignment.dueOn().toString());
		}
		if (!openOf(id).isEmpty()) {
			throw new Refusal.Conflict("refusal.plan.extension.open");
		}
		LocalDate last = assignment.dueOn().plusDays(MAX_DAYS);
		if (until == null || !until.isAfter(assignment.dueOn()) || until.isAfter(last)) {
			throw Refusal.Invalid.field("until", "refusal.plan.extension.until", assignment.dueOn().toString(),
					last.toString());
		}
		String why = PlanText.required("reason", reason, MAX_REASON);
		String far = PlanText.required("progress", progress, MAX_REASON);
		long unit = (assignment.extended() == 0) ? assignment.unitId() : this.seats.above(assignment.unitId()).id();
		LocalDate answerBy = today.plusDays(this.policies.number(PlanRules.EXTENSION_DAYS, assignment.unitPath()));
		PlanExtension extension = this.extensions
			.saveAndFlush(new PlanExtension(assignment, until, why, far, unit, answerBy, by, this.clock.instant()));
		Seat seat = this.seats.officeBeside(unit, assignment.leadPersons());
		this.notifications.tell(seat,
				Message.of("plan.told.extension", assignment.title(), until.toString(), answerBy.toString()),
				link(assignment));
		this.cases.note(assignment.caseId(), by, Message.of("plan.note.extension", until.toString(), why),
				Readers.of(Readers.EVERYONE));
		record("assignment.extensionAsked", assignment, Map.of("until", until.toString()), by);
		return extension.id();
	}

	private static String link(Assignment assignment) {
		return "/plan/items/" + assignment.itemId();
	}

	private void record(String code, Assignment assignment, Map<String, Object> detail, Actor by) {
		this.auditLog.record(AuditEvent.of(by, code, "plan:" + assignment.planId())
			.on(assignment.caseId())
			.in(assignment.unitId())
			.with(detail));
	}

	/** Whether more time would still mean anything. */
	static boolean waits(Assignment assignment) {
		return !assignment.isOver() && !assignment.isDone();
	}

	/**
	 * Whether the person decides the request: the office asked, and once its answer is
	 * late the level above as well; never the lead.
	 */
	boolean decides(PlanExtension extension, Assignment assignment, Actor by) {
		Seat seat = this.seats.officeBeside(extension.unitId(), assignment.leadPersons());
		boolean late = this.clock.today().isAfter(extension.answerBy());
		return extension.state() == PlanExtension.State.ASKED && waits(assignment) && !by.oversees()
				&& !assignment.leadPersons().contains(by.personId()) && by.personId() != extension.askedBy()
				&& (this.rights.actsFor(seat.unitId(), by)
						|| (late && this.rights.actsFor(this.seats.above(seat.unitId()).id(), by)));
	}

	/**
	 * Grants or refuses more time.
	 * @throws Refusal.Conflict when it was decided before, or the item is over
	 */
	void decide(long item, long id, boolean granted, String opinion, Actor by) {
		PlanExtension extension = this.extensions.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
		Assignment assignment = this.assignments.locked(extension.assignmentId());
		if (assignment.itemId() != item) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		if (extension.state() == PlanExtension.State.ASKED && waits(assignment)
				&& !decides(extension, assignment, by)) {
			throw new Refusal.NotAllowed("refusal.plan.extension.decides", this.people.unit(extension.unitId()).name());
		}
		String why = granted ? PlanText.within("opinion", opinion, MAX_REASON)
				: PlanText.required("opinion", opinion, MAX_REASON);
		if (!waits(assignment)) {
			throw new Refusal.Conflict("refusal.plan.notWorking");
		}
		extension.decided(granted, why, by, this.clock.instant());
		this.extensions.saveAndFlush(extension);
		if (granted) {
			assignment.extendsTo(extension.untilOn());
			this.assignments.saveAndFlush(assignment);
			this.inbox.dateAgain(assignment.caseId());
		}
		this.service.tellLead(assignment, granted ? "plan.told.extended" : "plan.told.notExtended");
		this.cases.note(assignment.caseId(), by,
				granted ? Message.of("plan.note.extended", extension.untilOn().toString())
						: Message.of("plan.note.notExtended", why),
				Readers.of(Readers.EVERYONE));
		record(granted ? "assignment.extended" : "assignment.extensionRefused", assignment,
				Map.of("until", extension.untilOn().toString()), by);
	}

	// 督查单

	/**
	 * Issues a slip. The first goes to whoever leads the item, a second one to the head
	 * of the unit that plans it (or, where that is the lead, above), later ones above.
	 * @throws Refusal.Conflict while another one is open, or the item is over
	 */
	long issue(long id, PlanSlip.Demand demand, Actor by) {
		Assignment assignment = this.assignments.locked(id);
		this.service.requireSupervising(assignment, by);
		this.service.requireOther(assignment, by);
		List<PlanSlip> before = this.slips.findByAssignmentIdOrderBySlipNo(id);
		if (assignment.isOver()) {
			throw new Refusal.Conflict("refusal.plan.notWorking");
		}
		if (before.stream().anyMatch(PlanSlip::isOpen)) {
			throw new Refusal.Conflict("refusal.plan.slip.open");
		}
		return issue(assignment, before.size() + 1, checked(demand), by);
	}

	private PlanSlip.Demand checked(PlanSlip.Demand typed) {
		List<String> methods = PlanSlip.METHODS.stream().filter(typed.methods()::contains).toList();
		if (methods.isEmpty()) {
			throw Refusal.Invalid.field("methods", "refusal.plan.slip.methods");
		}
		LocalDate today = this.clock.today();
		if (typed.limit() == null || typed.limit().isBefore(today) || typed.limit().isAfter(today.plusDays(MAX_DAYS))) {
			throw Refusal.Invalid.field("limit", "refusal.plan.slip.limit", today.toString());
		}
		return new PlanSlip.Demand(methods, PlanText.required("finding", typed.finding(), MAX_WORDS),
				PlanText.required("demand", typed.demand(), MAX_WORDS), typed.limit());
	}

	private long issue(Assignment assignment, int number, PlanSlip.Demand demand, Actor by) {
		PlanOwner addressee = addressee(assignment, number);
		PlanSlip slip = this.slips.saveAndFlush(
				new PlanSlip(assignment, number, assignment.unitId(), addressee, demand, by, this.clock.instant()));
		this.notifications.tell(addressee, Message.of("plan.told.slip", assignment.title(), demand.limit().toString()),
				"/plan/slips/" + slip.id());
		if (!addressee.same(assignment.lead())) {
			this.service.tellLead(assignment, "plan.told.slipHigher");
		}
		this.cases.note(assignment.caseId(), by,
				Message.of("plan.note.slip", number, addressee.name(), demand.limit().toString()),
				Readers.of(Readers.EVERYONE));
		record("assignment.slipIssued", assignment, Map.of("number", number, "addressee", addressee.name()), by);
		return slip.id();
	}

	/** Each slip goes one level higher than the one before. */
	PlanOwner addressee(Assignment assignment, int number) {
		if (number == 1) {
			return assignment.lead();
		}
		List<UnitCard> lineage = this.people
			.lineage((assignment.lead().kind() == PlanOwnerKind.UNIT) ? assignment.lead().id() : assignment.unitId());
		int level = (assignment.lead().kind() == PlanOwnerKind.UNIT) ? number - 1 : number - 2;
		UnitCard unit = lineage.get(Math.min(level, lineage.size() - 1));
		return new PlanOwner(PlanOwnerKind.UNIT, unit.id(), unit.name(), false);
	}

	/** Whether the person answers the slip: its addressee. */
	boolean answers(PlanSlip slip, Actor by) {
		return slip.state() == PlanSlip.State.ISSUED && !by.oversees()
				&& PlanRights.owns(List.of(slip.addressee()), by);
	}

	/** Says what was rectified. */
	void answer(long id, String words, Actor by) {
		PlanSlip slip = visible(id, by);
		if (slip.state() == PlanSlip.State.ISSUED && !answers(slip, by)) {
			throw new Refusal.NotAllowed("refusal.plan.slip.addressee", slip.addressee().name());
		}
		slip.answered(PlanText.required("answer", words, MAX_WORDS), by, this.clock.instant());
		this.slips.saveAndFlush(slip);
		Assignment assignment = this.assignments.of(slip.assignmentId());
		this.notifications.tell(slip.issuedBy(), Message.of("plan.told.slipAnswered", assignment.title()),
				"/plan/slips/" + id);
		record("assignment.slipAnswered", assignment, Map.of("number", slip.number()), by);
	}

	/**
	 * Whether the person checks again: who supervises the item, and is not the addressee.
	 */
	boolean rechecks(PlanSlip slip, Assignment assignment, Actor by) {
		return slip.isOpen() && this.rights.supervises(this.plans.of(assignment.planId()), by)
				&& !slip.addressee().same(new PlanOwner(PlanOwnerKind.PERSON, by.personId(), "", false))
				&& !assignment.leadPersons().contains(by.personId());
	}

	/**
	 * Signs a slip off; where it is not met the next one is issued, a level higher.
	 * @param limit until when the next one has to be met
	 */
	void recheck(long id, boolean done, String words, LocalDate limit, Actor by) {
		PlanSlip slip = visible(id, by);
		Assignment assignment = this.assignments.locked(slip.assignmentId());
		if (slip.isOpen() && !rechecks(slip, assignment, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notSupervising");
		}
		String found = PlanText.required("recheck", words, MAX_WORDS);
		PlanSlip.Demand next = done ? null
				: checked(new PlanSlip.Demand(slip.methodKeys(), found, slip.demand(), limit));
		slip.rechecked(done, found, by, this.clock.instant());
		this.slips.saveAndFlush(slip);
		if (done) {
			this.notifications.tell(slip.addressee(), Message.of("plan.told.slipSignedOff", assignment.title()),
					"/plan/slips/" + id);
			record("assignment.slipSignedOff", assignment, Map.of("number", slip.number()), by);
		}
		else {
			issue(assignment, slip.number() + 1, next, by);
		}
	}

	/**
	 * @throws Refusal.NotFound to whom it is no business of
	 */
	private PlanSlip visible(long id, Actor by) {
		PlanSlip slip = this.slips.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.slip"));
		requireSeeing(slip, by);
		return slip;
	}

	void requireSeeing(PlanSlip slip, Actor by) {
		Assignment assignment = this.assignments.of(slip.assignmentId());
		Plan plan = this.plans.of(assignment.planId());
		boolean sees = this.rights.readsDrafts(plan, by) || this.service.leads(assignment, by)
				|| PlanRights.owns(List.of(slip.addressee()), by);
		if (!sees) {
			throw new Refusal.NotFound("refusal.plan.slip");
		}
	}

}
