package org.leagueflow.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Result.Standing;

/**
 * Who is elected (rules.md 3.10): more than half, then the most votes, and a tie on the
 * last seats is voted on again.
 */
class ElectionTests {

	@Test
	void moreThanHalfOfThePresentAreElected() {
		Result result = first(24, 3, 20, 13, 12, 24);
		assertThat(standings(result)).containsExactly(Standing.ELECTED, Standing.ELECTED, Standing.FAILED,
				Standing.ELECTED);
		assertThat(result.open()).isZero();
		assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
	}

	@Test
	void whereMorePassThanSeatsTheMostVotesWin() {
		assertThat(standings(first(24, 2, 20, 15, 14, 18))).containsExactly(Standing.ELECTED, Standing.OUTVOTED,
				Standing.OUTVOTED, Standing.ELECTED);
	}

	@Test
	void aTieOnTheLastSeatElectsNeitherAndLeavesItOpen() {
		Result result = first(24, 2, 20, 15, 15, 13);
		assertThat(standings(result)).containsExactly(Standing.ELECTED, Standing.TIED, Standing.TIED,
				Standing.OUTVOTED);
		assertThat(result.open()).isEqualTo(1);
		assertThat(result.tied()).isTrue();
	}

	@Test
	void aTieAboveTheLastSeatIsNoTie() {
		assertThat(standings(first(24, 2, 15, 15, 13))).containsExactly(Standing.ELECTED, Standing.ELECTED,
				Standing.OUTVOTED);
	}

	@Test
	void halfIsNotMoreThanHalfAndNobodyIsElected() {
		Result result = first(24, 1, 12, 12);
		assertThat(standings(result)).containsExactly(Standing.FAILED, Standing.FAILED);
		assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(result.open()).isEqualTo(1);
	}

	@Test
	void inARevoteTheMostVotesWinWithoutAMajority() {
		Paper paper = paper(3, 1);
		Result result = Election.result(ExampleRules.election(), paper, tally(24, 9, 8, 7), true);
		assertThat(standings(result)).containsExactly(Standing.ELECTED, Standing.OUTVOTED, Standing.OUTVOTED);
		assertThat(standings(Election.result(ExampleRules.election(), paper, tally(24, 0, 0, 0), true)))
			.containsOnly(Standing.FAILED);
	}

	@Test
	void aTieIsVotedOnAgainAndThenAgain() {
		ElectionStatus electionStatus = new ElectionStatus(
				List.of(card(BallotCard.Kind.FIRST, paper(4, 2), 24, 20, 15, 15, 13)));
		assertThat(electionStatus.next()).isEqualTo(BallotCard.Kind.REVOTE);
		assertThat(electionStatus.tiedAgain()).isFalse();
		Paper second = electionStatus.nextPaper(List.of(1L));
		assertThat(second.lines()).extracting(Paper.Line::id).containsExactly(2L, 3L);
		assertThat(second.seats()).isEqualTo(1);
		ElectionStatus still = new ElectionStatus(
				List.of(electionStatus.ballots().get(0), card(BallotCard.Kind.REVOTE, second, 24, 12, 12)));
		assertThat(still.tiedAgain()).isTrue();
		assertThat(still.open()).isEqualTo(1);
		ElectionStatus over = new ElectionStatus(
				List.of(electionStatus.ballots().get(0), card(BallotCard.Kind.REVOTE, second, 24, 11, 12)));
		assertThat(over.open()).isZero();
		assertThat(over.elected()).extracting(Result.Line::id).containsExactly(1L, 3L);
		assertThat(standings(over.result())).containsExactly(Standing.ELECTED, Standing.OUTVOTED, Standing.ELECTED,
				Standing.OUTVOTED);
	}

	@Test
	void openSeatsGoToAnotherBallotOfAllOrSomeWhoAreLeft() {
		ElectionStatus electionStatus = new ElectionStatus(
				List.of(card(BallotCard.Kind.FIRST, paper(4, 3), 24, 20, 5, 3, 2)));
		assertThat(electionStatus.next()).isEqualTo(BallotCard.Kind.FURTHER);
		assertThat(electionStatus.open()).isEqualTo(2);
		assertThat(electionStatus.nextPaper(List.of()).lines()).extracting(Paper.Line::id).containsExactly(2L, 3L, 4L);
		assertThat(electionStatus.nextPaper(List.of()).seats()).isEqualTo(2);
		Paper fewer = electionStatus.nextPaper(List.of(3L, 1L));
		assertThat(fewer.lines()).as("who is elected does not stand again")
			.extracting(Paper.Line::id)
			.containsExactly(3L);
		assertThat(fewer.seats()).isEqualTo(1);
		assertThatThrownBy(() -> electionStatus.nextPaper(List.of(99L))).isInstanceOf(Refusal.Invalid.class);
		ElectionStatus more = new ElectionStatus(
				List.of(electionStatus.ballots().get(0), card(BallotCard.Kind.FURTHER, fewer, 24, 13)));
		assertThat(more.open()).isEqualTo(1);
		assertThat(more.remaining()).extracting(Paper.Line::id).containsExactly(2L, 4L);
	}

	/**
	 * Every election of up to four candidates, three seats and eight voters, against an
	 * oracle that never sorts: a candidate is elected when no more candidates than seats
	 * have as many votes.
	 */
	@Test
	void everySmallElectionAgreesWithTheOracle() {
		long seen = 0;
		for (int candidates = 1; candidates <= 4; candidates++) {
			for (int seats = 1; seats <= Math.min(3, candidates); seats++) {
				for (int present = 1; present <= 8; present++) {
					int[] votes = new int[candidates];
					do {
						check(present, seats, votes);
						seen++;
					}
					while (next(votes, present));
				}
			}
		}
		assertThat(seen).isEqualTo(52_680);
	}

	private static boolean next(int[] votes, int most) {
		for (int i = 0; i < votes.length; i++) {
			if (votes[i] < most) {
				votes[i]++;
				return true;
			}
			votes[i] = 0;
		}
		return false;
	}

	private static void check(int present, int seats, int[] votes) {
		List<Standing> expected = Arrays.stream(votes).mapToObj((own) -> oracle(present, seats, votes, own)).toList();
		Result result = first(present, seats, votes);
		assertThat(standings(result)).as("%s of %d for %d seats", Arrays.toString(votes), present, seats)
			.isEqualTo(expected);
		assertThat(result.open()).isEqualTo(seats - (int) expected.stream().filter(Standing.ELECTED::equals).count());
		assertThat(result.open()).isBetween(0, seats);
	}

	private static Standing oracle(int present, int seats, int[] votes, int own) {
		if (own <= present - own) {
			return Standing.FAILED;
		}
		long asMany = Arrays.stream(votes).filter((other) -> other > present - other && other >= own).count();
		long more = Arrays.stream(votes).filter((other) -> other > present - other && other > own).count();
		if (asMany <= seats) {
			return Standing.ELECTED;
		}
		return (more < seats) ? Standing.TIED : Standing.OUTVOTED;
	}

	private static Result first(int present, int seats, int... votes) {
		return Election.result(ExampleRules.election(), paper(votes.length, seats), tally(present, votes), false);
	}

	private static BallotCard card(BallotCard.Kind kind, Paper paper, int present, int... votes) {
		VoteTally tally = tally(present, votes);
		return new BallotCard(1, kind, paper, tally,
				Election.result(ExampleRules.election(), paper, tally, kind == BallotCard.Kind.REVOTE), 0, false);
	}

	private static Paper paper(int candidates, int seats) {
		return Paper.election(
				IntStream.rangeClosed(1, candidates).mapToObj((id) -> new Paper.Line(id, "候选人" + id)).toList(), seats);
	}

	/** All present hand in a paper; who does not favour a candidate is against. */
	private static VoteTally tally(int present, int... votes) {
		List<Map<Mark, Integer>> lines = new ArrayList<>();
		for (int inFavour : votes) {
			lines.add(Map.of(Mark.FOR, inFavour, Mark.AGAINST, present - inFavour));
		}
		Count nothing = new Count(lines.stream().map((line) -> Map.<Mark, Integer>of()).toList(), 0);
		return new VoteTally(present, present, present, present, new Count(lines, 0), nothing, nothing);
	}

	private static List<Standing> standings(Result result) {
		return result.lines().stream().map(Result.Line::standing).toList();
	}

}
