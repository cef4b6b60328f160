package org.leagueflow.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;

/**
 * Which grade the vote gives to each person: the best one for which the votes for it and
 * for better ones reach the rule's share. Whoever is 优秀 beyond the cap keeps the votes
 * and is shown as beyond it; a tie at the cap is shown as a tie, nobody is cut off by the
 * order of the paper.
 */
public final class Grading {

	private static final List<Mark> BEST_FIRST = List.of(Mark.EXCELLENT, Mark.QUALIFIED, Mark.BARELY_QUALIFIED,
			Mark.UNQUALIFIED);

	private final VotingRule rule;

	private final Paper paper;

	private final VoteTally tally;

	private final Count counted;

	private Grading(VotingRule rule, Paper paper, VoteTally tally) {
		this.rule = rule;
		this.paper = paper;
		this.tally = tally;
		this.counted = rule.counted(tally);
	}

	public static Result result(VotingRule rule, Paper paper, VoteTally tally) {
		return new Grading(rule, paper, tally).result();
	}

	/** How many may be 优秀 of so many who are graded. */
	public static int most(VotingRule rule, int graded) {
		return (rule.cap() != null) ? rule.cap().most(graded) : graded;
	}

	private Result result() {
		int most = most(this.rule, this.paper.lines().size());
		List<Integer> excellent = excellent();
		boolean over = excellent.size() > most;
		int first = over ? excellent.get(most) : 0;
		boolean tie = over && most > 0 && excellent.get(most - 1) == first;
		List<Result.Line> lines = new ArrayList<>();
		for (int line = 0; line < this.paper.lines().size(); line++) {
			Mark grade = grade(line);
			int votes = this.counted.of(line, Mark.EXCELLENT);
			Result.Standing standing = (grade != Mark.EXCELLENT) ? graded(grade)
					: (!over || votes > first) ? Result.Standing.GRADED
							: (tie && votes == first) ? Result.Standing.TIED_AT_CAP : Result.Standing.OVER_CAP;
			lines.add(new Result.Line(this.paper.lines().get(line).id(), this.paper.lines().get(line).name(), votes,
					standing, grade));
		}
		return new Result(Outcome.PASSED, lines, 0);
	}

	private static Result.Standing graded(Mark grade) {
		return (grade != null) ? Result.Standing.GRADED : Result.Standing.UNGRADED;
	}

	/** The votes 优秀 of those whom the vote makes 优秀, most first. */
	private List<Integer> excellent() {
		List<Integer> votes = new ArrayList<>();
		for (int line = 0; line < this.paper.lines().size(); line++) {
			if (grade(line) == Mark.EXCELLENT) {
				votes.add(this.counted.of(line, Mark.EXCELLENT));
			}
		}
		votes.sort(Comparator.reverseOrder());
		return votes;
	}

	private Mark grade(int line) {
		int votes = 0;
		for (Mark grade : BEST_FIRST) {
			votes += this.counted.of(line, grade);
			if (this.rule.passes(votes, this.tally)) {
				return grade;
			}
		}
		return null;
	}

}
