package org.leagueflow.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.NewAppointment;
import org.leagueflow.people.NewMembership;
import org.leagueflow.people.People;
import org.leagueflow.people.PersonCorrection;
import org.leagueflow.people.PersonEntry;
import org.leagueflow.people.Registrar;
import org.springframework.stereotype.Component;

/**
 * Enters lines of a roster into the books, many at a time, through the use cases that the
 * pages use.
 */
@Component
class RosterWriter {

	private final Registrar registrar;

	private final People people;

	private final BusinessClock clock;

	RosterWriter(Registrar registrar, People people, BusinessClock clock) {
		this.registrar = registrar;
		this.people = people;
		this.clock = clock;
	}

	/** Enters persons who are not in the books yet; returns what was done. */
	List<RosterRowRepository.Done> create(List<Entry> entries, Actor by) {
		List<Long> entered = this.registrar.persons(entries.stream().map(Entry::entered).toList(), by);
		List<RosterRowRepository.Done> done = new ArrayList<>();
		List<NewAppointment> posts = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++) {
			Entry entry = entries.get(i);
			long person = entered.get(i);
			entry.person().roles().forEach((role) -> posts.add(post(person, role, entry.unitId())));
			done.add(new RosterRowRepository.Done(entry.row().line().number(), RosterRowRepository.Outcome.CREATED,
					person));
		}
		appoint(posts, by);
		return done;
	}

	/** Corrects persons in the books, moves and admits them. */
	List<RosterRowRepository.Done> change(List<Entry> entries, RosterMatching matching, Actor by) {
		this.registrar.correct(entries.stream()
			.map((entry) -> new PersonCorrection(entry.known().id(), entry.person()::over, entry.row().idNumber()))
			.toList(), by);
		List<NewMembership> members = new ArrayList<>();
		List<NewAppointment> posts = new ArrayList<>();
		for (Entry entry : entries) {
			long person = entry.known().id();
			if (!entry.known().in(entry.unitId())) {
				this.people.move(person, entry.unitId(), this.clock.today(), by);
			}
			if (entry.known().memberSince() != null) {
				this.registrar.correctMembership(person, entry.person().memberSince(), entry.person().memberNumber(),
						by);
			}
			else if (entry.person().memberSince() != null) {
				members.add(entry.membership(person));
			}
			matching.missingRoles(entry.person(), person, entry.unitId())
				.forEach((role) -> posts.add(post(person, role, entry.unitId())));
		}
		if (!members.isEmpty()) {
			this.registrar.members(members, by);
		}
		appoint(posts, by);
		return entries.stream()
			.map((entry) -> new RosterRowRepository.Done(entry.row().line().number(),
					RosterRowRepository.Outcome.CHANGED, entry.known().id()))
			.toList();
	}

	private void appoint(List<NewAppointment> posts, Actor by) {
		if (!posts.isEmpty()) {
			this.registrar.appoint(posts, by);
		}
	}

	/** Student branches elect for one year (选举工作条例: 大中学校学生支部任期 1 年). */
	private NewAppointment post(long person, String role, long unitId) {
		LocalDate today = this.clock.today();
		return new NewAppointment(person, role, unitId, today, today.plusYears(1).minusDays(1));
	}

	/** A line, whom it means and in which branch. */
	record Entry(RosterRow row, RosterPerson person, RosterKnown known, long unitId) {

		static Entry of(RosterRow row, RosterMatch match) {
			return new Entry(row, row.person(), match.known(), match.unitId());
		}

		PersonEntry entered() {
			return new PersonEntry(this.person.facts(this.unitId), this.row.idNumber(), this.person.memberSince(),
					this.person.memberNumber());
		}

		NewMembership membership(long personId) {
			return new NewMembership(personId, this.unitId, this.person.memberSince(), this.person.memberNumber());
		}

	}

}
