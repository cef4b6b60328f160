package org.leagueflow.account;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@StoryTest
class SignInTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	AccountService accounts;

	@Autowired
	Accounts stored;

	@Autowired
	FindByIndexNameSessionRepository<?> sessions;

	@Autowired
	BusinessClock clock;

	@Autowired
	SetupService setup;

	@Autowired
	JdbcClient jdbc;

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
	void wrongPasswordsSlowDownOnlyTheAddressTheyComeFrom() throws Exception {
		for (int attempt = 0; attempt < 5; attempt++) {
			this.mvc.perform(signIn("10.1.0.1", this.login, "wrong")).andExpect(redirectedUrl("/login?error"));
		}
		this.mvc.perform(signIn("10.1.0.1", this.login, PeopleFixture.PASSWORD))
			.andExpect(unauthenticated())
			.andExpect(redirectedUrl("/login?wait=5"));
		this.mvc.perform(signIn("10.1.0.2", this.login, PeopleFixture.PASSWORD)).andExpect(authenticated());
		this.clock.offset(Duration.ofSeconds(6));
		this.mvc.perform(signIn("10.1.0.1", this.login.toUpperCase(), PeopleFixture.PASSWORD))
			.andExpect(authenticated().withUsername(this.login));
	}

	@Test
	void aDeviceKnownFromAnEarlierSignInIsSlowedDownByNobodyElse() throws Exception {
		Cookie device = device(this.mvc.perform(signIn("10.2.0.1", this.login, PeopleFixture.PASSWORD)).andReturn());
		assertThat(device.isHttpOnly()).isTrue();
		for (int attempt = 0; attempt < 6; attempt++) {
			this.mvc.perform(signIn("10.2.0.1", this.login, "wrong")).andExpect(unauthenticated());
		}
		this.mvc.perform(signIn("10.2.0.1", this.login, PeopleFixture.PASSWORD)).andExpect(unauthenticated());
		this.mvc.perform(signIn("10.2.0.1", this.login, PeopleFixture.PASSWORD).cookie(device))
			.andExpect(authenticated());
		Cookie forged = new Cookie(device.getName(), device.getValue().replaceFirst("^.", "~"));
		this.mvc.perform(signIn("10.2.0.1", this.login, PeopleFixture.PASSWORD).cookie(forged))
			.andExpect(unauthenticated());
		String other = this.fixture.account(this.fixture.member(this.college.branch()));
		for (int attempt = 0; attempt < 6; attempt++) {
			this.mvc.perform(signIn("10.2.0.9", this.login, "wrong").cookie(device)).andExpect(unauthenticated());
		}
		this.mvc.perform(signIn("10.2.0.9", this.login, PeopleFixture.PASSWORD).cookie(device))
			.andExpect(unauthenticated());
		this.mvc.perform(signIn("10.2.0.3", other, PeopleFixture.PASSWORD).cookie(device)).andExpect(authenticated());
	}

	/** Forty tries over 24 accounts in ten seconds went through before. */
	@Test
	void oneAddressDoesNotGuessOverManyAccounts() throws Exception {
		int lookedAt = 0;
		for (int attempt = 0; attempt < 40; attempt++) {
			String answer = redirect("10.3.0.1", "somebody." + (attempt % 24), "Password-" + attempt);
			lookedAt += answer.endsWith("error") ? 1 : 0;
		}
		assertThat(lookedAt).isBetween(20, 23);
		assertThat(redirect("10.3.0.1", this.login, PeopleFixture.PASSWORD)).contains("wait=");
		assertThat(redirect("2001:db8:1:1::5", this.login, PeopleFixture.PASSWORD)).isEqualTo("/");
	}

	/** The network of an IPv6 address counts, not the address. */
	@Test
	void anIpv6NetworkIsOneAddress() throws Exception {
		for (int attempt = 0; attempt < 5; attempt++) {
			redirect("2001:db8:7:7::" + (attempt + 1), this.login, "wrong");
		}
		assertThat(redirect("2001:db8:7:7:ffff::1", this.login, PeopleFixture.PASSWORD)).contains("wait=");
		assertThat(redirect("2001:db8:7:8::1", this.login, PeopleFixture.PASSWORD)).isEqualTo("/");
	}

	@Test
	void aCampusBehindOneAddressSignsInWithAFewMistakesEach() throws Exception {
		for (int student = 0; student < 30; student++) {
			String login = this.fixture.account(this.fixture.member(this.college.branch()));
			assertThat(redirect("10.4.0.1", login, "mistyped")).as("student " + student).isEqualTo("/login?error");
			assertThat(redirect("10.4.0.1", login, PeopleFixture.PASSWORD)).isEqualTo("/");
		}
	}

	@Test
	void manyAddressesAreSlowedDownOnOneAccountButItsOwnerStillGetsIn() throws Exception {
		Cookie device = device(this.mvc.perform(signIn("10.5.0.1", this.login, PeopleFixture.PASSWORD)).andReturn());
		int lookedAt = 0;
		for (int attempt = 0; attempt < 50; attempt++) {
			lookedAt += redirect("10.5.1." + attempt, this.login, "wrong").endsWith("error") ? 1 : 0;
		}
		assertThat(lookedAt).isBetween(30, 34);
		this.mvc.perform(signIn("10.5.0.7", this.login, PeopleFixture.PASSWORD).cookie(device))
			.andExpect(authenticated());
		this.clock.offset(Duration.ofSeconds(16));
		assertThat(redirect("10.5.2.1", this.login, PeopleFixture.PASSWORD)).isEqualTo("/");
	}

	@Test
	void ofManyTriesAtOnceNoMoreAreLookedAtThanOneAfterTheOther() throws Exception {
		List<Callable<String>> tries = Collections.nCopies(24, () -> redirect("10.6.0.1", this.login, "wrong"));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			long lookedAt = 0;
			for (Future<String> one : threads.invokeAll(tries)) {
				lookedAt += one.get().endsWith("error") ? 1 : 0;
			}
			assertThat(lookedAt).isEqualTo(5);
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void anAdministratorsUnlockForgivesAllTries() throws Exception {
		for (int attempt = 0; attempt < 7; attempt++) {
			redirect("10.7.0.1", this.login, "wrong");
		}
		this.accounts.unlock(this.person, this.admin);
		assertThat(redirect("10.7.0.1", this.login, PeopleFixture.PASSWORD)).isEqualTo("/");
	}

	@Test
	void theOwnPasswordIsNotGuessedOnItsPageEither() throws Exception {
		Cookie session = signIn(this.login, PeopleFixture.PASSWORD);
		for (int attempt = 0; attempt < 5; attempt++) {
			this.mvc.perform(change(session, "wrong-" + attempt, "Baise-Xinfeng-7"))
				.andExpect(status().isUnprocessableEntity());
		}
		this.mvc.perform(change(session, PeopleFixture.PASSWORD, "Baise-Xinfeng-7"))
			.andExpect(status().isUnprocessableEntity());
		this.clock.offset(Duration.ofSeconds(6));
		this.mvc.perform(change(session, PeopleFixture.PASSWORD, "Baise-Xinfeng-7")).andExpect(redirectedUrl("/"));
	}

	@Test
	void theSetupTokenIsNotGuessedEither() throws Exception {
		this.setup.issue();
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(setUp("wrong").getContentAsString()).doesNotContain("秒");
		}
		assertThat(setUp("wrong").getContentAsString()).contains("秒");
	}

	/** Whoever runs the server lets an administrator back in. */
	@Test
	void theTokenPrintedOnRequestLetsAnAdministratorBackIn() throws Exception {
		this.fixture.appoint(this.person, "admin", this.college.county());
		this.accounts.lock(this.person, this.fixture.holder("admin", this.college.county()));
		String token = this.setup.offer(true).orElseThrow();
		this.setup
			.create(new FirstAdministrator(token, null, null, "甲", this.login, "Baise-Huilai-9", "Baise-Huilai-9"));
		assertThat(redirect("10.8.0.1", this.login, "Baise-Huilai-9")).isEqualTo("/");
		assertThatThrownBy(() -> this.setup.begin()).isInstanceOf(Refusal.NotFound.class);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'account.recovered' AND subject = ?")
			.param("account:" + this.login)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void theTokenOpensNoAccountThatDoesNotAdminister() {
		String token = this.setup.issue();
		assertThatThrownBy(() -> this.setup
			.create(new FirstAdministrator(token, null, null, "甲", this.login, "Baise-Huilai-9", "Baise-Huilai-9")))
			.isInstanceOf(Refusal.Conflict.class);
	}

	private MockHttpServletResponse setUp(String token) throws Exception {
		return this.mvc
			.perform(post("/setup").with(csrf())
				.with(from("10.9.0.1"))
				.param("token", token)
				.param("name", "甲")
				.param("login", "x" + this.person)
				.param("password", "Baise-Xinfeng-7")
				.param("repeated", "Baise-Xinfeng-7"))
			.andExpect(status().isUnprocessableEntity())
			.andReturn()
			.getResponse();
	}

	private static Cookie device(MvcResult signedIn) {
		return Arrays.stream(signedIn.getResponse().getCookies())
			.filter((cookie) -> cookie.getName().startsWith("device-"))
			.findFirst()
			.orElseThrow();
	}

	private String redirect(String address, String user, String password) throws Exception {
		return this.mvc.perform(signIn(address, user, password)).andReturn().getResponse().getRedirectedUrl();
	}

	private static MockHttpServletRequestBuilder signIn(String address, String user, String password) {
		return post("/login").with(csrf()).with(from(address)).param("username", user).param("password", password);
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
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
		Cookie pages = signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc.perform(change(pages, PeopleFixture.PASSWORD, "Baise-Xinfeng-8")).andExpect(redirectedUrl("/"));
		assertSignedOut(phone);
		this.mvc.perform(get("/account").cookie(pages)).andExpect(status().isOk());
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
	void theOwnerSeesTheOwnSessionsAndEndsThem() throws Exception {
		Cookie phone = signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc
			.perform(get("/account").cookie(phone)
				.header("User-Agent",
						"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile MicroMessenger/8.0"))
			.andExpect(status().isOk());
		Cookie pages = signIn(this.login, PeopleFixture.PASSWORD);
		Cookie third = signIn(this.login, PeopleFixture.PASSWORD);
		String page = this.mvc.perform(get("/account").cookie(pages))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(page).contains("Android · WeChat", "本机").doesNotContain(phone.getValue());
		Matcher keys = Pattern.compile("/account/sessions/([0-9a-f]{24})/end").matcher(page);
		assertThat(keys.find()).isTrue();
		String other = this.fixture.account(this.fixture.member(this.college.branch()));
		Cookie stranger = signIn(other, PeopleFixture.PASSWORD);
		this.mvc.perform(post("/account/sessions/" + keys.group(1) + "/end").with(csrf()).cookie(stranger))
			.andExpect(status().isNotFound());
		this.mvc.perform(post("/account/sessions/" + keys.group(1) + "/end").with(csrf()).cookie(pages))
			.andExpect(redirectedUrl("/account"));
		assertThat(this.sessions.findByPrincipalName(this.login)).hasSize(2);
		this.mvc.perform(post("/account/sessions/end-others").with(csrf()).cookie(pages))
			.andExpect(redirectedUrl("/account"));
		assertSignedOut(phone);
		assertSignedOut(third);
		this.mvc.perform(get("/account").cookie(pages)).andExpect(status().isOk());
	}

	@Test
	void aSessionThatAnotherVersionStoredCountsAsNone() throws Exception {
		Cookie session = signIn(this.login, PeopleFixture.PASSWORD);
		this.jdbc
			.sql("UPDATE SPRING_SESSION_ATTRIBUTES SET ATTRIBUTE_BYTES = ? WHERE SESSION_PRIMARY_ID IN"
					+ " (SELECT PRIMARY_ID FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?)")
			.params(new byte[] { 1, 2, 3 }, this.login)
			.update();
		assertSignedOut(session);
		this.mvc.perform(get("/account").cookie(signIn(this.login, PeopleFixture.PASSWORD))).andExpect(status().isOk());
	}

	@Test
	void whoLosesAPostIsSignedOut() throws Exception {
		long post = this.fixture.appoint(this.person, "branch-secretary", this.college.branch());
		Cookie session = signIn(this.login, PeopleFixture.PASSWORD);
		this.mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
		this.fixture.ends(post, this.admin);
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

	private static MockHttpServletRequestBuilder change(Cookie session, String current, String chosen) {
		return post("/account/password").cookie(session)
			.with(csrf())
			.param("current", current)
			.param("chosen", chosen)
			.param("repeated", chosen);
	}

}
