package org.leagueflow.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;

/**
 * Who is elected: whoever has the votes the rule asks for; when those are more than
 * seats, the most votes; who is tied on the last seats is voted on again (平票重投).
 */
public final class Election {

	private final VotingRule rule;

	private final Paper paper;

	private final VoteTally tally;

	private final Count counted;

	private final boolean revote;

	private Election(VotingRule rule, Paper paper, VoteTally tally, boolean revote) {
		this.rule = rule;
		this.paper = paper;
		this.tally = tally;
		this.counted = rule.counted(tally);
		this.revote = revote;
	}

	/**
	 * @param revote whether all on the paper had enough votes before and only the number
	 * of votes counts now
	 */
	public static Result result(VotingRule rule, Paper paper, VoteTally tally, boolean revote) {
		return new Election(rule, paper, tally, revote).result();
	}

	private Result result() {
		List<Integer> ranking = ranking();
		int seats = this.paper.seats();
		int lowest = (ranking.size() > seats) ? ranking.get(seats - 1) : 0;
		boolean tie = ranking.size() > seats && ranking.get(seats) == lowest;
		List<Result.Line> lines = new ArrayList<>();
		for (int line = 0; line < this.paper.lines().size(); line++) {
			int votes = votes(line);
			lines.add(new Result.Line(this.paper.lines().get(line).id(), this.paper.lines().get(line).name(), votes,
					standing(votes, lowest, tie), null));
		}
		int elected = (int) lines.stream().filter((line) -> line.standing() == Result.Standing.ELECTED).count();
		return new Result((elected > 0) ? Outcome.PASSED : Outcome.FAILED, lines, seats - elected);
	}

	/** The votes of those who have enough, most first. */
	private List<Integer> ranking() {
		return IntStream.range(0, this.paper.lines().size())
			.map(this::votes)
			.filter(this::enough)
			.boxed()
			.sorted(Comparator.reverseOrder())
			.toList();
	}

	private Result.Standing standing(int votes, int lowest, boolean tie) {
		if (!enough(votes)) {
			return Result.Standing.FAILED;
		}
		if (votes > lowest || (votes == lowest && !tie)) {
			return Result.Standing.ELECTED;
		}
		return (votes == lowest) ? Result.Standing.TIED : Result.Standing.OUTVOTED;
	}

	private boolean enough(int votes) {
		return this.revote ? votes >= 1 : this.rule.passes(votes, this.tally);
	}

	private int votes(int line) {
		return this.counted.of(line, Mark.FOR);
	}

}
