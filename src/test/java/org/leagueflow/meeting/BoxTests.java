package org.leagueflow.meeting;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.ballot.BallotState;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VoteTally;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Meetings that vote by phone, on paper, or both. */
@StoryTest
class BoxTests {

	@Autowired
	Hall hall;

	@Autowired
	BoxService boxes;

	@Autowired
	PhoneVotes votes;

	@Autowired
	MotionService motions;

	@Autowired
	Ballots ballots;

	@Autowired
	BallotFixture phones;

	@Autowired
	PolicyFixture policies;

	@Autowired
	HallPageService pages;

	@Autowired
	EntityManagerFactory factory;

	@Autowired
	MessageSource messages;

	@Autowired
	JdbcClient jdbc;

	@Test
	void aBallotByPhoneDecidesWhenBothTellersClose() {
		Branch branch = this.hall.branch(8);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 7);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		assertThat(this.votes.told(branch.voters().get(6))).contains("/ballots/" + ballot);
		assertThat(this.votes.told(branch.voters().get(7))).as("who is not in the room")
			.doesNotContain("/ballots/" + ballot);
		this.votes.vote(ballot, branch, "FFFFFFA");
		assertThat(this.votes.line(meeting, item, branch).box().turnout().used()).isEqualTo(7);
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 1, Hall.papers(7, 6)))
			.isInstanceOf(Refusal.Conflict.class);
		this.votes.agree(ballot, branch, 1);
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.BALLOT);
		this.votes.agree(ballot, branch, 2);
		MeetingPage.ItemLine decided = this.votes.line(meeting, item, branch);
		assertThat(decided.state()).isEqualTo(Item.State.PASSED);
		assertThat(decided.resolution().tally().votesFor()).isEqualTo(6);
		assertThat(decided.resolution().wording()).contains("电子票 7 张").contains("赞成 6 票").contains("反对 1 票");
		assertThat(this.hall.box(meeting, branch)).isEqualTo("close");
	}

	@Test
	void numbersThatNobodyIsToLearnAreKeptNowhere() {
		Branch branch = this.hall.branch(11);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 11);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.BOTH, false);
		assertThat(this.votes.line(meeting, item, branch).box().few()).isFalse();
		List<Long> onPaper = branch.voters().subList(8, 11);
		onPaper.forEach((voter) -> this.boxes.handPapers(meeting, item, List.of(voter), branch.secretary()));
		assertThat(this.votes.line(meeting, item, branch).box().few()).as("the chair is told").isTrue();
		this.votes.vote(ballot, branch, "FFFFFFAA");
		this.votes.close(ballot, branch);
		this.hall.count(meeting, item, branch, 1, Hall.papers(3, 1));
		assertThat(this.jdbc.sql(kept()).param(ballot).query(String.class).list()).as("needed until both agree")
			.anyMatch((json) -> json.contains("FOR"));
		this.hall.count(meeting, item, branch, 2, Hall.papers(3, 1));
		MeetingPage.ItemLine line = this.votes.line(meeting, item, branch);
		assertThat(line.state()).isEqualTo(Item.State.PASSED);
		assertThat(line.resolution().coarse()).as("the sum less the phones would tell what the three wrote").isTrue();
		assertThat(line.resolution().wording()).contains("不公布票数").doesNotContain("赞成 7");
		assertThat(line.resolution().tally().votesFor()).isZero();
		assertThat(line.poll().ballots().get(0).result().lines().get(0).votes()).isZero();
		assertThat(this.jdbc.sql(kept()).param(ballot).query(String.class).list())
			.noneMatch((json) -> json.contains("FOR"));
		assertThat(this.jdbc.sql("SELECT ballots_json FROM resolution WHERE item_id = ?")
			.param(item)
			.query(String.class)
			.single()).doesNotContain("FOR\":").contains("PASSED");
		assertThat(this.jdbc.sql("SELECT electronic_json FROM meeting_round WHERE ballot_id = ?")
			.param(ballot)
			.query(String.class)
			.optional()).isEmpty();
	}

	/** What tellers counted beside a box. */
	private static String kept() {
		return "SELECT c.count_json FROM meeting_count c JOIN meeting_round r ON r.id = c.round_id WHERE r.ballot_id = ?";
	}

	@Test
	void eachPartOfABallotThatIsTooSmallIsWarnedOf() {
		Branch branch = this.hall.branch(12);
		CaseId caseId = this.hall.waits(branch);
		CaseId other = this.hall.waits(branch);
		long meeting = this.hall.gathered(branch, 9);
		long item = this.hall.item(meeting, caseId, branch);
		this.hall.meetings.receiveOpinion(meeting, item, branch.voters().get(11), branch.secretary());
		this.hall.meetings.open(meeting, branch.secretary());
		assertThat(this.votes.line(meeting, item, branch).warnings().phone().key())
			.isEqualTo("meeting.warning.written");
		assertThat(this.votes.line(meeting, item, branch).warnings().both()).as("nine and one are five and five")
			.isNull();
		assertThatThrownBy(() -> this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("warn-first");
		long second = this.hall.item(meeting, other, branch);
		assertThat(this.votes.line(meeting, second, branch).warnings().phone()).as("nobody votes by hand").isNull();
		assertThat(this.votes.line(meeting, second, branch).warnings().both().key()).isEqualTo("meeting.warning.parts");
		assertThatThrownBy(() -> this.votes.open(meeting, second, branch, BallotMode.BOTH, false))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("warn-first");
		assertThat(this.votes.line(meeting, second, branch).state()).isEqualTo(Item.State.PENDING);
		this.votes.open(meeting, second, branch, BallotMode.BOTH, true);
		assertThat(this.votes.line(meeting, second, branch).state()).isEqualTo(Item.State.BALLOT);
	}

	@Test
	void aBallotByPhoneThatFailsFails() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		this.votes.vote(ballot, branch, "FAABB");
		this.votes.close(ballot, branch);
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.FAILED);
	}

	@Test
	void papersAndPhonesTogetherAreOneResult() {
		Branch branch = this.hall.branch(11);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 11);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.BOTH, false);
		List<Long> onPaper = branch.voters().subList(6, 11);
		onPaper.forEach((voter) -> this.boxes.handPapers(meeting, item, List.of(voter), branch.secretary()));
		assertThatThrownBy(() -> this.phones.cast(ballot, onPaper.get(0), "F")).isInstanceOf(Refusal.Conflict.class);
		this.votes.vote(ballot, branch, "FFFFFA");
		assertThat(this.boxes.handPapers(meeting, item, branch.voters().subList(0, 7), branch.secretary()))
			.returns(List.of(), Handout::done)
			.satisfies((handout) -> assertThat(handout.voted()).hasSize(6))
			.satisfies((handout) -> assertThat(handout.already()).hasSize(1));
		this.votes.close(ballot, branch);
		MeetingPage.ItemLine counting = this.votes.line(meeting, item, branch);
		assertThat(counting.state()).as("papers are still to be counted").isEqualTo(Item.State.BALLOT);
		assertThat(counting.box().ended()).isTrue();
		assertThat(counting.box().counted()).isFalse();
		assertThat(this.votes.told(branch.voters().get(1))).last()
			.isEqualTo("/meetings/" + meeting + "/items/" + item + "/count");
		assertThatThrownBy(() -> this.phones.cast(ballot, branch.voters().get(8), "F"))
			.isInstanceOf(Refusal.Conflict.class);
		nobodyKnowsAnything(ballot);
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 1, Hall.papers(4, 4))).as("five took a paper")
			.isInstanceOf(Refusal.Invalid.class);
		this.hall.count(meeting, item, branch, 1, Hall.papers(5, 1));
		assertThat(this.hall.count(meeting, item, branch, 2, Hall.papers(5, 2))).isEqualTo(Item.Counting.DIFFER);
		nobodyKnowsAnything(ballot);
		this.hall.count(meeting, item, branch, 1, Hall.papers(5, 2));
		assertThat(this.hall.count(meeting, item, branch, 2, Hall.papers(5, 2))).isEqualTo(Item.Counting.AGREE);
		ResolutionCard resolution = this.votes.line(meeting, item, branch).resolution();
		assertThat(resolution.coarse()).as("as many on paper as the policy asks for").isFalse();
		assertThat(resolution.wording()).contains("赞成 7 票");
		VoteTally tally = resolution.tally();
		assertThat(List.of(tally.votesFor(), tally.votesAgainst(), tally.handedOut(), tally.electronicVotes()))
			.containsExactly(7, 4, 5, 6);
	}

	/** Eighteen papers once took fifty-four acts. */
	@Test
	void allOthersInTheRoomGetAPaperInOneAct() {
		Branch branch = this.hall.branch(24);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 22);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.BOTH, true);
		this.votes.vote(ballot, branch, "FF");
		this.hall.leave(meeting, branch.voters().get(21), branch);
		List<Long> ticked = branch.voters().subList(2, 4);
		assertThat(this.boxes.handPapers(meeting, item, ticked, branch.secretary()).done()).hasSize(2);
		Handout all = this.boxes.handPapersToAll(meeting, item, branch.secretary());
		assertThat(all.done()).as("in the room, without a paper, not voted by phone").hasSize(17);
		assertThat(all.voted()).hasSize(2);
		assertThat(this.boxes.handPapersToAll(meeting, item, branch.secretary()).done()).as("once more").isEmpty();
		assertThat(this.votes.line(meeting, item, branch).box().with()).hasSize(19);
		long outsider = this.hall.branch(1).voters().get(0);
		assertThat(this.boxes.handPapers(meeting, item, List.of(outsider, branch.voters().get(21)), branch.secretary()))
			.as("who left has a vote still and can come back for it")
			.returns(1, Handout::strangers)
			.satisfies((handout) -> assertThat(handout.done()).hasSize(1));
	}

	@Test
	void anEmptyPaperGivenBackIsAVoteByPhoneAgain() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.BOTH, true);
		long voter = branch.voters().get(5);
		assertThat(this.boxes.takeBack(meeting, item, List.of(voter, -1L), branch.secretary()))
			.returns(List.of(), Handout::done)
			.returns(1, Handout::strangers);
		this.boxes.handPapers(meeting, item, List.of(voter), branch.secretary());
		assertThat(this.votes.line(meeting, item, branch).box().with()).extracting(PersonChoice::id)
			.containsExactly(voter);
		this.boxes.takeBack(meeting, item, List.of(voter), branch.secretary());
		this.votes.vote(ballot, branch, "FFFFFF");
		this.votes.close(ballot, branch);
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.PASSED);
	}

	@Test
	void writtenOpinionsAreCountedByTheTellersAfterTheBox() {
		Branch branch = this.hall.branch(9);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.gathered(branch, 8);
		long item = this.hall.item(meeting, caseId, branch);
		this.hall.meetings.receiveOpinion(meeting, item, branch.voters().get(8), branch.secretary());
		this.hall.meetings.open(meeting, branch.secretary());
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, true);
		this.votes.vote(ballot, branch, "FFFFAAAA");
		this.votes.close(ballot, branch);
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.BALLOT);
		nobodyKnowsAnything(ballot);
		PaperCount opinion = Hall.papers(0, 0, 0, 0, 1);
		this.hall.count(meeting, item, branch, 1, opinion);
		this.hall.count(meeting, item, branch, 2, opinion);
		assertThat(this.votes.line(meeting, item, branch).state()).as("four by phone are not enough of nine")
			.isEqualTo(Item.State.PASSED);
	}

	@Test
	void withoutItsKeysABoxIsVoidAndEverybodyVotesAgain() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long lost = this.votes.open(meeting, item, branch, BallotMode.BOTH, true);
		this.boxes.handPapers(meeting, item, List.of(branch.voters().get(5)), branch.secretary());
		this.votes.vote(lost, branch, "FF");
		this.phones.loseKeys(lost);
		assertThatThrownBy(() -> this.boxes.holdAgain(meeting, item, "", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		this.boxes.holdAgain(meeting, item, "密钥丢失", branch.secretary());
		assertThat(this.ballots.state(lost)).isEqualTo(BallotState.VOID);
		long ballot = this.votes.line(meeting, item, branch).box().ballot();
		assertThat(ballot).isNotEqualTo(lost);
		assertThat(this.ballots.mayVote(ballot, branch.voters().get(5))).as("who has a paper").isFalse();
		this.votes.vote(ballot, branch, "FFFFF");
		this.votes.close(ballot, branch);
		this.hall.count(meeting, item, branch, 1, Hall.papers(1, 1));
		this.hall.count(meeting, item, branch, 2, Hall.papers(1, 1));
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.PASSED);
	}

	@Test
	void aSmallGroupIsWarnedAndItsNumbersAreInNoDocument() {
		Branch branch = this.hall.branch(4);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 4);
		long item = this.hall.item(meeting, caseId, branch);
		assertThatThrownBy(() -> this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("warn-first");
		assertThat(this.votes.line(meeting, item, branch).state()).as("nothing was opened")
			.isEqualTo(Item.State.PENDING);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, true);
		this.votes.vote(ballot, branch, "FFFF");
		this.votes.close(ballot, branch);
		ResolutionCard resolution = this.votes.line(meeting, item, branch).resolution();
		assertThat(resolution.outcome()).isEqualTo(Outcome.PASSED);
		assertThat(resolution.coarse()).isTrue();
		assertThat(resolution.wording()).contains("不公布票数").doesNotContain("赞成 4");
		assertThat(this.ballots.result(ballot).orElseThrow().count()).as("what others can ask for").isNull();
	}

	@Test
	void aUnitsPolicySaysWhenNumbersStayUnpublished() {
		Branch branch = this.hall.branch(6);
		CaseId small = this.hall.waits(branch);
		CaseId divided = this.hall.waits(branch);
		long committee = branch.college().committee();
		Actor officer = this.hall.people.holder(Roles.LEAGUE_COMMITTEE, committee);
		this.policies.set(committee, SmallBallotCheck.BALLOT_SMALLEST, "7", officer);
		long meeting = this.hall.open(branch, 6);
		long first = this.hall.item(meeting, small, branch);
		assertThat(this.votes.line(meeting, first, branch).warnings().phone()).as("said before opening").isNotNull();
		assertThatThrownBy(() -> this.votes.open(meeting, first, branch, BallotMode.ELECTRONIC, false))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("warn-first");
		assertThat(voted(meeting, first, branch, "FFFFFA").coarse()).as("six of at least seven").isTrue();
		this.policies.set(committee, SmallBallotCheck.BALLOT_SMALLEST, "5", officer);
		this.policies.set(committee, SmallBallotCheck.BALLOT_OUTCOME_ONLY, "true", officer);
		long second = this.hall.item(meeting, divided, branch);
		assertThat(this.votes.line(meeting, second, branch).warnings().phone()).isNull();
		assertThat(voted(meeting, second, branch, "FFFFFA").coarse()).as("whether or not all agree").isTrue();
	}

	private ResolutionCard voted(long meeting, long item, Branch branch, String votes) {
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, true);
		this.votes.vote(ballot, branch, votes);
		this.votes.agree(ballot, branch, 1);
		this.votes.agree(ballot, branch, 2);
		return this.votes.line(meeting, item, branch).resolution();
	}

	@Test
	void aHallThatAsksAgainAndAgainReadsNoWholeRollOfVoters() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.BOTH, true);
		this.boxes.handPapers(meeting, item, List.of(branch.voters().get(5)), branch.secretary());
		this.votes.vote(ballot, branch, "F");
		Statistics statistics = this.factory.unwrap(SessionFactory.class).getStatistics();
		statistics.setStatisticsEnabled(true);
		try {
			statistics.clear();
			assertThat(booth(meeting, branch.voters().get(0))).returns(true, HallPage.Booth::voted)
				.returns(false, HallPage.Booth::paper);
			assertThat(booth(meeting, branch.voters().get(5))).returns(true, HallPage.Booth::voted)
				.returns(true, HallPage.Booth::paper);
			assertThat(booth(meeting, branch.voters().get(4))).returns(false, HallPage.Booth::voted)
				.returns(true, HallPage.Booth::mayVote);
			assertThat(statistics.getCollectionStatistics(Round.class.getName() + ".voters").getLoadCount()).isZero();
			assertThat(statistics.getCollectionStatistics(Item.class.getName() + ".rounds").getLoadCount())
				.as("the counter counts")
				.isPositive();
		}
		finally {
			statistics.setStatisticsEnabled(false);
		}
	}

	private HallPage.Booth booth(long meeting, long reader) {
		return this.pages.page(meeting, this.hall.people.actor(reader)).running().booth();
	}

	@Test
	void theWallShowsHowManyHaveVotedWhilePeopleVoteByPhoneOnly() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		assertThat(this.pages.turnout(meeting, branch.secretary())).isNull();
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		this.votes.vote(ballot, branch, "FA");
		assertThat(this.pages.turnout(meeting, branch.secretary()).used()).isEqualTo(2);
		assertThat(this.pages.turnout(meeting, branch.secretary()).voters()).isEqualTo(6);
		this.votes.close(ballot, branch);
		assertThat(this.pages.turnout(meeting, branch.secretary())).isNull();
		assertThatThrownBy(() -> this.pages.turnout(meeting, this.hall.people.actor(branch.voters().get(3))))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void aCaseThatGoesElsewhereTakesItsBoxAlong() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		this.votes.vote(ballot, branch, "F");
		this.hall.agenda.withdraw(caseId);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.VOID);
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.WITHDRAWN);
		String why = this.jdbc.sql("SELECT void_reason FROM ballot WHERE id = ?")
			.param(ballot)
			.query(String.class)
			.single();
		assertThat(this.messages.getMessage(why, null, Locale.ENGLISH)).startsWith("The application is no longer");
		assertThat(this.messages.getMessage(why, null, Locale.SIMPLIFIED_CHINESE)).startsWith("这项申请已不在");
	}

	@Test
	void othersThanTheTwoTellersCloseNothing() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch, 0L);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		this.votes.agree(ballot, branch, 1);
		assertThatThrownBy(() -> this.votes.agree(ballot, branch, 4)).isInstanceOf(Refusal.NotAllowed.class);
		this.hall.meetings.replaceTellers(meeting, item, new Tellers(branch.voters().get(3), branch.voters().get(4)),
				branch.secretary());
		assertThatThrownBy(() -> this.votes.agree(ballot, branch, 2)).isInstanceOf(Refusal.NotAllowed.class);
		this.votes.agree(ballot, branch, 3);
		this.votes.agree(ballot, branch, 4);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.CLOSED);
	}

	@Test
	void nothingAboutAChoiceIsInTheEngineTheRecordOrTheMeeting() {
		Branch branch = this.hall.branch(7);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 7);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		String tracker = this.phones.cast(ballot, branch.voters().get(0), "A");
		for (String table : List.of("ACT_HI_VARINST", "ACT_RU_VARIABLE", "ACT_HI_DETAIL", "audit_entry",
				"EVENT_PUBLICATION", "meeting_round", "notification")) {
			assertThat(this.jdbc.sql("SELECT * FROM " + table).query().listOfRows().toString()).as(table)
				.doesNotContain(tracker);
		}
		assertThat(
				this.jdbc.sql("SELECT COUNT(*) FROM meeting_round WHERE electronic_json IS NOT NULL AND ballot_id = ?")
					.param(ballot)
					.query(Integer.class)
					.single())
			.isZero();
	}

	@Test
	void aTieIsVotedOnAgainByPhone() {
		Branch branch = this.hall.branch(9);
		Motion motion = new Motion("election", MeetingKind.BRANCH_GENERAL_MEETING, branch.college().branch(), "选举书记",
				List.of(), 1);
		this.motions.put(motion, branch.voters().subList(5, 7), null, branch.secretary());
		long meeting = this.hall.open(branch, 8);
		long item = this.hall.page(meeting, branch).items().get(0).id();
		long tied = this.votes.open(meeting, item, branch, BallotMode.ELECTRONIC, false);
		IntStream.range(0, 8)
			.forEach((i) -> this.phones.cast(tied, branch.voters().get(i), (i % 2 == 0) ? "FA" : "AF"));
		this.votes.close(tied, branch);
		assertThat(this.votes.line(meeting, item, branch).state()).isEqualTo(Item.State.UNSETTLED);
		this.hall.meetings.openAgain(meeting, item, BallotMode.ELECTRONIC, this.votes.tellers(branch), List.of(), false,
				branch.secretary());
		long again = this.votes.line(meeting, item, branch).box().ballot();
		assertThat(again).isNotEqualTo(tied);
		IntStream.range(0, 8).forEach((i) -> this.phones.cast(again, branch.voters().get(i), (i < 5) ? "FA" : "AF"));
		this.votes.close(again, branch);
		MeetingPage.ItemLine line = this.votes.line(meeting, item, branch);
		assertThat(line.state()).isEqualTo(Item.State.PASSED);
		assertThat(line.resolution().ballots()).extracting((one) -> one.tally().electronicVotes())
			.containsExactly(8, 8);
	}

	/** No sum, no paper, no result anywhere while something is still to be counted. */
	private void nobodyKnowsAnything(long ballot) {
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.SHUT);
		assertThat(this.ballots.result(ballot)).isEmpty();
		for (String sql : List.of("SELECT COUNT(*) FROM ballot_paper WHERE ballot_id = ?",
				"SELECT COUNT(*) FROM ballot WHERE count_json IS NOT NULL AND id = ?",
				"SELECT COUNT(*) FROM meeting_round WHERE electronic_json IS NOT NULL AND ballot_id = ?")) {
			assertThat(this.jdbc.sql(sql).param(ballot).query(Integer.class).single()).as(sql).isZero();
		}
	}

}
