package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.PersonsDecided;
import org.leagueflow.scoring.Component;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.RoundingRule;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.Result;
import org.leagueflow.voting.VoteTally;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 支部评议投票: what a secret ballot of each branch does in a batch. */
@StoryTest
class BranchBallotTests {

	@Autowired
	AwardStory story;

	@Autowired
	BranchBallotService ballots;

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

	private static AwardDefinition definition(ScoringScheme scheme, AwardStep.Ballot ballot) {
		return new AwardDefinition("优秀共青团员", AwardJudged.PERSON, AwardPeriod.CALENDAR_YEAR, true,
				List.of(AwardStory.level("优秀共青团员", 2)), false, false, List.of(), scheme, List.of(), TiePolicy.ALL_IN,
				List.of(), List.of(),
				List.of(new AwardStep(AwardStep.Kind.ASSESS, AwardStep.Tier.BRANCH, null, ballot),
						new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 2)),
				new AwardCertificate("荣誉证书", "授予{name}{award}"));
	}

	/** The share of votes, of 100. */
	private static ScoringScheme share() {
		return new ScoringScheme(List.of(new ScoreComponent("vote", "民主评议", ScoreComponent.Source.MEETING, null, false,
				Rational.ZERO, Rational.HUNDRED)), new Component("vote"),
				new RoundingRule(RoundingRule.Mode.HALF_UP, 2));
	}

	private long votes(Told told, List<Long> branch, Map<Long, Integer> inFavour) {
		return this.story.meetings.votesOnPersons(unit(told, branch), told.secretary(branch), branch, inFavour);
	}

	private static long unit(Told told, List<Long> branch) {
		return (branch == told.college.one()) ? told.college.units().branch() : told.college.second();
	}

	@Test
	void whoFindsNoMajorityInTheBranchIsOutAndLearnsWhy() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(AwardStory.hours(), AwardStep.Ballot.PASS)).allots();
		long in = told.hours(college.one().get(1), 30).nominatesAsIs(college.one(), 1);
		long out = told.hours(college.one().get(2), 90).nominatesAsIs(college.one(), 2);
		long other = told.hours(college.two().get(1), 20).nominatesAsIs(college.two(), 1);
		told.closes();
		assertThat(told.boxes()).containsExactly("sumUp");
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).hasMessageContaining("refusal.award.branchesMissing")
			.hasMessageContaining(told.row(in).unitName())
			.hasMessageContaining(told.row(other).unitName());
		long meeting = votes(told, college.one(), Map.of(college.one().get(1), 4, college.one().get(2), 3));
		assertThat(this.story.meetings.wordings(meeting, told.secretary(college.one()))).singleElement()
			.asString()
			.as("each by name, and what followed")
			.contains(told.row(in).subject().name() + " 4 票", told.row(out).subject().name() + " 3 票", "通过：",
					"未通过：" + told.row(out).subject().name());
		assertThat(told.row(in).state()).isEqualTo(NominationState.ELIGIBLE);
		assertThat(told.row(out).state()).as("three of six are no majority").isEqualTo(NominationState.OUTVOTED);
		assertThat(told.row(out).unmet()).singleElement()
			.satisfies((why) -> assertThat(why.args()).extracting(Object::toString)
				.containsExactly(this.story.clock.today().toString(), "3", "6", "4"));
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).as("the other branch is missing")
			.hasMessageContaining(told.row(other).unitName());
		votes(told, college.two(), Map.of(college.two().get(1), 6));
		told.answers("sumUp", Map.of()).reviewed();
		assertThat(told.row(in).rank()).as("90 hours do not help who was voted out").isEqualTo(1);
		assertThat(told.row(other).rank()).isEqualTo(2);
		assertThat(told.row(out).rank()).isNull();
		told.confirms().noticeOver().votes(3).answers("archive", Map.of()).endsAs("awarded");
		assertThat(told.certificates()).hasSize(2);
	}

	@Test
	void theShareOfVotesIsExactAndRoundedAsDeclared() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(share(), AwardStep.Ballot.COUNT)).allots();
		long five = told.nominates(college.one(), 1);
		long one = told.nominates(college.one(), 2);
		long four = told.nominates(college.two(), 1);
		told.closes();
		votes(told, college.one(), Map.of(college.one().get(1), 5, college.one().get(2), 1));
		votes(told, college.two(), Map.of(college.two().get(1), 4));
		assertThat(told.row(one).state()).as("few votes count little, and shut nobody out")
			.isEqualTo(NominationState.ELIGIBLE);
		told.answers("sumUp", Map.of()).reviewed();
		assertThat(told.row(five).scoreText()).as("500/6").isEqualTo("83.33");
		assertThat(told.row(four).scoreText()).as("400/6").isEqualTo("66.67");
		assertThat(told.row(one).scoreText()).as("100/6").isEqualTo("16.67");
		assertThat(this.story.pages.nomination(five, told.committee(0)).lines().toString()).contains("5 ÷ 6 × 100",
				"250/3");
		assertThatThrownBy(() -> this.story.recounts.correct(told.id, null, five, "vote", "90", "", told.committee(2)))
			.as("a correction says why")
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void nobodyOnThePaperCountsItAndWhoWithdrewIsNotOnIt() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long stays = told.nominates(college.one(), 1);
		long goes = told.nominates(college.one(), 2);
		told.closes();
		Actor chair = told.secretary(college.one());
		long meeting = this.story.meetings.opensOnPersons(college.units().branch(), chair, college.one());
		assertThat(this.story.meetings.persons(meeting, chair)).containsExactly(college.one().get(1),
				college.one().get(2));
		assertThatThrownBy(() -> this.story.meetings.ballotOnPersons(meeting, chair, college.one().get(1),
				college.one().get(5), false))
			.hasMessageContaining("refusal.meeting.teller-conflict");
		this.story.nominating.withdraw(goes, "本人放弃", told.person(college.one().get(2)));
		this.story.meetings.ballotOnPersons(meeting, chair, college.one().get(4), college.one().get(5), false);
		assertThat(this.story.meetings.persons(meeting, chair)).containsExactly(college.one().get(1));
		assertThat(told.row(stays).state()).isEqualTo(NominationState.ELIGIBLE);
	}

	@Test
	void aPaperThatEverybodyLeftIsNotVotedOnAndHoldsNothingUp() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long goes = told.nominates(college.one(), 1);
		told.nominates(college.two(), 1);
		told.closes();
		Actor chair = told.secretary(college.one());
		long meeting = this.story.meetings.opensOnPersons(college.units().branch(), chair, college.one());
		this.story.nominating.withdraw(goes, "本人放弃", told.person(college.one().get(1)));
		assertThatThrownBy(() -> this.story.meetings.ballotOnPersons(meeting, chair, college.one().get(4),
				college.one().get(5), false))
			.hasMessageContaining("refusal.meeting.nobody-stands");
		votes(told, college.two(), Map.of(college.two().get(1), 5));
		told.answers("sumUp", Map.of());
		this.story.meetings.ends(meeting, chair);
		assertThat(told.boxes()).as("the meeting went on without it").containsExactly("verify");
	}

	@Test
	void aMeetingWithoutQuorumVotesLater() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long one = told.nominates(college.one(), 1);
		told.closes();
		long unit = college.units().branch();
		this.story.meetings.inVain(MeetingKind.BRANCH_GENERAL_MEETING, unit, told.secretary(college.one()),
				college.one().subList(0, 3));
		assertThat(told.row(one).state()).isEqualTo(NominationState.ELIGIBLE);
		assertThat(this.story.meetings.motions(unit)).as("it waits again").hasSize(1);
		assertThatThrownBy(() -> this.story.meetings.takesBack(this.story.meetings.motions(unit).get(0),
				told.secretary(college.one())))
			.as("the branch did not put it, and does not take it back")
			.isInstanceOf(Refusal.NotFound.class);
		votes(told, college.one(), Map.of(college.one().get(1), 6));
		told.answers("sumUp", Map.of());
	}

	@Test
	void aVoidVoteIsHeldAgainForAReason() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long one = told.nominates(college.one(), 1);
		told.closes();
		long unit = college.units().branch();
		Actor committee = told.committee(0);
		assertThatThrownBy(() -> this.ballots.again(told.id, unit, "再投一次", committee))
			.hasMessageContaining("refusal.award.ballotOpen");
		votes(told, college.one(), Map.of(college.one().get(1), 1));
		assertThat(told.row(one).state()).isEqualTo(NominationState.OUTVOTED);
		assertThatThrownBy(() -> this.ballots.again(told.id, unit, " ", committee)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.ballots.again(told.id, unit, "再投", told.secretary(college.one())))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.ballots.again(told.id, college.second(), "再投", committee))
			.as("nobody of that branch was put to the vote")
			.isInstanceOf(Refusal.NotFound.class);
		this.ballots.again(told.id, unit, "监票人是候选人的亲属", committee);
		assertThat(told.row(one).state()).isEqualTo(NominationState.ELIGIBLE);
		assertThat(told.row(one).unmet()).isEmpty();
		votes(told, college.one(), Map.of(college.one().get(1), 5));
		told.answers("sumUp", Map.of());
		assertThatThrownBy(() -> this.ballots.again(told.id, unit, "再投", committee)).as("summed up already")
			.hasMessageContaining("refusal.award.notAssessing");
	}

	@Test
	void anAssessmentSentBackKeepsItsVotes() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(share(), AwardStep.Ballot.COUNT)).allots();
		told.nominates(college.one(), 1);
		told.closes();
		votes(told, college.one(), Map.of(college.one().get(1), 5));
		told.answers("sumUp", Map.of()).answers("verify", Map.of("verdict", "return", "opinion", "请核对到会人数"));
		assertThat(told.boxes()).containsExactly("sumUp");
		assertThat(this.story.meetings.motions(college.units().branch())).isEmpty();
		told.answers("sumUp", Map.of());
	}

	@Test
	void aBatchThatIsCancelledIsOffTheAgendas() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		told.nominates(college.one(), 1);
		told.closes();
		assertThat(this.story.meetings.motions(college.units().branch())).hasSize(1);
		this.story.batches.cancel(told.id, "通知有误", told.committee(0));
		assertThat(this.story.meetings.motions(college.units().branch())).isEmpty();
	}

	@Test
	void aBatchThatIsCancelledWhileABranchVotesEndsTheBallot() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long one = told.nominates(college.one(), 1);
		told.closes();
		Actor chair = told.secretary(college.one());
		long meeting = this.story.meetings.opensOnPersons(college.units().branch(), chair, college.one());
		this.story.meetings.ballotOnPersons(meeting, chair, college.one().get(4), college.one().get(5), false);
		this.story.batches.cancel(told.id, "通知有误", told.committee(0));
		told.endsAs("cancelled");
		this.story.meetings.ends(meeting, chair);
		assertThat(told.row(one).state()).isEqualTo(NominationState.ELIGIBLE);
	}

	@Test
	void numbersThatAreNeededAreNotVotedWhereTheyStayUnpublished() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(share(), AwardStep.Ballot.COUNT)).allots();
		told.nominates(college.one(), 1);
		told.closes();
		Actor chair = told.secretary(college.one());
		long few = this.story.meetings.opensOnPersons(college.units().branch(), chair, college.one().subList(0, 4));
		assertThatThrownBy(
				() -> this.story.meetings.ballotOnPersons(few, chair, college.one().get(3), college.one().get(2), true))
			.hasMessageContaining("refusal.meeting.numbers-needed");
	}

	@Test
	void theVotesStandOnAPageForThoseWhoReadTheBranch() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long one = told.nominates(college.one(), 1);
		told.nominates(college.two(), 1);
		told.closes();
		String page = "/awards/batches/" + told.id + "/ballots";
		ask(told.committee(0), get("/awards/batches/" + told.id)).andExpect(content().string(containsString(page)));
		ask(told.committee(0), get(page)).andExpect(status().isOk())
			.andExpect(content().string(containsString("等待召开支部大会")));
		votes(told, college.one(), Map.of(college.one().get(1), 4));
		ask(told.committee(0), get(page)).andExpect(status().isOk())
			.andExpect(content().string(containsString("赞成 4 / 6")))
			.andExpect(content().string(containsString("让该支部重新投票")));
		ask(told.secretary(college.one()), get(page)).andExpect(status().isOk())
			.andExpect(content().string(containsString(told.row(one).subject().name())))
			.andExpect(content().string(org.hamcrest.Matchers.not(containsString("让该支部重新投票"))));
		ask(told.secretary(college.two()), get(page)).andExpect(status().isOk())
			.andExpect(content().string(org.hamcrest.Matchers.not(containsString("赞成 4 / 6"))));
		ask(told.person(college.one().get(4)), get(page)).andExpect(status().isNotFound());
		ask(told.committee(0), post(page + "/again").param("unit", Long.toString(college.units().branch())))
			.andExpect(status().isUnprocessableEntity());
		ask(told.committee(0),
				post(page + "/again").param("unit", Long.toString(college.units().branch())).param("reason", "程序有误"))
			.andExpect(status().is3xxRedirection());
		ask(told.committee(0), get(page)).andExpect(content().string(containsString("程序有误")));
	}

	/** So few voted by phone that only the outcome is known. */
	@Test
	void whereNumbersStayUnpublishedOnlyTheOutcomeCounts() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(share(), AwardStep.Ballot.PASS)).allots();
		long in = told.nominates(college.one(), 1);
		long out = told.nominates(college.one(), 2);
		told.closes();
		Count votes = new Count(List.of(Map.of(Mark.FOR, 4, Mark.AGAINST, 0), Map.of(Mark.FOR, 2, Mark.AGAINST, 2)), 0);
		Paper paper = Paper
			.decisions(List.of(new Paper.Line(college.one().get(1), "甲"), new Paper.Line(college.one().get(2), "乙")));
		Result result = new Result(Outcome.PASSED,
				List.of(new Result.Line(college.one().get(1), "甲", 4, Result.Standing.PASSED, null),
						new Result.Line(college.one().get(2), "乙", 2, Result.Standing.FAILED, null)),
				0);
		BallotCard card = new BallotCard(1, BallotCard.Kind.FIRST, paper,
				new VoteTally(6, 4, 0, 0, VoteTally.NO_VOTES, VoteTally.NO_VOTES, votes), result, 4, true);
		long entry = this.story.meetings.motions(college.units().branch()).get(0);
		this.ballots.on(new PersonsDecided(entry, "award-assess", college.units().branch(), 1, 1,
				this.story.clock.today(), card.outcomeOnly(), 6));
		assertThat(told.row(out).state()).isEqualTo(NominationState.OUTVOTED);
		assertThat(told.row(out).unmet()).extracting(Message::key).containsExactly("award.outvoted.coarse");
		assertThat(told.row(in).state()).isEqualTo(NominationState.ELIGIBLE);
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).as("no score without numbers")
			.hasMessageContaining("refusal.award.branchesWithheld");
	}

	@Test
	void moreThanFitOnOnePaperAreVotedOnInTwo() {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		List<Long> crowd = List.copyOf(this.story.people.crowd(college.units().branch(), 201));
		this.story.nominating.nominate(told.id, college.units().branch(), crowd, "表现突出。",
				told.secretary(college.one()));
		told.closes();
		assertThat(this.story.meetings.motions(college.units().branch())).hasSize(2);
		assertThat(this.ballots.page(told.id, told.committee(0)).rows()).extracting((row) -> row.lines().size())
			.containsExactly(200, 1);
	}

	@Test
	void theMeetingsPageNamesEverybodyOnThePaperAndWhatBecameOfThem() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, definition(null, AwardStep.Ballot.PASS)).allots();
		long one = told.nominates(college.one(), 1);
		told.nominates(college.one(), 2);
		told.closes();
		Actor chair = told.secretary(college.one());
		ask(chair, get("/meetings")).andExpect(status().isOk())
			.andExpect(content().string(containsString("评优评议")))
			.andExpect(content().string(org.hamcrest.Matchers.not(containsString("/withdraw"))));
		long meeting = this.story.meetings.opensOnPersons(college.units().branch(), chair, college.one());
		ask(chair, get("/meetings/" + meeting)).andExpect(status().isOk())
			.andExpect(content().string(containsString("逐人表决 2 人")))
			.andExpect(content().string(containsString(told.row(one).subject().name())));
	}

	private ResultActions ask(Actor by, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(user(this.story.people.signedIn(by.personId()))).with(csrf()));
	}

}
