package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 最佳团日活动: announced each month by the timer, for themed days that branches held. */
@StoryTest
class LeagueDayAwardTests {

	private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 10);

	@Autowired
	AwardStory story;

	@Autowired
	MonthlyBatchJob timer;

	@Autowired
	CertificateService files;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		this.story.at(FEBRUARY);
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	private static AwardDefinition leagueDay(AwardTheme theme) {
		return new AwardDefinition("最佳团日活动", AwardJudged.ACTIVITY, AwardPeriod.MONTH, true,
				List.of(AwardStory.level("最佳团日活动", 1)), false, false, List.of(), AwardStory.panelled(), List.of(),
				TiePolicy.ALL_IN, List.of(), List.of(),
				List.of(new AwardStep(AwardStep.Kind.ASSESS, AwardStep.Tier.SCHOOL, null),
						new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 2)),
				new AwardCertificate("奖状", "{name}：被评为{period}{award}，特发此状。"), theme);
	}

	/** A branch applies for an activity, and the general branch agrees. */
	private CaseId applies(College college, List<Long> branch, String title, String kind, String theme, LocalDate day) {
		CaseId caseId = this.story.inbox.start("activity", this.story.people.actor(branch.get(0)),
				new HashMap<>(Map.of("title", title, "kind", kind, "themeSource", theme, "heldOn", day.toString(),
						"place", "大礼堂", "participants", 30, "offCampus", false, "teacher", "某老师", "plan",
						"参观、座谈、宣誓，分三个小组进行，由支委负责组织实施。")),
				AwardStory.key());
		answers(caseId, "review", college.faculty(), Map.of("decision", "approve"));
		return caseId;
	}

	/** And holds it. */
	private CaseId holds(College college, List<Long> branch, String title, String kind, String theme, LocalDate day) {
		CaseId caseId = applies(college, branch, title, kind, theme, day);
		LocalDate before = this.story.clock.today();
		this.story.at(day);
		answers(caseId, "run", this.story.people.actor(branch.get(0)),
				Map.of("held", "yes", "actualDate", day.toString(), "attended", 28, "teacherPresent", true));
		this.story.at(before);
		return caseId;
	}

	private void answers(CaseId caseId, String box, Actor by, Map<String, Object> answers) {
		String task = this.story.tasks.open(caseId)
			.stream()
			.filter((one) -> one.box().equals(box))
			.findFirst()
			.orElseThrow()
			.id();
		this.story.inbox.submit(task, by, new HashMap<>(answers), AwardStory.key());
	}

	private Told announcedByTimer(College college, long edition) {
		this.story.at(LocalDate.of(2025, 3, 3));
		this.timer.announce();
		Batch batch = this.story.repository
			.below(this.story.directory.unit(college.units().committee()).path(),
					org.springframework.data.domain.Limit.of(5))
			.stream()
			.filter((one) -> one.editionId() == edition)
			.findFirst()
			.orElseThrow();
		return new Told(this.story, college, batch.id());
	}

	@Test
	void aMonthFromTheTimerToTheBranchsHonour() throws Exception {
		College college = this.story.college();
		long edition = this.story.editions.edition(college.units().committee(), leagueDay(null));
		CaseId own = holds(college, college.one(), "学雷锋主题团日", "themed-day", "own", LocalDate.of(2025, 2, 20));
		CaseId assigned = holds(college, college.two(), "学习两会精神", "themed-day", "assigned", LocalDate.of(2025, 2, 28));
		CaseId lecture = holds(college, college.one(), "安全讲座", "lecture", "own", LocalDate.of(2025, 2, 21));
		CaseId late = applies(college, college.one(), "植树主题团日", "themed-day", "own", LocalDate.of(2025, 3, 12));
		Told told = announcedByTimer(college, edition);
		assertThat(told.batch().name()).isEqualTo("2025年2月最佳团日活动");
		assertThat(told.batch().theme()).isEqualTo("both");
		told.allots();
		long branch = college.units().branch();
		Actor secretary = told.secretary(college.one());
		String page = "/awards/batches/" + told.id + "/units/" + branch;
		this.mvc.perform(get(page).with(user(this.story.people.signedIn(secretary.personId()))))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("学雷锋主题团日")))
			.andExpect(content().string(containsString("自主申报")))
			.andExpect(content().string(containsString("28 人参加")))
			.andExpect(content().string(not(containsString("安全讲座"))))
			.andExpect(content().string(not(containsString("植树主题团日"))));
		for (CaseId other : List.of(lecture, late, assigned)) {
			assertThatThrownBy(() -> this.story.nominating.nominate(told.id, branch, other.value(), "很好", secretary))
				.as("no themed day of this branch in February")
				.isInstanceOf(Refusal.NotFound.class);
		}
		assertThatThrownBy(() -> this.story.nominating.nominate(told.id, branch, branch, "很好", secretary))
			.as("an activity is judged, not the branch")
			.isInstanceOf(Refusal.NotFound.class);
		long first = this.story.nominating.nominate(told.id, branch, own.value(), "全员参与，效果好。", secretary);
		long second = this.story.nominating.nominate(told.id, college.second(), assigned.value(), "形式新颖。",
				told.secretary(college.two()));
		assertThatThrownBy(() -> this.story.nominating.nominate(told.id, branch, own.value(), "再报", secretary))
			.hasMessageContaining("nominatedTwice");
		assertThat(told.row(first).subject()).isEqualTo(new Subject(Subject.Kind.ACTIVITY, own.value(), "学雷锋主题团日"));
		told.closes();
		this.story.batches.panel(told.id, college.committee(), told.committee(0));
		for (long judge : college.committee()) {
			assertThat(this.story.panel.mark(told.id,
					Map.of(first + "." + AwardStory.PANEL, "95", second + "." + AwardStory.PANEL, "90"),
					told.person(judge)))
				.isEmpty();
		}
		told.answers("sumUp", Map.of()).reviewed().confirms();
		assertThat(told.notice().subjects()).extracting(Subject::name).containsExactly("学雷锋主题团日");
		told.noticeOver().votes(3);
		Certificate.Card card = told.certificates().get(0);
		assertThat(this.files.pdf(card)).as("in PDF").isNotEmpty();
		assertThat(this.files.wording(card).text()).isEqualTo(card.unitName() + "“学雷锋主题团日”：被评为2025年2月最佳团日活动，特发此状。");
		assertThat(this.jdbc
			.sql("SELECT COUNT(*) FROM ledger_entry WHERE subject_kind = 'UNIT' AND subject_id = ? AND kind = 'HONOUR'")
			.param(branch)
			.query(Integer.class)
			.single()).as("the branch's honour").isEqualTo(1);
		this.mvc
			.perform(get("/awards/nominations/" + first)
				.with(user(this.story.people.signedIn(told.committee(0).personId()))))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("自主申报")))
			.andExpect(content().string(containsString("/cases/" + own.value())));
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void anAwardForOwnThemesTakesNoAssignedOnes() {
		College college = this.story.college();
		long edition = this.story.editions.edition(college.units().committee(), leagueDay(AwardTheme.OWN));
		CaseId own = holds(college, college.one(), "学雷锋主题团日", "themed-day", "own", LocalDate.of(2025, 2, 20));
		CaseId assigned = holds(college, college.one(), "学习两会精神", "themed-day", "assigned", LocalDate.of(2025, 2, 27));
		Told told = announcedByTimer(college, edition);
		assertThat(told.batch().theme()).isEqualTo("own");
		told.allots();
		long branch = college.units().branch();
		assertThatThrownBy(() -> this.story.nominating.nominate(told.id, branch, assigned.value(), "很好",
				told.secretary(college.one())))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("refusal.award.theme.assigned");
		NominationService.Outcome both = this.story.nominating.nominate(told.id, branch,
				List.of(assigned.value(), own.value()), "很好", told.secretary(college.one()));
		assertThat(both.nominated()).as("what one lacks keeps nobody else out").hasSize(1);
		assertThat(both.refused()).containsOnlyKeys(assigned.value());
		assertThat(this.story.pages.unit(told.id, branch, told.secretary(college.one())).rows())
			.filteredOn((row) -> row.id() == assigned.value())
			.singleElement()
			.satisfies((row) -> assertThat(row.able()).isFalse());
	}

	@Test
	void onlyActivitiesHaveThemes() {
		AwardDefinition other = new AwardDefinition("优秀共青团员", AwardJudged.PERSON, AwardPeriod.MONTH, true,
				List.of(AwardStory.level("优秀", 1)), false, false, List.of(), null, List.of(), TiePolicy.ALL_IN,
				List.of(), List.of(),
				List.of(new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 2),
						new AwardStep(AwardStep.Kind.COMMITTEE, AwardStep.Tier.SCHOOL, null)),
				new AwardCertificate("奖状", "{name}"), AwardTheme.OWN);
		assertThat(AwardCheck.faults(other, java.util.Set.of())).extracting((fault) -> fault.words().key())
			.containsExactly("award.fault.themeActivity");
	}

}
