package org.leagueflow.quota;

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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class NumberPoolTests {

	private static final AtomicInteger SERIAL = new AtomicInteger(1);

	private static final AtomicLong CASES = new AtomicLong(5_000_000_000L);

	@Autowired
	NumberPool pool;

	@Autowired
	NumberPoolService service;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	BusinessClock clock;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MockMvc mvc;

	private PeopleFixture.College college;

	private Actor county;

	private Actor committee;

	private String prefix;

	@BeforeEach
	void college() {
		this.college = this.fixture.college();
		this.county = this.fixture.holder(Roles.COUNTY_COMMITTEE, this.college.county());
		this.committee = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.prefix = this.clock.today().getYear() + "44";
	}

	private int enter(int count) {
		int first = SERIAL.getAndAdd(count + 1);
		this.pool.enter(this.college.county(), this.prefix, first, count, this.county);
		return first;
	}

	private static CaseId aCase() {
		return new CaseId(CASES.incrementAndGet());
	}

	@Test
	void numbersGoFromCountyToSchoolToGeneralBranchAndIntoCases() {
		int first = enter(10);
		this.pool.allot(this.college.county(), this.college.committee(), 6, this.county);
		this.pool.allot(this.college.committee(), this.college.generalBranch(), 4, this.committee);
		assertThat(this.pool.standing(this.college.county()))
			.isEqualTo(new NumberBalance(this.college.county(), 10, 6, 4, 0, 0, 0));
		assertThat(this.pool.standing(this.college.committee()))
			.isEqualTo(new NumberBalance(this.college.committee(), 6, 4, 2, 0, 0, 0));
		CaseId theCase = aCase();
		String number = this.pool.reserve(theCase, this.college.branch());
		assertThat(number).matches("20\\d{10}")
			.isBetween(MemberNumber.of(this.prefix, first), MemberNumber.of(this.prefix, first + 3));
		assertThat(this.pool.reserve(theCase, this.college.branch())).isEqualTo(number);
		assertThat(this.pool.standing(this.college.generalBranch()))
			.isEqualTo(new NumberBalance(this.college.generalBranch(), 4, 0, 3, 1, 0, 0));
		assertThat(this.pool.use(theCase)).isEqualTo(number);
		assertThat(this.pool.use(theCase)).isEqualTo(number);
		this.pool.release(theCase);
		assertThat(this.pool.numberOf(theCase)).contains(number);
		assertThat(this.pool.standing(this.college.generalBranch()))
			.isEqualTo(new NumberBalance(this.college.generalBranch(), 4, 0, 3, 0, 1, 0));
	}

	@Test
	void aReleasedNumberIsFreeForTheNext() {
		enter(1);
		CaseId failed = aCase();
		String number = this.pool.reserve(failed, this.college.branch());
		this.pool.release(failed);
		this.pool.release(failed);
		assertThat(this.pool.numberOf(failed)).isEmpty();
		assertThat(this.pool.reserve(aCase(), this.college.branch())).isEqualTo(number);
		assertThatThrownBy(() -> this.pool.use(failed)).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void anEmptyPoolSaysWhoAllots() {
		assertThatThrownBy(() -> this.pool.reserve(aCase(), this.college.branch()))
			.isInstanceOfSatisfying(Refusal.Conflict.class, (refusal) -> {
				assertThat(refusal.words().key()).isEqualTo("refusal.quota.none");
				assertThat(refusal.words().args()).containsExactly(name(this.college.county()));
			});
		enter(2);
		this.pool.allot(this.college.county(), this.college.committee(), 1, this.county);
		this.pool.reserve(aCase(), this.college.branch());
		assertThatThrownBy(() -> this.pool.reserve(aCase(), this.college.branch()))
			.isInstanceOfSatisfying(Refusal.Conflict.class, (refusal) -> {
				assertThat(refusal.words().key()).isEqualTo("refusal.quota.empty");
				assertThat(refusal.words().args()).containsExactly(name(this.college.committee()),
						name(this.college.county()));
			});
	}

	private String name(long unit) {
		return this.people.unit(unit).name();
	}

	@Test
	void moreThanIsFreeIsNotAllotted() {
		enter(3);
		this.pool.reserve(aCase(), this.college.branch());
		assertThatThrownBy(() -> this.pool.allot(this.college.county(), this.college.committee(), 3, this.county))
			.isInstanceOf(Refusal.Conflict.class);
		this.pool.allot(this.college.county(), this.college.committee(), 2, this.county);
		assertThat(this.pool.standing(this.college.county()).free()).isZero();
	}

	@Test
	void numbersGoDownwardsOnly() {
		enter(3);
		long other = this.fixture.unit(this.college.county(), UnitKind.COMMITTEE, null);
		this.pool.allot(this.college.county(), this.college.committee(), 3, this.county);
		for (long to : List.of(other, this.college.county(), this.college.committee(), this.college.branch())) {
			assertThatThrownBy(() -> this.pool.allot(this.college.committee(), to, 1, this.committee))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> this.pool.allot(this.college.county(), other, 1, this.committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.pool.enter(this.college.committee(), this.prefix, 900_000, 1, this.county))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@ParameterizedTest
	@CsvSource({ "202644, 0, 5", "202644, 999999, 2", "202644, 1, 0", "202644, 1, 20001", "19994, 1, 1",
			"2026440, 1, 1", "abcdef, 1, 1", "202604, 1, 1" })
	void aRunThatIsNoneIsRefused(String run, int first, int count) {
		assertThatThrownBy(() -> this.pool.enter(this.college.county(), run, first, count, this.county))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aNumberIsEnteredOnce() {
		int first = enter(3);
		long otherCounty = this.fixture.college().county();
		Actor other = this.fixture.holder(Roles.COUNTY_COMMITTEE, otherCounty);
		assertThatThrownBy(() -> this.pool.enter(otherCounty, this.prefix, first + 2, 5, other))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void everyVoidNumberIsExplained() {
		int first = enter(2);
		CaseId theCase = aCase();
		String reserved = this.pool.reserve(theCase, this.college.branch());
		String free = MemberNumber.of(this.prefix, reserved.endsWith("%06d".formatted(first)) ? first + 1 : first);
		for (String reason : new String[] { null, "", " ", "废".repeat(501) }) {
			assertThatThrownBy(() -> this.pool.voidNumber(free, reason, this.county))
				.isInstanceOf(Refusal.Invalid.class);
		}
		Actor stranger = this.fixture.holder(Roles.COUNTY_COMMITTEE, this.fixture.college().county());
		assertThatThrownBy(() -> this.pool.voidNumber(free, "不归我管", stranger)).isInstanceOf(Refusal.NotAllowed.class);
		this.pool.voidNumber(free, "志愿书印坏", this.county);
		this.pool.voidNumber(reserved, "志愿书遗失", this.county);
		assertThat(this.pool.numberOf(theCase)).isEmpty();
		assertThat(this.pool.standing(this.college.county()).voided()).isEqualTo(2);
		assertThatThrownBy(() -> this.pool.voidNumber(free, "再一次", this.county)).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.pool.voidNumber("000000000000", "没有", this.county))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aUsedNumberIsNotVoided() {
		enter(1);
		CaseId theCase = aCase();
		String number = this.pool.reserve(theCase, this.college.branch());
		this.pool.use(theCase);
		assertThatThrownBy(() -> this.pool.voidNumber(number, "已用", this.county)).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aReservationThatIsRolledBackLeavesTheNumberFree() {
		enter(1);
		this.transaction.executeWithoutResult((status) -> {
			this.pool.reserve(aCase(), this.college.branch());
			status.setRollbackOnly();
		});
		assertThat(this.pool.standing(this.college.county()).free()).isEqualTo(1);
	}

	@Test
	void manyAtOnceNeverOverdrawThePoolAndAllOfItIsGivenOut() throws Exception {
		enter(12);
		int tries = 40;
		List<Callable<Optional<String>>> all = new ArrayList<>();
		for (int i = 0; i < tries; i++) {
			all.add(() -> reserve(aCase()));
		}
		List<String> taken = race(all);
		assertThat(taken).hasSize(12);
		assertThat(new HashSet<>(taken)).hasSize(12);
		assertThat(this.pool.standing(this.college.county()).free()).isZero();
		assertThat(this.pool.standing(this.college.county()).reserved()).isEqualTo(12);
	}

	@Test
	void allottingAndReservingTheLastNumbersAtOnceLosesNone() throws Exception {
		enter(6);
		List<Callable<Optional<String>>> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			all.add(() -> reserve(aCase()));
			all.add(() -> {
				try {
					this.pool.allot(this.college.county(), this.college.committee(), 1, this.county);
				}
				catch (Refusal.Conflict ex) {
					// somebody was faster
				}
				return Optional.empty();
			});
		}
		race(all);
		NumberBalance above = this.pool.standing(this.college.county());
		NumberBalance below = this.pool.standing(this.college.committee());
		assertThat(above.free() + above.reserved() + below.free() + below.reserved()).isEqualTo(6);
		assertThat(below.free() + below.reserved()).isEqualTo(above.passedOn()).isEqualTo(below.allotted());
	}

	private Optional<String> reserve(CaseId theCase) {
		try {
			return Optional.of(this.pool.reserve(theCase, this.college.branch()));
		}
		catch (Refusal.Conflict ex) {
			return Optional.empty();
		}
	}

	private static List<String> race(List<Callable<Optional<String>>> all) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(10);
		try {
			List<String> taken = new ArrayList<>();
			for (Future<Optional<String>> one : threads.invokeAll(all)) {
				one.get().ifPresent(taken::add);
			}
			return taken;
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void runsAreCutAtGapsAndAtBlocks() {
		List<MemberNumber> numbers = List.of(number(1, 1), number(2, 1), number(4, 1), number(5, 2), number(6, 2));
		assertThat(NumberPoolService.runs(numbers).stream().map(List::size)).containsExactly(2, 1, 2);
		assertThat(NumberPoolService.runs(List.of())).isEmpty();
	}

	private static MemberNumber number(int serial, long block) {
		return new MemberNumber(MemberNumber.of("202644", serial), NumberState.FREE, 1, block, null, null, null, null);
	}

	@Test
	void thePagesShowTheStandingAndTakeAllotmentsAndVoids() throws Exception {
		int first = enter(3);
		String page = "/quota/" + this.college.county();
		this.mvc
			.perform(post(page + "/allot").with(csrf())
				.with(user(this.fixture.signedIn(this.county.personId())))
				.param("to", String.valueOf(this.college.committee()))
				.param("count", "1"))
			.andExpect(redirectedUrl(page));
		this.mvc
			.perform(post(page + "/void").with(csrf())
				.with(user(this.fixture.signedIn(this.county.personId())))
				.param("number", MemberNumber.of(this.prefix, first + 1))
				.param("reason", "<b>印坏</b>"))
			.andExpect(redirectedUrl(page));
		for (String path : List.of("/quota", page, page + "?state=VOID", "/quota/" + this.college.generalBranch())) {
			this.mvc
				.perform(
						get(path).with(user(this.fixture.signedIn(this.county.personId()))).accept(MediaType.TEXT_HTML))
				.andExpect(status().isOk())
				.andExpect(content().string(not(containsString("??"))))
				.andExpect(content().string(not(containsString("<b>印坏"))));
		}
		this.mvc.perform(get(page).with(user(this.fixture.signedIn(this.committee.personId()))))
			.andExpect(status().isForbidden());
		this.mvc
			.perform(post(page + "/allot").with(csrf())
				.with(user(this.fixture.signedIn(this.county.personId())))
				.param("to", "x")
				.param("count", "1"))
			.andExpect(status().isBadRequest());
	}

}
