package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.test.web.servlet.MockMvc;

@StoryTest
class SignInTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	AccountService accounts;

	@Autowired
	AppointmentService appointments;

	@Autowired
	Accounts stored;

	@Autowired
	FindByIndexNameSessionRepository<?> sessions;

	@Autowired
	BusinessClock clock;

	College college;

	Actor admin;

	long person;

	String login;

	@BeforeEach
	void somebodyWithAnAccount() {
		this.college = this.fixture.college();
		this.admin = this.fixture.holder("admin", this.college.county());
		this.person = this.fixture.member(this.college.branch());
		this.login = this.fixture.account(this.person);
	}

	@AfterEach
	void theClockRunsAsUsual() {
		this.clock.offset(Duration.ZERO);
	}

	@Test
	void fiveWrongPasswordsLockTheAccountForFifteenMinutes() throws Exception {
		for (int attempt = 0; attempt < 5; attempt++) {
			this.mvc.perform(formLogin().user(this.login).password("wrong")).andExpect(unauthenticated());
		}
		this.mvc.perform(formLogin().user(this.login).password(PeopleFixture.PASSWORD)).andExpect(unauthenticated());
		this.clock.offset(Duration.ofMinutes(16));
		this.mvc.perform(formLogin().user(this.login.toUpperCase()).password(PeopleFixture.PASSWORD))
			.andExpect(authenticated().withUsername(this.login));
	}

	@Test
	void aSuccessForgivesEarlierMistakes() throws Exception {
		for (int attempt = 0; attempt < 4; attempt++) {
			this.mvc.perform(formLogin().user(this.login).password("wrong")).andExpect(unauthenticated());
		}
		signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc.perform(formLogin().user(this.login).password("wrong")).andExpect(unauthenticated());
		signIn(this.login, PeopleFixture.PASSWORD);
	}

	@Test
	void aOneTimePasswordMustBeChangedBeforeAnythingElse() throws Exception {
		long newcomer = this.fixture.member(this.college.branch());
		OneTimePassword oneTime = this.accounts.open(newcomer, "New." + newcomer, this.admin);
		Cookie session = signIn(oneTime.login(), oneTime.password());
		this.mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/account/password"));
		this.mvc.perform(get("/account/password").cookie(session)).andExpect(status().isOk());
		this.mvc.perform(change(session, oneTime.password(), "Baise-Xinfeng-7")).andExpect(redirectedUrl("/"));
		this.mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
	}

	@Test
	void theOwnNewPasswordEndsTheOtherSessions() throws Exception {
		Cookie phone = signIn(this.login, PeopleFixture.PASSWORD);
		Cookie desk = signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc.perform(change(desk, PeopleFixture.PASSWORD, "Baise-Xinfeng-8")).andExpect(redirectedUrl("/"));
		assertSignedOut(phone);
		this.mvc.perform(get("/account").cookie(desk)).andExpect(status().isOk());
		assertThat(this.sessions.findByPrincipalName(this.login)).hasSize(1);
	}

	@Test
	void aWeakOrRepeatedPasswordIsRefused() {
		Actor by = this.fixture.actor(this.person);
		for (String weak : new String[] { "short-1", "onlyletters", "1234567890", "aaaaaaaaa1", this.login + "-2026-x",
				"密".repeat(30) + "1" }) {
			assertThatThrownBy(() -> this.accounts.changeOwn(by, PeopleFixture.PASSWORD, weak, weak, null))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> this.accounts.changeOwn(by, PeopleFixture.PASSWORD, PeopleFixture.PASSWORD,
				PeopleFixture.PASSWORD, null))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.accounts.changeOwn(by, "wrong", "Baise-Xinfeng-9", "Baise-Xinfeng-9", null))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void whoLosesAPostIsSignedOut() throws Exception {
		long post = this.fixture.appoint(this.person, "branch-secretary", this.college.branch());
		Cookie session = signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
		this.appointments.end(post, "resigned", this.admin);
		assertThat(this.sessions.findByPrincipalName(this.login)).isEmpty();
		assertSignedOut(session);
	}

	@Test
	void whoGainsAPostNeedNotSignInAgain() throws Exception {
		Cookie session = signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc.perform(get("/members").cookie(session)).andExpect(status().isForbidden());
		this.fixture.appoint(this.person, "branch-secretary", this.college.branch());
		this.mvc.perform(get("/members").cookie(session)).andExpect(status().isOk());
	}

	@Test
	void aLockedOrDisabledAccountIsSignedOutAndKeptOut() throws Exception {
		Cookie session = signIn(this.login, PeopleFixture.PASSWORD);
		this.accounts.lock(this.person, this.admin);
		assertSignedOut(session);
		this.mvc.perform(formLogin().user(this.login).password(PeopleFixture.PASSWORD)).andExpect(unauthenticated());
		this.accounts.unlock(this.person, this.admin);
		session = signIn(this.login, PeopleFixture.PASSWORD);
		this.accounts.disable(this.person, this.admin);
		assertSignedOut(session);
		this.mvc.perform(formLogin().user(this.login).password(PeopleFixture.PASSWORD)).andExpect(unauthenticated());
	}

	@Test
	void anAdministratorOfAnotherUnitCannotResetAPassword() {
		Actor stranger = this.fixture.holder("admin", this.fixture.college().county());
		assertThatThrownBy(() -> this.accounts.reset(this.person, stranger)).isInstanceOf(Refusal.NotAllowed.class);
		Actor committee = this.fixture.holder("league-committee", this.college.committee());
		assertThatThrownBy(() -> this.accounts.reset(this.person, committee)).isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void nobodyTakesOverAnAccountWithPostsOutOfReach() {
		long high = this.fixture.staff(this.college.branch());
		this.fixture.appoint(high, "county-committee", this.college.county());
		this.fixture.account(high);
		Actor low = this.fixture.holder("admin", this.college.committee());
		assertThatThrownBy(() -> this.accounts.reset(high, low)).isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void aPracticeAccountIsKeptOutUnderAnyOtherProfile() throws Exception {
		long practising = this.fixture.member(this.college.branch());
		this.stored.saveAndFlush(Account.ofPractice(practising, "practice." + practising, "{noop}Lianxi-2026!"));
		this.mvc.perform(formLogin().user("practice." + practising).password("Lianxi-2026!"))
			.andExpect(unauthenticated());
	}

	private void assertSignedOut(Cookie session) throws Exception {
		this.mvc.perform(get("/account").cookie(session)).andExpect(status().is3xxRedirection());
	}

	private Cookie signIn(String user, String password) throws Exception {
		return this.mvc.perform(formLogin().user(user).password(password))
			.andExpect(authenticated())
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
	}

	private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder change(Cookie session,
			String current, String chosen) {
		return post("/account/password").cookie(session)
			.with(csrf())
			.param("current", current)
			.param("chosen", chosen)
			.param("repeated", chosen);
	}

}
