package org.leagueflow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Roles;
import org.leagueflow.life.Classroom.Branch;
import org.leagueflow.meeting.MeetingKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Organisational life through the browser's requests, in both languages. */
@StoryTest
class LifePagesTests {

	@Autowired
	Classroom room;

	@Autowired
	MockMvc mvc;

	@AfterEach
	void today() {
		this.room.clock.offset(Duration.ZERO);
	}

	@Test
	void aSecretaryCallsAClassWithOneClickPreparesItAndCompletesIt() throws Exception {
		this.room.on("2026-11-25");
		Branch branch = this.room.branch(3);
		long secretary = branch.members().get(0);
		String life = "/life/branches/" + branch.id();
		page(secretary, "/").andExpect(content().string(containsString("组织生活")));
		this.mvc.perform(as(secretary, get("/life"))).andExpect(redirectedUrl(life));
		page(secretary, life).andExpect(content().string(containsString("2026-11-25T15:00")))
			.andExpect(content().string(containsString("学院做法：团课每周1次")));
		String made = send(secretary, life + "/classes", "startsAt", "2026-11-25T15:00", "place", "三教201", "theme", "")
			.andExpect(redirectedUrlPattern("/life/classes/*"))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		String meeting = made.replace("/life/classes/", "/meetings/");
		page(secretary, made).andExpect(content().string(containsString("还没有主题")));
		page(secretary, meeting).andExpect(content().string(containsString("团课“五有”")));
		send(secretary, made, "theme", "学习 <b>团章</b>", "forms", "VIDEO", "hours", "2", "preparation", "提纲")
			.andExpect(redirectedUrl(made));
		page(secretary, made).andExpect(content().string(containsString("学习 &lt;b&gt;团章&lt;/b&gt;")));
		send(secretary, made, "theme", "x", "hours", "99").andExpect(status().isUnprocessableEntity());
		send(secretary, made, "theme", "x", "hours", "1", "forms", "DANCE").andExpect(status().isBadRequest());
		material(secretary, made);
		send(secretary, meeting + "/sign").andExpect(status().isConflict());
		page(branch.members().get(1), made).andExpect(content().string(not(containsString("name=\"theme\""))));
		page(secretary, life + "?month=2026-10").andExpect(content().string(containsString("2026年10月")));
		page(secretary, life + "?month=2026-10&lang=en");
	}

	@Test
	void whoIsNoMemberIsLedToNoMeetingThatIsNotOpenToThem() throws Exception {
		this.room.on("2026-11-25");
		Branch branch = this.room.branch(3);
		long classmate = this.room.people.youth(branch.id(), this.room.clock.today().minusYears(16));
		String life = "/life/branches/" + branch.id();
		this.room.meets(branch, MeetingKind.BRANCH_GENERAL_MEETING, branch.members());
		page(branch.members().get(1), life).andExpect(content().string(containsString("href=\"/meetings/")));
		page(classmate, life).andExpect(content().string(containsString("支部大会")))
			.andExpect(content().string(not(containsString("href=\"/meetings/"))));
	}

	private void material(long secretary, String made) throws Exception {
		byte[] pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes();
		this.mvc
			.perform(multipart(made + "/material").file(new MockMultipartFile("file", "提纲.pdf", "x/y", pdf))
				.with(user(this.room.people.signedIn(secretary)))
				.with(csrf()))
			.andExpect(redirectedUrl(made));
		page(secretary, made).andExpect(content().string(containsString("提纲.pdf")));
		this.mvc
			.perform(multipart(made + "/material")
				.file(new MockMultipartFile("file", "a.pdf", "application/pdf", "<script>".getBytes()))
				.with(user(this.room.people.signedIn(secretary)))
				.with(csrf()))
			.andExpect(status().isUnprocessableEntity());
	}

	@Test
	void attendanceIsCorrectedOnThePageOfAClassThatIsOver() throws Exception {
		Branch branch = this.room.branch(4);
		long secretary = branch.members().get(0);
		long meeting = this.room.held(branch, branch.members().subList(0, 3));
		String path = "/life/classes/" + meeting;
		page(secretary, path).andExpect(content().string(containsString("1.5 学时")))
			.andExpect(content().string(containsString("更正为未到课")));
		send(secretary, path + "/attendance", "person", branch.members().get(1), "attended", "false", "reason", "代签")
			.andExpect(redirectedUrl(path));
		page(secretary, path).andExpect(content().string(containsString("代签")));
		send(secretary, path + "/attendance", "person", branch.members().get(1), "attended", "true", "reason", " ")
			.andExpect(status().isUnprocessableEntity());
		send(branch.members().get(2), path + "/attendance", "person", branch.members().get(1), "reason", "x")
			.andExpect(status().isForbidden());
		page(branch.members().get(2), path).andExpect(content().string(not(containsString("name=\"reason\""))));
	}

	@Test
	void thoseAboveFilterUrgeAndDownload() throws Exception {
		this.room.on("2026-10-05");
		Branch branch = this.room.branch(3);
		this.room.meets(branch, MeetingKind.BRANCH_GENERAL_MEETING, branch.members());
		this.room.on("2026-12-07");
		long committee = branch.committee().personId();
		page(committee, "/").andExpect(content().string(containsString("hx-get=\"/life/sums\"")));
		page(committee, "/life/sums")
			.andExpect(content().string(containsString("/life?duty=LEAGUE_CLASS&amp;state=OVERDUE")))
			.andExpect(content().string(containsString("1 个支部落后")));
		this.mvc.perform(as(branch.members().get(1), get("/life/sums"))).andExpect(status().isForbidden());
		page(committee, "/life").andExpect(content().string(containsString("1 个支部落后")))
			.andExpect(content().string(containsString("name=\"branch\"")));
		page(committee, "/life?unit=" + branch.college().generalBranch() + "&duty=LEAGUE_CLASS&state=OVERDUE&page=0")
			.andExpect(content().string(containsString("/life/branches/" + branch.id())));
		page(committee, "/life?unit=&duty=&state=MET&page=").andExpect(content().string(containsString("没有符合条件")));
		this.mvc.perform(as(committee, get("/life?state=NONSENSE"))).andExpect(status().isBadRequest());
		send(committee, "/life/urge").andExpect(status().isUnprocessableEntity());
		send(committee, "/life/urge", "branch", branch.id()).andExpect(redirectedUrl("/life"));
		page(committee, "/life").andExpect(content().string(not(containsString("name=\"branch\""))));
		send(committee, "/life/branches/" + branch.id() + "/urge")
			.andExpect(redirectedUrl("/life/branches/" + branch.id()));
		page(committee, "/life/branches/" + branch.id()).andExpect(content().string(containsString("最近一次催办")));
		this.mvc.perform(as(committee, get("/life/overview.xlsx?state=OVERDUE")))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Disposition", containsString("-2026-12-07.xlsx")));
		this.mvc.perform(as(branch.members().get(1), get("/life/overview.xlsx"))).andExpect(status().isForbidden());
		assertThat(branch.members()).isNotEmpty();
	}

	@Test
	void vacationsAreEnteredAndRemoved() throws Exception {
		Branch branch = this.room.branch(2);
		long committee = branch.committee().personId();
		page(committee, "/life/vacations").andExpect(content().string(containsString("还没有登记假期")));
		send(committee, "/life/vacations", "unit", branch.college().committee(), "name", "寒假", "first", "2027-01-15",
				"last", "2027-02-20")
			.andExpect(redirectedUrl("/life/vacations"));
		page(committee, "/life/vacations").andExpect(content().string(containsString("寒假")));
		send(committee, "/life/vacations").andExpect(status().isForbidden());
		send(committee, "/life/vacations", "unit", branch.college().committee(), "name", "假", "first", "2027-02-30")
			.andExpect(status().isUnprocessableEntity());
		send(committee, "/life/vacations", "unit", branch.college().committee(), "name", "假", "first", "2027-02-20",
				"last", "2027-01-15")
			.andExpect(status().isUnprocessableEntity());
	}

	@Test
	void whoBelongsToNoBranchIsToldSoAndABranchMeetingShowsHowManyCame() throws Exception {
		Branch branch = this.room.branch(4);
		long teacher = this.room.people.staff(branch.college().committee());
		page(teacher, "/life").andExpect(content().string(containsString("不属于任何团支部")));
		long meeting = this.room.meets(branch, MeetingKind.BRANCH_GENERAL_MEETING, branch.members().subList(0, 2));
		page(branch.members().get(0), "/meetings/" + meeting).andExpect(content().string(containsString("未达到")))
			.andExpect(content().string(containsString("应超过应到的 50%")));
		page(this.room.people.holder(Roles.ADMIN, branch.college().county()).personId(), "/life");
	}

	@Test
	void everyPageSpeaksEnglishToo() throws Exception {
		Branch branch = this.room.branch(3);
		long meeting = this.room.held(branch, branch.members());
		for (String path : new String[] { "/life", "/life/vacations", "/life/classes/" + meeting,
				"/life/branches/" + branch.id(), "/", "/meetings/" + meeting }) {
			this.mvc
				.perform(as(branch.committee().personId(), get(path)).locale(java.util.Locale.ENGLISH)
					.cookie(new jakarta.servlet.http.Cookie("locale", "en")))
				.andExpect(status().isOk())
				.andExpect(content().string(not(containsString("??"))))
				.andExpect(content().string(not(containsString("组织生活"))));
		}
	}

	private ResultActions page(long person, String path) throws Exception {
		return this.mvc.perform(as(person, get(path)).accept(MediaType.TEXT_HTML))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("??"))));
	}

	private ResultActions send(long person, String path, Object... fields) throws Exception {
		MockHttpServletRequestBuilder request = as(person, post(path)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param((String) fields[i], fields[i + 1].toString());
		}
		return this.mvc.perform(request);
	}

	private MockHttpServletRequestBuilder as(long person, MockHttpServletRequestBuilder request) {
		return request.with(user(this.room.people.signedIn(person)));
	}

}
