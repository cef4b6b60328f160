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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * An office defines an award, from an example to a released edition and next year's copy.
 */
@StoryTest
class AwardPagesTests {

	@Autowired
	AwardService awards;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	People people;

	@Autowired
	BusinessClock clock;

	@Autowired
	Words words;

	@Autowired
	MockMvc mvc;

	private College college;

	private Actor office;

	private Actor colleague;

	@BeforeEach
	void begin() {
		this.college = this.fixture.college();
		this.office = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.colleague = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
	}

	private ResultActions ask(Actor by, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(user(this.fixture.signedIn(by.personId()))).with(csrf()));
	}

	private long draft(String shipped) {
		return this.awards
			.create(this.college.committee(), "shipped:" + shipped, UUID.randomUUID().toString(), this.office)
			.orElseThrow();
	}

	private static MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request, AwardPage page,
			String... changes) {
		Map<String, String> fields = new java.util.LinkedHashMap<>(page.form().fields());
		for (int i = 0; i < changes.length; i += 2) {
			fields.put(changes[i], changes[i + 1]);
		}
		fields.forEach((path, value) -> request.param("d." + path, value));
		return request.param("d.scored", "true").param("version", "" + page.version());
	}

	@Test
	void fromAnExampleToAReleasedEditionAndNextYearsCopy() throws Exception {
		String once = UUID.randomUUID().toString();
		String made = ask(this.office,
				post("/awards/definitions").param("unit", "" + this.college.committee())
					.param("from", "shipped:scholarship")
					.param("once", once))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		ask(this.office,
				post("/awards/definitions").param("unit", "" + this.college.committee())
					.param("from", "shipped:scholarship")
					.param("once", once))
			.andExpect(status().is3xxRedirection());
		assertThat(this.awards.lines(this.office)).as("sent twice, made once").hasSize(1);
		long id = Long.parseLong(made.substring(made.lastIndexOf('/') + 1));
		assertThatThrownBy(() -> this.awards.edition(id)).as("a draft").isInstanceOf(Refusal.NotFound.class);
		ask(this.office, get(made)).andExpect(status().isOk())
			.andExpect(content().string(containsString("一等奖学金")))
			.andExpect(content().string(containsString("检查无误")));
		AwardPage page = this.awards.page(id, this.office);
		ask(this.office, typed(post(made), page, "levels[0].quota.share", "2%")).andExpect(status().is3xxRedirection());
		ask(this.office, post(made + "/release").param("version", "" + page.version()))
			.andExpect(status().isConflict());
		page = this.awards.page(id, this.office);
		ask(this.office, post(made + "/release").param("version", "" + page.version()))
			.andExpect(status().is3xxRedirection());
		assertThat(this.awards.edition(id).definition().levels().get(0).quota().places(100)).isEqualTo(2);
		ask(this.office, typed(post(made), this.awards.page(id, this.office), "name", "别的"))
			.andExpect(status().isConflict());
		String next = ask(this.office, post(made + "/copy")).andReturn().getResponse().getRedirectedUrl();
		long copy = Long.parseLong(next.substring(next.lastIndexOf('/') + 1));
		assertThat(this.awards.copy(id, this.colleague)).as("one open draft").isEqualTo(copy);
		AwardPage draft = this.awards.page(copy, this.office);
		assertThat(draft.line().number()).isEqualTo(2);
		ask(this.office, typed(post(next), draft, "levels[0].quota.share", "4%"))
			.andExpect(status().is3xxRedirection());
		this.awards.release(copy, this.awards.page(copy, this.office).version(), this.office);
		assertThat(this.awards.edition(id).definition().levels().get(0).quota().places(100))
			.as("a running batch keeps its edition")
			.isEqualTo(2);
		assertThat(this.awards.announceable(this.college.branch())).extracting(AwardEditionCard::id)
			.containsExactly(copy);
	}

	@Test
	void anIncompleteDraftIsKeptAndReleasedOnlyWhenNothingIsWrong() throws Exception {
		long id = draft("scholarship");
		String made = "/awards/definitions/" + id;
		ask(this.office, typed(post(made), this.awards.page(id, this.office), "scheme.formula.terms[0].weight", "79%",
				"levels[1].quota.share", "abc"))
			.andExpect(status().is3xxRedirection());
		AwardPage page = this.awards.page(id, this.office);
		assertThat(page.text("levels[1].quota.share")).isEqualTo("abc");
		ask(this.office, post(made + "/release").param("version", "" + page.version()))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("权重合计 99%")))
			.andExpect(content().string(containsString("看不懂：“abc”")));
	}

	@Test
	void theSecondOfTwoOfficesIsToldWhatChangedAndLosesNothing() throws Exception {
		long id = draft("scholarship");
		String made = "/awards/definitions/" + id;
		AwardPage both = this.awards.page(id, this.office);
		ask(this.office, typed(post(made), both, "levels[0].quota.share", "4%")).andExpect(status().is3xxRedirection());
		ask(this.colleague, typed(post(made), both, "levels[0].quota.share", "5%", "levels[1].name", "二等奖"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString(this.office.name())))
			.andExpect(content().string(containsString("已保存：“4%”；您填写：“5%”")))
			.andExpect(content().string(containsString("value=\"二等奖\"")));
		assertThat(this.awards.page(id, this.office).text("levels[0].quota.share")).isEqualTo("4%");
		ask(this.colleague, typed(post(made), this.awards.page(id, this.colleague), "levels[0].quota.share", "5%"))
			.andExpect(status().is3xxRedirection());
		assertThat(this.awards.page(id, this.office).text("levels[0].quota.share")).isEqualTo("5%");
	}

	@Test
	void aFormulaIsComposedAndTriedWithoutSaving() throws Exception {
		long id = draft("scholarship");
		String compose = "/awards/definitions/" + id + "/compose";
		AwardPage page = this.awards.page(id, this.office);
		ask(this.office,
				typed(post(compose), page).param("op", "try")
					.param("try.courses", "高等数学:85*4@1 英语:90*2@1")
					.param("try.conduct", "90"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("87.33")))
			.andExpect(content().string(containsString("(85×4 + 90×2) ÷ (4 + 2)")));
		ask(this.office, typed(post(compose), page).param("op", "try").param("try.courses", "高等数学:85*4@1"))
			.andExpect(content().string(containsString("德育考评：未录入")));
		ask(this.office, typed(post(compose), page).param("op", "add:levels"))
			.andExpect(content().string(containsString("d.levels[3].name")));
		for (String kind : AwardForm.PARTS.keySet()) {
			ask(this.office, typed(post(compose), page, "scheme.formula.terms[1].of.type", kind).param("op", "kind"))
				.andExpect(status().isOk());
		}
		assertThat(this.awards.page(id, this.office).version()).as("nothing saved").isEqualTo(page.version());
	}

	@Test
	void onlyOfficesThatLeadTheUnitDefineItsAwards() throws Exception {
		long id = draft("league-member");
		Actor elsewhere = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.fixture.college().committee());
		Actor below = this.fixture.holder(Roles.GENERAL_BRANCH, this.college.generalBranch());
		String made = "/awards/definitions/" + id;
		ask(elsewhere, get(made)).andExpect(status().isNotFound());
		ask(below, get(made)).andExpect(status().isNotFound());
		ask(elsewhere, typed(post(made), this.awards.page(id, this.office))).andExpect(status().isForbidden());
		ask(below, typed(post(made + "/compose"), this.awards.page(id, this.office))).andExpect(status().isForbidden());
		assertThatThrownBy(() -> this.awards.create(this.college.committee(), "edition:" + id, "x", elsewhere))
			.isInstanceOf(Refusal.NotAllowed.class);
		long own = elsewhere.posts().get(0).unitId();
		for (String source : List.of("edition:" + id, "edition:x", "edition:99999999999999999999", "shipped:../x")) {
			assertThatThrownBy(() -> this.awards.create(own, source, UUID.randomUUID().toString(), elsewhere))
				.as(source)
				.isInstanceOf(Refusal.NotFound.class);
		}
		this.awards.release(id, this.awards.page(id, this.office).version(), this.office);
		ask(below, get(made)).andExpect(status().isOk()).andExpect(content().string(not(containsString("保存草稿"))));
		ask(elsewhere, get(made)).andExpect(status().isNotFound());
		assertThat(this.awards.lines(below)).extracting(AwardLine::id).containsExactly(id);
		assertThat(this.awards.lines(elsewhere)).isEmpty();
	}

	@Test
	void whyNotMeForAWholeUnitByAFixedNumberOfStatements() throws Exception {
		long id = draft("league-member");
		this.awards.release(id, this.awards.page(id, this.office).version(), this.office);
		List<Long> crowd = this.fixture.crowd(this.college.branch(), 40);
		LocalDate day = this.clock.today();
		int few = statements(id, crowd.subList(0, 5), day);
		assertThat(statements(id, crowd, day)).isEqualTo(few);
		List<Requirement> one = this.awards
			.conditions(id, this.people.persons(crowd.subList(0, 1)).stream().map(Asked::of).toList(), day)
			.get(crowd.get(0));
		Requirement hours = one.stream().filter((each) -> each.source().contains("志愿服务")).findFirst().orElseThrow();
		assertThat(hours.ok()).isFalse();
		assertThat(this.words.of(hours.whyNot())).contains("Volunteer hours")
			.contains("at least 20 in the last twelve months")
			.contains("so far: 0")
			.contains("评选办法：志愿服务");
		assertThat(one.stream().filter((each) -> each.source().contains("无处分")).findFirst().orElseThrow().ok())
			.as("no sanction is none")
			.isTrue();
		assertThat(one.stream().filter((each) -> each.source().contains("教育评议")).findFirst().orElseThrow().have().key())
			.as("no appraisal is not a bad one")
			.isEqualTo("requirement.unknown");
	}

	private int statements(long id, List<Long> persons, LocalDate day) throws Exception {
		List<Asked> asked = this.people.persons(persons).stream().map(Asked::of).toList();
		return Statements.of(() -> this.awards.conditions(id, asked, day)).lines().size();
	}

	@Test
	void weightsOf99PercentAreNamedAndNotReleased() throws Exception {
		long id = draft("student-cadre");
		AwardPage page = this.awards.page(id, this.office);
		String weight = page.form()
			.fields()
			.keySet()
			.stream()
			.filter((path) -> path.endsWith(".weight"))
			.findFirst()
			.orElseThrow();
		String before = page.form().fields().get(weight);
		String less = org.leagueflow.scoring.Rational.parse(before)
			.minus(org.leagueflow.scoring.Rational.parse("1%"))
			.percent();
		ask(this.office, typed(post("/awards/definitions/" + id), page, weight, less))
			.andExpect(status().is3xxRedirection());
		ask(this.office, get("/awards/definitions/" + id)).andExpect(status().isOk())
			.andExpect(content().string(containsString("99%")));
		long version = this.awards.page(id, this.office).version();
		ask(this.office, post("/awards/definitions/" + id + "/release").param("version", "" + version))
			.andExpect(status().isUnprocessableEntity());
		assertThatThrownBy(() -> this.awards.edition(id)).as("still a draft").isInstanceOf(Refusal.NotFound.class);
	}

}
