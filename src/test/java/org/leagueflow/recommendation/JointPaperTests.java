package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.cases.CaseEndings;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.ResolutionCard;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.leagueflow.recommendation.RecommendationStory.Told;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Several people of a branch are recommended on one paper, each by a line of it. */
@StoryTest
class JointPaperTests {

	private static final MeetingKind KIND = MeetingKind.BRANCH_GENERAL_MEETING;

	@Autowired
	RecommendationStory story;

	@Autowired
	Agenda agenda;

	@Autowired
	CaseEndings endings;

	@Autowired
	BallotFixture phones;

	@Autowired
	MockMvc mvc;

	private College college;

	private List<Told> told;

	/** A branch of eleven, so two places, and three who wait for its meeting. */
	@BeforeEach
	void begin() {
		this.story.begin();
		this.college = this.story.college(11);
		this.told = IntStream.of(5, 6, 7).mapToObj((member) -> {
			this.story.ready(this.college, this.college.members().get(member));
			return this.story.proposes(this.college, member).appraised();
		}).toList();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	private Map<CaseId, Integer> votes(int first, int second, int third) {
		Map<CaseId, Integer> votes = new LinkedHashMap<>();
		votes.put(this.told.get(0).caseId, first);
		votes.put(this.told.get(1).caseId, second);
		votes.put(this.told.get(2).caseId, third);
		return votes;
	}

	private void decide(int first, int second, int third) {
		this.story.meetings.decideTogether(KIND, this.college.branch(), this.told.get(0).secretary(),
				this.college.members(), votes(first, second, third));
	}

	private ResolutionCard resolution(int which) {
		return this.agenda.resolutions(this.told.get(which).caseId).get(0);
	}

	private long opened() {
		return this.story.meetings.opens(KIND, this.college.branch(), chair(), this.college.members());
	}

	private Actor chair() {
		return this.told.get(0).secretary();
	}

	private List<CaseId> cases(int... which) {
		return IntStream.of(which).mapToObj((one) -> this.told.get(one).caseId).toList();
	}

	@Test
	void whoHasTheMostVotesGetsThePlacesAndEachHasAnOwnResult() {
		decide(7, 8, 9);
		this.told.get(0).endsAs("noPlace");
		assertThat(this.told.get(1).stage()).isEqualTo("inquire");
		assertThat(this.told.get(2).stage()).isEqualTo("inquire");
		for (int which = 0; which < 3; which++) {
			ResolutionCard card = resolution(which);
			assertThat(card.tally().votesFor()).isEqualTo(7 + which);
			assertThat(card.tally().votesAgainst()).isEqualTo(4 - which);
			assertThat(card.tally().handedOut()).isEqualTo(11);
			assertThat(card.paper().lines()).extracting((line) -> line.id())
				.as("the own line only: nobody reads here how others fared")
				.containsExactly(this.told.get(which).person);
			assertThat(card.wording()).contains("同一张票");
		}
		assertThat(resolution(0).number()).isNotEqualTo(resolution(1).number());
	}

	@Test
	void withAsManyVotesTheOrderOfTheAgendaDecides() {
		decide(8, 8, 8);
		assertThat(this.told.get(0).stage()).isEqualTo("inquire");
		assertThat(this.told.get(1).stage()).isEqualTo("inquire");
		this.told.get(2).endsAs("noPlace");
	}

	@Test
	void thePaperMayBeOpenedFromAnyOfItsItems() {
		long meeting = opened();
		this.story.meetings.paper(meeting, chair(), cases(2, 0, 1), this.college.members());
		this.story.meetings.countTogether(meeting, chair(), votes(5, 9, 8), this.college.members());
		this.told.get(0).endsAs("voteFailed");
		assertThat(resolution(1).tally().votesFor()).isEqualTo(9);
		assertThat(resolution(2).tally().votesFor()).isEqualTo(8);
		this.story.meetings.ends(meeting, chair());
	}

	@Test
	void oneLineMayFailWhileOthersPass() {
		decide(5, 6, 11);
		this.told.get(0).endsAs("voteFailed");
		assertThat(this.told.get(1).stage()).as("6 of 11 is more than half").isEqualTo("inquire");
		assertThat(this.told.get(2).stage()).isEqualTo("inquire");
	}

	@Test
	void whoeverWithdrawsWhilePapersAreCountedTakesNobodyAlong() {
		long meeting = opened();
		this.story.meetings.paper(meeting, chair(), cases(0, 1, 2), this.college.members());
		this.endings.withdraw(this.told.get(0).caseId, "准备入伍", this.story.people.actor(this.told.get(0).person));
		this.story.meetings.countTogether(meeting, chair(), votes(11, 8, 5), this.college.members());
		this.told.get(0).endsAs("withdrawn");
		assertThat(this.told.get(1).stage()).isEqualTo("inquire");
		this.told.get(2).endsAs("voteFailed");
		this.story.meetings.ends(meeting, chair());
		assertThat(this.agenda.resolutions(this.told.get(0).caseId)).as("a line that is void is resolved on by nobody")
			.isEmpty();
	}

	@Test
	void whoeverMovedAfterThePaperWasOpenedHoldsUpNobodysResult() {
		long meeting = opened();
		this.story.meetings.paper(meeting, chair(), cases(0, 1, 2), this.college.members());
		long other = this.story.people.unit(this.college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
		this.story.people.moves(this.told.get(1).person, other);
		this.story.meetings.countTogether(meeting, chair(), votes(11, 8, 5), this.college.members());
		assertThat(this.told.get(0).stage()).isEqualTo("inquire");
		assertThat(resolution(1).tally().votesFor()).as("voted on by those entitled on that day").isEqualTo(8);
		this.told.get(2).endsAs("voteFailed");
		this.story.meetings.ends(meeting, chair());
	}

	@Test
	void whenAllWithdrawThePaperIsVoid() {
		long meeting = opened();
		this.story.meetings.paper(meeting, chair(), cases(0, 1, 2), this.college.members());
		this.told.forEach((one) -> this.endings.withdraw(one.caseId, "准备入伍", this.story.people.actor(one.person)));
		assertThatThrownBy(
				() -> this.story.meetings.countTogether(meeting, chair(), votes(1, 1, 1), this.college.members()))
			.hasMessageContaining("no-ballot-open");
		this.story.meetings.ends(meeting, chair());
	}

	@Test
	void nobodyOnThePaperCountsItInWhateverOrderTheyWereListed() {
		List<Long> present = List.copyOf(this.college.members().subList(0, 8));
		// The last two who came count: both wait for this meeting, one was listed last.
		long meeting = this.story.meetings.opens(KIND, this.college.branch(), chair(), present);
		assertThatThrownBy(() -> this.story.meetings.paper(meeting, chair(), cases(0, 1, 2), present))
			.hasMessageContaining("teller-conflict");
		assertThatThrownBy(() -> this.story.meetings.paper(meeting, chair(), cases(0), present))
			.as("a paper of one's own is no other matter")
			.hasMessageContaining("teller-conflict");
	}

	@Test
	void thoseWhoAreNotAtThisMeetingMayCount() {
		List<Long> present = this.college.members().subList(0, 8);
		this.story.meetings.decide(KIND, this.college.branch(), chair(), List.copyOf(present.subList(0, 7)),
				Map.of(this.told.get(2).caseId, 6));
		assertThat(this.told.get(2).stage()).as("members 5 and 6 counted, who stand at a later meeting")
			.isEqualTo("inquire");
	}

	@Test
	void aPaperOfSeveralIsFilledInByPhone() throws Exception {
		long meeting = opened();
		page(meeting, 0).andExpect(content().string(containsString("列在同一张票上")));
		long ballot = this.story.meetings.paperByPhone(meeting, chair(), cases(0, 1, 2), this.college.members());
		page(meeting, 0).andExpect(content().string(containsString("与第 1 项同一张票")));
		page(meeting, 8).andExpect(content().string(containsString("与第 1 项同一张票")));
		this.mvc.perform(get("/ballots/" + ballot).with(as(8)).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("line-2-F")));
		IntStream.range(0, 11)
			.forEach((voter) -> this.phones.cast(ballot, this.college.members().get(voter),
					"F" + ((voter < 7) ? "F" : "A") + ((voter < 4) ? "F" : "B")));
		List.of(10, 9)
			.forEach(
					(teller) -> this.phones.agree(ballot, this.story.people.actor(this.college.members().get(teller))));
		assertThat(this.told.get(0).stage()).isEqualTo("inquire");
		assertThat(this.told.get(1).stage()).isEqualTo("inquire");
		this.told.get(2).endsAs("voteFailed");
		assertThat(resolution(1).tally().electronicVotes()).isEqualTo(11);
		assertThat(resolution(1).tally().votesFor()).isEqualTo(7);
		assertThat(resolution(2).tally().abstentions()).isEqualTo(7);
		page(meeting, 0).andExpect(status().isOk());
		page(meeting, 8).andExpect(status().isOk());
		this.story.meetings.ends(meeting, chair());
	}

	@Test
	void tellersFindThePaperOnceWithALineForEach() throws Exception {
		long meeting = opened();
		this.story.meetings.paper(meeting, chair(), cases(0, 1, 2), this.college.members());
		this.mvc.perform(get("/").with(as(10)).locale(Locale.SIMPLIFIED_CHINESE))
			.andExpect(content().string(containsString("等3项")));
		String sheet = this.mvc.perform(get("/meetings/" + meeting + "/count").with(as(10)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(sheet.split("-papers-2-FOR\"", -1)).as("one field for the third line").hasSizeGreaterThan(1);
		assertThat(sheet.split("<section class=\"panel\"", -1)).as("one paper").hasSize(2);
	}

	private ResultActions page(long meeting, int member) throws Exception {
		return this.mvc.perform(get("/meetings/" + meeting).with(as(member)).locale(Locale.SIMPLIFIED_CHINESE));
	}

	private RequestPostProcessor as(int member) {
		return user(this.story.people.signedIn(this.college.members().get(member)));
	}

	@Test
	void whoStaysOutOfOneCannotVoteOnThePaperOfAll() {
		long meeting = opened();
		this.story.meetings.recuses(meeting, chair(), this.told.get(1).caseId, this.college.members().get(8));
		assertThatThrownBy(() -> this.story.meetings.paper(meeting, chair(), cases(0, 1, 2), this.college.members()))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("not-joint");
		this.story.meetings.paper(meeting, chair(), cases(0, 2), this.college.members());
	}

	@Test
	void aLineThatIsOnAPaperStandsOnNoOther() {
		long meeting = opened();
		this.story.meetings.paper(meeting, chair(), cases(0, 1), this.college.members());
		assertThatThrownBy(() -> this.story.meetings.paper(meeting, chair(), cases(2, 1), this.college.members()))
			.hasMessageContaining("not-joint");
		assertThatThrownBy(() -> this.story.meetings.paper(meeting, chair(), cases(1), this.college.members()))
			.hasMessageContaining("item-not-pending");
	}

}
