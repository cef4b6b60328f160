package org.leagueflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.scoring.RoundingRule.Mode;
import org.leagueflow.scoring.ScoreComponent.Source;

/**
 * What is wrong with a scheme is said before anything is scored; what is missing is not
 * zero.
 */
class SchemeCheckTests {

	private static final RoundingRule TWO = new RoundingRule(Mode.HALF_UP, 2);

	private static ScoreComponent component(String key, boolean many, String min, String max) {
		return new ScoreComponent(key, "项" + key, Source.PANEL, null, many, (min != null) ? Rational.parse(min) : null,
				(max != null) ? Rational.parse(max) : null);
	}

	private static List<String> faults(Formula formula, ScoreComponent... components) {
		return faults(new ScoringScheme(List.of(components), formula, TWO));
	}

	private static List<String> faults(ScoringScheme scheme) {
		return scheme.faults().stream().map((fault) -> fault.path() + " " + fault.words().key()).toList();
	}

	private static WeightedMean mean(String... weights) {
		return new WeightedMean(java.util.Arrays.stream(weights)
			.map((weight) -> new WeightedMean.Weighted(Rational.parse(weight), new Component("a")))
			.toList());
	}

	@Test
	void weightsOf99PercentAreRefusedAndThirdsMakeAWhole() {
		ScoreComponent a = component("a", false, "0", "100");
		assertThat(faults(mean("60%", "39%"), a)).containsExactly("formula scoring.fault.weights");
		assertThat(new ScoringScheme(List.of(a), mean("60%", "39%"), TWO).faults().get(0).words())
			.isEqualTo(Message.of("scoring.fault.weights", "99%"));
		assertThat(faults(mean("60%", "41%"), a)).containsExactly("formula scoring.fault.weights");
		assertThat(faults(mean("110%", "-10%"), a)).contains("formula.terms[1] scoring.fault.weight");
		assertThat(faults(mean(), a)).contains("formula scoring.fault.weights");
		assertThat(faults(mean("1/3", "1/3", "1/3"), a)).isEmpty();
		assertThat(faults(mean("33.33%", "33.33%", "33.34%"), a)).isEmpty();
	}

	@Test
	void aDivisorThatMayBeZeroIsRefused() {
		ScoreComponent points = component("a", false, null, null);
		Formula a = new Component("a");
		assertThat(faults(new PerCapita(a, new Constant(Rational.ZERO)), points))
			.containsExactly("formula.heads scoring.fault.zero");
		assertThat(faults(new PerCapita(a, a), points)).containsExactly("formula.heads scoring.fault.zero");
		assertThat(faults(new PerCapita(a, a), component("a", false, "0", "9")))
			.containsExactly("formula.heads scoring.fault.zero");
		assertThat(faults(new PerCapita(a, a), component("a", false, "1", null))).isEmpty();
		assertThat(faults(new PerCapita(a, new OneMinus(a)), component("a", false, "0", "1"))).as("1 - 1")
			.containsExactly("formula.heads scoring.fault.zero");
		assertThat(faults(new PerCapita(a, new OneMinus(a)), component("a", false, "0", "0.5"))).isEmpty();
		assertThat(faults(new PerCapita(a, new Rounded(a, new RoundingRule(Mode.FLOOR, 0))),
				component("a", false, "0.5", "9")))
			.as("0.5 rounded down")
			.containsExactly("formula.heads scoring.fault.zero");
	}

	@Test
	void creditsThatAddUpToZeroGiveNoScoreAndAReason() {
		ScoringScheme scheme = new ScoringScheme(List.of(component("a", true, null, null)),
				new CreditWeightedMean(new Component("a")), TWO);
		Score score = scheme
			.score(Inputs.of(List.of(Input.course("a", "体育", BigDecimal.TEN, BigDecimal.ZERO, "1", "表"))));
		assertThat(score.value()).isNull();
		assertThat(score.problems()).extracting(Message::key).contains("scoring.problem.zero");
	}

	@Test
	void unknownUnusedDoubledAndIncompletePartsAreNamed() {
		ScoreComponent a = component("a", false, null, null);
		assertThat(faults(new Component("b"), a)).containsExactly("formula scoring.fault.unknown",
				"components.a scoring.fault.unused");
		assertThat(faults(new Component("a"), a, a)).contains("components[1] scoring.fault.twice");
		assertThat(faults((Formula) null, a)).containsExactly("formula scoring.fault.absent");
		assertThat(faults(new OneMinus(null), a)).contains("formula.of scoring.fault.absent");
		assertThat(faults(new Component("a"), component("a", false, "9", "1")))
			.containsExactly("components[0] scoring.fault.bounds");
		assertThat(faults(new TableLookup(new Component("a"), List.of(), false), a))
			.containsExactly("formula scoring.fault.table");
		assertThat(faults(new TableLookup(new Component("a"),
				List.of(new TableLookup.Row("90", Rational.ONE), new TableLookup.Row("80", Rational.ONE)), true), a))
			.containsExactly("formula scoring.fault.rowOrder");
		assertThat(
				faults(new TableLookup(new Component("a"), List.of(new TableLookup.Row("优", Rational.ONE)), true), a))
			.containsExactly("formula scoring.fault.row");
		assertThat(faults(new ScoringScheme(List.of(a), new Component("a"), null)))
			.containsExactly("rounding scoring.fault.rounding");
		assertThat(faults(new ScoringScheme(List.of(a), new Component("a"), new RoundingRule(Mode.FLOOR, 999_999_999))))
			.containsExactly("rounding scoring.fault.scale");
		assertThat(faults(new Capped(new Component("a"), null, null), a))
			.containsExactly("formula scoring.fault.noCap");
	}

	@Test
	void severalValuesAreTakenTogetherBeforeTheyAreUsed() {
		ScoreComponent panel = component("a", true, null, null);
		ScoreComponent single = component("a", false, null, null);
		assertThat(faults(new Component("a"), panel)).containsExactly("formula scoring.fault.many");
		assertThat(faults(new DropExtremes(new Component("a"), 1, 1, 1), panel))
			.containsExactly("formula scoring.fault.many");
		assertThat(faults(new Mean(new DropExtremes(new Component("a"), 1, 1, 1)), panel)).isEmpty();
		assertThat(faults(new Mean(new Component("a")), single)).containsExactly("formula.of scoring.fault.single");
		assertThat(faults(new Mean(new DropExtremes(new Component("a"), 0, 0, 1)), panel))
			.containsExactly("formula.of scoring.fault.drop");
	}

	@Test
	void aFormulaThatNobodyCanReadIsRefused() {
		Formula deep = new Component("a");
		for (int i = 0; i < 5_000; i++) {
			deep = new OneMinus(deep);
		}
		assertThat(faults(deep, component("a", false, null, null))).containsExactly("formula scoring.fault.size");
		Formula wide = new Sum(IntStream.range(0, 500).mapToObj((i) -> (Formula) new Component("a")).toList());
		assertThat(faults(wide, component("a", false, null, null))).containsExactly("formula scoring.fault.size");
	}

	@Test
	void aMissingMarkIsNotZeroAndIsNamed() {
		ScoringScheme scheme = new ScoringScheme(
				List.of(component("a", false, "0", "100"), component("b", false, "0", "100")),
				new WeightedMean(List.of(new WeightedMean.Weighted(Rational.parse("50%"), new Component("a")),
						new WeightedMean.Weighted(Rational.parse("50%"), new Component("b")))),
				TWO);
		Score without = scheme.score(Inputs.of(List.of(Input.of("a", BigDecimal.TEN, "表"))));
		assertThat(without.value()).isNull();
		assertThat(without.problems()).contains(Message.of("scoring.problem.missing", "项b"));
		Score zero = scheme
			.score(Inputs.of(List.of(Input.of("a", BigDecimal.TEN, "表"), Input.of("b", BigDecimal.ZERO, "表"))));
		assertThat(zero.value()).isEqualByComparingTo("5");
		Score outside = scheme.score(
				Inputs.of(List.of(Input.of("a", new BigDecimal("100.1"), "表"), Input.of("b", BigDecimal.ZERO, "表"))));
		assertThat(outside.value()).isNull();
		assertThat(outside.problems()).contains(Message.of("scoring.problem.range", "项a", "100.1", "0–100"));
		Score twice = scheme.score(Inputs.of(List.of(Input.of("a", BigDecimal.TEN, "表"),
				Input.of("a", BigDecimal.ONE, "表"), Input.of("b", BigDecimal.ZERO, "表"))));
		assertThat(twice.problems()).contains(Message.of("scoring.problem.several", 2));
	}

	@Test
	void theHighestAndLowestAreDroppedOnlyWhereEnoughJudgesMarked() {
		ScoringScheme scheme = new ScoringScheme(List.of(component("a", true, "0", "100")),
				new Mean(new DropExtremes(new Component("a"), 1, 1, 1)), TWO);
		assertThat(scheme.score(marks("95", "80", "90", "85", "60")).value()).isEqualByComparingTo("85");
		assertThat(scheme.score(marks("88", "88", "88")).value()).as("all equal").isEqualByComparingTo("88");
		Score few = scheme.score(marks("88", "90"));
		assertThat(few.value()).isNull();
		assertThat(few.problems()).contains(Message.of("scoring.problem.few", 3, 2));
		Score judgeMissing = scheme.score(Inputs.of(List.of(Input.of("a", BigDecimal.TEN, "甲"),
				Input.of("a", BigDecimal.TEN, "乙"), Input.of("a", BigDecimal.TEN, "丙"), Input.missing("a", "丁", "丁"))));
		assertThat(judgeMissing.value()).isNull();
		assertThat(judgeMissing.problems()).contains(Message.of("scoring.problem.missing", "项a 丁"));
	}

	private static Inputs marks(String... marks) {
		return Inputs
			.of(java.util.Arrays.stream(marks).map((mark) -> Input.of("a", new BigDecimal(mark), "评委")).toList());
	}

	@Test
	void theYearIsTheMeanOfItsTermsAndNotOfItsCourses() {
		ScoringScheme scheme = new ScoringScheme(List.of(component("a", true, "0", "100")),
				new MeanOfTerms(new CreditWeightedMean(new Component("a")), 2), TWO);
		List<Input> year = List.of(Input.course("a", "数学", new BigDecimal("90"), BigDecimal.ONE, "2025-2026-1", null),
				Input.course("a", "英语", new BigDecimal("80"), BigDecimal.ONE, "2025-2026-1", null),
				Input.course("a", "体育", new BigDecimal("70"), BigDecimal.ONE, "2025-2026-2", null));
		assertThat(scheme.score(Inputs.of(year)).value()).isEqualByComparingTo("77.50");
		Score half = scheme.score(Inputs.of(year.subList(0, 2)));
		assertThat(half.value()).isNull();
		assertThat(half.problems()).contains(Message.of("scoring.problem.terms", 2, 1));
	}

	@Test
	void meansOfTermsAreNotNestedAndManyTermsAreNotLookedAt() {
		Formula nested = new CreditWeightedMean(new Component("a"));
		for (int i = 0; i < 10; i++) {
			nested = new MeanOfTerms(nested, 2);
		}
		ScoreComponent a = component("a", true, "0", "100");
		assertThat(faults(nested, a)).contains("formula scoring.fault.termsNested");
		assertThat(faults(new MeanOfTerms(new OneMinus(new MeanOfTerms(new Mean(new Component("a")), 2)), 2), a))
			.containsExactly("formula scoring.fault.termsNested");
		List<Input> terms = IntStream.range(0, 60)
			.mapToObj((term) -> Input.course("a", "数学", BigDecimal.TEN, BigDecimal.ONE, "term-" + term, null))
			.toList();
		ScoringScheme scheme = new ScoringScheme(List.of(a), nested, TWO);
		org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(5),
				() -> assertThat(scheme.score(Inputs.of(terms)).value()).isNull());
	}

	@Test
	void numbersBeyondAnySenseAreRefusedEachByItself() {
		ScoreComponent panel = component("a", true, null, null);
		for (int[] one : new int[][] { { Integer.MAX_VALUE, Integer.MAX_VALUE }, { Integer.MAX_VALUE, 1 },
				{ 1, Integer.MAX_VALUE }, { 21, 0 }, { 11, 10 } }) {
			assertThat(faults(new Mean(new DropExtremes(new Component("a"), one[0], one[1], 1)), panel))
				.as("%s and %s", one[0], one[1])
				.containsExactly("formula.of scoring.fault.drop");
		}
		assertThat(faults(new Mean(new DropExtremes(new Component("a"), 1, 1, Integer.MAX_VALUE)), panel))
			.containsExactly("formula.of scoring.fault.drop");
	}

	@Test
	void aPenaltyNeverRaisesAScore() {
		for (String least : new String[] { null, "-5" }) {
			assertThat(faults(new CappedSum(null, null, new Component("a"), null, Rational.of(100)),
					component("a", true, least, "5")))
				.containsExactly("formula.minus scoring.fault.minusBelowZero");
		}
		assertThat(faults(
				new CappedSum(null, null, new Capped(new Component("a"), Rational.ZERO, null), null, Rational.of(100)),
				component("a", true, null, null)))
			.isEmpty();
	}

	@Test
	void pointsAreAddedAndTakenOffWithinBounds() {
		ScoringScheme scheme = new ScoringScheme(
				List.of(component("plus", true, "0", null), component("minus", true, "0", null)),
				new CappedSum(new Constant(Rational.of(80)), new Component("plus"), new Component("minus"), null,
						Rational.of(100)),
				TWO);
		assertThat(scheme.faults()).isEmpty();
		assertThat(scheme.score(Inputs.of(List.of())).value()).as("nothing on record takes nothing")
			.isEqualByComparingTo("80");
		assertThat(scheme
			.score(Inputs.of(List.of(Input.of("plus", new BigDecimal("3.5"), "台账"),
					Input.of("minus", new BigDecimal("1"), "台账"))))
			.value()).isEqualByComparingTo("82.5");
		assertThat(scheme.score(Inputs.of(List.of(Input.of("plus", new BigDecimal("30"), "台账")))).value())
			.isEqualByComparingTo("100");
		assertThat(scheme.score(Inputs.of(List.of(Input.missing("plus", null, "台账")))).value()).isNull();
	}

	@Test
	void theMomentOfRoundingIsWhereItStands() {
		ScoreComponent a = component("a", true, null, null);
		List<Input> inputs = List.of(Input.of("a", new BigDecimal("84.5"), null),
				Input.of("a", new BigDecimal("84.5"), null), Input.of("a", new BigDecimal("84.4"), null));
		RoundingRule whole = RoundingRule.whole(Mode.HALF_UP);
		assertThat(new ScoringScheme(List.of(a), new Mean(new Component("a")), whole).score(Inputs.of(inputs)).value())
			.isEqualByComparingTo("84");
		assertThat(new ScoringScheme(List.of(a), new Mean(new Rounded(new Component("a"), whole)), whole)
			.score(Inputs.of(inputs))
			.value()).isEqualByComparingTo("85");
	}

	@Test
	void bestOfCountsTheHighest() {
		ScoreComponent a = component("a", true, null, null);
		ScoringScheme best = new ScoringScheme(List.of(a), new Sum(List.of(new BestOf(new Component("a"), 2))), TWO);
		assertThat(best.faults()).isEmpty();
		assertThat(best.score(marks("3", "9", "5")).value()).isEqualByComparingTo("14");
		assertThat(best.score(marks("3")).value()).isEqualByComparingTo("3");
		assertThat(best.score(Inputs.of(List.of())).value()).as("nothing on record is not zero").isNull();
	}

	@Test
	void theExplanationCanBeTypedIntoACalculator() {
		ScoringScheme scheme = new ScoringScheme(
				List.of(component("a", false, null, null), component("b", true, null, null)),
				new WeightedMean(List.of(new WeightedMean.Weighted(Rational.parse("60%"), new Component("a")),
						new WeightedMean.Weighted(Rational.parse("40%"), new Mean(new Component("b"))))),
				TWO);
		Score score = scheme.score(Inputs
			.of(List.of(Input.of("a", new BigDecimal("88.5"), "综测表 R12"), Input.of("b", new BigDecimal("85"), "甲"),
					Input.of("b", new BigDecimal("86"), "乙"), Input.of("b", new BigDecimal("86"), "丙"))));
		assertThat(score.value()).isEqualTo("87.37");
		assertThat(score.explanation().lines())
			.extracting((line) -> line.depth() + " " + line.words().key() + line.words().args())
			.containsExactly("0 scoring.rounded.HALF_UP[2, 2621/30 ≈ 87.366667, 87.37]",
					"1 scoring.step.weightedMean[88.5×60% + 257/3×40%, 2621/30 ≈ 87.366667]",
					"2 scoring.entry.from[项a, 88.5, 综测表 R12]",
					"2 scoring.step.mean[(85 + 86 + 86) ÷ 3, 257/3 ≈ 85.666667]", "3 scoring.entry.from[项b, 85, 甲]",
					"3 scoring.entry.from[项b, 86, 乙]", "3 scoring.entry.from[项b, 86, 丙]");
	}

	@Test
	void aFormulaIsJsonAndComesBackTheSame() {
		ScoringScheme scheme = new ScoringScheme(
				List.of(component("a", true, "0",
						"100")),
				new CappedSum(new Constant(Rational.parse("1/3")),
						new DropExtremes(new Rounded(new Retake(
								new GradeWords(new Component("a"), List.of(new TableLookup.Row("优", Rational.of(95)))),
								Retake.Which.HIGHEST), TWO), 1, 0, 1),
						null, null, Rational.of(100)),
				TWO);
		String json = Json.write(scheme);
		assertThat(json).contains("\"type\":\"cappedSum\"").contains("\"1/3\"");
		assertThat(Json.readStrictly(json, ScoringScheme.class)).isEqualTo(scheme);
		assertThatThrownBy(
				() -> Json.readStrictly(json.replace("\"highest\":1", "\"highest\":1.5"), ScoringScheme.class))
			.isInstanceOf(java.io.UncheckedIOException.class);
		assertThatThrownBy(() -> Json.readStrictly(json.replace("\"highest\"", "\"hihgest\""), ScoringScheme.class))
			.isInstanceOf(java.io.UncheckedIOException.class);
		assertThatThrownBy(() -> Json.readStrictly(json.replace("cappedSum", "script"), ScoringScheme.class))
			.isInstanceOf(java.io.UncheckedIOException.class);
	}

	@Test
	void numbersAreReadExactlyOrNotAtAll() {
		assertThat(Rational.parse("0.1").plus(Rational.parse("0.2"))).isEqualTo(Rational.parse("30%"));
		assertThat(Rational.parse("256/3").text()).isEqualTo("256/3");
		assertThat(Rational.parse("2.50").text()).isEqualTo("2.5");
		assertThat(Rational.parse("-7%").percent()).isEqualTo("-7%");
		for (String none : List.of("", "1e9", "1/0", "1/0.0", "NaN", "7 %", "１", "1,5", "99999999999999999999")) {
			assertThatThrownBy(() -> Rational.parse(none)).as(none).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void aQuotaIsAWholeCountOrAShare() {
		assertThat(QuotaRule.count(3).faults("q")).isEmpty();
		assertThat(fault(new QuotaRule(Rational.parse("-1"), null, null, false)))
			.isEqualTo("scoring.fault.quotaBelowZero");
		assertThat(fault(new QuotaRule(Rational.parse("2.5"), null, null, false)))
			.isEqualTo("scoring.fault.quotaWhole");
		assertThat(fault(new QuotaRule(null, null, null, false))).isEqualTo("scoring.fault.quotaKind");
		assertThat(fault(new QuotaRule(Rational.ONE, Rational.ONE, null, false))).isEqualTo("scoring.fault.quotaKind");
		assertThat(fault(new QuotaRule(null, Rational.parse("-5%"), Mode.FLOOR, false)))
			.isEqualTo("scoring.fault.quotaBelowZero");
		assertThat(fault(new QuotaRule(null, Rational.parse("101%"), Mode.FLOOR, false)))
			.isEqualTo("scoring.fault.quotaShare");
		assertThat(fault(new QuotaRule(null, Rational.parse("5%"), null, false))).isEqualTo("scoring.fault.rounding");
		assertThat(LevelRules.limitOfOthers(10, Rational.parse("40%"))).isEqualTo(6);
		assertThat(LevelRules.limitOfOthers(11, Rational.parse("40%"))).as("4.4 are 5").isEqualTo(6);
		assertThatThrownBy(() -> new LevelRules(List.of(-1), true, true, TiePolicy.NONE, Map.of()))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static String fault(QuotaRule rule) {
		return rule.faults("q").get(0).words().key();
	}

}
