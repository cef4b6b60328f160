package org.leagueflow.life;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.ledger.LedgerEntry;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Attendee;
import org.leagueflow.people.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Books the study hours (学时) of a League class for whoever came and stayed, applicants
 * and known guests like members; each person once per class.
 */
@Component
class StudyHours {

	private final Ledger ledger;

	private final ClassAttendances attendances;

	private final People people;

	private final MessageSource messages;

	private final BusinessClock clock;

	StudyHours(Ledger ledger, ClassAttendances attendances, People people, MessageSource messages,
			BusinessClock clock) {
		this.ledger = ledger;
		this.attendances = attendances;
		this.people = people;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Books for everybody who stayed to the end, is old enough for it to count and was
	 * not booked for before. The system is the recorder, on the minutes that were signed,
	 * because whoever keeps and signs them is a listener as well, and nobody books for
	 * himself.
	 */
	void book(MeetingRecord held, LeagueClass sheet) {
		Map<Long, Long> before = this.attendances.lines(held.id());
		List<Long> due = held.attendees()
			.stream()
			.filter((one) -> stayed(one, held.closedAt()))
			.map(Attendee::personId)
			.filter((person) -> !before.containsKey(person))
			.filter((person) -> this.ledger.counts(person, EntryKind.STUDY_HOURS, this.clock.dateOf(held.openedAt())))
			.toList();
		due.forEach((person) -> this.attendances.save(new ClassAttendance(held.id(), person,
				this.ledger.record(person, booking(held, sheet), Actor.SYSTEM))));
	}

	private static boolean stayed(Attendee one, Instant closedAt) {
		return one.personId() != null && (one.leftAt() == null || closedAt != null && !one.leftAt().isBefore(closedAt));
	}

	/** Books for one person who was there although the roll does not say so. */
	void add(MeetingRecord held, LeagueClass sheet, long personId, Actor by) {
		long entry = this.ledger.record(personId, booking(held, sheet), by);
		this.attendances.save(new ClassAttendance(held.id(), personId, entry));
	}

	/** Takes back what is left of a person's line by a counter-entry. */
	void takeBack(MeetingRecord held, long personId, long entryId, String reason, Actor by) {
		int left = this.ledger.entries(personId)
			.stream()
			.filter((line) -> line.id() == entryId || Long.valueOf(entryId).equals(line.corrects()))
			.mapToInt(LedgerEntry::amount)
			.sum();
		if (left > 0) {
			this.ledger.correct(entryId, left, reason, by);
		}
		this.attendances.save(new ClassAttendance(held.id(), personId, null));
	}

	private Booking booking(MeetingRecord held, LeagueClass sheet) {
		String evidence = say("life.hours.evidence", Long.toString(held.id()),
				this.clock.dateOf(held.openedAt()).toString(), this.people.person(held.recorderId()).name());
		return Booking.tenths(EntryKind.STUDY_HOURS, this.clock.dateOf(held.openedAt()), sheet.studyTenths(),
				say("life.hours.title", sheet.theme()), evidence, held.caseId());
	}

	/** Entries are Chinese, whoever signs. */
	private String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
	}

}
