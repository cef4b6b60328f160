package org.leagueflow.meeting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.ElectionStatus;
import org.leagueflow.voting.Grading;
import org.leagueflow.voting.Result;

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
 * @param counted the tellers of each ballot, of one that is open as well
 * @param assisted who wrote for whom
 * @param recusals who stays out
 * @param recused whether the reader does
 */
record PollLine(Paper paper, List<BallotCard> ballots, List<Result.Line> tied, List<Paper.Line> remaining, int open,
		boolean settles, int most, Map<Long, Mark> proposed, List<Counted> counted, List<Assisted> assisted,
		List<Recused> recusals, boolean recused) {

	static PollLine of(Item item, long reader, LongFunction<String> names) {
		ElectionStatus electionStatus = item.isUnsettled() ? item.electionStatus() : null;
		return new PollLine(item.paper(), item.ballots(), (electionStatus != null) ? electionStatus.tied() : List.of(),
				(electionStatus != null) ? electionStatus.remaining() : List.of(),
				(electionStatus != null) ? electionStatus.open() : 0,
				electionStatus != null && (electionStatus.tied().isEmpty() || electionStatus.tiedAgain()), most(item),
				item.proposed(), counted(item, names), assisted(item, names),
				item.recusals().stream().map(Recused::of).toList(), item.isRecused(reader));
	}

	/** Without how many voted how. */
	PollLine outcomeOnly() {
		return new PollLine(this.paper, this.ballots.stream().map(BallotCard::outcomeOnly).toList(), List.of(),
				List.of(), this.open, false, this.most, this.proposed, this.counted, List.of(), this.recusals,
				this.recused);
	}

	private static List<Counted> counted(Item item, LongFunction<String> names) {
		return item.rounds()
			.stream()
			.map((round) -> new Counted(round.roundNo(), round.kind(),
					round.tellers().stream().map(names::apply).toList(), round.ballotId()))
			.toList();
	}

	private static List<Assisted> assisted(Item item, LongFunction<String> names) {
		return item.rounds()
			.stream()
			.flatMap((round) -> round.assistances()
				.stream()
				.sorted(Comparator.comparing(Assistance::assistedAt))
				.map((one) -> new Assisted(round.roundNo(), names.apply(one.voterId()), names.apply(one.scribeId()))))
			.toList();
	}

	private static int most(Item item) {
		return (item.paper().form() == Paper.Form.GRADING && item.rule() != null)
				? Grading.most(item.rule(), item.paper().lines().size()) : 0;
	}

	public boolean election() {
		return this.paper.form() == Paper.Form.ELECTION;
	}

	/** Whether several stand on the paper, each decided by itself. */
	public boolean several() {
		return this.paper.form() == Paper.Form.DECISION && this.paper.lines().size() > 1;
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

	/** Who was proposed for this grade (建议等次), in the order of the paper. */
	public List<String> proposedFor(Mark grade) {
		return this.paper.lines()
			.stream()
			.filter((line) -> this.proposed.get(line.id()) == grade)
			.map(Paper.Line::name)
			.toList();
	}

	/** Grades that can be proposed, best first. */
	public List<Mark> grades() {
		return this.paper.marks().stream().filter((mark) -> mark != Mark.ABSTAIN).toList();
	}

	/**
	 * Who the tellers of a ballot were, or are.
	 *
	 * @param box where its electronic papers are, or null
	 */
	record Counted(int ballot, BallotCard.Kind kind, List<String> names, Long box) {
	}

	/** Somebody filled in a voter's paper at a ballot; never what was put on it. */
	record Assisted(int ballot, String voter, String scribe) {
	}

	/** Somebody who stays out, and why. */
	record Recused(long personId, String name, String reason, boolean ownWord) {

		static Recused of(Recusal recusal) {
			return new Recused(recusal.personId(), recusal.name(), recusal.reason(), recusal.isOwnWord());
		}

	}

}
