package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.VotingRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of whoever puts an election, a grading or a motion on an agenda. */
@Service
@Transactional
class MotionService {

	/** What people may move; the decision table says how each is decided. */
	private static final List<String> MATTERS = List.of("election", "appraisal", "general");

	private final AgendaEntries entries;

	private final Meetings meetings;

	private final MeetingRights rights;

	private final MeetingRules rules;

	private final Electorate electorate;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	MotionService(AgendaEntries entries, Meetings meetings, MeetingRights rights, MeetingRules rules,
			Electorate electorate, People people, AuditLog auditLog, BusinessClock clock) {
		this.entries = entries;
		this.meetings = meetings;
		this.rights = rights;
		this.rules = rules;
		this.electorate = electorate;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Puts it on the agenda, for the next meeting of its kind or for one that is called
	 * already.
	 * @param request what is moved; the names of persons are looked up
	 * @param persons who stands for election or is graded
	 * @param meetingId the meeting that takes it up, or null
	 * @return the agenda entry
	 */
	long put(Motion request, List<Long> persons, Long meetingId, Actor by) {
		requireConvening(by, request.unitId());
		LocalDate today = this.clock.today();
		VotingRule rule = rule(request, today);
		Motion motion = request.with(named(request.unitId(), persons, rule.form(), today));
		check(motion, rule);
		AgendaEntry entry = this.entries
			.save(new AgendaEntry(motion, motion.paper(rule.form()), rule, today, this.clock.instant(), by.personId()));
		this.auditLog.record(AuditEvent.of(by, "motion.put", "agenda:" + entry.id())
			.in(motion.unitId())
			.with(Map.of("matter", motion.matter(), "persons", motion.persons().size(), "seats", motion.seats())));
		if (meetingId != null) {
			takeUp(meetingId, entry, by);
		}
		return entry.id();
	}

	private void takeUp(long meetingId, AgendaEntry entry, Actor by) {
		Meeting meeting = this.meetings.lock(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
		this.rights.requireRunning(by, meeting);
		meeting.takeUp(entry);
	}

	/** Takes back what no meeting has taken up yet. */
	void withdraw(long entryId, Actor by) {
		AgendaEntry entry = this.entries.findById(entryId)
			.filter((one) -> one.isMotion() && !one.isOfPersons() && this.rights.convenes(by, one.unitId()))
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-item"));
		if (!entry.waits()) {
			throw new Refusal.Conflict("refusal.meeting.not-waiting", entry.title());
		}
		entry.withdraw();
		this.auditLog.record(AuditEvent.of(by, "motion.withdrawn", "agenda:" + entryId).in(entry.unitId()));
	}

	/** What the form offers to whoever calls meetings of the unit. */
	@Transactional(readOnly = true)
	MotionPage page(Long unitId, String matter, Long meetingId, Actor by) {
		Meeting meeting = (meetingId != null) ? seen(meetingId, by) : null;
		List<UnitCard> units = this.rights.convenesFor(by);
		UnitCard unit = unit(units, (meeting != null) ? Long.valueOf(meeting.unitId()) : unitId);
		requireConvening(by, unit.id());
		LocalDate today = this.clock.today();
		List<MotionPage.Matter> matters = MATTERS.stream()
			.map((one) -> new MotionPage.Matter(one, this.rules.of(one, unit.id(), today), unit.kind(), meeting))
			.filter((one) -> !one.kinds().isEmpty())
			.toList();
		if (matters.isEmpty()) {
			throw new Refusal.Conflict("refusal.meeting.no-motion");
		}
		MotionPage.Matter chosen = matters.stream()
			.filter((one) -> one.id().equals(matter))
			.findFirst()
			.orElse(matters.get(0));
		List<Elector> members = this.electorate.members(unit.id(), today).toList();
		return new MotionPage(units, unit, matters, chosen, members, meetingId);
	}

	private Meeting seen(long meetingId, Actor by) {
		Meeting meeting = this.meetings.findById(meetingId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
		this.rights.requireSeeing(by, meeting);
		return meeting;
	}

	private UnitCard unit(List<UnitCard> units, Long unitId) {
		return (unitId != null) ? this.people.unit(unitId)
				: units.stream().findFirst().orElseThrow(() -> new Refusal.NotAllowed("refusal.meeting.not-yours"));
	}

	private void requireConvening(Actor by, long unitId) {
		if (!this.rights.convenes(by, unitId)) {
			throw new Refusal.NotAllowed("refusal.meeting.not-yours");
		}
	}

	private VotingRule rule(Motion motion, LocalDate today) {
		return this.rules.find(motion.matter(), motion.unitId(), today)
			.filter((rule) -> rule.motion() && MATTERS.contains(motion.matter()))
			.orElseThrow(() -> Refusal.Invalid.field("matter", "refusal.meeting.matter", motion.matter()));
	}

	private void check(Motion motion, VotingRule rule) {
		UnitCard unit = this.people.unit(motion.unitId());
		boolean kindFits = rule.allows(motion.kind().name());
		if (!kindFits || motion.kind().ofLearners() || !motion.kind().isHeldBy(unit.kind())) {
			throw Refusal.Invalid.field("kind", "refusal.meeting.motion-kind", unit.name());
		}
		String title = motion.title();
		if (title.isBlank() || Characters.count(title) > 100) {
			throw Refusal.Invalid.field("title", "refusal.meeting.motion-title");
		}
		if (rule.form() != Paper.Form.DECISION && motion.persons().isEmpty()) {
			throw Refusal.Invalid.field("persons", "refusal.meeting.motion-persons");
		}
		if (motion.persons().size() > Paper.MAX_LINES) {
			throw Refusal.Invalid.field("persons", "refusal.meeting.motion-most", Paper.MAX_LINES);
		}
		if (rule.form() == Paper.Form.ELECTION) {
			checkSeats(motion, rule);
		}
	}

	private void checkSeats(Motion motion, VotingRule rule) {
		if (motion.seats() < 1 || motion.seats() > motion.persons().size()) {
			throw Refusal.Invalid.field("seats", "refusal.meeting.motion-seats", motion.persons().size());
		}
		rule.requireSurplus(motion.persons().size(), motion.seats());
		if (rule.cap() != null && rule.cap().of() == Cap.Of.MEMBERS) {
			rule.requireCap(motion.seats(), (int) this.electorate.members(motion.unitId(), this.clock.today()).count());
		}
	}

	/** Only members of the unit, each once, in the order of the roll. */
	private List<Paper.Line> named(long unitId, List<Long> persons, Paper.Form form, LocalDate today) {
		if (form == Paper.Form.DECISION) {
			return List.of();
		}
		Map<Long, String> members = this.electorate.members(unitId, today)
			.collect(Collectors.toMap(Elector::personId, Elector::name, (one, other) -> one));
		if (!members.keySet().containsAll(persons)) {
			throw Refusal.Invalid.field("persons", "refusal.meeting.motion-stranger");
		}
		return persons.stream().distinct().map((id) -> new Paper.Line(id, members.get(id))).toList();
	}

}
