package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.ApprovalAuthority.Kind;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
class PeopleTests {

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	ApprovalAuthorities authorities;

	@Autowired
	Directory directory;

	@Autowired
	BusinessClock clock;

	College college;

	LocalDate today;

	@BeforeEach
	void aCollege() {
		this.college = this.fixture.college();
		this.today = this.clock.today();
	}

	@Test
	void aRoleIsAnsweredAtItsOwnLevel() {
		this.fixture.holder("branch-committee", this.college.branch());
		this.fixture.holder("league-committee", this.college.committee());
		assertThat(route("branch-committee")).isEqualTo(new Route("branch-committee", this.college.branch(), false));
		assertThat(route("league-committee")).isEqualTo(new Route("league-committee", this.college.committee(), false));
	}

	@Test
	void aRoleNobodyHoldsClimbsToTheNextCommittee() {
		this.fixture.holder("league-committee", this.college.committee());
		assertThat(route("branch-committee")).isEqualTo(new Route("league-committee", this.college.committee(), true));
		this.fixture.holder("general-branch", this.college.generalBranch());
		assertThat(route("branch-secretary"))
			.isEqualTo(new Route("general-branch", this.college.generalBranch(), true));
	}

	@Test
	void whereNobodyIsAtAllTheCaseStaysAtTheRolesOwnUnit() {
		assertThat(route("general-branch")).isEqualTo(new Route("general-branch", this.college.generalBranch(), true));
	}

	@Test
	void aMissingLevelClimbsToo() {
		long branch = this.fixture.unit(this.college.committee(), UnitKind.BRANCH, "CLASS");
		this.fixture.holder("league-committee", this.college.committee());
		assertThat(this.people.route("general-branch", branch))
			.isEqualTo(new Route("league-committee", this.college.committee(), true));
	}

	@Test
	void anAuditorIsFoundAboveAndARoleOfTheCaseStays() {
		this.fixture.holder("auditor", this.college.county());
		assertThat(route("auditor")).isEqualTo(new Route("auditor", this.college.county(), false));
		assertThat(route("mentor")).isEqualTo(new Route("mentor", this.college.branch(), false));
	}

	@Test
	void aTermThatHasEndedCountsNoMore() {
		long person = this.fixture.member(this.college.branch());
		this.fixture.appoint(person, "branch-secretary", this.college.branch(), this.today.minusYears(1),
				this.today.minusDays(1));
		this.fixture.appoint(person, "branch-committee", this.college.branch(), this.today.minusYears(1), this.today);
		this.fixture.appoint(person, "general-branch", this.college.generalBranch(), this.today.plusDays(1), null);
		assertThat(this.people.posts(person)).extracting(Post::role).containsExactly("branch-committee");
		assertThat(this.people.holders("branch-secretary", this.college.branch())).isEmpty();
		assertThat(this.people.hasBranchCommittee(this.college.branch())).isTrue();
	}

	@Test
	void theBasicLevelCommitteeApprovesUnlessAGeneralBranchIsAuthorised() {
		assertThat(approver(this.today)).isEqualTo(this.college.committee());
		authority(this.college.generalBranch(), Kind.GRANT, this.today, this.today.plusDays(30));
		assertThat(approver(this.today)).isEqualTo(this.college.generalBranch());
		assertThat(approver(this.today.plusDays(30))).isEqualTo(this.college.generalBranch());
		assertThat(approver(this.today.plusDays(31))).isEqualTo(this.college.committee());
		assertThat(approver(this.today.minusDays(1))).isEqualTo(this.college.committee());
	}

	@Test
	void recalledAuthorityGoesToTheLevelAboveAndTakesTheGrantAlong() {
		authority(this.college.generalBranch(), Kind.GRANT, this.today, null);
		ApprovalAuthority recall = authority(this.college.committee(), Kind.RECALL, this.today, null);
		assertThat(approver(this.today)).isEqualTo(this.college.county());
		recall.revoke(this.clock.instant());
		this.authorities.saveAndFlush(recall);
		assertThat(approver(this.today)).isEqualTo(this.college.generalBranch());
	}

	@Test
	void aFunctionalOrTemporaryBranchNeverReceivesMembers() {
		for (String kind : new String[] { "FUNCTIONAL", "TEMPORARY" }) {
			long branch = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, kind);
			long person = this.fixture.member(this.college.branch());
			assertThatThrownBy(() -> this.people.approvalAuthority(branch, this.today))
				.isInstanceOf(Refusal.Invalid.class);
			assertThatThrownBy(() -> this.people.move(person, branch, this.today, Actor.SYSTEM))
				.isInstanceOf(Refusal.Invalid.class);
		}
	}

	@Test
	void onlyMembersInGoodStandingVote() {
		long member = this.fixture.member(this.college.branch());
		long restricted = this.fixture.restricted(this.fixture.member(this.college.branch()));
		long youth = this.fixture.youth(this.college.branch(), this.today.minusYears(16));
		assertThat(this.people.electors(this.college.branch(), this.today))
			.extracting(Elector::personId, Elector::votes, Elector::whyNot)
			.containsExactlyInAnyOrder(tuple(member, true, null), tuple(restricted, false, "people.elector.restricted"),
					tuple(youth, false, "people.elector.not-member"));
		assertThat(this.people.memberCount(this.college.county(), this.today)).isEqualTo(2);
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	@Test
	void admissionMakesAMemberFromTheDayOfTheMeeting() {
		long person = this.fixture.youth(this.college.branch(), this.today.minusYears(16));
		LocalDate meeting = this.today.minusDays(20);
		String number = "2044%08d".formatted(person);
		this.people.admit(person, this.college.branch(), meeting, number, Actor.SYSTEM);
		assertThat(this.people.person(person).member()).isTrue();
		assertThat(this.people.person(person).memberSince()).isEqualTo(meeting);
		assertThat(this.people.memberCount(this.college.branch(), meeting)).isOne();
		assertThat(this.people.memberCount(this.college.branch(), meeting.minusDays(1))).isZero();
		assertThatThrownBy(
				() -> this.people.admit(person, this.college.branch(), meeting, "204412345678", Actor.SYSTEM))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void nobodyBecomesAMemberBeforeTheFourteenthBirthday() {
		long person = this.fixture.youth(this.college.branch(), this.today.minusYears(14).plusDays(1));
		assertThatThrownBy(() -> this.people.admit(person, this.college.branch(), this.today,
				"2044%08d".formatted(person), Actor.SYSTEM))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void whoMovesKeepsMembershipAndLosesThePostsOfTheOldBranch() {
		long person = this.fixture.member(this.college.branch());
		this.fixture.appoint(person, "branch-secretary", this.college.branch());
		long other = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		this.people.move(person, other, this.today, Actor.SYSTEM);
		assertThat(this.people.person(person).unitId()).isEqualTo(other);
		assertThat(this.people.person(person).member()).isTrue();
		assertThat(this.people.posts(person)).isEmpty();
		assertThat(this.people.memberCount(this.college.branch(), this.today)).isZero();
		assertThat(this.people.memberCount(this.college.branch(), this.today.minusDays(1))).isOne();
		assertThat(this.people.memberCount(other, this.today)).isOne();
		this.people.move(person, this.college.branch(), this.today, Actor.SYSTEM);
		assertThat(this.people.memberCount(this.college.branch(), this.today)).isOne();
		assertThat(this.people.memberCount(other, this.today)).isZero();
	}

	@Test
	void aUnitListsItsPeopleByPinyin() {
		List<String> names = List.of("张一", "曾二", "李三", "单四", "欧阳五", "陈六");
		names.forEach((name) -> this.fixture.named(name, this.college.branch()));
		assertThat(this.directory.belonging(this.college.branch())).extracting(People.PersonCard::name)
			.containsExactly("陈六", "李三", "欧阳五", "单四", "曾二", "张一");
	}

	@Test
	void searchFindsOnlyWhomTheActorReaches() {
		long here = this.fixture.member(this.college.branch());
		long elsewhere = this.fixture.member(this.fixture.college().branch());
		Actor committee = this.fixture.holder("league-committee", this.college.committee());
		String name = this.people.person(here).name();
		assertThat(this.people.search(name, committee, 10)).extracting(People.PersonCard::id).containsExactly(here);
		assertThat(this.people.search(this.people.person(elsewhere).name(), committee, 10)).isEmpty();
		assertThat(this.people.search("%", committee, 10)).isEmpty();
		assertThat(this.people.search("p" + here, committee, 10)).isEmpty();
		this.fixture.account(here);
		assertThat(this.people.search("P" + here, committee, 10)).hasSize(1);
		assertThat(this.people.search("", this.fixture.actor(here), 10)).isEmpty();
	}

	@Test
	void theLineageGoesFromTheUnitUpwards() {
		assertThat(this.people.lineage(this.college.branch())).extracting(UnitCard::id)
			.containsExactly(this.college.branch(), this.college.generalBranch(), this.college.committee(),
					this.college.county());
		assertThat(this.people.nearest(this.college.branch(), UnitKind.COMMITTEE)).map(UnitCard::id)
			.contains(this.college.committee());
		assertThat(this.people.within(this.college.committee())).hasSize(3);
		assertThat(this.people.person(this.fixture.youth(this.college.branch(), null)).schoolId())
			.isEqualTo(this.college.committee());
	}

	private Route route(String role) {
		return this.people.route(role, this.college.branch());
	}

	private long approver(LocalDate on) {
		return this.people.approvalAuthority(this.college.branch(), on).id();
	}

	private ApprovalAuthority authority(long unit, Kind kind, LocalDate from, LocalDate to) {
		return this.authorities.saveAndFlush(new ApprovalAuthority(unit, kind, this.college.county(), from, to, null));
	}

}
