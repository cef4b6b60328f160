package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
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
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meetings that vote by phone, on paper, or both. */
@StoryTest
class BoxTests {

	@Autowired
	Hall hall;

	@Autowired
	BoxService boxes;

	@Autowired
	Ballots ballots;

	@Autowired
	BallotFixture phones;

	@Autowired
	PolicyFixture policies;

	@Autowired
	JdbcClient jdbc;

	@Test
	void aBallotByPhoneDecidesWhenBothTellersClose() {
		Branch branch = this.hall.branch(8);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 7);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, false);
		assertThat(told(branch.voters().get(6))).contains("/ballots/" + ballot);
		assertThat(told(branch.voters().get(7))).as("who is not in the room").doesNotContain("/ballots/" + ballot);
		vote(ballot, branch, "FFFFFFA");
		assertThat(line(meeting, item, branch).box().turnout().used()).isEqualTo(7);
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 1, Hall.papers(7, 6)))
			.isInstanceOf(Refusal.Conflict.class);
		agree(ballot, branch, 1);
		assertThat(line(meeting, item, branch).state()).isEqualTo(Item.State.BALLOT);
		agree(ballot, branch, 2);
		MeetingPage.ItemLine decided = line(meeting, item, branch);
		assertThat(decided.state()).isEqualTo(Item.State.PASSED);
		assertThat(decided.resolution().tally().votesFor()).isEqualTo(6);
		assertThat(decided.resolution().wording()).contains("电子票 7 张").contains("赞成 6 票").contains("反对 1 票");
		assertThat(this.hall.box(meeting, branch)).isEqualTo("close");
	}

	@Test
	void aBallotByPhoneThatFailsFails() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, false);
		vote(ballot, branch, "FAABB");
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		assertThat(line(meeting, item, branch).state()).isEqualTo(Item.State.FAILED);
	}

	@Test
	void papersAndPhonesTogetherAreOneResult() {
		Branch branch = this.hall.branch(9);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 9);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.BOTH, false);
		List<Long> onPaper = branch.voters().subList(6, 9);
		onPaper.forEach((voter) -> this.boxes.handPaper(meeting, item, voter, branch.secretary()));
		assertThatThrownBy(() -> this.phones.cast(ballot, onPaper.get(0), "F")).isInstanceOf(Refusal.Conflict.class);
		vote(ballot, branch, "FFFFFA");
		assertThatThrownBy(() -> this.boxes.handPaper(meeting, item, branch.voters().get(0), branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		MeetingPage.ItemLine counting = line(meeting, item, branch);
		assertThat(counting.state()).as("papers are still to be counted").isEqualTo(Item.State.BALLOT);
		assertThat(counting.box().ended()).isTrue();
		assertThat(counting.box().counted()).isFalse();
		assertThat(told(branch.voters().get(1))).last().isEqualTo("/meetings/" + meeting + "/items/" + item + "/count");
		assertThatThrownBy(() -> this.phones.cast(ballot, branch.voters().get(8), "F"))
			.isInstanceOf(Refusal.Conflict.class);
		nobodyKnowsAnything(ballot);
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 1, Hall.papers(4, 4))).as("three took a paper")
			.isInstanceOf(Refusal.Invalid.class);
		this.hall.count(meeting, item, branch, 1, Hall.papers(3, 1));
		assertThat(this.hall.count(meeting, item, branch, 2, Hall.papers(3, 2))).isEqualTo(Item.Counting.DIFFER);
		nobodyKnowsAnything(ballot);
		this.hall.count(meeting, item, branch, 1, Hall.papers(3, 2));
		assertThat(this.hall.count(meeting, item, branch, 2, Hall.papers(3, 2))).isEqualTo(Item.Counting.AGREE);
		Tally tally = line(meeting, item, branch).resolution().tally();
		assertThat(List.of(tally.votesFor(), tally.votesAgainst(), tally.handedOut(), tally.electronicVotes()))
			.containsExactly(7, 2, 3, 6);
	}

	@Test
	void anEmptyPaperGivenBackIsAVoteByPhoneAgain() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.BOTH, false);
		long voter = branch.voters().get(5);
		assertThatThrownBy(() -> this.boxes.takeBack(meeting, item, voter, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		this.boxes.handPaper(meeting, item, voter, branch.secretary());
		assertThat(line(meeting, item, branch).box().with()).extracting(MeetingPage.Choice::id).containsExactly(voter);
		this.boxes.takeBack(meeting, item, voter, branch.secretary());
		vote(ballot, branch, "FFFFFF");
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		assertThat(line(meeting, item, branch).state()).isEqualTo(Item.State.PASSED);
	}

	@Test
	void writtenOpinionsAreCountedByTheTellersAfterTheBox() {
		Branch branch = this.hall.branch(9);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.gathered(branch, 8);
		long item = this.hall.item(meeting, caseId, branch);
		this.hall.meetings.receiveOpinion(meeting, item, branch.voters().get(8), branch.secretary());
		this.hall.meetings.open(meeting, branch.secretary());
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, false);
		vote(ballot, branch, "FFFFAAAA");
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		assertThat(line(meeting, item, branch).state()).isEqualTo(Item.State.BALLOT);
		nobodyKnowsAnything(ballot);
		PaperCount opinion = Hall.papers(0, 0, 0, 0, 1);
		this.hall.count(meeting, item, branch, 1, opinion);
		this.hall.count(meeting, item, branch, 2, opinion);
		assertThat(line(meeting, item, branch).resolution().tally().votesFor()).isEqualTo(5);
	}

	@Test
	void withoutItsKeysABoxIsVoidAndEverybodyVotesAgain() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long lost = ballot(meeting, item, branch, BallotMode.BOTH, false);
		this.boxes.handPaper(meeting, item, branch.voters().get(5), branch.secretary());
		vote(lost, branch, "FF");
		this.phones.loseKeys(lost);
		assertThatThrownBy(() -> this.boxes.holdAgain(meeting, item, "", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		this.boxes.holdAgain(meeting, item, "密钥丢失", branch.secretary());
		assertThat(this.ballots.state(lost)).isEqualTo(BallotState.VOID);
		long ballot = line(meeting, item, branch).box().ballot();
		assertThat(ballot).isNotEqualTo(lost);
		assertThat(this.ballots.mayVote(ballot, branch.voters().get(5))).as("who has a paper").isFalse();
		vote(ballot, branch, "FFFFF");
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		this.hall.count(meeting, item, branch, 1, Hall.papers(1, 1));
		this.hall.count(meeting, item, branch, 2, Hall.papers(1, 1));
		assertThat(line(meeting, item, branch).resolution().tally().votesFor()).isEqualTo(6);
	}

	@Test
	void aSmallGroupIsWarnedAndItsNumbersAreInNoDocument() {
		Branch branch = this.hall.branch(4);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 4);
		long item = this.hall.item(meeting, caseId, branch);
		assertThatThrownBy(() -> ballot(meeting, item, branch, BallotMode.ELECTRONIC, false))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("warn-first");
		assertThat(line(meeting, item, branch).state()).as("nothing was opened").isEqualTo(Item.State.PENDING);
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, true);
		vote(ballot, branch, "FFFF");
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		ResolutionCard resolution = line(meeting, item, branch).resolution();
		assertThat(resolution.outcome()).isEqualTo(Outcome.PASSED);
		assertThat(resolution.coarse()).isTrue();
		assertThat(resolution.wording()).contains("不公布票数").doesNotContain("赞成 4");
	}

	@Test
	void aUnitsPolicySaysWhenNumbersStayUnpublished() {
		Branch branch = this.hall.branch(6);
		CaseId small = this.hall.waits(branch);
		CaseId unanimous = this.hall.waits(branch);
		long committee = branch.college().committee();
		Actor officer = this.hall.people.holder(Roles.LEAGUE_COMMITTEE, committee);
		this.policies.set(committee, Policies.BALLOT_SMALLEST, "7", officer);
		long meeting = this.hall.open(branch, 6);
		long first = this.hall.item(meeting, small, branch);
		assertThat(line(meeting, first, branch).warning()).as("said before opening").isNotNull();
		assertThatThrownBy(() -> ballot(meeting, first, branch, BallotMode.ELECTRONIC, false))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("warn-first");
		assertThat(voted(meeting, first, branch, "FFFFFA").coarse()).as("six of at least seven").isTrue();
		this.policies.set(committee, Policies.BALLOT_SMALLEST, "5", officer);
		this.policies.set(committee, Policies.BALLOT_HIDES_UNANIMITY, "true", officer);
		long second = this.hall.item(meeting, unanimous, branch);
		assertThat(line(meeting, second, branch).warning()).isNull();
		assertThat(voted(meeting, second, branch, "FFFFFF").coarse()).as("all agree").isTrue();
	}

	private ResolutionCard voted(long meeting, long item, Branch branch, String votes) {
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, true);
		vote(ballot, branch, votes);
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
		return line(meeting, item, branch).resolution();
	}

	@Test
	void aCaseThatGoesElsewhereTakesItsBoxAlong() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, false);
		vote(ballot, branch, "F");
		this.hall.agenda.withdraw(caseId);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.VOID);
		assertThat(line(meeting, item, branch).state()).isEqualTo(Item.State.WITHDRAWN);
	}

	@Test
	void othersThanTheTwoTellersCloseNothing() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch, 0L);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, false);
		agree(ballot, branch, 1);
		assertThatThrownBy(() -> agree(ballot, branch, 4)).isInstanceOf(Refusal.NotAllowed.class);
		this.hall.meetings.replaceTellers(meeting, item, new Tellers(branch.voters().get(3), branch.voters().get(4)),
				branch.secretary());
		assertThatThrownBy(() -> agree(ballot, branch, 2)).isInstanceOf(Refusal.NotAllowed.class);
		agree(ballot, branch, 3);
		agree(ballot, branch, 4);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.CLOSED);
	}

	@Test
	void nothingAboutAChoiceIsInTheEngineTheRecordOrTheMeeting() {
		Branch branch = this.hall.branch(7);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 7);
		long item = this.hall.item(meeting, caseId, branch);
		long ballot = ballot(meeting, item, branch, BallotMode.ELECTRONIC, false);
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

	private long ballot(long meeting, long item, Branch branch, BallotMode mode, boolean warned) {
		this.hall.meetings.openBallot(meeting, item, mode, new Tellers(branch.voters().get(1), branch.voters().get(2)),
				warned, branch.secretary());
		return line(meeting, item, branch).box().ballot();
	}

	/** The first so many members vote, one letter each. */
	private void vote(long ballot, Branch branch, String choices) {
		IntStream.range(0, choices.length())
			.forEach((i) -> this.phones.cast(ballot, branch.voters().get(i), choices.substring(i, i + 1)));
	}

	private void agree(long ballot, Branch branch, int teller) {
		this.phones.agree(ballot, this.hall.people.actor(branch.voters().get(teller)));
	}

	private MeetingPage.ItemLine line(long meeting, long item, Branch branch) {
		return this.hall.page(meeting, branch)
			.items()
			.stream()
			.filter((one) -> one.id() == item)
			.findFirst()
			.orElseThrow();
	}

	private List<String> told(long person) {
		return this.jdbc.sql("SELECT link FROM notification WHERE person_id = ?")
			.param(person)
			.query(String.class)
			.list();
	}

}
