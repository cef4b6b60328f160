package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.award.BatchService.Announcing;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.UnitKind;
import org.leagueflow.scoring.Component;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.RoundingRule;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each sees on the pages of batches, and who nominates, enters and takes back. */
@StoryTest
class BatchPagesTests {

	@Autowired
	AwardStory story;

	@Autowired
	CertificateService files;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	private ResultActions ask(Actor by, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(user(this.story.people.signedIn(by.personId()))).with(csrf()));
	}

	private static String batch(Told told) {
		return "/awards/batches/" + told.id;
	}

	private static String row(long id) {
		return "/awards/nominations/" + id;
	}

	private Told open() {
		return this.story.announces(this.story.college(), AwardStory.byHours(TiePolicy.ALL_IN)).allots();
	}

	/** The office types in what the one component is worth. */
	static AwardDefinition entered(AwardJudged judged) {
		ScoringScheme scheme = new ScoringScheme(List.of(new ScoreComponent("daily", "日常工作",
				ScoreComponent.Source.ENTERED, null, false, Rational.ZERO, Rational.HUNDRED)), new Component("daily"),
				new RoundingRule(RoundingRule.Mode.HALF_UP, 2));
		return new AwardDefinition("五四红旗", judged, AwardPeriod.CALENDAR_YEAR, false,
				List.of(AwardStory.level("五四红旗", 1)), false, false, List.of(), scheme, List.of(), TiePolicy.ALL_IN,
				List.of(), List.of(), List.of(new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 2)),
				new AwardCertificate("奖状", "{name}：{period}{award}"));
	}

	@Test
	void whoIsTiedIsForThoseWhoReadAll() throws Exception {
		Told told = this.story.announces(this.story.college(), AwardStory.byHours(TiePolicy.COMMITTEE)).allots();
		long one = 0;
		for (int i = 1; i <= 3; i++) {
			one = told.nominates(told.college.one(), i);
		}
		told.closes().reviewed();
		String name = told.row(one).subject().name();
		Actor member = told.person(told.college.two().get(4));
		ask(told.committee(0), get(batch(told))).andExpect(status().isOk())
			.andExpect(content().string(containsString(name)))
			.andExpect(content().string(containsString("末位并列")));
		for (Actor by : List.of(member, told.secretary(told.college.two()), told.person(told.college.one().get(3)))) {
			ask(by, get(batch(told))).andExpect(status().isOk())
				.andExpect(content().string(not(containsString("末位并列"))));
		}
		ask(member, get(batch(told) + "/ranking")).andExpect(status().isNotFound());
		ask(member, get(row(one))).andExpect(status().isNotFound());
		ask(told.committee(0), get(batch(told) + "/ranking")).andExpect(status().isOk())
			.andExpect(content().string(containsString(name)));
		ask(told.committee(0), get(row(one))).andExpect(status().isOk());
		ask(told.person(told.college.one().get(3)), get(row(one))).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("得分是怎样算出来的"))));
		ask(told.secretary(told.college.one()), get(batch(told) + "/units/" + told.college.units().branch()))
			.andExpect(status().isOk());
		ask(told.committee(0), get("/awards/batches")).andExpect(status().isOk());
		ask(member, get("/awards/mine")).andExpect(status().isOk());
		ask(told.committee(0), get("/awards/honours")).andExpect(status().isOk());
	}

	@Test
	void theOfficeEntersWhatNobodyElseKnows() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, entered(AwardJudged.PERSON)).allots();
		long first = told.nominatesAsIs(college.one(), 1);
		long second = told.nominatesAsIs(college.two(), 1);
		told.closes();
		ask(told.committee(0), get(row(first))).andExpect(status().isOk())
			.andExpect(content().string(containsString("由办理单位录入的分项")))
			.andExpect(content().string(containsString("未录入")));
		ask(told.secretary(college.one()), get(row(first)))
			.andExpect(content().string(not(containsString("由办理单位录入的分项"))));
		enters(told.committee(0), first, "101", "年度考核表").andExpect(status().isUnprocessableEntity());
		enters(told.committee(0), first, "80", " ").andExpect(status().isUnprocessableEntity());
		enters(told.secretary(college.one()), first, "80", "自己填").andExpect(status().isForbidden());
		enters(told.person(college.two().get(4)), first, "80", "路人").andExpect(status().isNotFound());
		enters(told.committee(0), first, "80", "年度考核表第3行").andExpect(status().is3xxRedirection());
		told.reviewed();
		assertThat(told.row(first).rank()).isEqualTo(1);
		assertThat(told.row(second).rank()).as("nothing entered is not zero").isNull();
		enters(told.committee(0), second, "90", "年度考核表第4行").andExpect(status().is3xxRedirection());
		assertThat(told.row(second).rank()).as("ranked anew at once").isEqualTo(1);
		enters(told.committee(0), first, "95", "第3行，更正笔误").andExpect(status().is3xxRedirection());
		assertThat(told.row(first).rank()).as("the same person mends a typo").isEqualTo(1);
		ask(told.committee(1), get(row(first))).andExpect(content().string(containsString("第3行，更正笔误")));
		told.confirms();
		enters(told.committee(0), first, "60", "再改").andExpect(status().isConflict());
		assertThatThrownBy(
				() -> this.story.recounts.correct(told.id, null, first, "daily", "60", "复核", told.committee(0)))
			.as("who entered it does not recount it")
			.isInstanceOf(Refusal.NotAllowed.class);
		told.corrects(first, "daily", "60", null);
	}

	private ResultActions enters(Actor by, long nomination, String points, String origin) throws Exception {
		return ask(by,
				post(row(nomination) + "/entries").param("component", "daily")
					.param("points", points)
					.param("origin", origin));
	}

	@Test
	void onlyWhoWasAwardedInAnEndedBatchIsKeptOutOfAnother() {
		College college = this.story.college();
		Told first = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		first.hours(college.one().get(1), 60).hours(college.one().get(2), 40).hours(college.one().get(3), 30);
		long best = first.nominates(college.one(), 1);
		first.nominates(college.one(), 2);
		first.nominates(college.one(), 3);
		first.closes().reviewed().confirms().announced().votes(3);
		Told second = this.story
			.announces(college,
					AwardStory.definition("三好学生", AwardStory.hours(), List.of(AwardStory.level("三好", 3)),
							TiePolicy.NONE, List.of(new AwardExclusion(AwardExclusion.Kind.ONE_AWARD, null, null))))
			.allots();
		second.nominates(college.one(), 3);
		first.answers("archive", Map.of()).endsAs("awarded");
		assertThatThrownBy(() -> second.nominates(college.one(), 2)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("exclusive");
		this.story.nominations.state(best, NominationState.STRUCK);
		assertThatThrownBy(() -> second.nominates(college.one(), 1)).as("struck, but awarded until a new decision")
			.isInstanceOf(Refusal.Conflict.class);
		this.story.nominations.publish(first.id);
		second.nominates(college.one(), 1);
	}

	@Test
	void aPeriodIsReadByTheKindOfTheAward() {
		College college = this.story.college();
		assertThat(announced(college, AwardPeriod.CALENDAR_YEAR, " 2025年度 ")).isEqualTo("2025");
		assertThat(announced(college, AwardPeriod.SCHOOL_YEAR, "2024-2025学年")).isEqualTo("2024-2025");
		assertThat(announced(college, AwardPeriod.TERM, "2024-2025学年第二学期")).isEqualTo("2024-2025-2");
		assertThat(announced(college, AwardPeriod.MONTH, "2025年3月")).isEqualTo("2025-03");
		for (String wrong : List.of("今年", "2024-2025", "2025-13", "")) {
			assertThatThrownBy(() -> announced(college, AwardPeriod.CALENDAR_YEAR, wrong)).as(wrong)
				.isInstanceOf(Refusal.Invalid.class)
				.hasMessageContaining("refusal.award.period.CALENDAR_YEAR");
		}
		assertThatThrownBy(() -> announced(college, AwardPeriod.SCHOOL_YEAR, "2025"))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> announced(college, AwardPeriod.MONTH, null)).isInstanceOf(Refusal.Invalid.class);
	}

	private String announced(College college, AwardPeriod period, String typed) {
		AwardDefinition like = AwardStory.byHours(TiePolicy.NONE);
		long edition = this.story.editions.edition(college.units().committee(),
				new AwardDefinition(like.name(), like.judged(), period, true, like.levels(), true, true,
						like.conditions(), like.scheme(), List.of(), TiePolicy.NONE, List.of(), List.of(), like.steps(),
						like.certificate()));
		long batch = this.story.batches.announce(
				new Announcing(edition, "评选", typed, this.story.clock.today().plusDays(7), null),
				this.story.people.actor(college.committee().get(0)));
		return this.story.repository.of(batch).period();
	}

	@Test
	void sentTwiceIsAnnouncedOnce() throws Exception {
		College college = this.story.college();
		long edition = this.story.editions.edition(college.units().committee(), AwardStory.byHours(TiePolicy.NONE));
		Actor by = this.story.people.actor(college.committee().get(0));
		String once = AwardStory.key();
		for (int i = 0; i < 2; i++) {
			ask(by, post("/awards/batches").param("edition", "" + edition)
				.param("name", "2025年度评选")
				.param("period", "2025")
				.param("closesOn", this.story.clock.today().plusDays(7).toString())
				.param("once", once)).andExpect(status().is3xxRedirection());
		}
		assertThat(this.story.pages.batches(by)).filteredOn((one) -> one.editionId() == edition).hasSize(1);
	}

	@Test
	void returnedAndNominatedAgainByTheClassThePersonIsInNow() {
		Told told = open();
		College college = told.college;
		long person = college.one().get(1);
		long id = told.nominates(college.one(), 1);
		this.story.nominating.sendBack(id, "材料不全", college.faculty());
		assertThat(told.nominates(college.one(), 1)).as("the same row").isEqualTo(id);
		this.story.nominating.sendBack(id, "已转班", college.faculty());
		this.story.people.moves(person, college.second());
		this.story.nominating.nominate(told.id, college.second(), person, "补充材料", told.secretary(college.two()));
		Nomination row = told.row(id);
		assertThat(row.unitId()).isEqualTo(college.second());
		assertThat(row.unitPath()).isEqualTo(this.story.directory.unit(college.second()).path());
		assertThat(row.unitName()).isEqualTo(this.story.directory.unit(college.second()).name());
		this.story.nominating.sendBack(id, "时间已到", college.faculty());
		told.closes();
		assertThat(told.row(id).state()).isEqualTo(NominationState.RETURNED);
	}

	@Test
	void certificatesFollowTheirUnit() {
		Told told = open();
		told.nominates(told.college.one(), 1);
		told.closes().reviewed().confirms().announced().votes(3);
		long branch = told.college.units().branch();
		long elsewhere = this.story.people.unit(told.college.units().committee(), UnitKind.GENERAL_BRANCH, null);
		this.story.people.moveUnit(branch, elsewhere);
		assertThat(told.certificates()).hasSize(1)
			.allMatch((one) -> one.unitPath().equals(this.story.directory.unit(branch).path()));
		Actor there = this.story.people.holder(Roles.GENERAL_BRANCH, elsewhere);
		assertThat(this.files.honours(null, there).cards()).hasSize(1);
	}

	@Test
	void whoHoldsTwoPostsSeesBothClasses() throws Exception {
		Told told = open();
		told.hours(told.college.one().get(1), 40).hours(told.college.two().get(1), 30);
		told.nominates(told.college.one(), 1);
		long other = told.nominates(told.college.two(), 1);
		told.closes().reviewed();
		long both = told.college.one().get(0);
		assertThat(this.story.pages.ranking(told.id, null, 0, told.person(both)).rows()).hasSize(1);
		this.story.people.appoint(both, Roles.BRANCH_COMMITTEE, told.college.second());
		assertThat(this.story.pages.ranking(told.id, null, 0, told.person(both)).rows()).hasSize(2);
		ask(told.person(both), get(row(other))).andExpect(status().isOk());
		ask(told.person(both), get(batch(told) + "/units/" + told.college.second())).andExpect(status().isOk());
	}

	@Test
	void whatChangedWhileTheBatchWasLockedIsReadAgain() {
		Told told = open();
		long id = told.nominates(told.college.one(), 1);
		Actor secretary = told.secretary(told.college.one());
		CompletableFuture<?>[] waiting = new CompletableFuture<?>[1];
		new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> {
			this.story.repository.lock(told.id).orElseThrow();
			waiting[0] = CompletableFuture.runAsync(() -> this.story.nominating.withdraw(id, "重复提名", secretary));
			assertThatThrownBy(() -> waiting[0].get(500, TimeUnit.MILLISECONDS)).as("waits for the lock")
				.isInstanceOf(java.util.concurrent.TimeoutException.class);
			this.story.nominations.state(id, NominationState.STRUCK);
		});
		assertThatThrownBy(() -> waiting[0].join()).isInstanceOf(CompletionException.class)
			.hasCauseInstanceOf(Refusal.Conflict.class);
		assertThat(told.row(id).state()).isEqualTo(NominationState.STRUCK);
	}

	@Test
	void onlyThePersonTakesBackAnOwnApplication() throws Exception {
		Told told = open();
		long person = told.college.one().get(1);
		told.hours(person, 24);
		long id = this.story.nominating.apply(told.id, "本人申请", told.person(person));
		assertThatThrownBy(() -> this.story.nominating.withdraw(id, "不同意", told.secretary(told.college.one())))
			.isInstanceOf(Refusal.NotAllowed.class);
		ask(told.secretary(told.college.one()), get(row(id))).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("/withdraw"))));
		ask(told.person(person), get(row(id))).andExpect(content().string(containsString("/withdraw")));
		this.story.nominating.withdraw(id, "个人原因", told.person(person));
		assertThat(told.nominates(told.college.one(), 1)).as("by the branch now").isEqualTo(id);
	}

	@Test
	void whoLacksAConditionTakesNobodysPlace() {
		Told told = open();
		long branch = told.college.units().branch();
		this.story.batches.places(told.id,
				new AllottedPlaces(Map.of(told.college.units().generalBranch(), 1, branch, 1), Map.of()),
				told.committee(0));
		assertThatThrownBy(() -> told.nominatesAsIs(told.college.one(), 1)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("refusal.award.unmet");
		assertThatThrownBy(() -> this.story.nominating.apply(told.id, "申请", told.person(told.college.one().get(1))))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("refusal.award.unmet");
		told.nominates(told.college.one(), 2);
	}

	@Test
	void theClassStandsBesideANamesake() {
		Told told = open();
		told.nominates(told.college.one(), 1);
		told.closes().reviewed().confirms();
		Subject subject = told.notice().subjects().get(0);
		Nomination row = this.story.nominations.placed(told.id).get(0);
		assertThat(subject.name()).isEqualTo(row.subject().name() + "（" + row.unitName() + "）");
		assertThat(subject.is(row.subject().id())).isTrue();
	}

	@Test
	void aGeneralBranchNominatesItselfWhereItIsJudged() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, entered(AwardJudged.GENERAL_BRANCH)).allots();
		long unit = college.units().generalBranch();
		ask(college.faculty(), get(batch(told))).andExpect(status().isOk())
			.andExpect(content().string(containsString("/units/" + unit)));
		ask(college.faculty(), get(batch(told) + "/units/" + unit)).andExpect(status().isOk());
		long id = this.story.nominating.nominate(told.id, unit, unit, "组织有力", college.faculty());
		assertThat(told.row(id).subject().id()).isEqualTo(unit);
		assertThatThrownBy(() -> this.story.nominating.nominate(told.id, college.second(), college.second(), "支部",
				told.secretary(college.two())))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void whatIsTooLateOrTooLongIsSaidAtTheField() {
		Told told = open();
		LocalDate far = this.story.clock.today().plusDays(367);
		assertThatThrownBy(() -> this.story.batches.prolong(told.id, far, "材料较多", told.committee(0)))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("prolongMost");
		this.story.batches.prolong(told.id, far.minusDays(1), "材".repeat(1900), told.committee(0));
		assertThat(told.batch().closesOn()).isEqualTo(far.minusDays(1));
		assertThatThrownBy(() -> this.story.nominating.review(told.id, told.college.units().generalBranch(),
				"长".repeat(2001), told.college.faculty()))
			.isInstanceOf(Refusal.Invalid.class);
	}

}
