package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.forms.Drafts;
import org.leagueflow.inbox.InboxStory.Place;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.leagueflow.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of lists, tasks, starts and cases as a browser gets them. */
@StoryTest
class InboxPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	InboxStory story;

	@Autowired
	Cases cases;

	@Autowired
	Inbox inbox;

	@Autowired
	UserTasks userTasks;

	@Autowired
	Drafts drafts;

	private Place place;

	private CaseId caseId;

	private String task;

	@BeforeEach
	void begin() {
		this.place = this.story.place();
		this.caseId = this.story.started(this.place);
		this.task = this.story.task(this.caseId);
	}

	@Test
	void theListShowsWhatWaits() throws Exception {
		this.mvc.perform(get("/inbox").with(as(this.place.secretary())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(this.cases.card(this.caseId).number())));
		for (String tab : new String[] { "DONE", "STARTED", "UNITS" }) {
			this.mvc.perform(get("/inbox").param("tab", tab).with(as(this.place.secretary())))
				.andExpect(status().isOk());
		}
		this.mvc.perform(get("/inbox").param("tab", "STARTED").with(as(this.place.applicant())))
			.andExpect(content().string(containsString(this.cases.card(this.caseId).number())));
	}

	@Test
	void theTaskPageShowsTheFormAndTheCase() throws Exception {
		this.mvc.perform(get("/inbox/" + this.task).with(as(this.place.secretary())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("probe-review")))
			.andExpect(content().string(containsString(this.place.applicant().name())))
			.andExpect(content().string(containsString("春游")));
	}

	@Test
	void anAnswerLeadsBackToTheList() throws Exception {
		this.mvc.perform(answer("{\"approved\":false}").with(as(this.place.secretary())))
			.andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrl("/inbox"));
		this.mvc.perform(get("/inbox/" + this.task).with(as(this.place.secretary())))
			.andExpect(redirectedUrl("/cases/" + this.caseId));
	}

	@Test
	void anInvalidAnswerStaysOnThePageWithItsMessageAndLosesNothing() throws Exception {
		String essay = "长".repeat(501);
		this.mvc.perform(answer("{\"approved\":true,\"opinion\":\"" + essay + "\"}").with(as(this.place.secretary())))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString(essay)))
			.andExpect(content().string(containsString("data-key=\"opinion\"")));
	}

	@Test
	void whatIsNoAnswerAtAllIsRefused() throws Exception {
		this.mvc.perform(answer("[1,2").with(as(this.place.secretary()))).andExpect(status().isUnprocessableEntity());
		this.mvc
			.perform(post("/inbox/" + this.task).param("answers", "{}")
				.param("idempotencyKey", "x")
				.with(csrf())
				.with(as(this.place.secretary())))
			.andExpect(status().isUnprocessableEntity());
		this.mvc.perform(post("/inbox/" + this.task).with(csrf()).with(as(this.place.secretary())))
			.andExpect(status().isBadRequest());
	}

	@Test
	void markupInAnswersStaysText() throws Exception {
		this.mvc
			.perform(answer("{\"approved\":false,\"opinion\":\"<script>alert(1)</script>\"}")
				.with(as(this.place.secretary())))
			.andExpect(redirectedUrl("/inbox"));
		this.mvc.perform(get("/cases/" + this.caseId).with(as(this.place.secretary())))
			.andExpect(content().string(not(containsString("<script>alert(1)"))))
			.andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
	}

	@Test
	void somebodyElsesTaskAndCaseAreNotShown() throws Exception {
		Actor stranger = this.story.place().secretary();
		this.mvc.perform(get("/inbox/" + this.task).with(as(stranger))).andExpect(status().isForbidden());
		this.mvc.perform(answer("{}").with(as(stranger))).andExpect(status().isForbidden());
		this.mvc.perform(get("/cases/" + this.caseId).with(as(stranger))).andExpect(status().isForbidden());
		this.mvc.perform(get("/cases/99999999999").with(as(stranger))).andExpect(status().isNotFound());
		this.mvc.perform(get("/inbox/no-such-task").with(as(stranger))).andExpect(status().isNotFound());
		this.mvc.perform(get("/cases").with(as(stranger)))
			.andExpect(content().string(not(containsString(this.cases.card(this.caseId).number()))));
	}

	@Test
	void thePersonOfTheCaseMayReadItButNotAnswer() throws Exception {
		this.mvc.perform(get("/cases/" + this.caseId).with(as(this.place.applicant()))).andExpect(status().isOk());
		this.mvc.perform(get("/inbox/" + this.task).with(as(this.place.applicant()))).andExpect(status().isOk());
		this.mvc.perform(answer("{}").with(as(this.place.applicant()))).andExpect(status().isForbidden());
	}

	@Test
	void aTaskIsTakenInHandAndGivenBack() throws Exception {
		Actor colleague = this.story.people.holder("branch-secretary", this.place.college().branch());
		this.mvc.perform(post("/inbox/" + this.task + "/claim").with(csrf()).with(as(this.place.secretary())))
			.andExpect(redirectedUrl("/inbox/" + this.task));
		this.mvc.perform(post("/inbox/" + this.task + "/claim").with(csrf()).with(as(colleague)))
			.andExpect(status().isConflict());
		this.mvc.perform(get("/inbox/" + this.task).with(as(colleague)))
			.andExpect(content().string(containsString(this.place.secretary().name())));
		this.mvc.perform(post("/inbox/" + this.task + "/release").with(csrf()).with(as(this.place.secretary())))
			.andExpect(redirectedUrl("/inbox"));
	}

	@Test
	void severalAreAnsweredOnOnePage() throws Exception {
		String second = this.story.waiting(this.place);
		this.mvc.perform(get("/inbox/bulk").param("task", this.task, second).with(as(this.place.secretary())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("probe-review")));
		this.mvc
			.perform(post("/inbox/bulk").param("task", this.task, second)
				.param("answers", "{\"approved\":false}")
				.param("idempotencyKey", InboxStory.key())
				.with(csrf())
				.with(as(this.place.secretary())))
			.andExpect(status().isOk());
		assertThat(this.story.open(this.caseId)).isEmpty();
		this.mvc.perform(get("/inbox/bulk").with(as(this.place.secretary())))
			.andExpect(status().isUnprocessableEntity());
	}

	@Test
	void whatIsLateStandsFirstUnderItsOwnHeading() throws Exception {
		this.userTasks.due(this.story.waiting(this.place), Instant.now().plusSeconds(20 * 86_400));
		this.userTasks.due(this.task, Instant.now().minusSeconds(3600));
		String page = this.mvc.perform(get("/inbox").with(as(this.place.secretary())))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page.indexOf("已逾期")).isPositive().isLessThan(page.indexOf("/inbox/" + this.task));
		assertThat(page.indexOf("/inbox/" + this.task)).isLessThan(page.lastIndexOf("item-group"));
	}

	@Test
	void differentStepsAreOfferedOneAfterTheOther() throws Exception {
		Actor secretary = this.place.secretary();
		Actor general = this.story.people.holder("general-branch", this.place.college().generalBranch());
		CaseId activity = this.inbox.start("activity", secretary, StepDueTests.proposal(LocalDate.now().plusDays(10)),
				InboxStory.key());
		this.inbox.submit(this.story.task(activity), general, Map.of("decision", "approve"), InboxStory.key());
		this.mvc.perform(get("/inbox/bulk").param("task", this.task, this.story.task(activity)).with(as(secretary)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("2 个环节")))
			.andExpect(content().string(containsString("开展活动")));
	}

	@Test
	void whatWasBegunIsFoundAgainOnTheHomePageUntilItIsNoLongerOnesOwn() throws Exception {
		Actor secretary = this.place.secretary();
		this.drafts.save(secretary.personId(), "task:" + this.task, "probe-review", "{\"opinion\":\"待补充\"}");
		this.drafts.save(secretary.personId(), "start:activity", "activity-start", "{}");
		this.mvc.perform(get("/").with(as(secretary)))
			.andExpect(content().string(containsString("没有填完的")))
			.andExpect(content().string(containsString("/start/activity")));
		this.drafts.delete(secretary.personId(), "start:activity");
		this.userTasks.claim(this.task,
				this.story.people.holder("branch-secretary", this.place.college().branch()).personId());
		this.mvc.perform(get("/").with(as(secretary))).andExpect(content().string(not(containsString("没有填完的"))));
	}

	@Test
	void startingShowsTheFormAndOpensACase() throws Exception {
		this.mvc.perform(get("/start").with(as(this.place.applicant()))).andExpect(status().isOk());
		this.mvc.perform(get("/start/probe").with(as(this.place.applicant())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("probe-start")));
		this.mvc.perform(start("{\"topic\":\"秋游\"}")).andExpect(status().is3xxRedirection());
		this.mvc.perform(start("{}"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("data-key=\"topic\"")));
		this.mvc.perform(get("/start/no-such-process").with(as(this.place.applicant())))
			.andExpect(status().isNotFound());
	}

	@Test
	void whoHoldsNoStarterRoleIsToldWhy() throws Exception {
		this.mvc.perform(get("/start/activity").with(as(this.place.applicant())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("团支部书记")));
		this.mvc
			.perform(post("/start/activity").param("answers", "{}")
				.param("idempotencyKey", InboxStory.key())
				.with(csrf())
				.with(as(this.place.applicant())))
			.andExpect(status().isForbidden());
	}

	@Test
	void theHomePageShowsToDosAndRunningCases() throws Exception {
		this.mvc.perform(get("/").with(as(this.place.secretary())))
			.andExpect(content().string(containsString("/inbox/" + this.task)));
		this.mvc.perform(get("/").with(as(this.place.applicant())))
			.andExpect(content().string(containsString("/cases/" + this.caseId)));
	}

	private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder answer(String answers) {
		return post("/inbox/" + this.task).param("answers", answers)
			.param("idempotencyKey", InboxStory.key())
			.with(csrf());
	}

	private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder start(String answers) {
		return post("/start/probe").param("answers", answers)
			.param("idempotencyKey", InboxStory.key())
			.with(csrf())
			.with(as(this.place.applicant()));
	}

	private RequestPostProcessor as(Actor by) {
		ActsAs principal = () -> by;
		return authentication(new TestingAuthenticationToken(principal, "", List.of()));
	}

}
