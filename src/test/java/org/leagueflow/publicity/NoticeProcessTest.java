package org.leagueflow.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.publicity.Objections.Objecting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** One story per way through {@code bpmn/notice/notice.bpmn}, called twice at once. */
@StoryTest
@WalksWholeDiagram("notice")
class NoticeProcessTest {

	private static final String LEFT = BulletinNotices.LEFT;

	private static final String RIGHT = BulletinNotices.RIGHT;

	@Autowired
	Notices notices;

	@Autowired
	Objections objections;

	@Autowired
	Processes processes;

	@Autowired
	UserTasks tasks;

	@Autowired
	Inbox inbox;

	@Autowired
	Cases cases;

	@Autowired
	Models models;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService jobs;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	BusinessClock clock;

	@Autowired
	MockMvc mvc;

	private PeopleFixture.College college;

	private Actor committee;

	private long person;

	private CaseId theCase;

	@BeforeEach
	void friday() {
		go(LocalDate.of(2026, 9, 18));
		this.college = this.fixture.college();
		this.committee = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.person = this.fixture.youth(this.college.branch(), LocalDate.of(2010, 1, 1));
		this.theCase = this.cases.open("bulletin", "张榜", this.person, this.college.branch(), Actor.SYSTEM);
	}

	@AfterEach
	void today() {
		this.clock.offset(Duration.ZERO);
	}

	private void go(LocalDate day) {
		this.clock.moveTo(day.atTime(LocalTime.NOON).atZone(this.clock.getZone()).toInstant());
	}

	private void announced(Subject... subjects) {
		if (subjects.length > 0) {
			BulletinNotices.SUBJECTS.put(this.theCase, List.of(subjects));
		}
		this.processes.start("bulletin", this.theCase, Answers.NONE);
	}

	private NoticeCard notice(String matter) {
		return this.notices.noticeOf(this.theCase, matter).orElseThrow();
	}

	private void over(String matter) {
		go(notice(matter).lastDay().plusDays(1));
		timers(true);
	}

	private void timers(boolean due) {
		List<String> instances = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.theCase.key())
			.list()
			.stream()
			.map((instance) -> instance.getId())
			.toList();
		instances.stream()
			.flatMap((instance) -> this.jobs.createJobQuery().processInstanceId(instance).timers().list().stream())
			.filter((job) -> !due || job.getDuedate().before(Date.from(this.clock.instant())))
			.map(Job::getId)
			.toList()
			.forEach(this.jobs::executeJob);
	}

	private long objects(String matter, Integer subject) {
		return this.objections.file(notice(matter).id(), new Objecting("张同学", "13900000000", "情况不实", subject), null);
	}

	private Task investigation(String matter) {
		return this.tasks.open(this.theCase)
			.stream()
			.filter((task) -> task.box().equals("investigate") && matter.equals(task.matter()))
			.findFirst()
			.orElseThrow();
	}

	private void investigated(String matter, long objection, String finding) {
		this.inbox.submit(investigation(matter).id(), this.committee,
				Map.of("objection", Long.toString(objection), "finding", finding, "grounds", "经查如此"),
				UUID.randomUUID().toString());
	}

	private void endsAs(String outcome) {
		assertThat(this.cases.card(this.theCase).outcome()).isEqualTo(outcome);
		assertThat(this.tasks.open(this.theCase)).isEmpty();
	}

	@Test
	void theFolderIsSound() {
		Map<String, String> files = this.models.folders().get("notice");
		assertThat(this.models.check("notice", files)).isEmpty();
		assertThat(this.models.overlaps("notice", files)).isEmpty();
	}

	@Test
	void aCallForAMatterThatNobodyKnowsIsAFault() {
		Map<String, String> files = new java.util.HashMap<>(this.models.folders().get("bulletin"));
		files.computeIfPresent("bpmn/bulletin/bulletin.bpmn",
				(path, xml) -> xml.replace("\"right\"", "\"middle\"").replace("rightOutcome", "middleOutcome"));
		assertThat(this.models.check("bulletin", files)).extracting((fault) -> fault.what().key())
			.contains("fault.called.matter");
	}

	@Test
	void twoNoticesOfOneCaseRunAtOnceEachForItsOwnTime() {
		announced();
		assertThat(notice(LEFT).workdays()).isEqualTo(5);
		assertThat(notice(RIGHT).workdays()).isNotEqualTo(5);
		assertThat(this.notices.noticesOf(this.theCase)).extracting(NoticeCard::matter)
			.containsExactlyInAnyOrder(LEFT, RIGHT);
		over(RIGHT);
		assertThat(notice(RIGHT).state()).isEqualTo(NoticeState.CLOSED);
		assertThat(this.processes.running(this.theCase)).as("the left one is still public").isTrue();
		over(LEFT);
		endsAs("through");
	}

	@Test
	void aNoticeThatRunsLongerThanItsTimerIsWaitedFor() {
		announced();
		timers(false);
		assertThat(this.processes.running(this.theCase)).isTrue();
		over(RIGHT);
		over(LEFT);
		endsAs("through");
	}

	@Test
	void anObjectionGoesToWhomTheMatterSaysAndStopsItsNoticeOnly() {
		announced();
		long objection = objects(LEFT, null);
		assertThat(this.inbox.tasksOf(this.theCase, this.committee)).hasSize(1);
		Actor branch = this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
		assertThat(this.inbox.tasksOf(this.theCase, branch)).isEmpty();
		over(RIGHT);
		assertThat(notice(RIGHT).state()).isEqualTo(NoticeState.CLOSED);
		over(LEFT);
		assertThat(notice(LEFT).state()).as("it waits for the objection").isEqualTo(NoticeState.OPEN);
		investigated(LEFT, objection, "dismissed");
		endsAs("through");
	}

	@Test
	void anUpheldObjectionEndsItAsUpheldAfterItsLastDay() {
		announced();
		long objection = objects(LEFT, null);
		investigated(LEFT, objection, "upheld");
		assertThat(BulletinNotices.SETTLED).contains(this.theCase + " upheld all");
		assertThat(notice(LEFT).state()).isEqualTo(NoticeState.UPHELD);
		assertThatThrownBy(() -> objects(LEFT, null)).isInstanceOf(Refusal.NotFound.class);
		over(RIGHT);
		over(LEFT);
		endsAs("short");
	}

	/** Settling tells the process to go on while the task itself is not completed yet. */
	@Test
	void theLastObjectionUpheldAfterTheLastDayEndsItAsUpheld() {
		announced();
		long first = objects(LEFT, null);
		long second = objects(LEFT, null);
		over(RIGHT);
		over(LEFT);
		investigated(LEFT, first, "dismissed");
		assertThat(this.processes.running(this.theCase)).isTrue();
		investigated(LEFT, second, "upheld");
		endsAs("short");
	}

	@Test
	void anObjectionNamesOneOfSeveralAndTheOthersGoOn() {
		announced(Subject.person(this.person, "孙小一"), Subject.person(9_100_000_002L, "孙小二"),
				Subject.person(9_100_000_003L, "孙小三"));
		long objection = objects(LEFT, 1);
		assertThat(this.objections.openOf(this.theCase).get(0).subject().name()).isEqualTo("孙小二");
		investigated(LEFT, objection, "upheld");
		assertThat(BulletinNotices.SETTLED).contains(this.theCase + " upheld 孙小二");
		assertThat(notice(LEFT).state()).as("two are left, and it is still public").isEqualTo(NoticeState.OPEN);
		for (int wrong : new int[] { -1, 3 }) {
			assertThatThrownBy(() -> objects(LEFT, wrong)).isInstanceOf(Refusal.Invalid.class);
		}
		over(RIGHT);
		over(LEFT);
		endsAs("through");
	}

	@Test
	void whereEachOfSeveralIsUpheldNobodyIsLeft() {
		announced(Subject.person(this.person, "孙小一"), Subject.person(9_100_000_002L, "孙小二"));
		investigated(LEFT, objects(LEFT, 0), "upheld");
		assertThat(notice(LEFT).state()).isEqualTo(NoticeState.OPEN);
		investigated(LEFT, objects(LEFT, 1), "upheld");
		assertThat(notice(LEFT).state()).isEqualTo(NoticeState.UPHELD);
		over(RIGHT);
		over(LEFT);
		endsAs("short");
	}

	@Test
	void aClassIsAnnouncedByItsNameAndPersonsMasked() throws Exception {
		announced(Subject.unit(this.college.branch(), "软件一班"), Subject.person(this.person, "孙小一"),
				Subject.person(9_100_000_002L, "孙小二"), Subject.person(9_100_000_003L, "孙小三"));
		String path = "/notices/" + notice(LEFT).id();
		this.mvc.perform(get(path))
			.andExpect(content().string(containsString("软件一班")))
			.andExpect(content().string(containsString("孙*二")))
			.andExpect(content().string(containsString("4 项")))
			.andExpect(content().string(containsString("name=\"subject\"")))
			.andExpect(content().string(not(containsString("孙小二"))))
			.andExpect(content().string(not(containsString("??"))));
		this.mvc.perform(get("/publicity").with(user(this.fixture.signedIn(this.committee.personId()))))
			.andExpect(content().string(containsString("软件一班")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void whoeverIsAnnouncedOrObjectedDoesNotDecide() {
		announced();
		Actor objector = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		long objection = this.objections.file(notice(LEFT).id(), new Objecting("某某", "13900000000", "不实"), objector);
		this.fixture.appoint(this.person, Roles.LEAGUE_COMMITTEE, this.college.committee());
		String task = investigation(LEFT).id();
		for (Actor by : new Actor[] { objector, this.fixture.actor(this.person) }) {
			assertThatThrownBy(() -> this.inbox.submit(task, by,
					Map.of("objection", Long.toString(objection), "finding", "dismissed", "grounds", "不属实"),
					UUID.randomUUID().toString()))
				.isInstanceOf(Refusal.NotAllowed.class)
				.hasMessageContaining("ownMatter");
		}
	}

	@Test
	void thePageOfTheTaskShowsWhatWasObjectedToWhoeverDecides() throws Exception {
		announced();
		objects(LEFT, null);
		String task = "/inbox/" + investigation(LEFT).id();
		this.mvc.perform(get(task).with(user(this.fixture.signedIn(this.committee.personId()))))
			.andExpect(content().string(containsString("13900000000")))
			.andExpect(content().string(containsString("情况不实")))
			.andExpect(content().string(not(containsString("??"))));
		Actor secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
		this.mvc.perform(get(task).with(user(this.fixture.signedIn(secretary.personId()))))
			.andExpect(content().string(not(containsString("13900000000"))));
		this.mvc
			.perform(get("/inbox").param("process", "bulletin")
				.with(user(this.fixture.signedIn(this.committee.personId()))))
			.andExpect(content().string(containsString("核查异议")));
	}

	@Test
	void aNoticeIsTakenDownWithTheCallThatWaitsForIt() {
		announced();
		objects(RIGHT, null);
		this.processes.tell(this.theCase, "right-off", Map.of());
		assertThat(notice(RIGHT).state()).isEqualTo(NoticeState.WITHDRAWN);
		assertThat(notice(LEFT).state()).isEqualTo(NoticeState.OPEN);
		assertThat(this.tasks.open(this.theCase)).as("nobody looks into it any more").isEmpty();
		this.processes.tell(this.theCase, "stopped", Map.of());
		assertThat(notice(LEFT).state()).isEqualTo(NoticeState.WITHDRAWN);
		endsAs("halted");
	}

}
