package org.leagueflow.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;

/**
 * The arithmetic of quorum and majority, against the rules' own vectors and an oracle.
 */
class VotingRuleTests {

	@ParameterizedTest
	@CsvSource({ "2,2,2,2", "3,2,2,3", "29,15,15,20", "30,16,16,21", "31,16,16,21", "45,23,23,31" })
	void theTableOfLeastNumbersHolds(int entitled, int quorum, int passes, int appraisal) {
		assertThat(ExampleRules.ADMISSION.quorum(entitled)).isEqualTo(quorum);
		assertThat(ExampleRules.ADMISSION.needed(ExampleRules.votes(entitled, entitled, 0, 0))).isEqualTo(passes);
		assertThat(ExampleRules.APPRAISAL.quorum(entitled)).isEqualTo(appraisal);
	}

	@ParameterizedTest
	@CsvSource({ "5,4", "6,5", "10,8", "11,9", "30,24", "31,25" })
	void anElectionNeedsFourFifthsReachedNotExceeded(int entitled, int quorum) {
		assertThat(ExampleRules.ELECTION.quorum(entitled)).isEqualTo(quorum);
		assertThat(ExampleRules.ELECTION.quorate(quorum, entitled)).isTrue();
		assertThat(ExampleRules.ELECTION.quorate(quorum - 1, entitled)).isFalse();
	}

	@Test
	void aWrittenOpinionTurnsFifteenIntoSixteenAndPasses() {
		assertThat(ExampleRules.ADMISSION.outcome(ExampleRules.votes(30, 16, 15, 1))).isEqualTo(Outcome.PASSED);
	}

	@Test
	void writtenOpinionsDoNotMakeAQuorum() {
		assertThat(ExampleRules.ADMISSION.outcome(ExampleRules.votes(30, 15, 15, 10))).isEqualTo(Outcome.VOID);
	}

	@Test
	void threeQuartersOfThosePresentFailWhenTheyAreHalfOfTheEntitled() {
		assertThat(ExampleRules.ADMISSION.outcome(ExampleRules.votes(30, 20, 15, 0))).isEqualTo(Outcome.FAILED);
	}

	@Test
	void eachCandidateIsDecidedAlone() {
		assertThat(ExampleRules.ADMISSION.outcome(ExampleRules.votes(30, 20, 18, 0))).isEqualTo(Outcome.PASSED);
		assertThat(ExampleRules.ADMISSION.outcome(ExampleRules.votes(30, 20, 14, 0))).isEqualTo(Outcome.FAILED);
	}

	@Test
	void aRuleWithoutWrittenOpinionsDoesNotCountThem() {
		assertThat(ExampleRules.APPROVAL.outcome(ExampleRules.votes(30, 16, 15, 1))).isEqualTo(Outcome.FAILED);
	}

	@Test
	void twoThirdsIsExceededNotReached() {
		assertThat(ExampleRules.APPRAISAL.quorate(20, 30)).isFalse();
		assertThat(ExampleRules.APPRAISAL.quorate(21, 30)).isTrue();
	}

	@Test
	void nobodyEntitledIsNeverAMeeting() {
		assertThat(ExampleRules.ELECTION.outcome(VoteTally.uncounted(0, 0))).isEqualTo(Outcome.VOID);
		assertThat(ExampleRules.ADMISSION.outcome(VoteTally.uncounted(0, 0))).isEqualTo(Outcome.VOID);
	}

	@Test
	void aShareIsAtMostTheWhole() {
		assertThatThrownBy(() -> new Fraction(3, 2, true)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Fraction(1, 0, true)).isInstanceOf(IllegalArgumentException.class);
	}

	/**
	 * Every (entitled, present, for, against, abstain, invalid, written) up to 40 that
	 * can happen, some 60 million of them, against an oracle that counts voters one by
	 * one instead of multiplying fractions.
	 */
	@Test
	void everyPossibleBallotUpToFortyAgreesWithTheOracle() {
		long seen = 0;
		for (int entitled = 0; entitled <= 40; entitled++) {
			for (int present = 0; present <= entitled; present++) {
				for (int written = 0; written <= entitled - present; written++) {
					seen += allPapers(entitled, present, written);
				}
			}
		}
		assertThat(seen).isEqualTo(62_891_499);
	}

	private long allPapers(int entitled, int present, int written) {
		long seen = 0;
		for (int inFavour = 0; inFavour <= present; inFavour++) {
			for (int against = 0; against <= present - inFavour; against++) {
				for (int abstained = 0; abstained <= present - inFavour - against; abstained++) {
					for (int invalid = 0; invalid <= present - inFavour - against - abstained; invalid++) {
						check(entitled, present, inFavour, against + abstained, written);
						if (entitled <= 9) {
							checkTally(entitled, present, ExampleRules.count(inFavour, against, abstained, invalid),
									written);
						}
						seen++;
					}
				}
			}
		}
		return seen;
	}

	private void check(int entitled, int present, int inFavour, int others, int written) {
		boolean quorum = Oracle.moreThanHalf(present, entitled);
		int votes = inFavour + written;
		expect(ExampleRules.ADMISSION, entitled, present, votes, others,
				Oracle.outcome(quorum, Oracle.moreThanHalf(votes, entitled)));
		expect(ExampleRules.APPROVAL, entitled, present, inFavour, others,
				Oracle.outcome(quorum, Oracle.moreThanHalf(inFavour, entitled)));
		expect(ExampleRules.APPRAISAL, entitled, present, inFavour, others,
				Oracle.outcome(Oracle.moreThanTwoThirds(present, entitled), Oracle.moreThanHalf(inFavour, entitled)));
		expect(ExampleRules.ELECTION, entitled, present, inFavour, others,
				Oracle.outcome(Oracle.fourFifths(present, entitled), Oracle.moreThanHalf(inFavour, present)));
		expect(ExampleRules.OF_VALID, entitled, present, votes, others,
				Oracle.outcome(quorum, votes > 0 && votes - others >= others));
	}

	private void expect(VotingRule rule, int entitled, int present, int votes, int others, Outcome expected) {
		Outcome outcome = rule.outcome(entitled, present, votes + others, votes);
		if (outcome != expected) {
			assertThat(outcome).as("%d of %d present of %d, %d others, by %s", votes, present, entitled, others, rule)
				.isEqualTo(expected);
		}
	}

	/** The same through the counts as tellers enter them. */
	private void checkTally(int entitled, int present, Count papers, int written) {
		VoteTally tally = new VoteTally(entitled, present, present, papers.papers(), papers,
				ExampleRules.count(written, 0, 0, 0), ExampleRules.count(0, 0, 0, 0));
		int inFavour = papers.of(0, Mark.FOR);
		int others = papers.valid() - inFavour;
		for (VotingRule rule : List.of(ExampleRules.ADMISSION, ExampleRules.APPROVAL, ExampleRules.APPRAISAL,
				ExampleRules.ELECTION, ExampleRules.OF_VALID)) {
			int votes = rule.written() ? inFavour + written : inFavour;
			assertThat(rule.outcome(tally)).isEqualTo(rule.outcome(entitled, present, votes + others, votes));
		}
	}

	/**
	 * Says the same without fractions: it compares a part with what is left of the whole.
	 */
	private static final class Oracle {

		static boolean moreThanHalf(int part, int whole) {
			return part > whole - part;
		}

		static boolean moreThanTwoThirds(int part, int whole) {
			int missing = whole - part;
			return part > missing + missing;
		}

		static boolean fourFifths(int part, int whole) {
			int missing = whole - part;
			return part > 0 && part >= missing + missing + missing + missing;
		}

		static Outcome outcome(boolean quorum, boolean majority) {
			if (!quorum) {
				return Outcome.VOID;
			}
			return majority ? Outcome.PASSED : Outcome.FAILED;
		}

	}

}
