package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Implements {@link Registrar} on the module's own services. */
@Component
class RegistrarFacade implements Registrar {

	private final UnitService units;

	private final PersonService persons;

	private final MembershipService memberships;

	private final AppointmentService appointments;

	RegistrarFacade(UnitService units, PersonService persons, MembershipService memberships,
			AppointmentService appointments) {
		this.units = units;
		this.persons = persons;
		this.memberships = memberships;
		this.appointments = appointments;
	}

	@Override
	public boolean empty() {
		return this.units.none();
	}

	@Override
	public boolean administered() {
		return this.appointments.administered();
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
	public long unitNamed(NewUnit unit, Actor by) {
		return this.units.openNamed(unit, by);
	}

	@Override
	public List<Long> persons(List<PersonEntry> entries, Actor by) {
		return this.persons.enterAll(entries, by);
	}

	@Override
	public void correct(List<PersonCorrection> corrections, Actor by) {
		this.persons.correctAll(corrections, by);
	}

	@Override
	public void correctMembership(long personId, LocalDate since, String memberNumber, Actor by) {
		this.memberships.correct(personId, since, memberNumber, by);
	}

	@Override
	public void members(List<NewMembership> members, Actor by) {
		this.memberships.admitAll(members, by);
	}

	@Override
	public void appoint(List<NewAppointment> posts, Actor by) {
		this.appointments.appointAll(posts, by);
	}

}
