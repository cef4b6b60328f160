package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseFilter;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingChanged;
import org.leagueflow.life.Activities;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books activities, meetings and League classes onto items, so that their evidence is not
 * typed twice: they count by themselves once they are over.
 */
@Service
@Transactional
class CountingService {

	private static final String ACTIVITY = "activity";

	private static final String MEETING = "meeting";

	/** What is counted by those who came. */
	private static final List<String> HEADS = List.of("人次", "人", "人数", "名", "位");

	private final PlanLinks links;

	private final Assignments assignments;

	private final Plans plans;

	private final PlanContents contents;

	private final ProgressEntries entries;

	private final OccurrenceService occurrences;

	private final PlanRights rights;

	private final Cases cases;

	private final MeetingFacade meetings;

	private final Activities activities;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	CountingService(PlanLinks links, Assignments assignments, Plans plans, PlanContents contents,
			ProgressEntries entries, OccurrenceService occurrences, PlanRights rights, Cases cases,
			MeetingFacade meetings, Activities activities, People people, AuditLog auditLog, BusinessClock clock) {
		this.links = links;
		this.assignments = assignments;
		this.plans = plans;
		this.contents = contents;
		this.entries = entries;
		this.occurrences = occurrences;
		this.rights = rights;
		this.cases = cases;
		this.meetings = meetings;
		this.activities = activities;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Whether the person books onto the item: an owner, or the plan's office. */
	boolean books(Plan plan, PlanLine line, Actor by) {
		return this.rights.works(plan.unitId(), line.owners(), by);
	}

	private Booking booking(long item, Actor by) {
		Plan plan = this.plans
			.locked(this.contents.planOf(item).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item")));
		this.rights.requireSeeing(plan, by);
		PlanLine line = this.contents.of(Objects.requireNonNullElse(plan.publishedId(), 0L))
			.line(item)
			.orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
		if (!books(plan, line, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notOwner");
		}
		return new Booking(plan, line);
	}

	/** Books one activity or meeting by its number; what is over counts at once. */
	void book(long item, String number, Long indicator, Actor by) {
		Booking about = booking(item, by);
		String typed = PlanText.required("number", number, 40);
		CaseCard card = this.cases.list(new CaseFilter(typed, null, null, null, false, null), by, 5)
			.rows()
			.stream()
			.filter((one) -> one.number().equalsIgnoreCase(typed))
			.filter((one) -> List.of(ACTIVITY, MEETING).contains(one.process()))
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field("number", "refusal.plan.link.number", typed));
		if (this.links.of(item).stream().anyMatch((one) -> Long.valueOf(card.id().value()).equals(one.caseId()))) {
			throw new Refusal.Conflict("refusal.plan.link.twice", card.number());
		}
		Optional<MeetingRecord> meeting = this.meetings.recordOf(card.id());
		PlanLink link = new PlanLink(0, item, indicator(about.line(), indicator),
				meeting.map((one) -> kind(one.kind())).orElse(ProgressSource.ACTIVITY), card.id().value(),
				card.number(), null, null, by.name());
		this.links.add(link, by, this.clock.instant());
		record("assignment.linked", about.plan(), item, card.number(), by);
		meeting.filter((one) -> one.stage() == MeetingRecord.Stage.HELD).ifPresent((one) -> count(link, evidence(one)));
		if (card.process().equals(ACTIVITY) && "closed".equals(card.outcome())) {
			evidence(card).ifPresent((one) -> count(link, one));
		}
	}

	private static ProgressSource kind(MeetingKind kind) {
		return (kind == MeetingKind.LEAGUE_CLASS) ? ProgressSource.CLASS : ProgressSource.MEETING;
	}

	/**
	 * Books all activities, meetings of a kind or League classes of a unit from now on.
	 */
	void bookAll(long item, ProgressSource kind, MeetingKind meeting, long unitId, Long indicator, Actor by) {
		Booking about = booking(item, by);
		if (!List.of(ProgressSource.ACTIVITY, ProgressSource.MEETING, ProgressSource.CLASS).contains(kind)) {
			throw Refusal.Invalid.field("kind", "refusal.plan.link.kind");
		}
		UnitCard unit = this.people.within(about.plan().unitId())
			.stream()
			.filter((one) -> one.id() == unitId)
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field("unit", "refusal.plan.link.unit"));
		MeetingKind which = (kind == ProgressSource.MEETING) ? meeting : null;
		boolean there = this.links.of(item)
			.stream()
			.anyMatch((one) -> one.caseId() == null && one.kind() == kind && one.meetingKind() == which
					&& Long.valueOf(unitId).equals(one.unitId()));
		if (there) {
			throw new Refusal.Conflict("refusal.plan.link.twice", unit.name());
		}
		this.links.add(new PlanLink(0, item, indicator(about.line(), indicator), kind, null, null, which, unit.id(),
				by.name()), by, this.clock.instant());
		record("assignment.linked", about.plan(), item, unit.name(), by);
	}

	/** The chosen indicator; where the item has one only, that one. */
	private static Long indicator(PlanLine line, Long chosen) {
		if (chosen == null) {
			return null;
		}
		return line.indicators()
			.stream()
			.filter(chosen::equals)
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field("indicator", "refusal.plan.missing"));
	}

	/** What was counted stays. */
	void unbook(long item, long link, Actor by) {
		Booking about = booking(item, by);
		if (!this.links.remove(item, link)) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		record("assignment.unlinked", about.plan(), item, Long.toString(link), by);
	}

	private void record(String code, Plan plan, long item, String what, Actor by) {
		this.auditLog.record(AuditEvent.of(by, code, "plan:" + plan.id())
			.in(plan.unitId())
			.with(Map.of("item", item, "what", what)));
	}

	@EventListener
	public void on(MeetingChanged event) {
		MeetingRecord meeting = event.meeting();
		if (meeting.stage() == MeetingRecord.Stage.HELD && meeting.caseId() != null) {
			Evidence evidence = evidence(meeting);
			this.links.matching(evidence.kind(), meeting.caseId().value(), meeting.kind(), meeting.unitId())
				.forEach((link) -> count(link, evidence));
		}
	}

	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (ACTIVITY.equals(event.process()) && "closed".equals(event.outcome())) {
			CaseCard card = this.cases.card(event.caseId());
			List<PlanLink> matching = this.links.matching(ProgressSource.ACTIVITY, card.id().value(), null,
					card.unitId());
			if (!matching.isEmpty()) {
				evidence(card).ifPresent((evidence) -> matching.forEach((link) -> count(link, evidence)));
			}
		}
	}

	private Evidence evidence(MeetingRecord meeting) {
		List<Long> came = meeting.attendees()
			.stream()
			.map(MeetingRecord.Attendee::personId)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		return new Evidence(kind(meeting.kind()), meeting.caseId(), this.clock.dateOf(meeting.startsAt()),
				meeting.attendees().size(), came, meeting.came(), meeting.entitled());
	}

	private Optional<Evidence> evidence(CaseCard card) {
		return this.activities.of(card.id())
			.map((one) -> new Evidence(ProgressSource.ACTIVITY, one.caseId(), one.heldOn(), one.attended(), List.of(),
					0, 0));
	}

	/**
	 * Counts once, for the span in which it was; what lies in none counts for nothing.
	 */
	private void count(PlanLink link, Evidence evidence) {
		Optional<Assignment> about = this.assignments.findByItemIdOrderByStartsOn(link.itemId())
			.stream()
			.filter((one) -> !one.isOver() && !evidence.day().isBefore(one.startsOn())
					&& !evidence.day().isAfter(one.dueOn()))
			.findFirst();
		if (about.isEmpty()) {
			return;
		}
		Assignment assignment = about.get();
		long source = evidence.caseId().value();
		if (link.indicatorId() == null) {
			if (!this.entries.counted(link.itemId(), evidence.kind(), source)) {
				this.entries.add(assignment, null, PlanTotal.NONE, PlanTotal.NONE, null, words(evidence), null,
						evidence.kind(), source, Actor.SYSTEM, this.clock.instant());
				this.occurrences.held(assignment, evidence.day());
			}
			return;
		}
		Optional<PlanIndicator> indicator = this.contents.indicators(this.plans.of(assignment.planId()).publishedId())
			.stream()
			.filter((one) -> link.indicatorId().equals(one.id()))
			.findFirst();
		if (indicator.isEmpty()) {
			return;
		}
		PlanTotal before = this.entries.lock(link.indicatorId());
		if (this.entries.countedFor(link.indicatorId(), evidence.kind(), source)) {
			return;
		}
		this.entries.add(assignment, link.indicatorId(), before, amount(indicator.get(), evidence), null,
				words(evidence), null, evidence.kind(), source, Actor.SYSTEM, this.clock.instant());
		this.occurrences.held(assignment, evidence.day());
	}

	private String words(Evidence evidence) {
		CaseCard card = this.cases.card(evidence.caseId());
		return PlanText.first(card.number() + " " + card.title(), 200);
	}

	private PlanTotal amount(PlanIndicator indicator, Evidence evidence) {
		if (indicator.rollUp() == PlanRollUp.RATE) {
			return new PlanTotal(BigDecimal.valueOf(evidence.came()), BigDecimal.valueOf(evidence.entitled()), true);
		}
		if (indicator.rollUp() == PlanRollUp.PERSONS) {
			int fresh = evidence.persons().isEmpty() ? evidence.heads()
					: this.entries.persons(indicator.id(), evidence.persons());
			return new PlanTotal(BigDecimal.valueOf(fresh), BigDecimal.ZERO, true);
		}
		boolean heads = HEADS.contains(indicator.measure());
		return new PlanTotal(heads ? BigDecimal.valueOf(evidence.heads()) : BigDecimal.ONE, BigDecimal.ZERO, true);
	}

	/** Of which plan's line something is booked. */
	private record Booking(Plan plan, PlanLine line) {
	}

	/**
	 * Something that is over and counts.
	 *
	 * @param heads how many took part
	 * @param persons those who are known
	 * @param came how many of those entitled came, of how many
	 */
	private record Evidence(ProgressSource kind, CaseId caseId, LocalDate day, int heads, List<Long> persons, int came,
			int entitled) {
	}

}
