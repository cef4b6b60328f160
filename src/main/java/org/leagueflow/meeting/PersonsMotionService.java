package org.leagueflow.meeting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.voting.VotingRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts motions of other modules on agendas and takes them off. */
@Service
@Transactional
class PersonsMotionService implements PersonsMotions {

	private final AgendaEntries entries;

	private final AgendaService agenda;

	private final Meetings meetings;

	private final MeetingRules rules;

	private final People people;

	private final BusinessClock clock;

	PersonsMotionService(AgendaEntries entries, AgendaService agenda, Meetings meetings, MeetingRules rules,
			People people, BusinessClock clock) {
		this.entries = entries;
		this.agenda = agenda;
		this.meetings = meetings;
		this.rules = rules;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public long put(PersonsMotion motion) {
		UnitCard unit = this.people.unit(motion.unitId());
		if (!motion.kind().isHeldBy(unit.kind())) {
			throw Refusal.Invalid.field("kind", "refusal.meeting.kind", unit.name());
		}
		VotingRule rule = this.rules.of(motion.matter(), motion.unitId(), this.clock.today());
		if (rule.motion() || rule.form() != Paper.Form.DECISION || rule.written()) {
			throw new IllegalArgumentException(motion.matter() + " is not decided person by person");
		}
		return this.entries.save(new AgendaEntry(motion, rule, this.clock.today(), this.clock.instant())).id();
	}

	@Override
	public void withdraw(long entryId) {
		this.entries.findById(entryId)
			.filter((entry) -> entry.isOfPersons() && entry.isOpen())
			.ifPresent(this.agenda::withdraw);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, PersonsMotionStanding> standings(Collection<Long> ids) {
		Map<Long, AgendaEntry> found = this.entries.findAllById(ids)
			.stream()
			.filter(AgendaEntry::isOfPersons)
			.collect(Collectors.toMap(AgendaEntry::id, (entry) -> entry));
		Map<Long, Meeting> taking = this.meetings
			.findAllById(found.values()
				.stream()
				.map(AgendaEntry::meetingId)
				.filter((meeting) -> meeting != null)
				.distinct()
				.toList())
			.stream()
			.collect(Collectors.toMap(Meeting::id, (meeting) -> meeting));
		Map<Long, PersonsMotionStanding> standings = new LinkedHashMap<>();
		found.forEach((id, entry) -> {
			Meeting meeting = taking.get(entry.meetingId());
			standings.put(id,
					(meeting != null)
							? new PersonsMotionStanding(meeting.id(), meeting.startsAt(),
									meeting.balloting(entry).isPresent())
							: new PersonsMotionStanding(null, null, false));
		});
		return standings;
	}

}
