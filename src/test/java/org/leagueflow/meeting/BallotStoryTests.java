package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.ElectionStatus;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.Result;
import org.leagueflow.voting.Result.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Elections, gradings, recusals and motions at a meeting, each to its end. */
@StoryTest
class BallotStoryTests {

	private static final MeetingKind GENERAL = MeetingKind.BRANCH_GENERAL_MEETING;

	@Autowired
	Hall hall;

	@Autowired
	MeetingService meetings;

	@Autowired
	MotionService motions;

	@Autowired
	Meetings stored;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	void twoOfThreeAreElectedAndTheResolutionNamesThem() {
		Branch branch = this.hall.branch(10);
		long meeting = election(branch, 2, 5, 6, 7);
		vote(meeting, branch, 8, 7, 3);
		assertThat(state(meeting)).isEqualTo(Item.State.PASSED);
		ResolutionCard resolution = resolution(meeting, branch);
		assertThat(resolution.caseId()).isNull();
		assertThat(standings(resolution)).containsExactly(Standing.ELECTED, Standing.ELECTED, Standing.FAILED);
		assertThat(resolution.wording()).contains("应选 2 人", "候选人 3 人", "空缺 0 名", "中青发〔2025〕1号");
		this.meetings.close(meeting, branch.secretary());
	}

	@Test
	void aTieOnTheLastSeatIsVotedOnAgainBeforeTheMeetingGoesOn() {
		Branch branch = this.hall.branch(10);
		long meeting = election(branch, 2, 5, 6, 7);
		vote(meeting, branch, 8, 6, 6);
		assertThat(state(meeting)).isEqualTo(Item.State.UNSETTLED);
		assertThatThrownBy(() -> this.meetings.close(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.meetings.settle(meeting, item(meeting), branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("tie-first");
		again(meeting, branch, List.of());
		count(meeting, branch, 4, 6);
		assertThat(state(meeting)).isEqualTo(Item.State.PASSED);
		ResolutionCard resolution = resolution(meeting, branch);
		assertThat(resolution.ballots()).extracting(BallotCard::kind)
			.containsExactly(BallotCard.Kind.FIRST, BallotCard.Kind.REVOTE);
		assertThat(resolution.ballots().get(1).paper().seats()).isEqualTo(1);
		assertThat(resolution.wording()).contains("票数相同，进行第 2 轮投票", "空缺 0 名");
	}

	@Test
	void seatsThatNobodyWinsAreVotedOnOnceMoreOrLeftOpen() {
		Branch branch = this.hall.branch(10);
		long meeting = election(branch, 2, 5, 6, 7);
		vote(meeting, branch, 9, 4, 3);
		assertThat(state(meeting)).isEqualTo(Item.State.UNSETTLED);
		assertThatThrownBy(() -> again(meeting, branch, List.of(branch.voters().get(5))))
			.as("who is elected does not stand again")
			.isInstanceOf(Refusal.Invalid.class);
		again(meeting, branch, List.of(branch.voters().get(6)));
		count(meeting, branch, 4);
		assertThat(state(meeting)).isEqualTo(Item.State.UNSETTLED);
		this.meetings.settle(meeting, item(meeting), branch.secretary());
		assertThat(resolution(meeting, branch).wording()).contains("空缺 1 名");
		assertThatThrownBy(() -> this.meetings.settle(meeting, item(meeting), branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		this.meetings.close(meeting, branch.secretary());
	}

	@Test
	void whoIsElectedStaysSoWhenTheQuorumIsLostBeforeTheNextBallot() {
		Branch branch = this.hall.branch(10);
		long meeting = election(branch, 2, 5, 6, 7);
		vote(meeting, branch, 9, 4, 3);
		branch.voters().subList(7, 10).forEach((voter) -> this.hall.leave(meeting, voter, branch));
		assertThatThrownBy(() -> again(meeting, branch, List.of())).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		this.meetings.giveUp(meeting, branch.secretary());
		assertThat(state(meeting)).isEqualTo(Item.State.PASSED);
		assertThat(resolution(meeting, branch).wording()).contains("空缺 1 名");
		this.meetings.close(meeting, branch.secretary());
	}

	@Test
	void anElectionWithAsManyCandidatesAsSeatsIsRefusedAndSoIsEveryOtherFault() {
		Branch branch = this.hall.branch(6);
		refused("surplus", branch, "election", GENERAL, 2, 1, 2);
		refused("motion-seats", branch, "election", GENERAL, 0, 1, 2);
		refused("motion-seats", branch, "election", GENERAL, 3, 1, 2);
		refused("motion-persons", branch, "election", GENERAL, 1);
		refused("motion-persons", branch, "appraisal", GENERAL, 1);
		refused("matter", branch, "lottery", GENERAL, 1, 1, 2);
		refused("matter", branch, "admission-branchMeeting", GENERAL, 1, 1);
		refused("motion-kind", branch, "election", MeetingKind.LEAGUE_CLASS, 1, 1, 2);
		refused("motion-kind", branch, "general", MeetingKind.COMMITTEE_MEETING, 1);
		refused("matter", branch, "recommendation-list", GENERAL, 2, 1, 2, 3);
		long stranger = this.hall.branch(1).voters().get(0);
		assertThatThrownBy(() -> put(branch, "election", GENERAL, 1, List.of(branch.voters().get(1), stranger)))
			.hasMessageContaining("motion-stranger");
		Actor member = this.hall.people.actor(branch.voters().get(3));
		Motion motion = new Motion("general", GENERAL, branch.college().branch(), "议题", List.of(), 1);
		assertThatThrownBy(() -> this.motions.put(motion, List.of(), null, member))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void whatTheRulesSayIsVotedOnOneByOneStandsOnNoPaperWithOthers() {
		Branch branch = this.hall.branch(8);
		CaseId one = this.hall.waits(branch);
		CaseId other = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 7);
		assertThatThrownBy(() -> this.hall.meetings.openBallot(meeting, this.hall.item(meeting, one, branch),
				List.of(this.hall.item(meeting, other, branch)), BallotMode.PAPER,
				new Tellers(branch.voters().get(1), branch.voters().get(2)), false, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("one-by-one");
		assertThat(this.hall.page(meeting, branch).items()).allMatch((item) -> item.joining().isEmpty());
	}

	private void refused(String why, Branch branch, String matter, MeetingKind kind, int seats, int... persons) {
		assertThatThrownBy(() -> put(branch, matter, kind, seats, voters(branch, persons))).as(why)
			.isInstanceOf(Refusal.Invalid.class)
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields().values().toString() + ex.getMessage())
				.contains(why));
	}

	@Test
	void candidatesDoNotCountTheirOwnElectionAndTheAppraisedMay() {
		Branch branch = this.hall.branch(10);
		long meeting = election(branch, 1, 1, 2);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item(meeting), branch)).isInstanceOf(Refusal.Invalid.class);
		Branch other = this.hall.branch(10);
		long appraisal = grading(other, 10);
		this.hall.ballot(appraisal, item(appraisal), other);
		assertThat(state(appraisal)).isEqualTo(Item.State.BALLOT);
	}

	@Test
	void anAppraisalNeedsMoreThanTwoThirds() {
		Branch branch = this.hall.branch(9);
		long meeting = grading(branch, 6);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item(meeting), branch)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		this.hall.arrive(meeting, branch, 6, 7);
		this.hall.ballot(meeting, item(meeting), branch);
	}

	@Test
	void gradesBeyondTheCapAreShownAndAreProposedOnlyWithinIt() {
		Branch branch = this.hall.branch(10);
		long meeting = grading(branch, 10);
		this.hall.ballot(meeting, item(meeting), branch);
		grade(meeting, branch, 10, 9, 8, 8, 7, 0, 0, 0, 0, 0);
		ResolutionCard resolution = resolution(meeting, branch);
		assertThat(standings(resolution)).startsWith(Standing.GRADED, Standing.GRADED, Standing.TIED_AT_CAP,
				Standing.TIED_AT_CAP, Standing.OVER_CAP, Standing.GRADED);
		assertThat(resolution.wording()).contains("优秀不超过 3 人", "8 票");
		Map<Long, Mark> proposed = new HashMap<>();
		branch.voters().forEach((voter) -> proposed.put(voter, Mark.QUALIFIED));
		branch.voters().subList(0, 4).forEach((voter) -> proposed.put(voter, Mark.EXCELLENT));
		assertThatThrownBy(() -> propose(meeting, branch, proposed)).isInstanceOf(Refusal.Invalid.class);
		proposed.put(branch.voters().get(3), Mark.QUALIFIED);
		propose(meeting, branch, proposed);
		proposed.remove(branch.voters().get(9));
		assertThatThrownBy(() -> propose(meeting, branch, proposed)).isInstanceOf(Refusal.Invalid.class);
	}

	private void propose(long meeting, Branch branch, Map<Long, Mark> grades) {
		this.meetings.propose(meeting, item(meeting), grades, branch.secretary());
	}

	@Test
	void whoIsRecusedIsNotPresentGetsNoPaperAndDoesNotCount() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 7);
		long item = this.hall.item(meeting, candidate, branch);
		Actor own = this.hall.people.actor(branch.voters().get(1));
		this.meetings.recuse(meeting, item, own.personId(), "亲属", own);
		assertThatThrownBy(() -> this.meetings.recuse(meeting, item, own.personId(), "亲属", own))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.meetings.recuse(meeting, item, branch.voters().get(2), "", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.meetings.recuse(meeting, item, branch.voters().get(2), "要求", own))
			.as("only for oneself, or by the chair")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item, branch)).isInstanceOf(Refusal.Invalid.class);
		this.meetings.openBallot(meeting, item, new Tellers(branch.voters().get(2), branch.voters().get(3)),
				branch.secretary());
		this.transaction.executeWithoutResult((status) -> {
			Round round = this.stored.findById(meeting).orElseThrow().item(item).round();
			assertThat(round.present()).isEqualTo(6);
			assertThat(round.entitled()).as("still counts as entitled, the strict reading").isEqualTo(10);
			assertThat(round.mayVote(own.personId())).isFalse();
			assertThat(round.mayVote(branch.voters().get(4))).isTrue();
		});
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 2, Hall.papers(7, 7)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.meetings.unrecuse(meeting, item, own.personId(), branch.secretary()))
			.as("not while the ballot is open")
			.isInstanceOf(Refusal.Conflict.class);
		this.hall.count(meeting, item, branch, 2, Hall.papers(6, 6));
		this.hall.count(meeting, item, branch, 3, Hall.papers(6, 6));
		assertThat(this.hall.agenda.resolutions(candidate).get(0).outcome()).isEqualTo(Outcome.PASSED);
	}

	@Test
	void aRecusalCanCostTheQuorumAndBeTakenBack() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 6);
		long item = this.hall.item(meeting, candidate, branch);
		this.meetings.recuse(meeting, item, branch.voters().get(5), "利害关系", branch.secretary());
		assertThatThrownBy(() -> this.hall.ballot(meeting, item, branch)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		this.meetings.unrecuse(meeting, item, branch.voters().get(5), branch.secretary());
		this.hall.ballot(meeting, item, branch);
	}

	@Test
	void whoWritesForAVoterIsNotedAndIsNoCandidate() {
		Branch branch = this.hall.branch(10);
		long meeting = election(branch, 1, 5, 6);
		this.hall.ballot(meeting, item(meeting), branch);
		long voter = branch.voters().get(7);
		assertThatThrownBy(() -> assist(meeting, branch, voter, branch.voters().get(5)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> assist(meeting, branch, voter, voter)).isInstanceOf(Refusal.Invalid.class);
		long stranger = this.hall.branch(1).voters().get(0);
		assertThatThrownBy(() -> assist(meeting, branch, stranger, branch.voters().get(3))).as("nobody votes by proxy")
			.isInstanceOf(Refusal.Invalid.class);
		assist(meeting, branch, voter, branch.voters().get(3));
		assertThatThrownBy(() -> assist(meeting, branch, voter, branch.voters().get(4)))
			.isInstanceOf(Refusal.Conflict.class);
	}

	private void assist(long meeting, Branch branch, long voter, long scribe) {
		this.meetings.assist(meeting, item(meeting), voter, scribe, branch.secretary());
	}

	@Test
	void aGeneralMotionIsDecidedLikeACaseAndCanBeTakenBackBefore() {
		Branch branch = this.hall.branch(5);
		long withdrawn = put(branch, "general", GENERAL, 1, List.of());
		this.motions.withdraw(withdrawn, branch.secretary());
		assertThatThrownBy(() -> this.motions.withdraw(withdrawn, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		Branch other = this.hall.branch(1);
		long entry = put(branch, "general", GENERAL, 1, List.of());
		assertThatThrownBy(() -> this.motions.withdraw(entry, other.secretary())).isInstanceOf(Refusal.NotFound.class);
		long meeting = this.hall.open(branch, 4);
		this.hall.vote(meeting, item(meeting), branch, Hall.papers(4, 3));
		assertThat(resolution(meeting, branch).outcome()).isEqualTo(Outcome.PASSED);
	}

	@Test
	void oneTellerWhoSendsACountManyTimesAtOnceCountsOnce() throws Exception {
		Branch branch = this.hall.branch(6);
		put(branch, "general", GENERAL, 1, List.of());
		long meeting = this.hall.open(branch, 6);
		this.hall.ballot(meeting, item(meeting), branch);
		long item = item(meeting);
		AtomicInteger taken = new AtomicInteger();
		Queue<Throwable> refused = new ConcurrentLinkedQueue<>();
		try (Pool pool = new Pool()) {
			pool.all(8, () -> {
				try {
					this.hall.count(meeting, item, branch, 1, Hall.papers(6, 4));
					taken.incrementAndGet();
				}
				catch (RuntimeException ex) {
					refused.add(ex);
				}
			});
		}
		assertThat(taken).hasValue(1);
		assertThat(refused).hasSize(7).allSatisfy((ex) -> assertThat(ex).isInstanceOf(Refusal.Conflict.class));
		assertThat(state(meeting)).as("the other teller has not counted").isEqualTo(Item.State.BALLOT);
	}

	@Test
	void anItemKeepsTheEditionOfTheDayOnWhichItWasMoved() {
		Branch branch = this.hall.branch(5);
		long entry = put(branch, "election", GENERAL, 1, voters(branch, 3, 4));
		this.jdbc.sql("UPDATE agenda_entry SET rule_day = '2024-12-31', rule_json = NULL WHERE id = ?")
			.param(entry)
			.update();
		long meeting = this.hall.open(branch, 4);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item(meeting), branch))
			.as("more than four fifths, not four fifths")
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		this.hall.arrive(meeting, branch, 4, 5);
		vote(meeting, branch, 3, 2);
		assertThat(resolution(meeting, branch).edition()).isEqualTo("旧口径");
	}

	/** Threads that start together. */
	private static final class Pool implements AutoCloseable {

		private final ExecutorService threads = Executors.newCachedThreadPool();

		void all(int number, Runnable task) throws Exception {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < number; i++) {
				running.add(this.threads.submit(() -> {
					start.await();
					task.run();
					return null;
				}));
			}
			start.countDown();
			for (Future<?> one : running) {
				one.get(60, TimeUnit.SECONDS);
			}
		}

		@Override
		public void close() {
			this.threads.shutdownNow();
		}

	}

	/** The persons are members by their place in the branch. */
	private long election(Branch branch, int seats, int... persons) {
		put(branch, "election", GENERAL, seats, voters(branch, persons));
		return this.hall.open(branch, branch.voters().size());
	}

	private long grading(Branch branch, int present) {
		put(branch, "appraisal", GENERAL, 1, branch.voters());
		return this.hall.open(branch, present);
	}

	private long put(Branch branch, String matter, MeetingKind kind, int seats, List<Long> persons) {
		Motion motion = new Motion(matter, kind, branch.college().branch(), "本次" + matter, List.of(), seats);
		return this.motions.put(motion, persons, null, branch.secretary());
	}

	private static List<Long> voters(Branch branch, int... places) {
		return IntStream.of(places).mapToObj((place) -> branch.voters().get(place)).toList();
	}

	private void vote(long meeting, Branch branch, int... inFavour) {
		this.hall.ballot(meeting, item(meeting), branch);
		count(meeting, branch, inFavour);
	}

	private void again(long meeting, Branch branch, List<Long> chosen) {
		this.meetings.openAgain(meeting, item(meeting), new Tellers(branch.voters().get(1), branch.voters().get(2)),
				chosen, branch.secretary());
	}

	private void count(long meeting, Branch branch, int... inFavour) {
		List<Map<Mark, Integer>> lines = new ArrayList<>();
		for (int votes : inFavour) {
			lines.add(Map.of(Mark.FOR, votes, Mark.AGAINST, branch.voters().size() - votes));
		}
		bothEnter(meeting, branch, lines);
	}

	private void grade(long meeting, Branch branch, int... excellent) {
		List<Map<Mark, Integer>> lines = new ArrayList<>();
		for (int votes : excellent) {
			lines.add(Map.of(Mark.EXCELLENT, votes, Mark.QUALIFIED, branch.voters().size() - votes));
		}
		bothEnter(meeting, branch, lines);
	}

	private void bothEnter(long meeting, Branch branch, List<Map<Mark, Integer>> lines) {
		int papers = branch.voters().size();
		Count nothing = new Count(lines.stream().map((line) -> Map.<Mark, Integer>of()).toList(), 0);
		PaperCount count = new PaperCount(papers, papers, new Count(lines, 0), nothing);
		this.hall.count(meeting, item(meeting), branch, 1, count);
		this.hall.count(meeting, item(meeting), branch, 2, count);
	}

	private long item(long meeting) {
		return read(meeting, Item::id);
	}

	private Item.State state(long meeting) {
		return read(meeting, Item::state);
	}

	private <T> T read(long meeting, java.util.function.Function<Item, T> what) {
		return this.transaction
			.execute((status) -> what.apply(this.stored.findById(meeting).orElseThrow().items().get(0)));
	}

	private ResolutionCard resolution(long meeting, Branch branch) {
		return this.hall.page(meeting, branch).items().get(0).resolution();
	}

	private static List<Standing> standings(ResolutionCard resolution) {
		return new ElectionStatus(resolution.ballots()).result().lines().stream().map(Result.Line::standing).toList();
	}

}
