package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Cap;

/** The arithmetic of marks and places, next to whole numbers that count on their own. */
class MarkSheetTests {

	@Test
	void scoresAreThoseOfWholeNumbers() {
		Random random = new Random(20250303);
		for (int round = 0; round < 5000; round++) {
			int[] weights = weights(random);
			int raters = 1 + random.nextInt(9);
			int[][] tenths = new int[raters][4];
			List<MarkSheet> sheets = new ArrayList<>();
			for (int rater = 0; rater < raters; rater++) {
				for (int dimension = 0; dimension < 4; dimension++) {
					tenths[rater][dimension] = random.nextInt(1001);
				}
				sheets.add(sheet(tenths[rater]));
			}
			assertThat(MarkSheet.score(sheets, weighted(weights)).toPlainString()).isEqualTo(oracle(tenths, weights));
		}
	}

	/** Hundredths, half up, with whole numbers only: tenths times percent times ten. */
	private static String oracle(int[][] tenths, int[] weights) {
		long sum = 0;
		for (int[] rater : tenths) {
			for (int dimension = 0; dimension < 4; dimension++) {
				sum += (long) rater[dimension] * weights[dimension];
			}
		}
		// sum is in thousandths of a mark and per rater; one hundredth is 10 of them.
		BigInteger divisor = BigInteger.valueOf(10L * tenths.length);
		BigInteger[] parts = BigInteger.valueOf(sum).divideAndRemainder(divisor);
		long hundredths = parts[0].longValueExact() + ((parts[1].shiftLeft(1).compareTo(divisor) >= 0) ? 1 : 0);
		return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
	}

	private static int[] weights(Random random) {
		int[] cuts = random.ints(3, 0, 101).sorted().toArray();
		return new int[] { cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2] };
	}

	private static Weights weighted(int... percent) {
		Map<Dimension, Integer> weights = new EnumMap<>(Dimension.class);
		for (Dimension dimension : Dimension.values()) {
			weights.put(dimension, percent[dimension.ordinal()]);
		}
		return new Weights(weights);
	}

	private static MarkSheet sheet(int... tenths) {
		Map<Dimension, BigDecimal> marks = new EnumMap<>(Dimension.class);
		for (Dimension dimension : Dimension.values()) {
			marks.put(dimension, BigDecimal.valueOf(tenths[dimension.ordinal()], 1));
		}
		return new MarkSheet(marks);
	}

	@Test
	void halvesAreRoundedUpOnceAndAtTheEnd() {
		assertThat(MarkSheet.score(List.of(sheet(1, 0, 0, 0), sheet(0, 0, 0, 0)), weighted(10, 30, 30, 30)))
			.as("0.1 with 10 % of two raters is 0.005")
			.isEqualByComparingTo("0.01");
	}

	@Test
	void weightsOf99PercentAreRefused() {
		assertThatThrownBy(() -> weighted(25, 25, 25, 24)).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("weights")
			.hasMessageContaining("99");
		assertThatThrownBy(() -> weighted(26, 25, 25, 25)).isInstanceOf(Refusal.Invalid.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "100.1", "101", "-1", "90.55", "", "九十", "1e2", "NaN", "90,5", "1000", " " })
	void marksOutsideTheScaleAreRefused(String mark) {
		assertThatThrownBy(() -> MarkSheet.parse(RecommendationStory.Told.all(mark)))
			.isInstanceOfSatisfying(Refusal.Invalid.class, (no) -> assertThat(no.fields()).hasSize(4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "100", "100.0", "59.9", " 60 " })
	void marksOnTheScaleAreTaken(String mark) {
		assertThat(MarkSheet.parse(RecommendationStory.Told.all(mark)).of(Dimension.VIRTUE))
			.isEqualByComparingTo(mark.strip());
	}

	@Test
	void whatLiesFarFromTheMedianStandsOut() {
		List<MarkSheet> sheets = List.of(sheet(900, 900, 900, 900), sheet(880, 880, 880, 880),
				sheet(690, 880, 880, 880), sheet(910, 880, 880, 880));
		assertThat(MarkSheet.standsOut(new BigDecimal("69"), sheets, Dimension.VIRTUE, 20)).isFalse();
		assertThat(MarkSheet.standsOut(new BigDecimal("68.9"), sheets, Dimension.VIRTUE, 20)).isTrue();
		assertThat(MarkSheet.standsOut(new BigDecimal("91"), sheets, Dimension.VIRTUE, 20)).isFalse();
	}

	@Test
	void placesAreThoseOfTheTable() {
		int[][] table = { { 2, 0, 0 }, { 3, 0, 1 }, { 29, 5, 6 }, { 30, 6, 6 }, { 31, 6, 6 }, { 45, 9, 9 },
				{ 4, 0, 1 } };
		for (int[] row : table) {
			assertThat(cap(false, false).most(row[0])).as("floor of 20 %% of %d", row[0]).isEqualTo(row[1]);
			assertThat(cap(true, false).most(row[0])).as("half up, of %d", row[0]).isEqualTo(row[2]);
		}
		assertThat(cap(false, true).most(4)).isEqualTo(1);
		assertThat(cap(false, true).most(0)).isZero();
		for (int members = 0; members <= 2000; members++) {
			int most = cap(false, false).most(members);
			assertThat(most * 5L).isLessThanOrEqualTo(members);
			assertThat((most + 1) * 5L).isGreaterThan(members);
		}
	}

	private static Cap cap(boolean halfUp, boolean minOne) {
		return new Cap(20, 100, Cap.Of.MEMBERS, minOne, halfUp ? Cap.Rounding.HALF_UP : Cap.Rounding.DOWN);
	}

}
