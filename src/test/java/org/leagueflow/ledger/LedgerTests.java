package org.leagueflow.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@StoryTest
class LedgerTests {

	@Autowired
	Ledger ledger;

	@Autowired
	LedgerService service;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	BusinessClock clock;

	@Autowired
	MockMvc mvc;

	private PeopleFixture.College college;

	private Actor secretary;

	private long person;

	private LocalDate today;

	@BeforeEach
	void branch() {
		this.college = this.fixture.college();
		this.secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
		this.today = this.clock.today();
		this.person = this.fixture.youth(this.college.branch(), this.today.minusYears(16));
	}

	private Booking study(int tenths, LocalDate on) {
		return Booking.tenths(EntryKind.STUDY_HOURS, on, tenths, "团课", "签到表 3 号", new CaseId(7));
	}

	@Test
	void hoursAddUpWithinThePeriodAskedFor() {
		this.ledger.record(this.person, study(25, this.today), this.secretary);
		this.ledger.record(this.person, study(40, this.today.minusMonths(6)), this.secretary);
		this.ledger.record(this.person, Booking.one(EntryKind.TALK, this.today, "谈话", "记录", null), this.secretary);
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isEqualTo(65);
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, this.today.minusMonths(1), this.today))
			.isEqualTo(25);
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, this.today.minusDays(1))).isEqualTo(40);
		assertThat(this.ledger.total(this.person, EntryKind.TALK, null, null)).isEqualTo(1);
		assertThat(this.ledger.total(this.person, EntryKind.VOLUNTEER_HOURS, null, null)).isZero();
		assertThat(this.ledger.entries(this.person)).hasSize(3)
			.first()
			.satisfies((entry) -> assertThat(entry.recorderName()).isEqualTo(this.secretary.name()));
	}

	@Test
	void aCorrectionIsACounterEntryAndNeverTakesMoreThanIsLeft() {
		long line = this.ledger.record(this.person, study(80, this.today), this.secretary);
		this.ledger.correct(line, 30, "少记了缺席", this.secretary);
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isEqualTo(50);
		assertThatThrownBy(() -> this.ledger.correct(line, 51, "多了", this.secretary)).isInstanceOfSatisfying(
				Refusal.Invalid.class,
				(refusal) -> assertThat(refusal.fields().get("amount").args()).containsExactly("5"));
		this.ledger.correct(line, 50, "整条记错人", this.secretary);
		assertThatThrownBy(() -> this.ledger.correct(line, 1, "再来一次", this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isZero();
		LedgerEntry counter = this.ledger.entries(this.person).get(0);
		assertThat(counter.corrects()).isEqualTo(line);
		assertThat(counter.on()).isEqualTo(this.today);
		assertThat(counter.caseId()).isEqualTo(new CaseId(7));
		assertThatThrownBy(() -> this.ledger.correct(counter.id(), 1, "冲正冲正", this.secretary))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.ledger.correct(-1, 1, "没有", this.secretary)).isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aCorrectionSaysWhy() {
		long line = this.ledger.record(this.person, study(80, this.today), this.secretary);
		for (String reason : new String[] { null, "", "  ", "长".repeat(501) }) {
			assertThatThrownBy(() -> this.ledger.correct(line, 10, reason, this.secretary))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> this.ledger.correct(line, -10, "负数", this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void twoCorrectionsAtOnceDoNotTakeTheSameHour() throws Exception {
		long line = this.ledger.record(this.person, study(10, this.today), this.secretary);
		ExecutorService pool = Executors.newFixedThreadPool(4);
		try {
			Callable<Boolean> take = () -> {
				try {
					this.ledger.correct(line, 10, "同时冲正", this.secretary);
					return true;
				}
				catch (Refusal.Invalid ex) {
					return false;
				}
			};
			int taken = 0;
			for (Future<Boolean> one : pool.invokeAll(List.of(take, take, take, take))) {
				taken += one.get() ? 1 : 0;
			}
			assertThat(taken).isEqualTo(1);
			assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isZero();
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void nobodyBooksForHimself() {
		assertThatThrownBy(() -> this.ledger.record(this.secretary.personId(), study(10, this.today), this.secretary))
			.isInstanceOf(Refusal.NotAllowed.class)
			.hasMessageContaining("refusal.ledger.self");
		Actor general = this.fixture.holder(Roles.GENERAL_BRANCH, this.college.generalBranch());
		long line = this.ledger.record(this.secretary.personId(), study(10, this.today),
				this.fixture.holder(Roles.BRANCH_COMMITTEE, this.college.committee()));
		assertThatThrownBy(() -> this.ledger.correct(line, 5, "自己冲正", this.secretary))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThat(this.ledger.correct(line, 5, "上级冲正", general)).isPositive();
	}

	@Test
	void onlyThoseWhoLeadThePersonsUnitsBook() {
		Actor member = this.fixture.actor(this.fixture.member(this.college.branch()));
		Actor stranger = this.fixture.holder(Roles.BRANCH_SECRETARY, this.fixture.college().branch());
		Actor admin = this.fixture.holder(Roles.ADMIN, this.college.county());
		for (Actor by : List.of(member, stranger, admin)) {
			assertThatThrownBy(() -> this.ledger.record(this.person, study(10, this.today), by))
				.isInstanceOf(Refusal.NotAllowed.class);
		}
		for (String role : List.of(Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE)) {
			Actor above = this.fixture.holder(role, this.college.committee());
			assertThat(this.ledger.record(this.person, study(10, this.today), above)).isPositive();
		}
		assertThat(this.ledger.record(this.person, study(10, this.today), Actor.SYSTEM)).isPositive();
	}

	@Test
	void theLedgerIsReadByThePersonAndThoseWhoLead() {
		this.ledger.record(this.person, study(10, this.today), this.secretary);
		assertThat(this.service.account(this.person, this.fixture.actor(this.person)).mayBook()).isEmpty();
		assertThat(this.service.account(this.person, this.secretary).mayBook()).hasSize(EntryKind.values().length);
		Actor auditor = this.fixture.holder(Roles.AUDITOR, this.college.county());
		assertThat(this.service.account(this.person, auditor).mayBook()).isEmpty();
		Actor member = this.fixture.actor(this.fixture.member(this.college.branch()));
		assertThatThrownBy(() -> this.service.account(this.person, member)).isInstanceOf(Refusal.NotFound.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -5, 241, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void aSenselessAmountIsRefused(int tenths) {
		assertThatThrownBy(() -> this.ledger.record(this.person, study(tenths, this.today), this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void everyFieldThatIsWrongIsNamed() {
		Booking wrong = new Booking(EntryKind.TALK, this.today.plusDays(1), 2, " ", "证".repeat(10_001), null, null);
		assertThatThrownBy(() -> this.ledger.record(this.person, wrong, this.secretary)).isInstanceOfSatisfying(
				Refusal.Invalid.class,
				(refusal) -> assertThat(refusal.fields()).containsOnlyKeys("amount", "on", "title", "evidence"));
		assertThatThrownBy(() -> this.ledger.record(this.person, new Booking(null, null, 1, null, null, null, null),
				this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void rareCharactersLongEvidenceAndMarkupSurvive() {
		String evidence = "𬭩<script>alert(1)</script>=cmd|' /C calc'!A0".repeat(100);
		this.ledger.record(this.person, Booking.tenths(EntryKind.STUDY_HOURS, this.today, 10, "𬭩课", evidence, null),
				this.secretary);
		assertThat(this.ledger.entries(this.person).get(0).evidence()).isEqualTo(evidence);
		assertThat(this.ledger.entries(this.person).get(0).title()).isEqualTo("𬭩课");
	}

	@Test
	void oneLectureIsBookedForManyOrForNobody() {
		long second = this.fixture.youth(this.college.branch(), this.today.minusYears(15));
		assertThat(
				this.ledger.recordAll(List.of(this.person, second, this.person), study(20, this.today), this.secretary))
			.hasSize(2);
		long stranger = this.fixture.youth(this.fixture.college().branch(), this.today.minusYears(15));
		assertThatThrownBy(
				() -> this.ledger.recordAll(List.of(this.person, stranger), study(20, this.today), this.secretary))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isEqualTo(20);
		assertThatThrownBy(() -> this.ledger.recordAll(List.of(), study(20, this.today), this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@ParameterizedTest
	@CsvSource({ "8, 80", "8.5, 85", "0.1, 1", "' 12.0 ', 120" })
	void hoursAreWrittenWithOneDecimalPlace(String words, int tenths) {
		assertThat(Amounts.parse(words, EntryKind.STUDY_HOURS)).isEqualTo(tenths);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "8.55", "-1", "1e3", "八", "9999", "=1" })
	void otherWritingIsRefused(String words) {
		assertThatThrownBy(() -> Amounts.parse(words, EntryKind.STUDY_HOURS)).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void thePagesShowBookAndTakeBack() throws Exception {
		String html = this.mvc
			.perform(post("/ledger").with(csrf())
				.with(user(this.fixture.signedIn(this.secretary.personId())))
				.param("person", String.valueOf(this.person))
				.param("kind", "STUDY_HOURS")
				.param("on", this.today.toString())
				.param("amount", "2.5")
				.param("title", "<b>第一课</b>")
				.param("evidence", "签到表"))
			.andExpect(redirectedUrl("/ledger?person=" + this.person))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(html).isEmpty();
		long line = this.ledger.entries(this.person).get(0).id();
		this.mvc.perform(page("/ledger?person=" + this.person, this.secretary))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("&lt;b&gt;第一课")))
			.andExpect(content().string(containsString("2.5 学时")))
			.andExpect(content().string(not(containsString("??"))));
		this.mvc
			.perform(post("/ledger/" + line + "/correct").with(csrf())
				.with(user(this.fixture.signedIn(this.secretary.personId())))
				.param("person", String.valueOf(this.person))
				.param("kind", "STUDY_HOURS")
				.param("amount", "2.5")
				.param("reason", "记错"))
			.andExpect(status().is3xxRedirection());
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isZero();
		this.mvc.perform(page("/ledger/bulk?chosen=" + this.person, this.secretary))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("??"))));
		this.mvc.perform(page("/ledger/bulk", this.secretary)).andExpect(status().isOk());
		this.mvc.perform(page("/ledger?q=青年", this.secretary))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("??"))));
		this.mvc.perform(page("/ledger", this.secretary)).andExpect(status().isOk());
		this.mvc
			.perform(page("/ledger?person=" + this.person,
					this.fixture.actor(this.fixture.member(this.college.branch()))))
			.andExpect(status().isNotFound());
	}

	@Test
	void aFormSentTwiceIsBookedOnceAndTakenBackOnce() throws Exception {
		MockMultipartFile proof = new MockMultipartFile("file", "签到表.pdf", "application/pdf",
				"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes());
		for (int i = 0; i < 2; i++) {
			this.mvc
				.perform(multipart("/ledger").file(proof)
					.with(csrf())
					.with(user(this.fixture.signedIn(this.secretary.personId())))
					.param("once", "key-of-this-form-" + this.person)
					.param("person", String.valueOf(this.person))
					.param("kind", "STUDY_HOURS")
					.param("on", this.today.toString())
					.param("amount", "8")
					.param("title", "团课"))
				.andExpect(redirectedUrl("/ledger?person=" + this.person));
		}
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null)).isEqualTo(80);
		LedgerEntry line = this.ledger.entries(this.person).get(0);
		opens(line.attachmentId(), this.secretary, 200);
		opens(line.attachmentId(), this.fixture.actor(this.person), 200);
		opens(line.attachmentId(), this.fixture.actor(this.fixture.member(this.college.branch())), 404);
		for (int i = 0; i < 2; i++) {
			this.mvc
				.perform(post("/ledger/" + line.id() + "/correct").with(csrf())
					.with(user(this.fixture.signedIn(this.secretary.personId())))
					.param("once", "key-of-that-form-" + this.person)
					.param("person", String.valueOf(this.person))
					.param("kind", "TALK")
					.param("amount", "2")
					.param("reason", "早退"))
				.andExpect(status().is3xxRedirection());
		}
		assertThat(this.ledger.total(this.person, EntryKind.STUDY_HOURS, null, null))
			.as("in the measure of the line, whatever kind the form claims")
			.isEqualTo(60);
	}

	private void opens(Long attachment, Actor reader, int expected) throws Exception {
		this.mvc.perform(page("/attachments/" + attachment, reader)).andExpect(status().is(expected));
	}

	@Test
	void whatNothingProvesIsNotBooked() {
		assertThatThrownBy(() -> this.ledger.record(this.person,
				Booking.one(EntryKind.IDEOLOGY_EXAM, this.today, "思政考评", " ", null), this.secretary))
			.isInstanceOfSatisfying(Refusal.Invalid.class,
					(refusal) -> assertThat(refusal.fields()).containsOnlyKeys("evidence"));
	}

	@Test
	void nobodyDidAnythingBeforeBirthAndStudyCountsFromTheMonthOfTheFourteenthBirthday() {
		long youth = this.fixture.youth(this.college.branch(), LocalDate.of(2010, 3, 20));
		assertThatThrownBy(() -> this.ledger.record(youth, study(80, LocalDate.of(2024, 2, 29)), this.secretary))
			.hasMessageContaining("tooYoung");
		this.ledger.record(youth, study(80, LocalDate.of(2024, 3, 1)), this.secretary);
		assertThatThrownBy(() -> this.ledger.record(youth,
				Booking.tenths(EntryKind.VOLUNTEER_HOURS, LocalDate.of(2010, 3, 19), 10, "社区服务", "证明", null),
				this.secretary))
			.hasMessageContaining("unborn");
	}

	private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder page(String path, Actor by) {
		return get(path).with(user(this.fixture.signedIn(by.personId()))).accept(MediaType.TEXT_HTML);
	}

	@Test
	void ofTwoWhoGradeAMemberAtOnceOneIsRefused() throws Exception {
		List<Long> members = IntStream.range(0, 4).mapToObj((i) -> this.fixture.member(this.college.branch())).toList();
		List<Long> backwards = List.of(members.get(3), members.get(2), members.get(1), members.get(0));
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			List<Callable<Boolean>> grades = Stream.of(members, backwards).map((order) -> (Callable<Boolean>) () -> {
				try {
					this.ledger.recordAll(order, grade(3, this.today), this.secretary);
					return true;
				}
				catch (Refusal.Invalid ex) {
					return false;
				}
			}).toList();
			assertThat(both.invokeAll(grades)).extracting(Future::get).containsExactlyInAnyOrder(true, false);
		}
		finally {
			both.shutdownNow();
		}
		members.forEach(
				(member) -> assertThat(this.ledger.total(member, EntryKind.APPRAISAL, null, this.today)).isEqualTo(3));
	}

	/** Two grades of a year added up to one that does not exist. */
	@Test
	void aGradeIsGivenOnceAYearAndTakenBackAsAWhole() throws Exception {
		long member = this.fixture.member(this.college.branch());
		long first = this.ledger.record(member, grade(3, this.today), this.secretary);
		assertThatThrownBy(() -> this.ledger.record(member, grade(4, this.today), this.secretary))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("onceAYear");
		this.ledger.record(member, grade(4, this.today.minusYears(1)), this.secretary);
		assertThatThrownBy(() -> this.ledger.correct(first, 1, "登记错误", this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.ledger.record(member, grade(5, this.today.minusYears(2)), this.secretary))
			.isInstanceOf(Refusal.Invalid.class);
		this.mvc
			.perform(post("/ledger/" + first + "/correct").param("person", Long.toString(member))
				.param("reason", "登记错误")
				.with(csrf())
				.with(Principal.signedIn(this.secretary)))
			.andExpect(status().is3xxRedirection());
		for (String wrong : List.of("APPRAISAL", "APPRAISAL:0", "APPRAISAL:5", "APPRAISAL:x", "NOTHING", "")) {
			this.mvc.perform(graded(member, wrong)).andExpect(status().isUnprocessableEntity());
		}
		this.mvc.perform(graded(member, "APPRAISAL:2")).andExpect(redirectedUrl("/ledger?person=" + member));
		this.mvc.perform(get("/ledger?person=" + member).with(Principal.signedIn(this.secretary)))
			.andExpect(content().string(containsString("基本合格")))
			.andExpect(content().string(containsString("冲正：合格")));
	}

	private RequestBuilder graded(long member, String kind) {
		return post("/ledger").param("person", Long.toString(member))
			.param("kind", kind)
			.param("on", this.today.toString())
			.param("title", "年度评议")
			.param("evidence", "支部大会记录")
			.with(csrf())
			.with(Principal.signedIn(this.secretary));
	}

	private static Booking grade(int grade, LocalDate on) {
		return new Booking(EntryKind.APPRAISAL, on, grade, "教育评议", "支部大会记录", null, null);
	}

	@Test
	void aUnitsHonoursAreBookedBySystemAndReadByItsPeople() throws Exception {
		Subject branch = Subject.unit(this.college.branch(), "一班团支部");
		Booking honour = Booking.one(EntryKind.HONOUR, this.today, "2024 先进班集体", "LF-2025-0001-00001", new CaseId(7));
		long line = this.ledger.record(branch, honour, Actor.SYSTEM);
		String unit = "/ledger/units/" + branch.id();
		for (Actor reader : List.of(this.secretary, this.fixture.actor(this.person))) {
			this.mvc.perform(page(unit, reader)).andExpect(content().string(containsString("2024 先进班集体")));
		}
		this.mvc.perform(page(unit, this.fixture.actor(this.fixture.member(this.fixture.college().branch()))))
			.andExpect(status().isNotFound());
		assertThat(this.ledger.entries(branch.id())).as("a person of the same number has none of it")
			.extracting(LedgerEntry::title)
			.doesNotContain("2024 先进班集体");
		assertThatThrownBy(() -> this.ledger.correct(line, 1, "登记有误", this.secretary))
			.isInstanceOf(Refusal.NotAllowed.class);
		this.ledger.correct(line, 1, "评优重新决定", Actor.SYSTEM);
		this.mvc.perform(page(unit, this.secretary)).andExpect(content().string(containsString("评优重新决定")));
		assertThatThrownBy(() -> this.ledger.record(branch, honour, this.secretary))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.ledger.record(branch, Booking.one(EntryKind.TALK, this.today, "谈话", "记录", null),
				Actor.SYSTEM))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void anAuditorReadsTheLedgersOfTheOwnCountyOnly() throws Exception {
		Actor own = this.fixture.holder(Roles.AUDITOR, this.college.committee());
		Actor foreign = this.fixture.holder(Roles.AUDITOR, this.fixture.college().committee());
		this.mvc.perform(page("/ledger?person=" + this.person, own)).andExpect(status().isOk());
		this.mvc.perform(page("/ledger?person=" + this.person, foreign)).andExpect(status().isNotFound());
	}

}
