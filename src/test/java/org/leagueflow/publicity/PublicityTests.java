package org.leagueflow.publicity;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.publicity.Objections.Objecting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

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

@StoryTest
class PublicityTests {

	private static final String LEFT = BulletinNotices.LEFT;

	private static final Objecting NAMED = new Objecting("某某", "13900000000", "团课学时不实");

	private static final Objecting ANONYMOUS = new Objecting(" ", null, "志愿时长不实");

	@Autowired
	NoticeService notices;

	@Autowired
	Cases cases;

	@Autowired
	PolicyFixture policies;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	Objections objections;

	@Autowired
	People people;

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

	private NoticeCard open() {
		return this.notices.publish(this.theCase, LEFT);
	}

	@Test
	void aNoticeLastsFiveWorkingDaysAndIsCleanTheDayAfter() {
		NoticeCard notice = open();
		assertThat(notice.firstDay()).isEqualTo("2026-09-18");
		assertThat(notice.lastDay()).isEqualTo("2026-09-23");
		assertThat(this.notices.clean(this.theCase, LEFT)).isFalse();
		go(notice.lastDay());
		assertThat(this.notices.clean(this.theCase, LEFT)).isFalse();
		assertThat(this.notices.noticeOf(this.theCase).orElseThrow().state()).isEqualTo(NoticeState.OPEN);
		go(notice.lastDay().plusDays(1));
		assertThat(this.notices.clean(this.theCase, LEFT)).isTrue();
		assertThatThrownBy(() -> this.objections.file(notice.id(), NAMED, null)).isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aNoticeLastsAsLongAsTheStrictestRuleAlongItsUnitsSays() {
		this.policies.set(this.college.generalBranch(), "p1.publicity.workdays", "7", this.committee);
		assertThat(open().workdays()).as("the unit of the case is stricter than the one that announces").isEqualTo(7);
	}

	@Test
	void aYearWithoutACalendarIsRefused() {
		go(LocalDate.of(2031, 5, 5));
		assertThatThrownBy(this::open).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("refusal.kernel.calendarYear");
		assertThat(this.notices.noticeOf(this.theCase)).isEmpty();
	}

	@Test
	void controlCharactersAreRefusedAtTheirField() throws Exception {
		NoticeCard notice = open();
		this.mvc
			.perform(post("/notices/" + notice.id() + "/objections").param("content", "不\u0001实")
				.accept(MediaType.APPLICATION_JSON)
				.with(csrf()))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("content")));
		assertThat(this.objections.objectionsOf(this.theCase)).isEmpty();
	}

	@Test
	void anOpenObjectionStopsTheCaseUntilItIsDismissed() {
		NoticeCard notice = open();
		long objection = this.objections.file(notice.id(), NAMED, null);
		long second = this.objections.file(notice.id(), ANONYMOUS, null);
		go(notice.lastDay().plusDays(1));
		assertThat(this.notices.clean(this.theCase, LEFT)).isFalse();
		assertThat(this.notices.noticeOf(this.theCase).orElseThrow().open()).isEqualTo(2);
		this.objections.settle(objection, false, "已核实签到表", this.committee);
		assertThat(this.notices.clean(this.theCase, LEFT)).isFalse();
		this.objections.settle(second, false, "已核实", this.committee);
		assertThat(this.notices.clean(this.theCase, LEFT)).isTrue();
		assertThatThrownBy(() -> this.objections.settle(second, true, "又改", this.committee))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void anUpheldObjectionEndsTheNoticeAndANewOneMayBeOpened() {
		NoticeCard notice = open();
		long objection = this.objections.file(notice.id(), ANONYMOUS, null);
		assertThatThrownBy(() -> open()).isInstanceOf(Refusal.Conflict.class);
		this.objections.settle(objection, true, "学时确实不足", this.committee);
		assertThat(this.notices.noticeOf(this.theCase).orElseThrow().state()).isEqualTo(NoticeState.UPHELD);
		go(notice.lastDay().plusDays(1));
		assertThat(this.notices.clean(this.theCase, LEFT)).isFalse();
		assertThat(open().id()).isNotEqualTo(notice.id());
		assertThat(this.objections.objectionsOf(this.theCase)).hasSize(1);
	}

	@Test
	void aWithdrawnNoticeIsTakenDown() {
		NoticeCard notice = open();
		this.events.publishEvent(new TaskEvent.CaseEnded(this.theCase, "bulletin", null));
		assertThat(this.notices.noticeOf(this.theCase).orElseThrow().state()).isEqualTo(NoticeState.WITHDRAWN);
		assertThatThrownBy(() -> this.objections.file(notice.id(), NAMED, null)).isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void whoeverIsConcernedDoesNotSettle() {
		NoticeCard notice = open();
		Actor objector = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		long objection = this.objections.file(notice.id(), NAMED, objector);
		this.fixture.appoint(this.person, Roles.LEAGUE_COMMITTEE, this.college.committee());
		Actor stranger = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.fixture.college().committee());
		for (Actor by : new Actor[] { objector, this.fixture.actor(this.person), stranger }) {
			assertThatThrownBy(() -> this.objections.settle(objection, false, "不成立", by))
				.isInstanceOf(Refusal.NotAllowed.class);
		}
		assertThatThrownBy(() -> this.objections.settle(objection, false, " ", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aNameNeedsAContactAndEveryObjectionWords() {
		NoticeCard notice = open();
		for (Objecting bad : new Objecting[] { new Objecting("某某", "", "内容"), new Objecting("", "", " "),
				new Objecting("", "", "长".repeat(10_001)), new Objecting("名".repeat(101), "1", "内容") }) {
			assertThatThrownBy(() -> this.objections.file(notice.id(), bad, null)).isInstanceOf(Refusal.Invalid.class);
		}
	}

	@Test
	void anybodyReadsTheNoticeWithMaskedNamesWhileItLasts() throws Exception {
		NoticeCard notice = open();
		String name = this.people.person(this.person).name();
		for (String path : new String[] { "/notices", "/notices/" + notice.id() }) {
			this.mvc.perform(get(path).accept(MediaType.TEXT_HTML))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString(MaskedName.of(name))))
				.andExpect(content().string(containsString("还剩 5 个工作日")))
				.andExpect(content().string(not(containsString(name))))
				.andExpect(content().string(not(containsString("<b>拟"))))
				.andExpect(content().string(not(containsString("??"))));
		}
		go(notice.lastDay().plusDays(1));
		this.mvc.perform(get("/notices/" + notice.id()).accept(MediaType.TEXT_HTML)).andExpect(status().isNotFound());
	}

	@Test
	void theNoticeHasTheUsualFormAndSaysWhomToTell() throws Exception {
		NoticeCard notice = open();
		String name = MaskedName.of(this.people.person(this.person).name());
		String path = "/notices/" + notice.id();
		Actor admin = this.fixture.holder(Roles.ADMIN, this.college.county());
		this.mvc
			.perform(post("/admin/units/" + this.college.county() + "/contact").with(csrf())
				.with(user(this.fixture.signedIn(admin.personId())))
				.param("contact", "县团委，010-55550100"))
			.andExpect(status().is3xxRedirection());
		this.mvc.perform(get(path)).andExpect(content().string(containsString("010-55550100")));
		this.mvc
			.perform(post("/admin/units/" + this.college.committee() + "/contact").with(csrf())
				.with(user(this.fixture.signedIn(admin.personId())))
				.param("contact", "王老师，010-55550123，行政楼 203"))
			.andExpect(status().is3xxRedirection());
		this.mvc.perform(get(path))
			.andExpect(content().string(containsString("关于拟接收" + name + "同志为共青团员的公示")))
			.andExpect(content().string(containsString("2026年9月18日至2026年9月23日（共 5 个工作日）")))
			.andExpect(content().string(containsString("王老师，010-55550123，行政楼 203")))
			.andExpect(content().string(not(containsString("010-55550100"))))
			.andExpect(content().string(containsString("<span class=\"no-print\">也可以在本页提交。</span>")))
			.andExpect(content()
				.string(containsString("来访等方式向" + this.people.unit(this.college.committee()).name() + "反映。")))
			.andExpect(content().string(containsString("data-qr=\"" + path + "\"")));
		this.mvc
			.perform(post("/admin/units/" + this.college.committee() + "/contact").with(csrf())
				.with(user(this.fixture.signedIn(admin.personId())))
				.accept(MediaType.APPLICATION_JSON)
				.param("contact", "长".repeat(201)))
			.andExpect(status().isUnprocessableEntity());
	}

	@Test
	void anybodyObjectsButNotWithoutEnd() throws Exception {
		NoticeCard notice = open();
		String path = "/notices/" + notice.id();
		this.mvc.perform(post(path + "/objections").param("content", "无令牌")).andExpect(status().isForbidden());
		for (int i = 0; i < 2 * ObjectionRateLimit.MAX_PER_HOUR; i++) {
			this.mvc.perform(post(path + "/objections").with(csrf()).param("name", "张同学").param("content", "没有联系方式"))
				.andExpect(status().isUnprocessableEntity());
		}
		for (int i = 0; i < ObjectionRateLimit.MAX_PER_HOUR; i++) {
			this.mvc.perform(post(path + "/objections").with(csrf()).param("content", "<script>异议</script>"))
				.andExpect(redirectedUrl(path));
		}
		this.mvc.perform(post(path + "/objections").with(csrf()).param("content", "太多"))
			.andExpect(status().isConflict());
		this.mvc.perform(post("/notices/999999999/objections").with(csrf()).param("content", "没有"))
			.andExpect(status().isNotFound());
		this.mvc
			.perform(get("/publicity").with(user(this.fixture.signedIn(this.committee.personId())))
				.accept(MediaType.TEXT_HTML))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("&lt;script&gt;异议")))
			.andExpect(content().string(not(containsString("??"))));
	}

}
