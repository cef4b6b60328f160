package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.publicity.NoticeProcess;
import org.leagueflow.publicity.Notices;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a careless or ill-meaning browser sends to the whole application. */
@StoryTest
class BadInputTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture people;

	@Autowired
	Inbox inbox;

	@Autowired
	UserTasks tasks;

	@Autowired
	Cases cases;

	@Autowired
	NoticeProcess notice;

	@Autowired
	Notices notices;

	@Autowired
	BusinessClock clock;

	private PeopleFixture.College college;

	private Actor applicant;

	private Actor secretary;

	@BeforeEach
	void someApplicant() {
		this.college = this.people.college();
		this.applicant = this.people.actor(this.people.youth(this.college.branch(), this.clock.today().minusYears(17)));
		long member = this.people.member(this.college.branch());
		this.people.appoint(member, Roles.BRANCH_SECRETARY, this.college.branch());
		this.secretary = this.people.actor(member);
	}

	@AfterEach
	void resetClock() {
		this.clock.offset(Duration.ZERO);
	}

	@Test
	void rareCharactersAndScriptsAreWordsLikeOthers() throws Exception {
		CaseId caseId = applies("𠮷野家😀<script>alert(1)</script>" + "我志愿加入中国共产主义青年团。".repeat(5));
		String page = this.mvc.perform(get("/cases/" + caseId).with(Principal.signedIn(this.applicant)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("𠮷野家😀").doesNotContain("<script>alert(1)");
		assertThat(this.cases.submissions(caseId).get(0).answers().get("reason").toString()).contains("<script>");
	}

	@Test
	void anEssayThatIsTooLongIsRefusedAndNothingIsStarted() throws Exception {
		applyByPost(Json.write(application("字".repeat(10_001))), key()).andExpect(status().isUnprocessableEntity());
		assertThat(this.cases.openOf(this.applicant.personId(), "admission")).isEmpty();
	}

	@Test
	void malformedAnswersAreRefusedAndNothingIsStarted() throws Exception {
		for (String answers : List.of("", "{", "[]", "null", "\"x\"", "{\"reason\":{\"a\":[[[[]]]]}}")) {
			int status = applyByPost(answers, key()).andReturn().getResponse().getStatus();
			assertThat(status).as(answers).isBetween(400, 422);
		}
		assertThat(this.cases.openOf(this.applicant.personId(), "admission")).isEmpty();
	}

	@Test
	void aKeyThatTheFormDoesNotHaveIsRefused() throws Exception {
		for (String key : List.of("caseId", "admission", "activistDecision", "execution", "course")) {
			Map<String, Object> sly = application(null);
			sly.put(key, "approve");
			applyByPost(Json.write(sly), key()).andExpect(status().isUnprocessableEntity());
		}
		assertThat(this.cases.openOf(this.applicant.personId(), "admission")).isEmpty();
	}

	@Test
	void theSamePostTwiceStartsOneCaseAndAnUnsoundKeyNone() throws Exception {
		applyByPost(Json.write(application(null)), "short").andExpect(status().isUnprocessableEntity());
		String key = key();
		applyByPost(Json.write(application(null)), key).andExpect(status().is3xxRedirection());
		applyByPost(Json.write(application(null)), key).andExpect(status().is3xxRedirection());
		assertThat(this.cases.openOf(this.applicant.personId(), "admission")).hasSize(1);
	}

	@Test
	void whoMaySeeATaskButNotAnswerItIsRefusedWhateverTheKey() throws Exception {
		String task = this.tasks.open(applies(null)).get(0).id();
		for (String key : List.of("x", key())) {
			int status = this.mvc
				.perform(post("/inbox/" + task).param("answers", "{}")
					.param("idempotencyKey", key)
					.with(csrf())
					.with(Principal.signedIn(this.applicant)))
				.andReturn()
				.getResponse()
				.getStatus();
			assertThat(status).as(key).isIn(403, 422);
		}
	}

	@Test
	void anAnswerThatIsRefusedLosesNothingAndTheNextOneCounts() {
		CaseId caseId = applies(null);
		String task = this.tasks.open(caseId).get(0).id();
		Map<String, Object> tomorrow = Map.of("talker", "王", "talkedOn", this.clock.today().plusDays(1).toString(),
				"record", "记录");
		assertThatThrownBy(() -> this.inbox.submit(task, this.secretary, tomorrow, key()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.cases.submissions(caseId)).hasSize(1);
		Map<String, Object> today = new HashMap<>(tomorrow);
		today.put("talkedOn", this.clock.today().toString());
		this.inbox.submit(task, this.secretary, today, key());
		assertThat(this.cases.submissions(caseId)).hasSize(2);
	}

	@Test
	void aNoticeInAYearWithoutCalendarIsRefused() {
		CaseId caseId = applies(null);
		this.clock.moveTo(LocalDate.of(2031, 3, 3).atTime(10, 0).atZone(this.clock.getZone()).toInstant());
		assertThatThrownBy(() -> this.notice.publish(caseId, "admission-publish")).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("calendarYear");
		assertThat(this.notices.noticeOf(caseId)).isEmpty();
	}

	private CaseId applies(String reason) {
		return this.inbox.start("admission", this.applicant, application(reason), key());
	}

	private Map<String, Object> application(String reason) {
		return new HashMap<>(Map.of("reason", (reason != null) ? reason : "我志愿加入中国共产主义青年团，愿意努力学习、积极工作。", "phone",
				"13800000000", "truthful", true));
	}

	private ResultActions applyByPost(String answers, String key) throws Exception {
		return this.mvc.perform(post("/start/admission").param("answers", answers)
			.param("idempotencyKey", key)
			.with(csrf())
			.with(Principal.signedIn(this.applicant)));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
