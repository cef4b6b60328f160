package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.ballot.BallotState;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Hall.Branch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong, or is tried, where meetings and ballots touch. */
@StoryTest
class BoxFaultTests {

	@Autowired
	Hall hall;

	@Autowired
	PhoneVotes votes;

	@Autowired
	BoxService boxes;

	@Autowired
	Ballots ballots;

	@Autowired
	BallotFixture phones;

	@Autowired
	JdbcClient jdbc;

	private Branch branch;

	private long meeting;

	private long item;

	@AfterEach
	void today() {
		this.hall.clock.offset(Duration.ZERO);
	}

	@Test
	void twoTellersWhoCountPapersAtOnceDecideOnce() throws Exception {
		meet(7, 7);
		this.hall.ballot(this.meeting, this.item, this.branch);
		List<Object> said = together(() -> count(1, Hall.papers(7, 5)), () -> count(2, Hall.papers(7, 5)));
		assertThat(said).containsExactlyInAnyOrder(Item.Counting.ONE_IN, Item.Counting.AGREE);
		assertThat(resolutions()).isOne();
		assertThat(line().state()).isEqualTo(Item.State.PASSED);
	}

	@Test
	void twoTellersWhoCloseTheBoxAtOnceCloseItOnce() throws Exception {
		meet(7, 7);
		long ballot = opens(BallotMode.ELECTRONIC);
		this.votes.vote(ballot, this.branch, "FFFFFAA");
		List<Object> said = together(() -> agrees(ballot, 1), () -> agrees(ballot, 2), () -> agrees(ballot, 1),
				() -> agrees(ballot, 2));
		assertThat(said).filteredOn(Refusal.class::isInstance)
			.as("who comes after the close")
			.hasSizeLessThanOrEqualTo(2)
			.allSatisfy((ex) -> assertThat(ex).isInstanceOf(Refusal.Conflict.class));
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.CLOSED);
		assertThat(resolutions()).isOne();
		assertThat(line().resolution().tally().votesFor()).isEqualTo(5);
	}

	@Test
	void twoTellersWhoCountPapersBesideABoxAtOnceOpenItOnce() throws Exception {
		meet(7, 7);
		long ballot = opens(BallotMode.BOTH);
		this.boxes.handPapers(this.meeting, this.item, List.of(this.branch.voters().get(6)), this.branch.secretary());
		this.votes.vote(ballot, this.branch, "FFFFFA");
		this.votes.close(ballot, this.branch);
		List<Object> said = together(() -> count(1, Hall.papers(1, 1)), () -> count(2, Hall.papers(1, 1)));
		assertThat(said).containsExactlyInAnyOrder(Item.Counting.ONE_IN, Item.Counting.AGREE);
		decidedWithoutNumbers(ballot, 6);
		assertThat(resolutions()).isOne();
	}

	@Test
	void oneTellerAloneClosesNothingHoweverOften() {
		meet(7, 7);
		long ballot = opens(BallotMode.ELECTRONIC);
		this.votes.vote(ballot, this.branch, "FFFFF");
		this.votes.agree(ballot, this.branch, 1);
		this.votes.agree(ballot, this.branch, 1);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.OPEN);
		assertThatThrownBy(() -> this.votes.agree(ballot, this.branch, 4)).as("a voter")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThat(line().state()).isEqualTo(Item.State.BALLOT);
	}

	@Test
	void whoStandsByACandidateIsNoTellerOfTheBox() {
		this.branch = this.hall.branch(7);
		long mentor = this.branch.voters().get(1);
		CaseId caseId = this.hall.waits(this.branch, mentor);
		this.meeting = this.hall.open(this.branch, 7);
		this.item = this.hall.item(this.meeting, caseId, this.branch);
		assertThatThrownBy(() -> opens(BallotMode.ELECTRONIC)).isInstanceOfSatisfying(Refusal.Invalid.class,
				(no) -> assertThat(no.fields()).containsKey("tellerOne"));
		Tellers others = new Tellers(this.branch.voters().get(3), this.branch.voters().get(4));
		this.hall.meetings.openBallot(this.meeting, this.item, List.of(), BallotMode.ELECTRONIC, others, false,
				this.branch.secretary());
		Tellers conflicted = new Tellers(this.branch.voters().get(3), mentor);
		assertThatThrownBy(
				() -> this.hall.meetings.replaceTellers(this.meeting, this.item, conflicted, this.branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		long ballot = line().box().ballot();
		assertThatThrownBy(() -> this.votes.agree(ballot, this.branch, 1)).isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void aVoteAfterTheCloseIsRefusedAndChangesNothing() {
		meet(7, 7);
		long ballot = opens(BallotMode.ELECTRONIC);
		this.votes.vote(ballot, this.branch, "FFFFA");
		this.votes.close(ballot, this.branch);
		assertThatThrownBy(() -> this.phones.cast(ballot, this.branch.voters().get(5), "A"))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.votes.agree(ballot, this.branch, 1)).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.boxes.holdAgain(this.meeting, this.item, "再来", this.branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.ballots.result(ballot).orElseThrow().papers()).isEqualTo(5);
		assertThat(line().resolution().tally().votesFor()).isEqualTo(4);
	}

	@Test
	void aQuorumLostBetweenItemsStopsTheNextBox() {
		this.branch = this.hall.branch(8);
		CaseId first = this.hall.waits(this.branch);
		CaseId second = this.hall.waits(this.branch);
		this.meeting = this.hall.open(this.branch, 5);
		this.item = this.hall.item(this.meeting, first, this.branch);
		long ballot = opens(BallotMode.ELECTRONIC);
		this.votes.vote(ballot, this.branch, "FFFFF");
		this.hall.leave(this.meeting, this.branch.voters().get(4), this.branch);
		this.votes.close(ballot, this.branch);
		assertThat(line().state()).as("who was there at the opening has voted").isEqualTo(Item.State.PASSED);
		this.item = this.hall.item(this.meeting, second, this.branch);
		assertThatThrownBy(() -> opens(BallotMode.ELECTRONIC)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM ballot WHERE unit_id = ?")
			.param(this.branch.college().branch())
			.query(Integer.class)
			.single()).as("no box was made").isOne();
		this.hall.meetings.giveUp(this.meeting, this.branch.secretary());
		assertThat(line().state()).isEqualTo(Item.State.VOID);
		assertThat(this.hall.agenda.waits(second, "admission-branchMeeting")).isTrue();
	}

	@Test
	void nothingMovesOnWhileABoxIsOpen() {
		this.branch = this.hall.branch(7);
		CaseId first = this.hall.waits(this.branch);
		CaseId second = this.hall.waits(this.branch);
		this.meeting = this.hall.open(this.branch, 7);
		this.item = this.hall.item(this.meeting, first, this.branch);
		long ballot = opens(BallotMode.ELECTRONIC);
		Actor chair = this.branch.secretary();
		long other = this.hall.item(this.meeting, second, this.branch);
		this.branch.voters().subList(2, 7).forEach((voter) -> this.hall.leave(this.meeting, voter, this.branch));
		Stream
			.<Runnable>of(() -> this.hall.meetings.postpone(this.meeting, this.item, chair),
					() -> this.hall.meetings.openBallot(this.meeting, other, List.of(), BallotMode.ELECTRONIC,
							this.votes.tellers(this.branch), false, chair),
					() -> this.hall.meetings.close(this.meeting, chair),
					() -> this.hall.meetings.cancel(this.meeting, chair),
					() -> this.hall.meetings.giveUp(this.meeting, chair))
			.forEach((act) -> assertThatThrownBy(act::run).isInstanceOf(Refusal.Conflict.class));
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.OPEN);
		this.votes.vote(ballot, this.branch, "FFFFF");
		this.votes.close(ballot, this.branch);
		assertThat(line().state()).isEqualTo(Item.State.PASSED);
	}

	@Test
	void aClockThatJumpsLosesNoVote() {
		meet(7, 7);
		long ballot = opens(BallotMode.BOTH);
		this.boxes.handPapers(this.meeting, this.item, List.of(this.branch.voters().get(6)), this.branch.secretary());
		this.votes.vote(ballot, this.branch, "FF");
		this.hall.clock.offset(Duration.ofDays(400));
		this.phones.cast(ballot, this.branch.voters().get(2), "F");
		this.votes.agree(ballot, this.branch, 1);
		this.hall.clock.offset(Duration.ofDays(-400));
		this.phones.cast(ballot, this.branch.voters().get(3), "F");
		this.votes.agree(ballot, this.branch, 2);
		count(1, Hall.papers(1, 1));
		count(2, Hall.papers(1, 1));
		decidedWithoutNumbers(ballot, 4);
	}

	@Test
	void aCaseThatGoesElsewhereWhileItsBoxIsSealedTakesItAlong() {
		this.branch = this.hall.branch(7);
		CaseId caseId = this.hall.waits(this.branch);
		this.meeting = this.hall.open(this.branch, 7);
		this.item = this.hall.item(this.meeting, caseId, this.branch);
		long ballot = sealed();
		this.hall.agenda.withdraw(caseId);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.VOID);
		assertThat(kept(ballot)).isZero();
		assertThatThrownBy(() -> count(1, Hall.papers(1, 1))).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aSealedBoxWithoutKeysStopsTheCountAndIsHeldAgain() {
		meet(7, 7);
		long lost = sealed();
		this.phones.loseKeys(lost);
		count(1, Hall.papers(1, 1));
		assertThatThrownBy(() -> count(2, Hall.papers(1, 1))).isInstanceOf(Refusal.Unavailable.class)
			.hasMessageContaining("keys-missing");
		assertThat(line().oneIn()).as("nothing half-way").isTrue();
		this.boxes.holdAgain(this.meeting, this.item, "密钥丢失", this.branch.secretary());
		assertThat(kept(lost)).isZero();
		long ballot = line().box().ballot();
		assertThat(line().oneIn()).as("counts of before are void").isFalse();
		assertThatThrownBy(() -> count(1, Hall.papers(1, 1))).as("voting goes on").isInstanceOf(Refusal.Conflict.class);
		this.votes.vote(ballot, this.branch, "FFFFFA");
		this.votes.close(ballot, this.branch);
		count(1, Hall.papers(1, 1));
		count(2, Hall.papers(1, 1));
		decidedWithoutNumbers(ballot, 6);
	}

	@Test
	void otherTellersMayCountBesideASealedBox() {
		meet(7, 7);
		long ballot = sealed();
		count(1, Hall.papers(1, 0));
		this.hall.meetings.replaceTellers(this.meeting, this.item,
				new Tellers(this.branch.voters().get(3), this.branch.voters().get(4)), this.branch.secretary());
		assertThat(line().box().ended()).as("nobody votes again").isTrue();
		assertThatThrownBy(() -> count(2, Hall.papers(1, 1))).isInstanceOf(Refusal.NotAllowed.class);
		count(3, Hall.papers(1, 1));
		count(4, Hall.papers(1, 1));
		decidedWithoutNumbers(ballot, 6);
	}

	/** Six voted by phone, one has a paper that is still to be counted. */
	private long sealed() {
		long ballot = opens(BallotMode.BOTH);
		this.boxes.handPapers(this.meeting, this.item, List.of(this.branch.voters().get(6)), this.branch.secretary());
		this.votes.vote(ballot, this.branch, "FFFFFA");
		this.votes.close(ballot, this.branch);
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.SHUT);
		assertThat(kept(ballot)).isEqualTo(6);
		return ballot;
	}

	/** One paper beside phones would tell what stands on it. */
	private void decidedWithoutNumbers(long ballot, int byPhone) {
		assertThat(line().state()).isEqualTo(Item.State.PASSED);
		assertThat(this.ballots.result(ballot).orElseThrow().papers()).isEqualTo(byPhone);
		assertThat(line().resolution().tally().votesFor()).as("kept nowhere").isZero();
	}

	private int kept(long ballot) {
		return this.jdbc.sql("SELECT COUNT(*) FROM ballot_kept WHERE ballot_id = ?")
			.param(ballot)
			.query(Integer.class)
			.single();
	}

	private void meet(int members, int present) {
		this.branch = this.hall.branch(members);
		CaseId caseId = this.hall.waits(this.branch);
		this.meeting = this.hall.open(this.branch, present);
		this.item = this.hall.item(this.meeting, caseId, this.branch);
	}

	private long opens(BallotMode mode) {
		return this.votes.open(this.meeting, this.item, this.branch, mode, mode == BallotMode.BOTH);
	}

	private MeetingPage.ItemLine line() {
		return this.votes.line(this.meeting, this.item, this.branch);
	}

	private Item.Counting count(int teller, PaperCount count) {
		return this.hall.count(this.meeting, this.item, this.branch, teller, count);
	}

	private Object agrees(long ballot, int teller) {
		this.votes.agree(ballot, this.branch, teller);
		return "agreed";
	}

	private int resolutions() {
		return this.jdbc.sql("SELECT COUNT(*) FROM resolution WHERE meeting_id = ?")
			.param(this.meeting)
			.query(Integer.class)
			.single();
	}

	/** What each of them got, begun at the same moment: an answer or a refusal. */
	@SafeVarargs
	private static List<Object> together(Callable<Object>... acts) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(acts.length);
		try {
			List<Object> said = new ArrayList<>();
			for (Future<Object> one : threads.invokeAll(List.of(acts))) {
				said.add(outcome(one));
			}
			return said;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Object outcome(Future<Object> act) throws Exception {
		try {
			return act.get();
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

}
