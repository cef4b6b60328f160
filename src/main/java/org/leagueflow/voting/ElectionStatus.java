package org.leagueflow.voting;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;

/**
 * The status of an election after the ballots held so far.
 *
 * @param ballots all ballots of the election, at least one, in their order
 */
public record ElectionStatus(List<BallotCard> ballots) {

	/** Who is elected, by whichever ballot. */
	public List<Result.Line> elected() {
		return this.ballots.stream().flatMap((ballot) -> ballot.result().of(Result.Standing.ELECTED).stream()).toList();
	}

	/** Seats that nobody has won. */
	public int open() {
		return first().seats() - elected().size();
	}

	/** Who is tied on the last seats. */
	public List<Result.Line> tied() {
		return last().result().of(Result.Standing.TIED);
	}

	/** Whether the tied were already voted on again, in vain. */
	public boolean tiedAgain() {
		return !tied().isEmpty() && last().kind() == BallotCard.Kind.REVOTE;
	}

	/** Those who can still be elected, in the order of the paper. */
	public List<Paper.Line> remaining() {
		Set<Long> won = elected().stream().map(Result.Line::id).collect(Collectors.toSet());
		return first().lines().stream().filter((line) -> !won.contains(line.id())).toList();
	}

	public BallotCard.Kind next() {
		return tied().isEmpty() ? BallotCard.Kind.FURTHER : BallotCard.Kind.REVOTE;
	}

	/**
	 * What the next ballot asks: all who are tied, or those named of the remaining.
	 * @param chosen who stands again where nobody is tied; empty for all
	 * @throws Refusal.Invalid when nobody is left to stand
	 */
	public Paper nextPaper(Collection<Long> chosen) {
		if (!tied().isEmpty()) {
			List<Paper.Line> lines = tied().stream().map((line) -> new Paper.Line(line.id(), line.name())).toList();
			return Paper.election(lines, last().result().open());
		}
		List<Paper.Line> lines = remaining().stream()
			.filter((line) -> chosen.isEmpty() || chosen.contains(line.id()))
			.toList();
		if (lines.isEmpty()) {
			throw Refusal.Invalid.field("chosen", "refusal.meeting.nobody-stands");
		}
		return Paper.election(lines, Math.min(open(), lines.size()));
	}

	/**
	 * The result of all ballots together: each candidate as the last word on them was.
	 */
	public Result result() {
		List<Result.Line> lines = first().lines().stream().map((line) -> standing(line.id())).toList();
		return new Result(elected().isEmpty() ? Outcome.FAILED : Outcome.PASSED, lines, open());
	}

	private Result.Line standing(long id) {
		return this.ballots.stream()
			.flatMap((ballot) -> ballot.result().lines().stream())
			.filter((line) -> line.id() == id)
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

	private Paper first() {
		return this.ballots.get(0).paper();
	}

	private BallotCard last() {
		return this.ballots.get(this.ballots.size() - 1);
	}

}
