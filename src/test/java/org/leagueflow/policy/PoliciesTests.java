package org.leagueflow.policy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
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
class PoliciesTests {

	@Autowired
	PolicyService policies;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	private PeopleFixture.College college;

	private Actor county;

	private Actor committee;

	private String branch;

	@BeforeEach
	void college() {
		this.college = this.fixture.college();
		this.county = this.fixture.holder(Roles.COUNTY_COMMITTEE, this.college.county());
		this.committee = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.branch = this.people.unit(this.college.branch()).path();
	}

	@Test
	void withoutSettingsTheRuleBookHolds() {
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(2);
		assertThat(this.policies.number("p1.cultivate.minMonths", this.branch)).isEqualTo(3);
		assertThat(this.policies.number("p1.course.minHours", this.branch)).isEqualTo(8);
		assertThat(this.policies.number("p1.publicity.workdays", this.branch)).isEqualTo(5);
		assertThat(this.policies.number("p1.volunteer.minHoursYear", this.branch)).isEqualTo(20);
		assertThat(this.policies.number("p1.introducer.count", this.branch)).isEqualTo(2);
		assertThat(this.policies.flag("p1.ideology.exam", this.branch)).isTrue();
		assertThat(this.policies.flag("p1.activist.publicity", this.branch)).isFalse();
		assertThat("202644000001").matches(this.policies.text("p1.memberNo.regex"));
	}

	@Test
	void everyNamedRuleIsInTheBookAndEveryRuleHasItsSourceAndItsNameInBothLanguages() throws Exception {
		Set<String> chinese = words("[^_]*");
		Set<String> english = words(".*_en");
		for (Field name : Policies.class.getFields()) {
			assertThat(this.policies.rule((String) name.get(null)).source()).isNotBlank();
		}
		assertThat(this.policies.rules()).hasSizeGreaterThan(35).allSatisfy((rule) -> {
			assertThat(rule.source()).isNotBlank();
			assertThat(chinese.contains("policy.rule." + rule.key())).as(rule.key()).isTrue();
			assertThat(english.contains("policy.rule." + rule.key())).as(rule.key()).isTrue();
		});
		assertThat(Arrays.asList("p1.talk.dueMonths", "p1.approve.collective")).allSatisfy(this.policies::rule);
	}

	/** The keys of all modules' words whose files are called so. */
	private static Set<String> words(String name) throws IOException {
		Set<String> keys = new HashSet<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
			if (file.getFilename().matches(name + "\\.properties")) {
				keys.addAll(PropertiesLoaderUtils.loadProperties(file).stringPropertyNames());
			}
		}
		return keys;
	}

	@Test
	void aUnitMayChooseTheNationalMinimumButNothingBelowAndUnitsBelowOnlyTighten() {
		long committee = this.college.committee();
		this.policies.set(committee, "a01.branchMeeting", "1/QUARTER", this.committee);
		assertThat(effective("a01.branchMeeting")).isEqualTo(Frequency.parse("1/QUARTER"));
		assertThatThrownBy(() -> this.policies.set(committee, "a01.committeeMeeting", "1/QUARTER", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.policies.set(committee, "a01.committeeMeeting", "daily", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		this.policies.set(this.college.generalBranch(), "a01.branchMeeting", "2/MONTH", this.committee);
		assertThat(effective("a01.branchMeeting")).isEqualTo(Frequency.parse("2/MONTH"));
		this.policies.set(committee, "a01.leagueClass", "1/FORTNIGHT", this.committee);
		assertThatThrownBy(
				() -> this.policies.set(this.college.generalBranch(), "a01.leagueClass", "1/MONTH", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.policies.sheet(List.of("a01.leagueClass")).of("a01.leagueClass", this.branch).setBy())
			.isEqualTo(committee);
	}

	private Frequency effective(String key) {
		return this.policies.sheet(List.of(key)).of(key, this.branch).frequency();
	}

	@Test
	void anUnknownRuleIsABug() {
		assertThatThrownBy(() -> this.policies.number("p1.unheard.of", this.branch))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> this.policies.flag("p1.mentor.talks", this.branch))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void theStrictestSettingAlongThePathHoldsBelow() {
		this.policies.set(this.college.county(), "p1.mentor.talks", "3", this.county);
		this.policies.set(this.college.committee(), "p1.mentor.talks", " 4 ", this.committee);
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(4);
		assertThat(this.policies.number("p1.mentor.talks", this.people.unit(this.college.county()).path()))
			.isEqualTo(3);
		this.policies.set(this.college.county(), "p1.mentor.talks", "6", this.county);
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(6);
	}

	@Test
	void looseningIsRefusedWithTheRulesSource() {
		assertThatThrownBy(
				() -> this.policies.set(this.college.committee(), "p1.publicity.workdays", "4", this.committee))
			.isInstanceOfSatisfying(Refusal.Invalid.class, (refusal) -> {
				assertThat(refusal.fields().get("value").key()).isEqualTo("refusal.policy.looser.AT_LEAST");
				assertThat(refusal.fields().get("value").args()).containsExactly("细则§18", "5");
			});
		assertThatThrownBy(
				() -> this.policies.set(this.college.committee(), "p1.approve.maxMonths", "4", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		this.policies.set(this.college.county(), "p1.mentor.talks", "5", this.county);
		assertThatThrownBy(() -> this.policies.set(this.college.committee(), "p1.mentor.talks", "4", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void whatIsFixedCannotBeSetAndNonsenseIsNoValue() {
		for (String key : new String[] { "p1.introducer.count", "p1.age.min", "p1.course.check", "p1.archive.dueMonths",
				"p1.meeting.pass" }) {
			assertThatThrownBy(() -> this.policies.set(this.college.county(), key, "9", this.county))
				.isInstanceOfSatisfying(Refusal.Invalid.class,
						(refusal) -> assertThat(refusal.fields().get("value").key()).isEqualTo("refusal.policy.fixed"));
		}
		for (String value : new String[] { "", "-3", "8.5", "<script>", "99999999999999", "二" }) {
			assertThatThrownBy(() -> this.policies.set(this.college.county(), "p1.mentor.talks", value, this.county))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> this.policies.set(this.college.county(), "p1.mentor.talks", null, this.county))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.policies.set(this.college.county(), "p1.unheard.of", "1", this.county))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void theCountyMayLowerItsOwnConditionsAndSchoolsMayOnlyTightenThem() {
		this.policies.set(this.college.county(), "p1.volunteer.minHoursYear", "0", this.county);
		this.policies.set(this.college.county(), "p1.ideology.exam", "false", this.county);
		assertThat(this.policies.number("p1.volunteer.minHoursYear", this.branch)).isZero();
		assertThat(this.policies.flag("p1.ideology.exam", this.branch)).isFalse();
		this.policies.set(this.college.committee(), "p1.volunteer.minHoursYear", "5", this.committee);
		assertThat(this.policies.number("p1.volunteer.minHoursYear", this.branch)).isEqualTo(5);
		this.policies.set(this.college.county(), "p1.volunteer.minHoursYear", "30", this.county);
		this.policies.set(this.college.county(), "p1.ideology.exam", "true", this.county);
		assertThatThrownBy(
				() -> this.policies.set(this.college.committee(), "p1.volunteer.minHoursYear", "0", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(
				() -> this.policies.set(this.college.committee(), "p1.ideology.exam", "false", this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.policies.number("p1.volunteer.minHoursYear", this.branch)).isEqualTo(30);
		this.policies.clear(this.college.committee(), "p1.volunteer.minHoursYear", this.committee);
		this.policies.clear(this.college.county(), "p1.volunteer.minHoursYear", this.county);
		assertThat(this.policies.number("p1.volunteer.minHoursYear", this.branch)).isEqualTo(20);
	}

	@Test
	void aCommitteeSetsItsOwnUnitsOnly() {
		assertThatThrownBy(() -> this.policies.set(this.college.county(), "p1.mentor.talks", "3", this.committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		long elsewhere = this.fixture.college().committee();
		assertThatThrownBy(() -> this.policies.set(elsewhere, "p1.mentor.talks", "3", this.committee))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.policies.lines(elsewhere, this.committee)).isInstanceOf(Refusal.NotAllowed.class);
		this.policies.set(this.college.generalBranch(), "p1.mentor.talks", "3", this.committee);
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(3);
	}

	@Test
	void everyChangeIsRecorded() {
		this.policies.set(this.college.committee(), "p1.mentor.talks", "3", this.committee);
		this.policies.clear(this.college.committee(), "p1.mentor.talks", this.committee);
		this.policies.clear(this.college.committee(), "p1.mentor.talks", this.committee);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'policy.set' AND unit_id = ?")
			.param(this.college.committee())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void thePageShowsSourcesAndTakesASetting() throws Exception {
		String path = "/admin/policies";
		this.mvc
			.perform(get(path).with(user(this.fixture.signedIn(this.committee.personId()))).accept(MediaType.TEXT_HTML))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("细则§11")))
			.andExpect(content().string(containsString("不少于 2 次")))
			.andExpect(content().string(not(containsString("??"))));
		this.mvc
			.perform(post(path + "/" + this.college.committee()).with(csrf())
				.with(user(this.fixture.signedIn(this.committee.personId())))
				.param("value." + "p1.mentor.talks", "3"))
			.andExpect(redirectedUrl(path + "?unit=" + this.college.committee()));
		this.mvc
			.perform(post(path + "/" + this.college.committee()).with(csrf())
				.with(user(this.fixture.signedIn(this.committee.personId())))
				.param("value." + "p1.mentor.talks", "1"))
			.andExpect(status().isUnprocessableEntity());
		Actor member = this.fixture.actor(this.fixture.member(this.college.branch()));
		this.mvc.perform(get(path).with(user(this.fixture.signedIn(member.personId()))))
			.andExpect(status().isForbidden());
	}

	@Test
	void oneSaveTakesAllChangesOrNoneAndLosesNothing() throws Exception {
		long unit = this.college.committee();
		this.policies.set(unit, "p1.cultivate.minMonths", "4", this.committee);
		this.mvc
			.perform(saving(unit).param("value." + "p1.mentor.talks", "5")
				.param("value." + "p1.publicity.workdays", "2")
				.param("value." + "a01.branchMeeting", "sometimes")
				.param("value." + "p1.course.minHours", "")
				.accept(MediaType.TEXT_HTML))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("有 2 项不符合规定")))
			.andExpect(content().string(containsString("此项不得少于 5")))
			.andExpect(content().string(containsString("id=\"f-" + "p1.publicity.workdays" + "-why\"")))
			.andExpect(content()
				.string(org.hamcrest.Matchers.matchesRegex("(?s).*name=\"value.p1.mentor.talks\"[^>]*value=\"5\".*")));
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(2);
		this.mvc
			.perform(saving(unit).param("value." + "p1.mentor.talks", "5")
				.param("value." + "p1.publicity.workdays", "7")
				.param("value." + "p1.cultivate.minMonths", "")
				.param("shown." + "p1.cultivate.minMonths", "4")
				.param("value." + "p1.course.minHours", "")
				.param("shown." + "p1.course.minHours", ""))
			.andExpect(redirectedUrl("/admin/policies?unit=" + unit));
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(5);
		assertThat(this.policies.number("p1.publicity.workdays", this.branch)).isEqualTo(7);
		assertThat(this.policies.number("p1.cultivate.minMonths", this.branch)).isEqualTo(3);
	}

	@Test
	void aFieldLeftAloneDoesNotUndoWhatSomebodyElseSetMeanwhile() {
		long unit = this.college.committee();
		this.policies.set(unit, "p1.mentor.talks", "4", this.county);
		assertThat(this.policies.save(unit, java.util.Map.of("p1.mentor.talks", "", "p1.publicity.workdays", "6"),
				java.util.Map.of(), this.committee))
			.containsExactly("p1.publicity.workdays");
		assertThat(this.policies.number("p1.mentor.talks", this.branch)).isEqualTo(4);
		assertThatThrownBy(() -> this.policies.save(unit, java.util.Map.of("p1.age.min", ""),
				java.util.Map.of("p1.age.min", "14"), this.committee))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(
				() -> this.policies.save(unit, java.util.Map.of("no.such", "1"), java.util.Map.of(), this.committee))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void everyRuleStandsInAChapterWithAName() {
		assertThat(this.policies.rules()).extracting(PolicyChapter::of).doesNotContain(PolicyChapter.OTHER);
	}

	private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder saving(long unit) {
		return post("/admin/policies/" + unit).with(csrf())
			.with(user(this.fixture.signedIn(this.committee.personId())));
	}

}
