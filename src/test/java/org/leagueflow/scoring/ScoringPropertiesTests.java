package org.leagueflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leagueflow.scoring.RoundingRule.Mode;

/**
 * Thousands of random cases against an oracle that counts in whole numbers and shares no
 * code with what it checks.
 */
class ScoringPropertiesTests {

	private static final long SEED = 20261130;

	private static final int ROUNDS = 3_000;

	@Test
	void quotasAreWhatCountingInHundredthsSays() {
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			int base = random.nextInt(2_000);
			int basisPoints = random.nextInt(10_001);
			long exact = (long) base * basisPoints;
			long whole = exact / 10_000;
			long rest = exact % 10_000;
			Rational share = Rational.parse(basisPoints + "/10000");
			assertThat(places(share, Mode.FLOOR, base)).isEqualTo(whole);
			assertThat(places(share, Mode.CEILING, base)).isEqualTo(whole + ((rest > 0) ? 1 : 0));
			assertThat(places(share, Mode.PLUS_ONE_UNLESS_WHOLE, base)).isEqualTo(whole + ((rest > 0) ? 1 : 0));
			assertThat(places(share, Mode.HALF_UP, base)).isEqualTo(whole + ((rest >= 5_000) ? 1 : 0));
			assertThat(places(share, Mode.HALF_EVEN, base))
				.isEqualTo(whole + ((rest > 5_000 || rest == 5_000 && whole % 2 == 1) ? 1 : 0));
		}
	}

	private static long places(Rational share, Mode mode, int base) {
		return QuotaRule.share(share, mode, false).places(base);
	}

	@Test
	void aWeightedMeanIsWhatCountingInUnitsSays() {
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			int first = 1 + random.nextInt(98);
			int second = 1 + random.nextInt(99 - first);
			int[] weights = { first, second, 100 - first - second };
			List<WeightedMean.Weighted> terms = new ArrayList<>();
			List<Input> inputs = new ArrayList<>();
			List<ScoreComponent> components = new ArrayList<>();
			long units = 0;
			for (int i = 0; i < 3; i++) {
				int tenths = random.nextInt(1_001);
				units += (long) tenths * weights[i];
				terms.add(new WeightedMean.Weighted(Rational.parse(weights[i] + "%"), new Component("c" + i)));
				components
					.add(new ScoreComponent("c" + i, "项" + i, ScoreComponent.Source.ENTERED, null, false, null, null));
				inputs.add(Input.of("c" + i, BigDecimal.valueOf(tenths, 1), null));
			}
			BigDecimal value = new ScoringScheme(components, new WeightedMean(terms), new RoundingRule(Mode.HALF_UP, 2))
				.score(Inputs.of(inputs))
				.value();
			assertThat(value.unscaledValue().longValueExact()).isEqualTo((units + 5) / 10);
		}
	}

	@Test
	void aCreditWeightedMeanIsWhatLongDivisionSays() {
		Random random = new Random(SEED);
		ScoringScheme scheme = new ScoringScheme(
				List.of(new ScoreComponent("mark", "成绩", ScoreComponent.Source.MARKS, null, true, null, null)),
				new CreditWeightedMean(new Component("mark")), new RoundingRule(Mode.HALF_UP, 2));
		for (int round = 0; round < ROUNDS; round++) {
			long above = 0;
			long below = 0;
			List<Input> inputs = new ArrayList<>();
			for (int course = 0; course < 1 + random.nextInt(12); course++) {
				int mark = random.nextInt(101);
				int halves = 1 + random.nextInt(12);
				above += (long) mark * halves;
				below += halves;
				inputs.add(Input.course("mark", "课程" + course, BigDecimal.valueOf(mark),
						BigDecimal.valueOf(halves * 5L, 1), null, null));
			}
			long hundredths = (2 * above * 100 + below) / (2 * below);
			assertThat(scheme.score(Inputs.of(inputs)).value().unscaledValue().longValueExact()).isEqualTo(hundredths);
		}
	}

	@Test
	void aRankIsOneMoreThanHowManyAreBetter() {
		Random random = new Random(SEED);
		for (int round = 0; round < 300; round++) {
			int size = random.nextInt(60);
			int[] scores = new int[size];
			int[] breakers = new int[size];
			List<Ranked> group = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				scores[i] = random.nextInt(12) - 1;
				breakers[i] = random.nextInt(3);
				group.add(Ranked.of(i, (scores[i] >= 0) ? BigDecimal.valueOf(scores[i]) : null,
						BigDecimal.valueOf(breakers[i])));
			}
			List<Placing> placings = Ranking.rank(group);
			assertThat(placings).hasSize(size);
			for (Placing placing : placings) {
				int me = (int) placing.subjectId();
				int better = 0;
				int before = 0;
				for (int other = 0; other < size; other++) {
					better += (scores[other] > scores[me]) ? 1 : 0;
					before += (scores[other] > scores[me]
							|| scores[other] == scores[me] && breakers[other] > breakers[me]) ? 1 : 0;
				}
				assertThat(placing.rank()).isEqualTo((scores[me] >= 0) ? better + 1 : null);
				assertThat(placing.place()).isEqualTo((scores[me] >= 0) ? before + 1 : null);
			}
		}
	}

	// The oracle hands out one place at a time by looking for the best who may have it.
	@Test
	void levelsAreWhatHandingOutOnePlaceAtATimeGives() {
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			int levels = 1 + random.nextInt(4);
			int[] places = random.ints(levels, 0, 6).toArray();
			int size = random.nextInt(20);
			int[] own = new int[size];
			int[] branch = new int[size];
			boolean overflow = random.nextBoolean();
			boolean fill = random.nextBoolean();
			int perBranch = 1 + random.nextInt(4);
			Map<String, Integer> limits = new HashMap<>();
			List<Entrant> entrants = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				own[i] = random.nextInt(levels);
				branch[i] = random.nextInt(4);
				limits.put("branch:" + branch[i], perBranch);
				entrants.add(new Entrant(i, i + 1, own[i], Set.of("branch:" + branch[i])));
			}
			java.util.Collections.shuffle(entrants, random);
			List<Integer> counts = java.util.Arrays.stream(places).boxed().toList();
			LevelAllocation allocation = Levels.allocate(new LevelRules(counts, overflow, fill, TiePolicy.NONE, limits),
					entrants, Map.of());
			int[] oracle = oracle(places, own, branch, overflow, fill, perBranch);
			for (int i = 0; i < size; i++) {
				assertThat(allocation.levelOf(i).orElse(-1))
					.as("round %s: places %s, own %s, overflow %s, fill %s", round, counts,
							java.util.Arrays.toString(own), overflow, fill)
					.isEqualTo(oracle[i]);
			}
		}
	}

	private static int[] oracle(int[] places, int[] own, int[] branch, boolean overflow, boolean fill, int perBranch) {
		int[] given = new int[own.length];
		java.util.Arrays.fill(given, -1);
		int[] ofBranch = new int[4];
		for (int level = 0; level < places.length; level++) {
			for (int left = places[level]; left > 0; left--) {
				int best = -1;
				long bestKey = Long.MAX_VALUE;
				for (int i = 0; i < own.length; i++) {
					boolean mine = own[i] == level || overflow && own[i] < level || fill && own[i] == level + 1;
					long key = (own[i] < level) ? ((long) own[i]) * 100 + i
							: (own[i] == level) ? 10_000 + i : 20_000 + i;
					if (given[i] < 0 && mine && ofBranch[branch[i]] < perBranch && key < bestKey) {
						best = i;
						bestKey = key;
					}
				}
				if (best >= 0) {
					given[best] = level;
					ofBranch[branch[best]]++;
				}
			}
		}
		return given;
	}

	@Test
	void equalsAreTreatedAlikeAndNobodyLowerPassesThem() {
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			int size = 1 + random.nextInt(15);
			List<Entrant> entrants = new ArrayList<>();
			int place = 1;
			for (int i = 0; i < size; i++) {
				place = (i > 0 && random.nextInt(3) == 0) ? i + 1 : place;
				entrants.add(Entrant.of(i, place, 0));
			}
			int places = random.nextInt(8);
			Set<Long> in = new HashSet<>(lone(places, TiePolicy.ALL_IN, entrants));
			Set<Long> none = new HashSet<>(lone(places, TiePolicy.NONE, entrants));
			assertThat(none.size()).isLessThanOrEqualTo(places);
			assertThat(in).containsAll(none);
			for (Entrant one : entrants) {
				for (Entrant other : entrants) {
					if (one.place() <= other.place()) {
						assertThat(in.contains(one.subjectId()) || !in.contains(other.subjectId())).isTrue();
						assertThat(none.contains(one.subjectId()) || !none.contains(other.subjectId())).isTrue();
					}
				}
			}
		}
	}

	/**
	 * A branch takes somebody if it has room for everybody of it who stands as high or
	 * higher; those whom their branches take are in as far as the places reach.
	 */
	@Test
	void equalsOfABranchThatTheyOverfillTakeNothingFromOthers() {
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			int size = 1 + random.nextInt(15);
			int perBranch = 1 + random.nextInt(4);
			int places = random.nextInt(12);
			int[] place = new int[size];
			int[] branch = new int[size];
			Map<String, Integer> limits = new HashMap<>();
			List<Entrant> entrants = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				place[i] = (i > 0 && random.nextInt(3) > 0) ? place[i - 1] : i + 1;
				branch[i] = random.nextInt(3);
				limits.put("branch:" + branch[i], perBranch);
				entrants.add(new Entrant(i, place[i], 0, Set.of("branch:" + branch[i])));
			}
			java.util.Collections.shuffle(entrants, random);
			boolean[] open = new boolean[size];
			for (int i = 0; i < size; i++) {
				int same = 0;
				for (int other = 0; other < size; other++) {
					same += (branch[other] == branch[i] && place[other] <= place[i]) ? 1 : 0;
				}
				open[i] = same <= perBranch;
			}
			for (TiePolicy ties : List.of(TiePolicy.NONE, TiePolicy.ALL_IN)) {
				List<Long> in = Levels
					.allocate(new LevelRules(List.of(places), true, true, ties, limits), entrants, Map.of())
					.levels()
					.get(0);
				for (int i = 0; i < size; i++) {
					int better = 0;
					int asGood = 0;
					for (int other = 0; other < size; other++) {
						better += (open[other] && place[other] < place[i]) ? 1 : 0;
						asGood += (open[other] && place[other] <= place[i]) ? 1 : 0;
					}
					boolean enough = (ties == TiePolicy.NONE) ? asGood <= places : better < places;
					assertThat(in.contains((long) i))
						.as("round %s %s: %s of places %s, branches %s, %s each, %s places", round, ties, i,
								java.util.Arrays.toString(place), java.util.Arrays.toString(branch), perBranch, places)
						.isEqualTo(open[i] && enough);
				}
			}
		}
	}

	/** Whatever order is said, no more have a place than was said when it was asked. */
	@Test
	void aTieSaysHowManyOfItHaveAPlace() {
		Random random = new Random(SEED);
		int asked = 0;
		for (int round = 0; round < ROUNDS; round++) {
			int size = 2 + random.nextInt(8);
			Map<String, Integer> limits = new HashMap<>(Map.of("others", 1 + random.nextInt(5)));
			List<Entrant> entrants = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				int branch = random.nextInt(3);
				limits.put("branch:" + branch, 1 + random.nextInt(2));
				entrants.add(new Entrant(i, 1, 0,
						(branch == 0) ? Set.of("branch:0", "others") : Set.of("branch:" + branch)));
			}
			LevelRules rules = new LevelRules(List.of(1 + random.nextInt(8)), true, true, TiePolicy.COMMITTEE, limits);
			LevelAllocation open = Levels.allocate(rules, entrants, Map.of());
			if (open.openTie().isPresent()) {
				asked++;
				List<Long> order = new ArrayList<>(open.openTie().get().subjects());
				java.util.Collections.shuffle(order, random);
				Map<Long, Integer> decided = new HashMap<>();
				order.forEach((one) -> decided.put(one, decided.size()));
				assertThat(Levels.allocate(rules, entrants, decided).levels().get(0))
					.hasSize(open.openTie().get().places());
			}
		}
		assertThat(asked).isGreaterThan(100);
	}

	private static List<Long> lone(int places, TiePolicy ties, List<Entrant> entrants) {
		return Levels.allocate(new LevelRules(List.of(places), true, true, ties, Map.of()), entrants, Map.of())
			.levels()
			.get(0);
	}

}
