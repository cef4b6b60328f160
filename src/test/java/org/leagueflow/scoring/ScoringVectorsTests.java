package org.leagueflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.scoring.RoundingRule.Mode;
import org.leagueflow.scoring.ScoreComponent.Source;

/** Every vector that the rules name for awards (rules 4.6). */
class ScoringVectorsTests {

	private static final RoundingRule FOUR = new RoundingRule(Mode.HALF_UP, 4);

	private static Formula of(String key) {
		return new Component(key);
	}

	private static ScoreComponent one(String key) {
		return new ScoreComponent(key, key.toUpperCase(java.util.Locale.ROOT), Source.ENTERED, null, false, null, null);
	}

	private static ScoreComponent many(String key) {
		return new ScoreComponent(key, key.toUpperCase(java.util.Locale.ROOT), Source.MARKS, null, true, null, null);
	}

	private static WeightedMean.Weighted weighted(String weight, Formula of) {
		return new WeightedMean.Weighted(Rational.parse(weight), of);
	}

	private static TableLookup.Row row(String at, String value) {
		return new TableLookup.Row(at, Rational.parse(value));
	}

	private static BigDecimal decimal(String text) {
		return new BigDecimal(text);
	}

	@ParameterizedTest
	@CsvSource({ "19,1", "20,1", "21,2", "100,5", "101,6" })
	void aPartOfAPlaceIsOneMoreAndAWholeNumberIsNot(int base, int places) {
		assertThat(QuotaRule.share(Rational.parse("5%"), Mode.PLUS_ONE_UNLESS_WHOLE, false).places(base))
			.isEqualTo(places);
	}

	@ParameterizedTest
	@CsvSource({ "333,3%,9", "412,3%,12", "100,29%,29" })
	void noMoreThanAShareIsRoundedDown(int base, String share, int places) {
		assertThat(QuotaRule.share(Rational.parse(share), Mode.FLOOR, false).places(base)).isEqualTo(places);
	}

	@Test
	void sevenPercentOfAHundredIsSevenHoweverItIsRounded() {
		for (Mode mode : Mode.values()) {
			assertThat(QuotaRule.share(Rational.parse("7%"), mode, false).places(100)).as("%s", mode).isEqualTo(7);
			assertThat(QuotaRule.share(Rational.parse("0.29"), mode, false).places(100)).as("%s", mode).isEqualTo(29);
		}
	}

	@Test
	void aShareBelowOneAllowsOneWhereTheRuleSaysSo() {
		QuotaRule rule = QuotaRule.share(Rational.parse("5%"), Mode.HALF_UP, true);
		assertThat(List.of(rule.places(0), rule.places(1), rule.places(29), rule.places(30))).containsExactly(0, 1, 1,
				2);
	}

	@Test
	void whoIsAboveTheFirstLevelsPlacesStandsFirstInTheSecond() {
		List<Entrant> entrants = new ArrayList<>();
		for (int place = 1; place <= 25; place++) {
			entrants.add(Entrant.of(place, place, (place <= 5) ? 0 : (place <= 15) ? 1 : 2));
		}
		LevelAllocation allocation = Levels
			.allocate(new LevelRules(List.of(3, 7, 10), true, true, TiePolicy.NONE, Map.of()), entrants, Map.of());
		assertThat(allocation.levels().get(0)).containsExactly(1L, 2L, 3L);
		assertThat(allocation.levels().get(1)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
		assertThat(allocation.levels().get(2)).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
	}

	@Test
	void anEmptyPlaceIsFilledFromTheNextLevelAndNotFromFurtherDown() {
		LevelRules rules = new LevelRules(List.of(3, 1, 10), true, true, TiePolicy.NONE, Map.of());
		List<Entrant> entrants = List.of(Entrant.of(1, 1, 0), Entrant.of(2, 2, 1), Entrant.of(3, 3, 2),
				Entrant.of(4, 4, 2), Entrant.of(5, 5, 2));
		LevelAllocation allocation = Levels.allocate(rules, entrants, Map.of());
		assertThat(allocation.levels()).containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L, 5L));
		LevelRules unfilled = new LevelRules(List.of(3, 1, 10), true, false, TiePolicy.NONE, Map.of());
		assertThat(Levels.allocate(unfilled, entrants, Map.of()).levels()).containsExactly(List.of(1L), List.of(2L),
				List.of(3L, 4L, 5L));
	}

	@ParameterizedTest
	@CsvSource({ "一等,B,0.90,0.6775", "三等,D,0.70,0.5400" })
	void aTableAndWhatIsLeftOfOne(String scholarship, String poverty, String good, String expected) {
		ScoringScheme scheme = new ScoringScheme(List.of(one("scholarship"), one("poverty"), one("good")),
				new WeightedMean(List.of(
						weighted("0.5",
								new OneMinus(new TableLookup(of("scholarship"),
										List.of(row("一等", "0.125"), row("二等", "0.375"), row("三等", "0.5")), false))),
						weighted("0.3",
								new TableLookup(of("poverty"),
										List.of(row("B", "0.2"), row("C", "0.3"), row("D", "0.5")), false)),
						weighted("0.2", of("good")))),
				FOUR);
		assertThat(scheme.faults()).isEmpty();
		Score score = scheme.score(Inputs.of(List.of(Input.word("scholarship", scholarship, "名册"),
				Input.word("poverty", poverty, "名册"), Input.of("good", decimal(good), "成绩单"))));
		assertThat(score.value()).isEqualByComparingTo(expected);
	}

	@Test
	void eachItemIsCappedByItself() {
		ScoringScheme scheme = new ScoringScheme(List.of(one("a"), one("b"), one("c"), one("d"), one("e")),
				new Sum(List.of(cap("a", 25), cap("b", 20), cap("c", 20), cap("d", 15), cap("e", 20))), FOUR);
		assertThat(scheme.faults()).isEmpty();
		assertThat(scheme.score(typed(Map.of("a", "26", "b", "20", "c", "20", "d", "15", "e", "20"))).value())
			.isEqualByComparingTo("100");
		assertThat(scheme.score(typed(Map.of("a", "26", "b", "21", "c", "3", "d", "16", "e", "0.5"))).value())
			.isEqualByComparingTo("63.5");
	}

	private static Formula cap(String key, long most) {
		return new Capped(of(key), null, Rational.of(most));
	}

	private static Inputs typed(Map<String, String> values) {
		return Inputs
			.of(values.entrySet().stream().map((one) -> Input.of(one.getKey(), decimal(one.getValue()), "表")).toList());
	}

	@Test
	void eightyAndTwentyPercent() {
		ScoringScheme scheme = new ScoringScheme(List.of(one("study"), one("conduct")),
				new WeightedMean(List.of(weighted("80%", of("study")), weighted("20%", of("conduct")))),
				new RoundingRule(Mode.HALF_UP, 1));
		assertThat(scheme.score(typed(Map.of("study", "85", "conduct", "90"))).value()).isEqualTo("86.0");
	}

	@Test
	void equalScoresHaveEqualRanksAndNotEnteredHasNone() {
		List<Placing> placings = Ranking.rank(List.of(Ranked.of(4, null), Ranked.of(1, decimal("90")),
				Ranked.of(3, decimal("85")), Ranked.of(2, decimal("90.0")), Ranked.of(5, decimal("0"))));
		assertThat(placings).extracting(Placing::subjectId).containsExactly(1L, 2L, 3L, 5L, 4L);
		assertThat(placings).extracting(Placing::rank).containsExactly(1, 1, 3, 4, null);
	}

	@Test
	void aRetakenCourseCountsByTheLatestOrTheHighestMark() {
		List<Input> failedThenPassed = List.of(
				Input.course("mark", "高等数学", decimal("55"), decimal("4"), "2024-2025-1", "成绩单"),
				Input.course("mark", "高等数学", decimal("66"), decimal("4"), "2024-2025-2", "成绩单"));
		List<Input> passedThenWorse = List.of(
				Input.course("mark", "高等数学", decimal("70"), decimal("4"), "2024-2025-1", "成绩单"),
				Input.course("mark", "高等数学", decimal("66"), decimal("4"), "2024-2025-2", "成绩单"));
		assertThat(retake(Retake.Which.LATEST, failedThenPassed)).isEqualByComparingTo("66");
		assertThat(retake(Retake.Which.HIGHEST, failedThenPassed)).isEqualByComparingTo("66");
		assertThat(retake(Retake.Which.LATEST, passedThenWorse)).isEqualByComparingTo("66");
		assertThat(retake(Retake.Which.HIGHEST, passedThenWorse)).isEqualByComparingTo("70");
	}

	private static BigDecimal retake(Retake.Which which, List<Input> inputs) {
		ScoringScheme scheme = new ScoringScheme(List.of(many("mark")),
				new CreditWeightedMean(new Retake(of("mark"), which)), FOUR);
		assertThat(scheme.faults()).isEmpty();
		return scheme.score(Inputs.of(inputs)).value();
	}

	@ParameterizedTest
	@CsvSource({ "优,95", "良,85", "中,75", "及格,65", "合格,80" })
	void passedByGradesAndPassedByTwoAreNotTheSame(String word, String expected) {
		ScoringScheme scheme = new ScoringScheme(List.of(one("grade")),
				new GradeWords(of("grade"),
						List.of(row("优", "95"), row("良", "85"), row("中", "75"), row("及格", "65"), row("合格", "80"))),
				new RoundingRule(Mode.HALF_UP, 0));
		assertThat(scheme.score(Inputs.of(List.of(Input.word("grade", word, "成绩单")))).value())
			.isEqualByComparingTo(expected);
	}

	@Test
	void aTieOnTheLastPlaceUnderEachPolicy() {
		List<Entrant> entrants = List.of(Entrant.of(1, 1, 0), Entrant.of(2, 2, 0), Entrant.of(3, 2, 0),
				Entrant.of(4, 4, 0));
		assertThat(lastPlace(TiePolicy.ALL_IN, entrants, Map.of()).levels().get(0)).containsExactly(1L, 2L, 3L);
		assertThat(lastPlace(TiePolicy.NONE, entrants, Map.of()).levels().get(0)).containsExactly(1L);
		LevelAllocation open = lastPlace(TiePolicy.COMMITTEE, entrants, Map.of());
		assertThat(open.levels().get(0)).containsExactly(1L);
		assertThat(open.openTie()).contains(new LevelAllocation.Tie(0, List.of(2L, 3L), 1));
		LevelAllocation decided = lastPlace(TiePolicy.COMMITTEE, entrants, Map.of(3L, 0, 2L, 1));
		assertThat(decided.openTie()).isEmpty();
		assertThat(decided.levels().get(0)).containsExactly(1L, 3L);
		Lot lot = Lot.draw("4711", List.of(2L, 3L));
		assertThat(lastPlace(TiePolicy.LOT, entrants, Map.of()).openTie()).isPresent();
		assertThat(lastPlace(TiePolicy.LOT, entrants, lot.order()).levels().get(0)).containsExactly(1L,
				lot.lines().get(0).subjectId());
		assertThat(Lot.draw("4711", List.of(3L, 2L))).as("drawn again by anybody").isEqualTo(lot);
	}

	@Test
	void whoFitsDoesNotLoseByEqualsWhoseBranchIsFull() {
		List<Entrant> equals = List.of(new Entrant(1, 1, 0, Set.of("branch:1")),
				new Entrant(2, 1, 0, Set.of("branch:1")), new Entrant(3, 1, 0, Set.of("branch:2")),
				new Entrant(4, 4, 0, Set.of("branch:1")));
		for (TiePolicy ties : List.of(TiePolicy.NONE, TiePolicy.ALL_IN)) {
			assertThat(Levels
				.allocate(new LevelRules(List.of(3), true, true, ties, Map.of("branch:1", 1)), equals, Map.of())
				.levels()
				.get(0)).as("%s", ties).containsExactly(3L);
		}
		LevelRules asked = new LevelRules(List.of(3), true, true, TiePolicy.COMMITTEE, Map.of("branch:1", 1));
		assertThat(Levels.allocate(asked, equals, Map.of()).openTie())
			.contains(new LevelAllocation.Tie(0, List.of(1L, 2L, 3L), 2));
		assertThat(Levels.allocate(asked, equals, Map.of(1L, 1, 2L, 0, 3L, 2)).levels().get(0)).containsExactly(2L, 3L);
	}

	@Test
	void ordersOfDifferentDecisionsSayNothingAboutEachOther() {
		List<Entrant> equals = List.of(Entrant.of(1, 1, 0), Entrant.of(2, 1, 0), Entrant.of(3, 1, 0));
		assertThat(lastPlace(TiePolicy.COMMITTEE, equals, Map.of(1L, 0, 2L, 1, 3L, 0)).openTie()).isPresent();
		assertThat(lastPlace(TiePolicy.COMMITTEE, equals, Map.of(1L, 0, 2L, 1, 3L, Levels.POSITIONS + 2)).openTie())
			.isPresent();
		assertThat(lastPlace(TiePolicy.COMMITTEE, equals,
				Map.of(1L, Levels.POSITIONS, 2L, Levels.POSITIONS + 7, 3L, Levels.POSITIONS + 1))
			.levels()
			.get(0)).as("one of four withdrew").containsExactly(1L, 3L);
	}

	private static LevelAllocation lastPlace(TiePolicy ties, List<Entrant> entrants, Map<Long, Integer> decided) {
		return Levels.allocate(new LevelRules(List.of(2), true, true, ties, Map.of()), entrants, decided);
	}

	@Test
	void tieBreakersTellEqualsApartBeforeTheTiePolicyDoes() {
		List<Placing> placings = Ranking.rank(List.of(Ranked.of(1, decimal("90"), decimal("80"), decimal("1")),
				Ranked.of(2, decimal("90"), decimal("80"), decimal("2")),
				Ranked.of(3, decimal("90"), null, decimal("9")),
				Ranked.of(4, decimal("91"), decimal("0"), decimal("0"))));
		assertThat(placings).extracting(Placing::subjectId).containsExactly(4L, 2L, 1L, 3L);
		assertThat(placings).extracting(Placing::rank).as("equal scores, equal ranks").containsExactly(1, 2, 2, 2);
		assertThat(placings).extracting(Placing::place).containsExactly(1, 2, 3, 4);
	}

}
