package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.Paper;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.ExampleRules;
import org.leagueflow.voting.Fraction;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VotingRule;
import org.springframework.beans.factory.annotation.Autowired;

/** What the shipped decision table says, and in which edition. */
@StoryTest
class MeetingRulesTests {

	/** No unit chose anything. */
	private static final long UNIT = 0;

	private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

	@Autowired
	MeetingRules rules;

	@Autowired
	Decisions decisions;

	/** rules.md 4.1: least present, least in favour, least for an appraisal, caps. */
	@ParameterizedTest
	@CsvSource({ "2,2,2,2,0,0", "3,2,2,3,0,0", "29,15,15,20,8,5", "30,16,16,21,9,6", "31,16,16,21,9,6",
			"45,23,23,31,13,9" })
	void theTableOfLeastNumbersAndCapsHolds(int n, int quorum, int passes, int appraisal, int excellent,
			int recommended) {
		VotingRule admission = this.rules.of("admission-branchMeeting", UNIT, TODAY);
		assertThat(admission.quorum(n)).isEqualTo(quorum);
		assertThat(admission.needed(ExampleRules.votes(n, n, 0, 0))).isEqualTo(passes);
		assertThat(this.rules.of("appraisal", UNIT, TODAY).quorum(n)).isEqualTo(appraisal);
		assertThat(this.rules.of("appraisal", UNIT, TODAY).cap().most(n)).isEqualTo(excellent);
		for (String matter : List.of("recommendation-vote", "recommendation-list")) {
			assertThat(this.rules.of(matter, UNIT, TODAY).cap().most(n)).isEqualTo(recommended);
			assertThat(this.rules.of(matter, UNIT, TODAY).quorum(n)).isEqualTo(quorum);
			assertThat(this.rules.of(matter, UNIT, TODAY).needed(ExampleRules.votes(n, n, 0, 0))).isEqualTo(passes);
		}
	}

	/** rules.md 4.1, last column: 20 % with halves rounded up. */
	@ParameterizedTest
	@CsvSource({ "0,0", "2,0", "3,1", "4,1", "7,1", "8,2", "29,6", "30,6", "31,6", "45,9" })
	void aCapMayRoundHalvesUp(int members, int most) {
		assertThat(new Cap(20, 100, Cap.Of.MEMBERS, false, Cap.Rounding.HALF_UP).most(members)).isEqualTo(most);
		assertThat(new Cap(90, 100, Cap.Of.MEMBERS, false, Cap.Rounding.HALF_UP).most(Integer.MAX_VALUE))
			.isEqualTo(1_932_735_282);
	}

	/**
	 * What a school may choose of a recommendation; what it does not say is the national
	 * rule.
	 */
	@Test
	void aSchoolMayAskForTwoThirdsAndRoundItsPlaces() {
		assertThat(quorum(Map.of()).least(30)).isEqualTo(16);
		assertThat(quorum(Map.of("twoThirds", false)).least(30)).isEqualTo(16);
		assertThat(quorum(Map.of("twoThirds", true)).least(30)).as("and above").isEqualTo(20);
		assertThat(cap(Map.of()).most(29)).isEqualTo(5);
		assertThat(cap(Map.of("halfUp", true)).most(29)).isEqualTo(6);
		assertThat(cap(Map.of("capPercent", 13)).most(30)).isEqualTo(3);
		assertThat(cap(Map.of("capPercent", 0)).most(30)).isZero();
		assertThat(cap(Map.of()).most(4)).as("a branch of four").isZero();
		assertThat(cap(Map.of("atLeastOne", true)).most(4)).isEqualTo(1);
	}

	private Fraction quorum(Map<String, ?> choices) {
		return new RuleRow("quorum", row("recommendation-quorum", choices)).share("present");
	}

	private Cap cap(Map<String, ?> choices) {
		return new RuleRow("cap", row("recommendation-cap", choices)).cap();
	}

	private Map<String, Object> row(String table, Map<String, ?> choices) {
		Map<String, Object> inputs = new HashMap<>(choices);
		inputs.put("matter", "recommendation-vote");
		return this.decisions.row(table, inputs);
	}

	@Test
	void aWordThatNoOfficeUsesIsNamedWithWhatIsPossible() {
		RuleRow row = new RuleRow("x-quorum", Map.of("present", "过半", "of", "到会"));
		assertThatThrownBy(() -> row.share("present")).hasMessageContaining("x-quorum").hasMessageContaining("过半");
		assertThatThrownBy(() -> row.word("of", RuleRow.BASES)).hasMessageContaining("有效票");
		assertThatThrownBy(() -> row.number("percent")).hasMessageContaining("percent");
	}

	/** Every matter that some table names is answered by all of them. */
	@Test
	void theTablesOfAllQuestionsKnowTheSameMatters() {
		for (String matter : List.of("admission-decide", "admission-activistMeeting", "admission-consent",
				"admission-consentMeeting", "admission-branchMeeting", "admission-committeeMeeting",
				"recommendation-vote", "recommendation-decideFinding", "recommendation-list", "award-resolve",
				"award-assess", "appraisal", "election", "general")) {
			VotingRule rule = this.rules.of(matter, UNIT, TODAY);
			assertThat(rule.text()).isNotBlank();
			assertThat(rule.source()).isNotBlank();
			assertThat(rule.motion()).isEqualTo(!matter.contains("-") || matter.equals("recommendation-list"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "1,1", "2,1", "3,1", "4,1", "9,1", "10,2" })
	void withAtLeastOneASmallBranchHasOne(int members, int most) {
		assertThat(new Cap(1, 5, Cap.Of.MEMBERS, true, Cap.Rounding.DOWN).most(members)).isEqualTo(most);
	}

	@Test
	void aCapIsNoMoreThanTheWholeAndDoesNotOverflow() {
		assertThat(new Cap(9, 10, Cap.Of.MEMBERS, false, Cap.Rounding.DOWN).most(Integer.MAX_VALUE))
			.isEqualTo(1_932_735_282);
		assertThatThrownBy(() -> new Cap(6, 5, Cap.Of.MEMBERS, false, Cap.Rounding.DOWN))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@CsvSource({ "2024-12-31,旧口径,25", "2025-01-02,旧口径,25", "2025-01-03,2025,24", "2026-03-11,2025,24" })
	void anElectionKeepsTheEditionOfTheDayOnWhichItStarted(LocalDate day, String edition, int quorumOfThirty) {
		VotingRule rule = this.rules.of("election", UNIT, day);
		assertThat(rule.edition()).isEqualTo(edition);
		assertThat(rule.quorum(30)).isEqualTo(quorumOfThirty);
	}

	@Test
	void eachMatterHasItsFormSecrecyAndTellers() {
		assertThat(this.rules.of("election", UNIT, TODAY).form()).isEqualTo(Paper.Form.ELECTION);
		assertThat(this.rules.of("election", UNIT, TODAY).surplus()).isEqualTo(1);
		assertThat(this.rules.of("election", UNIT, TODAY).ties()).isEqualTo(VotingRule.Ties.REVOTE);
		assertThat(this.rules.of("appraisal", UNIT, TODAY).form()).isEqualTo(Paper.Form.GRADING);
		assertThat(this.rules.of("appraisal", UNIT, TODAY).tellers()).isEqualTo(VotingRule.TellersFrom.ROOM);
		assertThat(this.rules.of("admission-branchMeeting", UNIT, TODAY).tellers())
			.isEqualTo(VotingRule.TellersFrom.NOT_ON_PAPER);
		assertThat(this.rules.of("admission-branchMeeting", UNIT, TODAY).recusal()).isEqualTo(VotingRule.Recusal.STAYS);
		assertThat(this.rules.of("admission-branchMeeting", UNIT, TODAY).motion()).isFalse();
		assertThat(this.rules.of("general", UNIT, TODAY).secret()).isFalse();
		assertThat(this.rules.of("appraisal", UNIT, TODAY).kinds())
			.containsExactly(MeetingKind.BRANCH_GENERAL_MEETING.name(), MeetingKind.APPRAISAL_MEETING.name());
	}

	@Test
	void anUnknownMatterAndADayBeforeTheFirstEditionAreRefused() {
		assertThatThrownBy(() -> this.rules.of("lottery", UNIT, TODAY)).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("refusal.meeting.matter");
		assertThatThrownBy(() -> this.rules.of("lottery-draw", UNIT, TODAY)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.rules.of("admission-lottery", UNIT, TODAY)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.rules.of(null, UNIT, TODAY)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.rules.of("admission-branchMeeting", UNIT, LocalDate.of(2023, 8, 16)))
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
		assertThat(Json.read(Json.write(this.rules.of("election", UNIT, TODAY)), VotingRule.class))
			.isEqualTo(this.rules.of("election", UNIT, TODAY));
		assertThat(frozen.edition()).isEmpty();
	}

}
