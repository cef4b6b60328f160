package org.leagueflow.admission;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who is shown the form of an action beside the tasks: those who may do it, only. */
@StoryTest
class AdmissionActionsTests {

	@Autowired
	AdmissionStory story;

	@Autowired
	People people;

	@Autowired
	IntroducerService introducers;

	@Autowired
	ObservationService observation;

	@Autowired
	AdmissionValues values;

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

	@Test
	void eachFormIsShownToThoseWhoMaySendItAndToNoOtherReader() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		List<Actor> keepers = List.of(told.secretary(), told.member(1), told.committee());
		Map<String, List<Actor>> may = Map.of("withdraw", List.of(told.applicant), "depart", keepers, "transfer",
				keepers, "introducers", keepers, "extend", List.of(told.committee()));
		List<Actor> readers = List.of(told.applicant, told.secretary(), told.member(1), told.mentor(), told.committee(),
				told.college.county());
		for (Map.Entry<String, List<Actor>> action : may.entrySet()) {
			for (Actor reader : readers) {
				asks(told, action.getKey(), reader, action.getValue().contains(reader) ? 200 : 403);
			}
		}
	}

	@Test
	void whereTheCountyTookAuthorityBackTheCountyExtends() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		this.story.people.recall(told.college.units().committee());
		asks(told, "extend", told.committee(), 403);
		asks(told, "extend", told.college.county(), 200);
	}

	@Test
	void whoObjectedIsShownToThoseWhoSettleItAndToNoOtherReader() throws Exception {
		Told told = this.story.applies(this.story.college()).onNotice();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张举报", "13911112222", "材料造假之处"), null);
		String task = told.task("investigate").id();
		String seen = page(task, told.committee());
		assertThat(seen).contains("张举报", "13911112222", "材料造假之处");
		for (Actor reader : List.of(told.applicant, told.secretary(), told.member(1), told.mentor(),
				told.college.county())) {
			assertThat(page(task, reader)).doesNotContain("张举报", "13911112222", "材料造假之处");
		}
	}

	@Test
	void theCasePageTellsOfTheNoticeAndOfTheCeremonyItWaitsFor() throws Exception {
		Told told = this.story.applies(this.story.college()).activist().observed().published();
		var notice = this.story.notices.noticeOf(told.caseId).orElseThrow();
		assertThat(casePage(told)).contains("/notices/" + notice.id());
		told.candidate().bookFilled().branchVotes(9).submitted().committeeVotes(5).announced();
		assertThat(casePage(told)).doesNotContain("/notices/" + notice.id(), "青年宫三楼");
		this.story.oath.plan(
				new CeremonyPlan(this.story.clock.localNow().plusDays(1), "青年宫三楼", "李领誓", List.of(told.caseId.value())),
				told.committee());
		assertThat(casePage(told)).contains("青年宫三楼", "领誓人：李领誓");
	}

	@Test
	void theCaseNamesTheMentorsForWhomItWaits() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		assertThat(keepersPage(told)).contains(this.people.person(told.college.members().get(3)).name() + "、"
				+ this.people.person(told.college.members().get(4)).name() + " · 培养联系人");
	}

	@Test
	void onlyApplicationsHaveTheseActions() throws Exception {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(), told.secretary(),
				told.college.members());
		long meeting = told.caseId.value() + 1;
		assertThat(this.story.cases.card(new CaseId(meeting)).process()).isEqualTo("meeting");
		for (String action : List.of("introducers", "depart", "transfer")) {
			this.mvc.perform(get("/admission/" + meeting + "/" + action).with(Principal.signedIn(told.secretary())))
				.andExpect(status().isNotFound());
		}
		this.mvc.perform(get("/cases/" + meeting + "/depart").with(Principal.signedIn(told.secretary())))
			.andExpect(status().isConflict());
		this.mvc.perform(get("/admission/" + told.caseId + "/depart").with(Principal.signedIn(told.secretary())))
			.andExpect(redirectedUrl("/cases/" + told.caseId + "/depart"));
	}

	@Test
	void theCaseSaysThatAnIntroducerLeftUntilTheBranchHasVoted() throws Exception {
		Told told = this.story.applies(this.story.college()).activist().observed().published().candidate();
		this.story.people.departs(told.college.members().get(3));
		assertThat(keepersPage(told)).contains("请另行确定介绍人");
		Told voted = this.story.applies(this.story.college()).activist().observed().published().candidate();
		voted.bookFilled().branchVotes(9);
		this.story.people.departs(voted.college.members().get(3));
		assertThat(keepersPage(voted)).doesNotContain("请另行确定介绍人");
	}

	@Test
	void anIntroducerWhoLostRightsStopsTheBallotUntilTheBranchChoseAnother() throws Exception {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		long introducer = told.college.members().get(3);
		this.story.people.restricts(introducer);
		List<Long> voters = told.college.members().stream().filter((member) -> member != introducer).toList();
		assertThat(keepersPage(told)).contains("受留党（团）察看处分；支部大会表决前");
		assertThat(casePage(told)).doesNotContain("察看");
		long meeting = this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(),
				told.secretary(), voters);
		assertThatThrownBy(() -> this.story.meetings.vote(meeting, told.secretary(), told.caseId, voters, 8))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("introducersChanged");
		assertThatThrownBy(() -> changes(told, 3, 4, told.member(1))).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> changes(told, 4, 5, told.applicant)).isInstanceOf(Refusal.NotAllowed.class);
		changes(told, 4, 5, told.member(1));
		this.story.meetings.vote(meeting, told.secretary(), told.caseId, voters, 8);
		assertThat(told.stage()).isEqualTo("approve");
		assertThatThrownBy(() -> changes(told, 4, 6, told.member(1))).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void whatWasTickedIsReadWithoutWhatIsEmpty() throws Exception {
		Told told = this.story.applies(this.story.college()).approved().announced();
		this.mvc
			.perform(post("/admission/ceremonies").with(Principal.signedIn(told.committee()))
				.with(csrf())
				.param("startsAt", told.today().plusDays(3).atTime(10, 0).toString())
				.param("place", "大礼堂")
				.param("leader", "李书记")
				.param("cases", "", told.caseId.toString()))
			.andExpect(status().is3xxRedirection());
		assertThat(caseAs(told, told.committee())).contains("大礼堂");
	}

	@Test
	void anExtensionIsOfferedWhileTheCommitteeOwesADecisionAndSaysHowFarItGoes() throws Exception {
		Told told = this.story.applies(this.story.college()).awaitingVote().branchVotes(9);
		String link = "/cases/" + told.caseId + "/extend?deadline=admission-approval";
		assertThat(caseAs(told, told.committee())).as("not submitted yet").doesNotContain(link);
		told.submitted();
		assertThat(caseAs(told, told.committee())).contains(link);
		String page = this.mvc.perform(get(link).with(Principal.signedIn(told.committee())))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("min=\"" + told.today().plusMonths(1).plusDays(1) + "\"")
			.contains("max=\"" + told.today().plusMonths(3) + "\"")
			.contains("最迟可延长到");
		moreTime(told, told.today().plusMonths(3).plusDays(1), "假期").andExpect(status().isUnprocessableEntity());
		moreTime(told, told.today().plusMonths(2), " ").andExpect(status().isUnprocessableEntity());
		moreTime(told, told.today().plusMonths(2), "假期委员不在校").andExpect(redirectedUrl("/cases/" + told.caseId));
		assertThat(caseAs(told, told.committee())).contains("审批期限延长至").contains("假期委员不在校");
		told.committeeVotes(5);
		assertThat(caseAs(told, told.committee())).doesNotContain(link);
	}

	@Test
	void afterANoNobodyRewritesWhoIntroducedUntilTheNextRound() throws Exception {
		Told told = this.story.applies(this.story.college()).awaitingVote().branchVotes(4);
		assertThat(told.boxes()).containsExactly("afterVote");
		assertThatThrownBy(() -> changes(told, 4, 5, told.member(1))).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("introducersVoted");
		told.answers("afterVote", told.member(1), Map.of("course", "continue", "opinion", "继续培养"));
		told.answers("cultivate", told.mentor(), Told.cultivated()).published().noticeOver();
		told.answers("issueBook", told.committee(),
				Map.of("bookNumber", "ZY2025-B" + told.caseId, "issuedOn", told.today().toString()));
		told.answers("chooseIntroducers", told.member(1), Map.of("introducer1", told.id(3), "introducer2", told.id(4)));
		changes(told, 4, 5, told.member(1));
		told.bookFilled().branchVotes(9);
		assertThat(told.stage()).isEqualTo("approve");
	}

	@Test
	void aFileUnderTransferIsNotHandedOnOnceMore() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		College other = this.story.college();
		assertThat(keepersPage(told)).contains("/admission/" + told.caseId + "/transfer");
		this.observation.askTransfer(told.caseId, other.units().branch(), "转学", told.secretary());
		assertThat(keepersPage(told)).doesNotContain("/admission/" + told.caseId + "/transfer");
		Actor receiver = this.story.people.actor(other.members().get(0));
		assertThat(this.values.values(told.task("receiveTransfer"), receiver).get("people").toString())
			.as("mentors come from the receiving branch")
			.contains("value=" + other.members().get(5))
			.doesNotContain("value=" + told.id(6))
			.doesNotContain("value=" + told.id(3));
		assertThat(page(told.task("receiveTransfer").id(), receiver)).as("what was observed so far").contains("谈心谈话");
		assertThatThrownBy(() -> told.answers("receiveTransfer", told.secretary(),
				Map.of("transferDecision", "decline", "opinion", "代答")))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	private String keepersPage(Told told) throws Exception {
		return caseAs(told, told.secretary());
	}

	private String caseAs(Told told, Actor reader) throws Exception {
		return this.mvc.perform(get("/cases/" + told.caseId).with(Principal.signedIn(reader)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	@Test
	void nobodyBecomesAnIntroducerWhilePeopleVote() throws Exception {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		List<Long> voters = told.college.members();
		long meeting = this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(),
				told.secretary(), voters);
		this.story.meetings.ballotByPhone(meeting, told.secretary(), told.caseId, voters);
		assertThatThrownBy(() -> changes(told, 3, voters.size() - 1, told.member(1)))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("introducersVoting");
	}

	private void changes(Told told, int first, int second, Actor by) {
		this.introducers.change(told.caseId, told.college.members().get(first), told.college.members().get(second),
				"原介绍人受处分", by);
	}

	private String casePage(Told told) throws Exception {
		return this.mvc.perform(get("/cases/" + told.caseId).with(Principal.signedIn(told.applicant)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String page(String task, Actor reader) throws Exception {
		return this.mvc.perform(get("/inbox/" + task).with(Principal.signedIn(reader)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private ResultActions moreTime(Told told, LocalDate to, String reason) throws Exception {
		return this.mvc.perform(post("/cases/" + told.caseId + "/extend").with(Principal.signedIn(told.committee()))
			.with(csrf())
			.param("deadline", AdmissionDeadlines.APPROVAL)
			.param("to", to.toString())
			.param("reason", reason));
	}

	private void asks(Told told, String action, Actor reader, int expected) throws Exception {
		String place = List.of("withdraw", "depart", "extend").contains(action) ? "/cases/" : "/admission/";
		this.mvc
			.perform(get(place + told.caseId + "/" + action).param("deadline", AdmissionDeadlines.APPROVAL)
				.with(Principal.signedIn(reader)))
			.andExpect(status().is(expected));
	}

}
