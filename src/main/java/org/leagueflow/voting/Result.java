package org.leagueflow.voting;

import java.util.List;
import org.leagueflow.ballot.Mark;

/**
 * What a ballot led to, line by line of its paper.
 *
 * @param outcome whether anything was decided
 * @param open seats that nobody won, or for which there is a tie; 0 except in elections
 */
public record Result(Outcome outcome, List<Line> lines, int open) {

	public Result {
		lines = List.copyOf(lines);
	}

	/** The lines of this standing, in the order of the paper. */
	public List<Line> of(Standing standing) {
		return this.lines.stream().filter((line) -> line.standing() == standing).toList();
	}

	/** This line alone, of a paper on which each line is decided by itself. */
	public Result only(int line) {
		Line one = this.lines.get(line);
		return new Result((one.standing() == Standing.PASSED) ? Outcome.PASSED : Outcome.FAILED, List.of(one), 0);
	}

	/** Without numbers. */
	public Result withheld() {
		return new Result(this.outcome,
				this.lines.stream()
					.map((line) -> new Line(line.id(), line.name(), 0, line.standing(), line.grade()))
					.toList(),
				this.open);
	}

	/** Whether the last seats are tied. */
	public boolean tied() {
		return !of(Standing.TIED).isEmpty();
	}

	/**
	 * One line.
	 *
	 * @param id the person or item it is about
	 * @param votes votes in favour; in a grading, votes 优秀; 0 where numbers are withheld
	 * @param grade the grade given by the vote, or null
	 */
	public record Line(long id, String name, int votes, Standing standing, Mark grade) {
	}

	/** How a line stands after the count. */
	public enum Standing {

		/** Decided in favour. */
		PASSED,
		/** Not enough votes in favour. */
		FAILED,
		/** 当选. */
		ELECTED,
		/** Enough votes, but others have more and the seats are taken. */
		OUTVOTED,
		/** Enough votes, but as many as others for the last seats. */
		TIED,
		/** 得出等次. */
		GRADED,
		/** 优秀 by the vote, but beyond the cap. */
		OVER_CAP,
		/** 优秀 by the vote, tied with others at the cap. */
		TIED_AT_CAP,
		/** No grade has enough votes. */
		UNGRADED

	}

}
