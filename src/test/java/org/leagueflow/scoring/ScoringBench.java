package org.leagueflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 20,000 in 600 groups: scores by a formula of five parts, ranks, and levels; each step
 * with the fastest and the median of eleven rounds.
 */
class ScoringBench {

	private static final int SUBJECTS = 20_000;

	private static final int GROUPS = 600;

	private static final int ROUNDS = 11;

	private static final ScoringScheme SCHEME = new ScoringScheme(
			List.of(new ScoreComponent("courses", "课程", ScoreComponent.Source.MARKS, null, true, null, null),
					new ScoreComponent("conduct", "德育", ScoreComponent.Source.MARKS, null, false, null, null)),
			new WeightedMean(List.of(
					new WeightedMean.Weighted(Rational.parse("80%"), new CreditWeightedMean(new Component("courses"))),
					new WeightedMean.Weighted(Rational.parse("20%"), new Component("conduct")))),
			new RoundingRule(RoundingRule.Mode.HALF_UP, 2));

	@Test
	void scoresRanksAndLevels() {
		List<Inputs> inputs = inputs();
		List<Ranked> all = new ArrayList<>();
		measured("score of 20,000, ten courses each", () -> {
			all.clear();
			for (int i = 0; i < SUBJECTS; i++) {
				all.add(Ranked.of(i, SCHEME.score(inputs.get(i)).value()));
			}
		});
		List<List<Ranked>> groups = new ArrayList<>();
		for (int group = 0; group < GROUPS; group++) {
			groups.add(all.subList(group * SUBJECTS / GROUPS, (group + 1) * SUBJECTS / GROUPS));
		}
		List<List<Placing>> placings = new ArrayList<>();
		measured("rank of 20,000 in 600 groups", () -> {
			placings.clear();
			groups.forEach((group) -> placings.add(Ranking.rank(group)));
		});
		measured("rank of 20,000 in one group", () -> Ranking.rank(all));
		int[] given = { 0 };
		measured("levels of 600 groups", () -> {
			given[0] = 0;
			placings.forEach((group) -> given[0] += levels(group));
		});
		assertThat(given[0]).isPositive();
	}

	private static int levels(List<Placing> group) {
		List<Entrant> entrants = group.stream()
			.filter((one) -> one.place() != null)
			.map((one) -> Entrant.of(one.subjectId(), one.place(), (one.place() <= 2) ? 0 : (one.place() <= 5) ? 1 : 2))
			.toList();
		return Levels
			.allocate(new LevelRules(List.of(1, 2, 3), true, true, TiePolicy.ALL_IN, Map.of()), entrants, Map.of())
			.levels()
			.stream()
			.mapToInt(List::size)
			.sum();
	}

	private static List<Inputs> inputs() {
		Random random = new Random(13);
		List<Inputs> inputs = new ArrayList<>();
		for (int i = 0; i < SUBJECTS; i++) {
			List<Input> own = new ArrayList<>();
			for (int course = 0; course < 10; course++) {
				own.add(Input.course("courses", "课程" + course, BigDecimal.valueOf(40 + random.nextInt(61)),
						BigDecimal.valueOf(1 + random.nextInt(5)), "2025-2026-1", "成绩单"));
			}
			own.add(Input.of("conduct", BigDecimal.valueOf(600 + random.nextInt(401), 1), "综测表"));
			inputs.add(Inputs.of(own));
		}
		return inputs;
	}

	private static void measured(String what, Runnable work) {
		long[] nanos = new long[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			work.run();
			nanos[round] = System.nanoTime() - start;
		}
		Arrays.sort(nanos);
		System.out.printf("%-36s fastest %6.1f ms, median %6.1f ms%n", what, nanos[0] / 1e6, nanos[ROUNDS / 2] / 1e6);
	}

}
