package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.ApprovalAuthority.Kind;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@StoryTest
class OrganisationTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	UnitService units;

	@Autowired
	PersonService persons;

	@Autowired
	AppointmentService appointments;

	@Autowired
	AuthorityService authorities;

	@Autowired
	PeoplePages pages;

	@Autowired
	BusinessClock clock;

	College college;

	Actor admin;

	long adminId;

	LocalDate today;

	@BeforeEach
	void aCollegeWithAnAdministrator() {
		this.college = this.fixture.college();
		this.adminId = this.fixture.staff(this.college.county());
		this.fixture.appoint(this.adminId, "admin", this.college.county());
		this.fixture.account(this.adminId);
		this.admin = this.fixture.actor(this.adminId);
		this.today = this.clock.today();
	}

	@Test
	void aMovedUnitTakesEverythingBelowAlong() {
		long other = this.fixture.unit(this.college.county(), UnitKind.COMMITTEE, null);
		this.units.move(this.college.generalBranch(), other, this.admin);
		assertThat(this.people.lineage(this.college.branch())).extracting(UnitCard::id)
			.containsExactly(this.college.branch(), this.college.generalBranch(), other, this.college.county());
		assertThat(this.people.within(this.college.committee())).hasSize(1);
	}

	@Test
	void aUnitNeverMovesBelowItselfNorBelowALowerLevel() {
		long inner = this.fixture.unit(this.college.committee(), UnitKind.COMMITTEE, null);
		assertThatThrownBy(() -> this.units.move(this.college.committee(), inner, this.admin))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.units.move(this.college.committee(), this.college.branch(), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.units
			.open(new NewUnit(this.college.branch(), UnitKind.COMMITTEE, null, "倒挂", false), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void onlyAnEmptyUnitIsClosedAndItsNameStaysUniqueAmongSiblings() {
		long unit = this.units.open(new NewUnit(this.college.generalBranch(), UnitKind.BRANCH, null, "一班", false),
				this.admin);
		assertThatThrownBy(() -> this.units
			.open(new NewUnit(this.college.generalBranch(), UnitKind.BRANCH, null, " 一班 ", false), this.admin))
			.isInstanceOf(Refusal.Conflict.class);
		this.fixture.youth(this.college.branch(), null);
		assertThatThrownBy(() -> this.units.close(this.college.branch(), this.admin))
			.isInstanceOf(Refusal.Conflict.class);
		this.units.close(unit, this.admin);
		assertThat(this.people.within(this.college.generalBranch())).extracting(UnitCard::id).doesNotContain(unit);
	}

	@Test
	void anAdministratorManagesOnlyTheOwnUnits() {
		College other = this.fixture.college();
		assertThatThrownBy(() -> this.units.change(other.branch(), "别人的", null, false, null, this.admin))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.persons.enter(NewPerson.young(other.branch(), "甲", null), this.admin))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void aLeaguePostNeedsMembershipUnlessStaffOrPartyMember() {
		long youth = this.fixture.youth(this.college.branch(), this.today.minusYears(18));
		assertThatThrownBy(() -> give(youth, "branch-committee", this.college.branch(), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
		long restricted = this.fixture.restricted(this.fixture.member(this.college.branch()));
		assertThatThrownBy(() -> give(restricted, "branch-committee", this.college.branch(), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
		give(this.fixture.staff(this.college.branch()), "branch-committee", this.college.branch(), this.admin);
		give(this.fixture.member(this.college.branch()), "branch-secretary", this.college.branch(), this.admin);
		give(youth, "auditor", this.college.branch(), this.admin);
	}

	@Test
	void aBranchChoosesItsCommitteeAmongItsOwnMembers() {
		long other = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		long neighbour = this.fixture.member(other);
		assertThatThrownBy(() -> give(neighbour, "branch-committee", this.college.branch(), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
		give(this.fixture.staff(other), "branch-committee", this.college.branch(), this.admin);
	}

	@Test
	void aStudentNumberBelongsToOnePerson() {
		long first = this.persons.enter(numbered("甲"), this.admin);
		assertThatThrownBy(() -> this.persons.enter(numbered("乙"), this.admin)).isInstanceOf(Refusal.Invalid.class);
		this.persons.correct(first, numbered("甲甲"), this.admin);
	}

	private NewPerson numbered(String name) {
		return new NewPerson(this.college.branch(), name, null, null, "S" + this.college.branch(), false, false, null,
				null);
	}

	@Test
	void aMailAddressIsOneAddressAndNothingElse() {
		for (String address : new String[] { "团委<evil@example.cn>", "\"团委\"<evil@example.cn>",
				"a@example.cn,b@example.cn", "a@example.cn;b@example.cn", "a(团委)@example.cn", "<a@example.cn>",
				"a@example.cn>", "a:b@example.cn;", "a\\@example.cn", "a@[203.0.113.9]", "a@b@example.cn",
				"@example.cn", "a@" }) {
			assertThatThrownBy(() -> this.persons.enter(reachedAt(address), this.admin)).as(address)
				.isInstanceOf(Refusal.Invalid.class);
		}
		for (String address : new String[] { "zhang.san+league@mail.example.edu.cn", "张三@例子.cn",
				"o'neil_1@example.cn" }) {
			this.persons.enter(reachedAt(address), this.admin);
		}
	}

	private NewPerson reachedAt(String address) {
		return new NewPerson(this.college.branch(), "丙", null, null, null, false, false, null, address);
	}

	@Test
	void aRoleIsGivenAtItsOwnLevelOnly() {
		long member = this.fixture.member(this.college.branch());
		assertThatThrownBy(() -> give(member, "branch-secretary", this.college.committee(), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> give(member, "emperor", this.college.branch(), this.admin))
			.isInstanceOf(Refusal.class);
	}

	@Test
	void aCommitteeGivesLeaguePostsInItsOwnUnitsAndNothingElse() {
		Actor committee = this.fixture.holder("league-committee", this.college.committee());
		long member = this.fixture.member(this.college.branch());
		give(member, "branch-secretary", this.college.branch(), committee);
		assertThatThrownBy(() -> give(member, "branch-secretary", this.college.branch(), committee))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> give(member, "admin", this.college.branch(), committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> give(member, "county-committee", this.college.county(), committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> give(committee.personId(), "league-secretary", this.college.committee(), committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		long stranger = this.fixture.member(this.fixture.college().branch());
		assertThatThrownBy(() -> give(stranger, "branch-committee", this.college.branch(), committee))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void whoLeavesLosesMembershipAndPosts() {
		long member = this.fixture.member(this.college.branch());
		this.fixture.appoint(member, "branch-secretary", this.college.branch());
		this.persons.leave(member, Person.LeftReason.GRADUATED, this.today, this.admin);
		assertThat(this.people.person(member).active()).isFalse();
		assertThat(this.people.person(member).member()).isFalse();
		assertThat(this.people.posts(member)).isEmpty();
		assertThat(this.people.memberCount(this.college.branch(), this.today)).isZero();
		this.persons.comeBack(member, this.admin);
		assertThat(this.people.person(member).member()).isTrue();
	}

	@Test
	void theCountyGrantsAndRecallsAuthorityToApprove() {
		Actor county = this.fixture.holder("county-committee", this.college.county());
		Actor committee = this.fixture.holder("league-committee", this.college.committee());
		assertThatThrownBy(() -> recall(committee)).isInstanceOf(Refusal.NotAllowed.class);
		long grant = this.authorities.give(this.college.generalBranch(), Kind.GRANT, null, this.today.plusYears(1),
				"授权〔2026〕1号", county);
		assertThat(approver()).isEqualTo(this.college.generalBranch());
		assertThatThrownBy(
				() -> this.authorities.give(this.college.generalBranch(), Kind.GRANT, null, null, "授权〔2026〕2号", county))
			.as("would stay when the first is revoked")
			.isInstanceOf(Refusal.Conflict.class);
		long recall = recall(county);
		assertThat(approver()).isEqualTo(this.college.county());
		this.authorities.revoke(recall, county);
		this.authorities.revoke(grant, county);
		assertThat(approver()).isEqualTo(this.college.committee());
		assertThatThrownBy(() -> this.authorities.give(this.college.branch(), Kind.GRANT, null, null, "不行", county))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void rareCharactersSurviveAndControlCharactersDoNot() {
		long id = this.persons.enter(NewPerson.young(this.college.branch(), "王𬭩", null), this.admin);
		assertThat(this.people.person(id).name()).isEqualTo("王𬭩");
		long shown = this.persons.enter(NewPerson.young(this.college.branch(), "a\u0000b", null), this.admin);
		assertThat(this.people.person(shown).name()).isEqualTo("ab");
		assertThatThrownBy(
				() -> this.persons.enter(NewPerson.young(this.college.branch(), "赵\uE863", null), this.admin))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("name-private-use");
		assertThatThrownBy(() -> this.persons
			.enter(NewPerson.young(this.college.branch(), "明天", this.today.plusDays(1)), this.admin))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void everyPageOpensForTheAdministrator() throws Exception {
		long member = this.fixture.member(this.college.branch());
		long post = this.fixture.appoint(member, "branch-secretary", this.college.branch());
		this.authorities.give(this.college.generalBranch(), Kind.GRANT, null, null, "授权", this.admin);
		String name = this.people.person(member).name();
		for (String page : new String[] { "/account", "/account/password", "/admin", "/admin/units",
				"/admin/units?unit=" + this.college.branch(), "/admin/people", "/admin/people?q=" + name,
				"/admin/people/" + member, "/admin/appointments?q=" + name + "&unit=" + this.college.branch(),
				"/admin/authority", "/members", "/members?q=" + name, "/members?unit=" + this.college.branch(),
				"/members/" + member }) {
			this.mvc.perform(get(page).with(user(this.fixture.signedIn(this.adminId)))).andExpect(status().isOk());
		}
		this.mvc
			.perform(post("/admin/appointments/" + post + "/end").with(csrf())
				.with(user(this.fixture.signedIn(this.adminId)))
				.param("reason", "resigned"))
			.andExpect(redirectedUrl("/admin/appointments?unit=" + this.college.branch()));
	}

	@Test
	void aUnitIsOpenedWithItsBoxUntickedAsABrowserSendsIt() throws Exception {
		this.mvc
			.perform(post("/admin/units").with(csrf())
				.with(user(this.fixture.signedIn(this.adminId)))
				.param("parentId", Long.toString(this.college.generalBranch()))
				.param("kind", "BRANCH")
				.param("branchKind", "CLASS")
				.param("name", "新一班团支部"))
			.andExpect(redirectedUrl("/admin/units?unit=" + this.college.generalBranch()));
		assertThat(this.people.within(this.college.generalBranch())).extracting(UnitCard::name).contains("新一班团支部");
	}

	@Test
	void onlyAClassOfASecondarySchoolHasAFinalYear() throws Exception {
		long branch = this.college.branch();
		String name = this.people.unit(branch).name();
		assertThatThrownBy(() -> this.units.change(branch, name, BranchKind.CLASS, false, FinalYear.SENIOR, this.admin))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("final-year");
		long school = this.college.committee();
		this.units.change(school, this.people.unit(school).name(), null, true, null, this.admin);
		this.units.change(branch, name, BranchKind.CLASS, false, FinalYear.SENIOR, this.admin);
		assertThat(this.people.unit(branch).finalYear()).isEqualTo("SENIOR");
		String page = this.mvc
			.perform(get("/admin/units?unit=" + branch).with(user(this.fixture.signedIn(this.adminId))))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("上级是中学").contains("高中毕业班").contains("一般初中 30%").doesNotContain("f-secondary");
		assertThatThrownBy(() -> this.units.change(branch, name, BranchKind.CLUB, false, FinalYear.SENIOR, this.admin))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void theOneTimePasswordIsShownOnceAndContactsAreMasked() throws Exception {
		long person = this.persons.enter(new NewPerson(this.college.branch(), "乙", null, "F", "S" + this.adminId, false,
				false, "13900001234", "fictional@example.cn"), this.admin);
		this.mvc
			.perform(post("/admin/people/" + person + "/account").with(csrf())
				.with(user(this.fixture.signedIn(this.adminId)))
				.param("login", "s" + person))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("one-time-password")));
		this.mvc.perform(post("/members/" + person + "/reading").with(csrf())
			.with(user(this.fixture.signedIn(this.adminId)))
			.param("reason", "账号维护"));
		this.mvc.perform(get("/members/" + person).with(user(this.fixture.signedIn(this.adminId))))
			.andExpect(content().string(not(containsString("13900001234"))))
			.andExpect(content().string(containsString("139****34")))
			.andExpect(content().string(not(containsString("fictional@"))));
	}

	@Test
	void aPersonOutOfReachIsNotFound() throws Exception {
		long elsewhere = this.fixture.member(this.fixture.college().branch());
		this.mvc.perform(get("/members/" + elsewhere).with(user(this.fixture.signedIn(this.adminId))))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/admin/people/" + elsewhere).with(user(this.fixture.signedIn(this.adminId))))
			.andExpect(status().isNotFound());
	}

	/** An administrator made himself auditor and committee and read every case. */
	@Test
	void postsThatDoNotGoTogetherAreRefused() {
		String[][] conflicts = { { "admin", "auditor" }, { "auditor", "admin" }, { "admin", "league-committee" },
				{ "league-secretary", "admin" }, { "auditor", "branch-committee" }, { "branch-secretary", "auditor" },
				{ "county-committee", "admin" }, { "auditor", "group-leader" }, { "general-branch", "auditor" } };
		for (String[] pair : conflicts) {
			long person = this.fixture.staff(this.college.county());
			give(person, pair[0], unitFor(pair[0]), this.admin);
			assertThatThrownBy(() -> give(person, pair[1], unitFor(pair[1]), this.admin)).as(pair[0] + "+" + pair[1])
				.isInstanceOf(Refusal.Conflict.class)
				.hasMessageContaining("post-conflict");
		}
		long person = this.fixture.staff(this.college.county());
		give(person, "league-committee", this.college.committee(), this.admin);
		give(person, "league-secretary", this.college.committee(), this.admin);
		give(person, "general-branch", this.college.generalBranch(), this.admin);
		long later = this.fixture.staff(this.college.county());
		this.fixture.appoint(later, "auditor", this.college.county(), this.today.minusYears(1), this.today);
		this.appointments.appoint(
				new NewAppointment(later, "admin", this.college.county(), this.today.plusDays(1), null), this.admin);
		assertThatThrownBy(() -> give(later, "admin", this.college.committee(), this.admin))
			.hasMessageContaining("post-conflict");
	}

	@Test
	void anOwnPostCountsOnceAnotherAdministratorConfirms() {
		NewAppointment own = new NewAppointment(this.adminId, "admin", this.college.committee(), null, null);
		assertThatThrownBy(() -> this.appointments.appoint(own, this.admin)).isInstanceOf(Refusal.NotAllowed.class);
		assertThat(this.appointments.give(own, this.admin)).isFalse();
		assertThatThrownBy(() -> this.appointments.give(own, this.admin)).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.fixture.actor(this.adminId).posts()).hasSize(1);
		long request = this.pages.asked(this.college.committee()).get(0).id();
		assertThatThrownBy(() -> this.appointments.confirm(request, this.admin)).isInstanceOf(Refusal.NotAllowed.class);
		Actor elsewhere = this.fixture.holder("admin", this.fixture.college().county());
		assertThatThrownBy(() -> this.appointments.confirm(request, elsewhere)).isInstanceOf(Refusal.NotAllowed.class);
		assertThat(this.fixture.actor(this.adminId).posts()).hasSize(1);
		Actor second = this.fixture.holder("admin", this.college.county());
		this.appointments.confirm(request, second);
		assertThat(this.fixture.actor(this.adminId).posts()).hasSize(2);
		assertThatThrownBy(() -> this.appointments.confirm(request, second)).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.pages.asked(this.college.committee())).isEmpty();
	}

	@Test
	void anOwnPostIsRefusedByAnotherOrTakenBack() throws Exception {
		this.appointments.give(new NewAppointment(this.adminId, "admin", this.college.branch(), null, null),
				this.admin);
		this.mvc
			.perform(get("/admin/appointments?unit=" + this.college.branch())
				.with(user(this.fixture.signedIn(this.adminId))))
			.andExpect(content().string(containsString("撤回")))
			.andExpect(content().string(not(containsString("/confirm"))));
		long request = this.pages.asked(this.college.branch()).get(0).id();
		this.appointments.refuse(request, this.admin);
		assertThat(this.pages.asked(this.college.branch())).isEmpty();
		assertThat(this.fixture.actor(this.adminId).posts()).hasSize(1);
	}

	@Test
	void aCommitteeMemberCannotEvenAskForAnOwnPost() {
		Actor committee = this.fixture.holder("league-committee", this.college.committee());
		assertThatThrownBy(() -> this.appointments.give(
				new NewAppointment(committee.personId(), "league-secretary", this.college.committee(), null, null),
				committee))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	private long unitFor(String role) {
		return switch (role) {
			case "group-leader" -> this.fixture.unit(this.college.branch(), UnitKind.GROUP, null);
			case "branch-committee", "branch-secretary" -> this.college.branch();
			case "general-branch" -> this.college.generalBranch();
			case "league-committee", "league-secretary" -> this.college.committee();
			default -> this.college.county();
		};
	}

	private long give(long person, String role, long unit, Actor by) {
		return this.appointments.appoint(new NewAppointment(person, role, unit, null, null), by);
	}

	private long recall(Actor by) {
		return this.authorities.give(this.college.committee(), Kind.RECALL, null, null, "提级审批", by);
	}

	private long approver() {
		return this.people.approvalAuthority(this.college.branch(), this.today).id();
	}

}
