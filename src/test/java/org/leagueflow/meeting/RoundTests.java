package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.ExampleRules;
import org.leagueflow.voting.Outcome;

/**
 * Paper and electronic votes in one ballot, closed by both tellers; without a database.
 */
class RoundTests {

	private static final Instant NOW = Instant.parse("2026-03-11T08:00:00Z");

	private final Round both = round(BallotMode.BOTH);

	@Test
	void paperElectronicAndWrittenVotesAddUpOnceBothTellersEndedIt() {
		this.both.handPaper(1);
		this.both.handPaper(2);
		assertThat(this.both.papersDue()).isEqualTo(2);
		assertThat(this.both.end(8)).as("one teller is not enough").isFalse();
		assertThatThrownBy(() -> this.both.handIn(Hall.count(2, 1, 0, 0), NOW)).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.both.count(8, papers(), NOW)).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.both.end(9)).isTrue();
		assertThatThrownBy(() -> this.both.handIn(Hall.count(2, 1, 0, 0), NOW)).as("papers come first")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.both.count(8, papers(), NOW)).isEqualTo(Item.Counting.ONE_IN);
		assertThat(this.both.count(9, papers(), NOW)).isEqualTo(Item.Counting.AGREE);
		assertThat(this.both.isDecided()).as("the box is still sealed").isFalse();
		this.both.handIn(Hall.count(2, 1, 0, 0), NOW);
		assertThat(this.both.isDecided()).isTrue();
		assertThat(this.both.tally().votes().of(0, Mark.FOR)).isEqualTo(2 + 2 + 1);
		assertThat(this.both.result().outcome()).isEqualTo(Outcome.FAILED);
	}

	@Test
	void nobodyGetsTwoPapersOrOneWithoutAVote() {
		this.both.handPaper(1);
		assertThatThrownBy(() -> this.both.handPaper(1)).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.both.handPaper(77)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> round(BallotMode.ELECTRONIC).handPaper(1)).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aBoxWithMoreVotesThanVotersWithoutAPaperIsAFault() {
		this.both.handPaper(1);
		this.both.end(8);
		this.both.end(9);
		PaperCount one = new PaperCount(1, 1, Hall.count(1, 0, 0, 0), papers().written());
		this.both.count(8, one, NOW);
		this.both.count(9, one, NOW);
		assertThatThrownBy(() -> this.both.handIn(Hall.count(6, 0, 0, 0), NOW))
			.isInstanceOf(IllegalStateException.class);
	}

	@Test
	void othersNeitherEndNorCountIt() {
		assertThatThrownBy(() -> this.both.end(1)).isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.both.count(1, papers(), NOW)).isInstanceOf(Refusal.NotAllowed.class);
	}

	/** Two papers in favour, one written opinion in favour. */
	private static PaperCount papers() {
		return new PaperCount(2, 2, Hall.count(2, 0, 0, 0), new Count(Hall.count(1, 0, 0, 0).lines(), 0));
	}

	/** Ten entitled, six of them present, one written opinion; tellers 8 and 9. */
	private static Round round(BallotMode mode) {
		Round round = new Round(null, 1, BallotCard.Kind.FIRST, mode, Paper.decision(42, "接收某同学"),
				ExampleRules.ADMISSION, new EligibleVoters(10, List.of(1L, 2L, 3L, 4L, 5L, 6L), 1), NOW);
		round.name(new Tellers(8, 9));
		return round;
	}

}
