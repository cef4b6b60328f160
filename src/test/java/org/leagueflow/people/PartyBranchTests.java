package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;

/** A Party branch in the org tree, and who speaks for it. */
@StoryTest
class PartyBranchTests {

	@Autowired
	PeopleFixture fixture;

	@Autowired
	People people;

	@Autowired
	UnitService units;

	@Autowired
	AppointmentService appointments;

	private College college;

	private Actor admin;

	private long party;

	@BeforeEach
	void aCollegeWithAPartyBranch() {
		this.college = this.fixture.college();
		this.admin = this.fixture.holder(Roles.ADMIN, this.college.county());
		this.party = open(this.college.committee(), UnitKind.PARTY_BRANCH, "学生党支部");
	}

	@Test
	void itStandsBelowUnitsThatLeadBranchesAndNothingStandsBelowIt() {
		for (long above : List.of(this.college.county(), this.college.generalBranch())) {
			assertThatCode(() -> open(above, UnitKind.PARTY_BRANCH, "又一个党支部")).doesNotThrowAnyException();
		}
		assertThatThrownBy(() -> open(this.college.branch(), UnitKind.PARTY_BRANCH, "党小组"))
			.isInstanceOf(Refusal.Invalid.class);
		for (UnitKind kind : UnitKind.values()) {
			assertThatThrownBy(() -> open(this.party, kind, "下级")).isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> this.units.move(this.college.branch(), this.party, this.admin))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void onlyAnAdministratorAppointsItsLiaisonAndOnlyAPartyMember() {
		long teacher = this.fixture.staff(this.college.committee());
		Actor committee = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		assertThatThrownBy(() -> appoint(teacher, Roles.PARTY_LIAISON, this.party, this.admin)).as("no Party member")
			.isInstanceOf(Refusal.Invalid.class);
		this.fixture.joinsParty(teacher);
		assertThatThrownBy(() -> appoint(teacher, Roles.PARTY_LIAISON, this.party, committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> appoint(teacher, Roles.PARTY_LIAISON, this.college.committee(), this.admin))
			.as("no post of the League")
			.isInstanceOf(Refusal.Invalid.class);
		appoint(teacher, Roles.PARTY_LIAISON, this.party, this.admin);
		assertThatThrownBy(() -> appoint(teacher, Roles.AUDITOR, this.college.county(), this.admin))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> appoint(teacher, Roles.ADMIN, this.college.county(), this.admin))
			.isInstanceOf(Refusal.Conflict.class);
		Actor liaison = this.fixture.actor(teacher);
		assertThat(liaison.posts()).noneMatch((post) -> post.reaches(this.people.unit(this.college.branch()).path()));
	}

	private long open(long parent, UnitKind kind, String name) {
		return this.units.open(new NewUnit(parent, kind, null, name, false), this.admin);
	}

	private void appoint(long person, String role, long unit, Actor by) {
		this.appointments.give(new NewAppointment(person, role, unit, null, null), by);
	}

}
