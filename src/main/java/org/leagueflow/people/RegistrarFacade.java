package org.leagueflow.people;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Implements {@link Registrar} on the module's own services. */
@Component
class RegistrarFacade implements Registrar {

	private final UnitService units;

	private final PersonService persons;

	private final MembershipService memberships;

	private final AppointmentService appointments;

	private final AccountService accounts;

	private final PracticeRule practice;

	RegistrarFacade(UnitService units, PersonService persons, MembershipService memberships,
			AppointmentService appointments, AccountService accounts, PracticeRule practice) {
		this.units = units;
		this.persons = persons;
		this.memberships = memberships;
		this.appointments = appointments;
		this.accounts = accounts;
		this.practice = practice;
	}

	@Override
	public boolean empty() {
		return this.units.none();
	}

	@Override
	public Optional<Long> signsInAs(String login) {
		return this.accounts.personOf(login);
	}

	@Override
	public long unit(NewUnit unit, Actor by) {
		return this.units.open(unit, by);
	}

	@Override
	public void contact(long unitId, String contact, Actor by) {
		this.units.contact(unitId, contact, by);
	}

	@Override
	public long person(NewPerson person, Actor by) {
		return this.persons.enter(person, by);
	}

	@Override
	public void member(long personId, long branchId, LocalDate since, String memberNumber, Actor by) {
		this.memberships.admit(personId, branchId, since, memberNumber, by);
	}

	@Override
	public long appoint(NewAppointment appointment, Actor by) {
		return this.appointments.appoint(appointment, by);
	}

	@Override
	public void practiceAccount(long personId, String login, String passwordHash, Actor by) {
		if (!this.practice.practising()) {
			throw new IllegalStateException("Practice accounts exist under the profile practice only");
		}
		this.accounts.openPractice(personId, login, passwordHash, by);
	}

}
