package org.leagueflow.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.voting.Result.Standing;

/**
 * Grades by the vote and the cap on 优秀 (rules.md 3.5, 4.1): nobody is cut off silently.
 */
class GradingTests {

	@ParameterizedTest
	@CsvSource({ "11,9,0,0,0,EXCELLENT", "10,10,0,0,0,QUALIFIED", "10,0,0,0,10,", "0,10,1,9,0,BARELY_QUALIFIED",
			"0,11,0,9,0,QUALIFIED", "5,5,0,10,0,UNQUALIFIED", "0,0,0,11,9,UNQUALIFIED", "0,0,0,0,20,", "3,3,4,0,10,",
			"3,3,5,0,9,BARELY_QUALIFIED" })
	void theBestGradeWithMoreThanHalfForItOrBetterIsGiven(int excellent, int qualified, int barely, int unqualified,
			int abstained, Mark grade) {
		Result.Line line = result(new int[][] { { excellent, qualified, barely, unqualified, abstained } },
				ExampleRules.UNCAPPED)
			.lines()
			.get(0);
		assertThat(line.grade()).isEqualTo(grade);
		assertThat(line.standing()).isEqualTo((grade != null) ? Standing.GRADED : Standing.UNGRADED);
	}

	@Test
	void thoseBeyondTheCapKeepTheirVotesAndAreShown() {
		Result result = excellent(20, 20, 19, 18, 17, 0, 0, 0, 0, 0, 0);
		assertThat(standings(result).subList(0, 5)).containsExactly(Standing.GRADED, Standing.GRADED, Standing.GRADED,
				Standing.OVER_CAP, Standing.GRADED);
		assertThat(result.lines().get(3).votes()).isEqualTo(17);
		assertThat(result.lines().get(3).grade()).isEqualTo(Mark.EXCELLENT);
		assertThat(result.lines().get(4).grade()).isEqualTo(Mark.QUALIFIED);
	}

	@Test
	void aTieAtTheCapIsShownAsATieWhoeverStandsFirstOnThePaper() {
		Result result = excellent(20, 18, 18, 20, 18, 0, 0, 0, 0, 0, 0);
		assertThat(standings(result).subList(0, 4)).containsExactly(Standing.TIED_AT_CAP, Standing.TIED_AT_CAP,
				Standing.GRADED, Standing.TIED_AT_CAP);
	}

	@Test
	void asManyAsTheCapAllowsAreAllWithinIt() {
		assertThat(standings(excellent(20, 18, 18, 18, 0, 0, 0, 0, 0, 0, 0))).containsOnly(Standing.GRADED);
	}

	@Test
	void inABranchOfThreeNobodyIsWithinTheCapUnlessOneMayBe() {
		assertThat(standings(excellent(3, 3, 3, 0)).subList(0, 2)).containsOnly(Standing.OVER_CAP);
		Result one = result(votes(3, 3, 2, 0),
				ExampleRules.capped(new Cap(3, 10, Cap.Of.APPRAISED, true, Cap.Rounding.DOWN)));
		assertThat(standings(one).subList(0, 2)).containsExactly(Standing.GRADED, Standing.OVER_CAP);
	}

	/**
	 * Random gradings against an oracle that looks at single votes and never sorts; the
	 * seed is fixed.
	 */
	@Test
	void manyGradingsAgreeWithTheOracle() {
		Random random = new Random(20260311);
		for (int round = 0; round < 20_000; round++) {
			int persons = 1 + random.nextInt(15);
			int voters = 1 + random.nextInt(12);
			List<List<Mark>> votes = IntStream.range(0, persons)
				.mapToObj((person) -> IntStream.range(0, voters).mapToObj((voter) -> mark(random)).toList())
				.toList();
			int minimum = random.nextInt(2);
			Cap cap = new Cap(3, 10, Cap.Of.APPRAISED, minimum == 1, Cap.Rounding.DOWN);
			Result result = result(tallied(votes), ExampleRules.capped(cap));
			assertThat(standings(result)).as(votes.toString()).isEqualTo(Oracle.standings(votes, minimum));
			assertThat(result.lines().stream().map(Result.Line::grade).toList()).as(votes.toString())
				.isEqualTo(votes.stream().map(Oracle::grade).toList());
		}
	}

	/** Excellent now and then, so that caps matter. */
	private static Mark mark(Random random) {
		return random.nextInt(3) == 0 ? Mark.values()[2 + random.nextInt(5)] : Mark.EXCELLENT;
	}

	private static int[][] tallied(List<List<Mark>> votes) {
		return votes.stream()
			.map((own) -> ORDER.stream().mapToInt((mark) -> (int) own.stream().filter(mark::equals).count()).toArray())
			.toArray(int[][]::new);
	}

	private static final List<Mark> ORDER = List.of(Mark.EXCELLENT, Mark.QUALIFIED, Mark.BARELY_QUALIFIED,
			Mark.UNQUALIFIED, Mark.ABSTAIN);

	/** So many votes 优秀 for each, the others 合格. */
	private static Result excellent(int voters, int... excellent) {
		return result(votes(voters, excellent),
				ExampleRules.capped(new Cap(3, 10, Cap.Of.APPRAISED, false, Cap.Rounding.DOWN)));
	}

	private static int[][] votes(int voters, int... excellent) {
		int[][] votes = new int[excellent.length][];
		for (int i = 0; i < excellent.length; i++) {
			votes[i] = new int[] { excellent[i], voters - excellent[i], 0, 0, 0 };
		}
		return votes;
	}

	private static Result result(int[][] votes, VotingRule rule) {
		List<Map<Mark, Integer>> lines = new ArrayList<>();
		int voters = IntStream.of(votes[0]).sum();
		for (int[] own : votes) {
			lines.add(Map.of(Mark.EXCELLENT, own[0], Mark.QUALIFIED, own[1], Mark.BARELY_QUALIFIED, own[2],
					Mark.UNQUALIFIED, own[3], Mark.ABSTAIN, own[4]));
		}
		Count nothing = new Count(lines.stream().map((line) -> Map.<Mark, Integer>of()).toList(), 0);
		Paper paper = Paper
			.grading(IntStream.rangeClosed(1, votes.length).mapToObj((id) -> new Paper.Line(id, "团员" + id)).toList());
		return Grading.result(rule, paper,
				new VoteTally(voters, voters, voters, voters, new Count(lines, 0), nothing, nothing));
	}

	private static List<Standing> standings(Result result) {
		return result.lines().stream().map(Result.Line::standing).toList();
	}

	/** Looks at each vote by itself. */
	private static final class Oracle {

		static Mark grade(List<Mark> own) {
			for (Mark grade : ORDER.subList(0, 4)) {
				long asGood = own.stream().filter((mark) -> ORDER.indexOf(mark) <= ORDER.indexOf(grade)).count();
				if (asGood > own.size() - asGood) {
					return grade;
				}
			}
			return null;
		}

		static List<Standing> standings(List<List<Mark>> votes, int minimum) {
			int most = minimum;
			while ((most + 1) * 10 <= votes.size() * 3) {
				most++;
			}
			int cap = most;
			return votes.stream().map((own) -> standing(votes, own, cap)).toList();
		}

		private static Standing standing(List<List<Mark>> votes, List<Mark> own, int most) {
			if (grade(own) != Mark.EXCELLENT) {
				return (grade(own) != null) ? Standing.GRADED : Standing.UNGRADED;
			}
			List<List<Mark>> rivals = votes.stream().filter((other) -> grade(other) == Mark.EXCELLENT).toList();
			if (rivals.stream().filter((other) -> excellent(other) >= excellent(own)).count() <= most) {
				return Standing.GRADED;
			}
			long more = rivals.stream().filter((other) -> excellent(other) > excellent(own)).count();
			return (more < most) ? Standing.TIED_AT_CAP : Standing.OVER_CAP;
		}

		private static long excellent(List<Mark> own) {
			return own.stream().filter(Mark.EXCELLENT::equals).count();
		}

	}

}
