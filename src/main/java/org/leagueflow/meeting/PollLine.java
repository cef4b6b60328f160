package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;

/**
 * The ballots of an item as its page shows them.
 *
 * @param paper what the first ballot asks
 * @param ballots those counted so far
 * @param tied who is tied on the last seats; empty unless the item is unsettled
 * @param remaining who can stand in another ballot; empty unless the item is unsettled
 * @param open seats that nobody has won
 * @param settles whether the seats may be left open
 * @param most how many may be 优秀; only for a grading
 * @param proposed the grades proposed, by person; empty before
 * @param recusals who stays out
 * @param recused whether the reader does
 */
record PollLine(Paper paper, List<BallotCard> ballots, List<Result.Line> tied, List<Paper.Line> remaining, int open,
		boolean settles, int most, Map<Long, Mark> proposed, List<Recused> recusals, boolean recused) {

	static PollLine of(Item item, long reader) {
		Race race = item.isUnsettled() ? item.race() : null;
		return new PollLine(item.paper(), item.ballots(), (race != null) ? race.tied() : List.of(),
				(race != null) ? race.remaining() : List.of(), (race != null) ? race.open() : 0,
				race != null && (race.tied().isEmpty() || race.tiedAgain()), most(item), item.proposed(),
				item.recusals().stream().map(Recused::of).toList(), item.isRecused(reader));
	}

	private static int most(Item item) {
		return (item.paper().form() == Paper.Form.GRADING && item.rule() != null)
				? Grading.most(item.rule(), item.paper().lines().size()) : 0;
	}

	public boolean election() {
		return this.paper.form() == Paper.Form.ELECTION;
	}

	public boolean grading() {
		return this.paper.form() == Paper.Form.GRADING;
	}

	/**
	 * What the committee proposed, or the vote's own grade where that is beyond no cap.
	 */
	public Mark grade(Result.Line line) {
		if (!this.proposed.isEmpty()) {
			return this.proposed.get(line.id());
		}
		return (line.standing() == Result.Standing.GRADED) ? line.grade() : null;
	}

	/** Grades that can be proposed, best first. */
	public List<Mark> grades() {
		return this.paper.marks().stream().filter((mark) -> mark != Mark.ABSTAIN).toList();
	}

	/** Somebody who stays out, and why. */
	record Recused(long personId, String name, String reason, boolean ownWord) {

		static Recused of(Recusal recusal) {
			return new Recused(recusal.personId(), recusal.name(), recusal.reason(), recusal.isOwnWord());
		}

	}

}
