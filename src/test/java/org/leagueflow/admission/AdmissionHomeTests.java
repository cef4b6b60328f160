package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.forms.Drafts;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What an applicant and a new member find on the home page, and when steps are late. */
@StoryTest
class AdmissionHomeTests {

	@Autowired
	AdmissionStory story;

	@Autowired
	AdmissionHome home;

	@Autowired
	AdmissionDueDates dueDates;

	@Autowired
	MockMvc mvc;

	@Autowired
	Drafts drafts;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void whoMayApplyIsOfferedItAndWhoMayNotIsNot() {
		College college = this.story.college();
		Actor youth = youth(college, LocalDate.of(2008, 1, 15));
		assertThat(this.home.model(youth)).hasValue(Map.of("begun", false));
		this.drafts.save(youth.personId(), "start:admission", "admission-start", "{}");
		assertThat(this.home.model(youth)).hasValue(Map.of("begun", true));
		assertThat(this.home.model(youth(college, this.story.clock.today().minusYears(14).plusDays(1)))).isEmpty();
		assertThat(this.home.model(youth(college, this.story.clock.today().minusYears(14)))).isPresent();
		assertThat(this.home.model(this.story.applies(college).applicant)).as("applied already").isEmpty();
	}

	/** The big button and the list of drafts led to the same form. */
	@Test
	void aBegunApplicationStandsOnceOnTheHomePage() throws Exception {
		Actor youth = youth(this.story.college(), LocalDate.of(2008, 1, 15));
		this.drafts.save(youth.personId(), "start:admission", "admission-start", "{}");
		String page = this.mvc.perform(get("/").with(Principal.signedIn(youth)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(page.split("href=\"/start/admission\"", -1)).as("one link").hasSize(2);
		assertThat(page).contains("继续填写").doesNotContain("没有填完的");
	}

	@Test
	void aNewMemberFindsResultAndNumberOnceTold() {
		Told told = this.story.applies(this.story.college()).approved();
		assertThat(result(told)).as("not told yet").isEmpty();
		told.announced();
		Admission admission = this.story.admissions.of(told.caseId);
		assertThat(result(told).orElseThrow()).containsEntry("number", admission.memberNumber())
			.containsEntry("since", admission.votedOn())
			.containsEntry("caseId", told.caseId.value());
		assertThat(admission.memberNumber()).hasSize(12);
		told.months(7);
		assertThat(result(told)).as("no news any more").isEmpty();
	}

	@Test
	void anObservationIsNotLateBeforeItsMonthsAreOver() {
		Told told = this.story.applies(this.story.college()).activist();
		CaseCard card = this.story.cases.card(told.caseId);
		Task cultivate = this.story.tasks.open(told.caseId).get(0);
		assertThat(this.dueDates.lastDay(cultivate, card)).hasValue(told.today().plusMonths(3).plusDays(7));
	}

	private Optional<Map<String, Object>> result(Told told) {
		return this.home.model(told.applicant);
	}

	private Actor youth(College college, LocalDate birthday) {
		return this.story.people.actor(this.story.people.youth(college.units().branch(), birthday));
	}

}
