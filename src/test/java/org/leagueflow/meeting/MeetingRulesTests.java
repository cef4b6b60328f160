package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.ExampleRules;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VotingRule;
import org.springframework.beans.factory.annotation.Autowired;

/** What the shipped decision table says, and in which edition. */
@StoryTest
class MeetingRulesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

	@Autowired
	MeetingRules rules;

	/** rules.md 4.1: least present, least in favour, least for an appraisal, caps. */
	@ParameterizedTest
	@CsvSource({ "2,2,2,2,0,0", "3,2,2,3,0,0", "29,15,15,20,8,5", "30,16,16,21,9,6", "31,16,16,21,9,6",
			"45,23,23,31,13,9" })
	void theTableOfLeastNumbersAndCapsHolds(int n, int quorum, int passes, int appraisal, int excellent,
			int recommended) {
		VotingRule admission = this.rules.of("admission-vote", TODAY);
		assertThat(admission.quorum(n)).isEqualTo(quorum);
		assertThat(admission.needed(ExampleRules.votes(n, n, 0, 0))).isEqualTo(passes);
		assertThat(this.rules.of("appraisal", TODAY).quorum(n)).isEqualTo(appraisal);
		assertThat(this.rules.of("appraisal", TODAY).cap().most(n)).isEqualTo(excellent);
		for (String matter : List.of("recommendation-vote", "recommendation-list")) {
			assertThat(this.rules.of(matter, TODAY).cap().most(n)).isEqualTo(recommended);
			assertThat(this.rules.of(matter, TODAY).quorum(n)).isEqualTo(quorum);
			assertThat(this.rules.of(matter, TODAY).needed(ExampleRules.votes(n, n, 0, 0))).isEqualTo(passes);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "1,1", "2,1", "3,1", "4,1", "9,1", "10,2" })
	void withAtLeastOneASmallBranchHasOne(int members, int most) {
		assertThat(new Cap(1, 5, Cap.Of.MEMBERS, true).most(members)).isEqualTo(most);
	}

	@Test
	void aCapIsNoMoreThanTheWholeAndDoesNotOverflow() {
		assertThat(new Cap(9, 10, Cap.Of.MEMBERS, false).most(Integer.MAX_VALUE)).isEqualTo(1_932_735_282);
		assertThatThrownBy(() -> new Cap(6, 5, Cap.Of.MEMBERS, false)).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@CsvSource({ "2024-12-31,旧口径,25", "2025-01-02,旧口径,25", "2025-01-03,2025,24", "2026-03-11,2025,24" })
	void anElectionKeepsTheEditionOfTheDayOnWhichItStarted(LocalDate day, String edition, int quorumOfThirty) {
		VotingRule rule = this.rules.of("election", day);
		assertThat(rule.edition()).isEqualTo(edition);
		assertThat(rule.quorum(30)).isEqualTo(quorumOfThirty);
	}

	@Test
	void eachMatterHasItsFormSecrecyAndTellers() {
		assertThat(this.rules.of("election", TODAY).form()).isEqualTo(Paper.Form.ELECTION);
		assertThat(this.rules.of("election", TODAY).surplus()).isEqualTo(1);
		assertThat(this.rules.of("election", TODAY).ties()).isEqualTo(VotingRule.Ties.REVOTE);
		assertThat(this.rules.of("appraisal", TODAY).form()).isEqualTo(Paper.Form.GRADING);
		assertThat(this.rules.of("appraisal", TODAY).tellers()).isEqualTo(VotingRule.TellersFrom.ROOM);
		assertThat(this.rules.of("admission-vote", TODAY).tellers()).isEqualTo(VotingRule.TellersFrom.NOT_ON_PAPER);
		assertThat(this.rules.of("admission-vote", TODAY).recusal()).isEqualTo(VotingRule.Recusal.STAYS);
		assertThat(this.rules.of("admission-vote", TODAY).motion()).isFalse();
		assertThat(this.rules.of("general", TODAY).secret()).isFalse();
		assertThat(this.rules.of("appraisal", TODAY).kinds()).containsExactly(MeetingKind.BRANCH_GENERAL_MEETING.name(),
				MeetingKind.APPRAISAL_MEETING.name());
	}

	@Test
	void anUnknownMatterAndADayBeforeTheFirstEditionAreRefused() {
		assertThatThrownBy(() -> this.rules.of("lottery", TODAY)).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("refusal.meeting.matter");
		assertThatThrownBy(() -> this.rules.of(null, TODAY)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.rules.of("admission-vote", LocalDate.of(2023, 8, 16)))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("refusal.meeting.edition");
	}

	@Test
	void aRuleThatAnEarlierVersionFrozeIsStillRead() {
		VotingRule frozen = Json.read("{\"presence\":{\"numerator\":1,\"denominator\":2,\"strict\":true},"
				+ "\"passBase\":\"ENTITLED\",\"pass\":{\"numerator\":1,\"denominator\":2,\"strict\":true},\"secret\":true,"
				+ "\"written\":true,\"text\":\"t\",\"source\":\"细则§20–21\"}", VotingRule.class);
		assertThat(frozen.form()).isEqualTo(Paper.Form.DECISION);
		assertThat(frozen.outcome(ExampleRules.votes(30, 16, 15, 1))).isEqualTo(Outcome.PASSED);
		assertThat(Json.read(Json.write(this.rules.of("election", TODAY)), VotingRule.class))
			.isEqualTo(this.rules.of("election", TODAY));
		assertThat(frozen.edition()).isEmpty();
	}

}
