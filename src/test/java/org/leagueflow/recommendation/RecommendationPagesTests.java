package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Roles;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.leagueflow.recommendation.RecommendationStory.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of the party recommendation as a branch, a rater and a member see them. */
@StoryTest
class RecommendationPagesTests {

	@Autowired
	RecommendationStory story;

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

	private RequestPostProcessor as(long person) {
		return user(this.story.people.signedIn(person));
	}

	@Test
	void aBranchBeginsForSeveralAtOnceAndIsToldWhoWasRefused() throws Exception {
		College college = this.story.college(11);
		List<Long> two = college.members().subList(5, 7);
		two.forEach((person) -> this.story.ready(college, person));
		String page = "/recommendation/branches/" + college.branch();
		this.mvc.perform(get(page).with(as(college.members().get(0))).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("2 人符合条件")))
			.andExpect(content().string(containsString("person-" + two.get(0))));
		String once = UUID.randomUUID().toString();
		for (int sent = 0; sent < 2; sent++) {
			var answer = this.mvc
				.perform(post(page + "/start").with(csrf())
					.with(as(college.members().get(0)))
					.param("line", "party-activist")
					.param("grounds", "表现突出，群众公认。")
					.param("once", once)
					.param("person", two.get(0).toString(), two.get(1).toString(), college.members().get(8).toString()))
				.andExpect(status().is3xxRedirection())
				.andReturn();
			assertThat((List<?>) answer.getFlashMap().get("refused")).as("one lacks everything").hasSize(1);
		}
		two.forEach(
				(person) -> assertThat(this.story.cases.openOf(person, "recommendation")).as("once, however often sent")
					.hasSize(1));
		this.mvc.perform(get(page).with(as(college.members().get(0))).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("已有推荐")));
	}

	@Test
	void aBranchWithoutAPlaceReadsWhy() throws Exception {
		College college = this.story.college(4);
		this.mvc
			.perform(get("/recommendation/branches/" + college.branch()).with(as(college.members().get(0)))
				.locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("中青发〔2019〕9号")));
	}

	@Test
	void whatWasTypedStaysAndNobodyElsesNameIsTold() throws Exception {
		College college = this.story.college(11);
		College other = this.story.college(5);
		String page = "/recommendation/branches/" + college.branch();
		var answer = this.mvc
			.perform(post(page + "/start").with(csrf())
				.with(as(college.members().get(0)))
				.param("line", "party-activist")
				.param("grounds", "表现突出，群众公认。")
				.param("once", UUID.randomUUID().toString())
				.param("person", other.members().get(1).toString(), "999999999"))
			.andExpect(status().is3xxRedirection())
			.andReturn();
		assertThat(answer.getFlashMap().get("grounds")).isEqualTo("表现突出，群众公认。");
		assertThat((List<?>) answer.getFlashMap().get("refused")).singleElement()
			.hasToString(org.leagueflow.kernel.Message.of("refusal.recommendation.nobody").toString());
	}

	@Test
	void aCommitteesOwnWordsStandOnTheNoticesBelowIt() throws Exception {
		College college = this.story.college(11);
		long county = this.story.people.holder(Roles.COUNTY_COMMITTEE, college.units().county()).personId();
		long committee = college.committee().get(0);
		words(county, college.units().county(), "县团委：{0}推荐{1}，现予公示。").andExpect(status().is3xxRedirection());
		this.story.ready(college, college.members().get(5));
		Told told = this.story.proposes(college, 5).onNotice();
		assertThat(told.notice().content()).startsWith("县团委：").contains("推荐").doesNotContain("{");
		words(committee, college.units().committee(), "{0}拟推荐{1}同志（{1}），欢迎监督。").andExpect(status().is3xxRedirection());
		assertThat(told.notice().content()).as("what was announced stays").startsWith("县团委：");
		for (String wrong : List.of("{0}推荐", "{0}推荐{1}，{2}", "{0}推荐{1}{", "{0}推荐{1}{name}", "{0}推荐{1}{1}{1}{1}",
				"{1}{0}" + "长".repeat(1000))) {
			words(committee, college.units().committee(), wrong).andExpect(status().isUnprocessableEntity())
				.andExpect(content().string(containsString(wrong)));
		}
		this.story.ready(college, college.members().get(6));
		Told second = this.story.proposes(college, 6).onNotice();
		String name = this.story.cases.card(second.caseId).subjectName();
		assertThat(second.notice().content()).as("the nearest unit's words")
			.endsWith("拟推荐" + name + "同志（" + name + "），欢迎监督。");
		words(committee, college.units().county(), "{0}{1}").andExpect(status().isForbidden());
		words(college.members().get(0), college.units().branch(), "{0}{1}").andExpect(status().isForbidden());
		this.mvc
			.perform(post("/publicity/wordings").with(csrf())
				.with(as(committee))
				.param("unit", Long.toString(college.units().committee()))
				.param("key", "recommendation.title")
				.param("text", "任意"))
			.andExpect(status().isNotFound());
		words(committee, college.units().committee(), " ").andExpect(status().is3xxRedirection());
		this.mvc.perform(get("/publicity/wordings").with(as(committee)).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("经推优大会表决")))
			.andExpect(content().string(not(containsString("欢迎监督"))));
	}

	private ResultActions words(long person, long unit, String text) throws Exception {
		return this.mvc.perform(post("/publicity/wordings").with(csrf())
			.with(as(person))
			.locale(Locale.SIMPLIFIED_CHINESE)
			.param("unit", Long.toString(unit))
			.param("key", "recommendation.announcement.party-activist")
			.param("text", text));
	}

	@Test
	void aMemberOrStrangerDoesNotSeeTheBranchPage() throws Exception {
		College college = this.story.college(11);
		College other = this.story.college(5);
		String page = "/recommendation/branches/" + college.branch();
		this.mvc.perform(get(page).with(as(college.members().get(7)))).andExpect(status().isForbidden());
		this.mvc.perform(get(page).with(as(other.members().get(0)))).andExpect(status().isNotFound());
		this.mvc.perform(get(page).with(as(college.committee().get(0)))).andExpect(status().isOk());
	}

	@Test
	void aMemberSeesTheOwnStandingAndWhatIsMissing() throws Exception {
		College college = this.story.college(11);
		this.mvc.perform(get("/recommendation").with(as(college.members().get(7))))
			.andExpect(status().is3xxRedirection());
		this.mvc
			.perform(get("/recommendation/mine").with(as(college.members().get(7))).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("还没有人推荐您")))
			.andExpect(content().string(containsString("还差 4 项")));
		this.story.ready(college, college.members().get(5));
		Told told = this.story.proposes(college, 5);
		this.mvc.perform(get("/recommendation/mine").with(as(told.person)).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(content().string(containsString("团内办理中")))
			.andExpect(content().string(containsString("stagebar")))
			.andExpect(content().string(containsString("确定考评人")))
			.andExpect(content().string(containsString("还差")));
		this.mvc.perform(get("/").with(as(told.person)).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("看看我的推荐走到哪一步")));
	}

	@Test
	void refusedMarksComeBackWithAMessageAndWhatWasTyped() throws Exception {
		College college = this.story.college(11);
		this.story.ready(college, college.members().get(5));
		Told told = this.story.proposes(college, 5);
		told.answers("appointRaters", told.member(1), Map.of("raters", List.of(told.id(2), told.id(3), told.id(4))));
		String page = "/recommendation/" + told.caseId + "/marks";
		this.mvc.perform(get(page).with(as(college.members().get(2)))).andExpect(status().isOk());
		this.mvc.perform(get(page).with(as(college.members().get(6)))).andExpect(status().isNotFound());
		this.mvc.perform(get(page).with(as(told.person))).andExpect(status().isForbidden());
		this.mvc
			.perform(multipart(page).with(csrf())
				.with(as(college.members().get(2)))
				.locale(Locale.SIMPLIFIED_CHINESE)
				.param("virtue", "101")
				.param("ability", "90")
				.param("diligence", "90")
				.param("achievement", "90")
				.param("grounds", "平时表现都看在眼里"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("填 0 至 100 的数")))
			.andExpect(content().string(containsString("平时表现都看在眼里")));
		this.mvc
			.perform(multipart(page)
				.file(new MockMultipartFile("file", "佐证.pdf", "application/pdf", RecommendationStory.pdf()))
				.with(csrf())
				.with(as(college.members().get(2)))
				.param("virtue", "91.5")
				.param("ability", "90")
				.param("diligence", "90")
				.param("achievement", "90")
				.param("grounds", "平时表现都看在眼里"))
			.andExpect(status().is3xxRedirection());
		assertThat(this.story.marks.view(told.caseId).rows().get(0).evidence()).isNotNull();
		String task = "/inbox/" + told.task("appraise").id();
		this.mvc.perform(get(task).with(as(college.members().get(1))).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("91.5")))
			.andExpect(content().string(containsString("还没有打分")));
		this.mvc.perform(get("/cases/" + told.caseId).with(as(told.person)).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("91.5"))));
		String raters = "/recommendation/" + told.caseId + "/raters";
		this.mvc.perform(get(raters).with(as(college.members().get(1)))).andExpect(status().isOk());
		long elsewhere = this.story.college(4).members().get(2);
		List<Long> before = this.story.cases.holders(told.caseId, RecommendationRoles.RATER);
		for (String coming : List.of(Long.toString(elsewhere), Long.toString(told.person), "", "abc", "99999999999")) {
			this.mvc
				.perform(post(raters).param("leaving", told.id(4))
					.param("coming", coming)
					.param("reason", "离校实习")
					.with(as(college.members().get(1)))
					.with(csrf()))
				.andExpect(status().is4xxClientError());
			assertThat(this.story.cases.holders(told.caseId, RecommendationRoles.RATER)).isEqualTo(before);
		}
		this.mvc
			.perform(post(raters).param("leaving", told.id(4))
				.param("coming", Long.toString(elsewhere))
				.param("reason", "离校实习")
				.with(as(college.members().get(1)))
				.with(csrf())
				.locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("离校实习</textarea>")))
			.andExpect(content().string(containsString("不能担任考评人")));
	}

	@Test
	void theStartFormOffersTheMembersOfTheBranch() throws Exception {
		College college = this.story.college(11);
		this.mvc.perform(get("/start/recommendation").with(as(college.members().get(0))))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("party-candidate")));
		this.mvc
			.perform(get("/start/recommendation").with(as(college.members().get(7))).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("推荐由团支部提出")));
	}

}
