package org.leagueflow.meeting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.VoteTally;

/**
 * What one teller counted: papers, and the written opinions opened at the count.
 *
 * @param handedOut papers handed out, one to each voter who votes on paper
 * @param returned papers that came back
 * @param papers what stands on the papers that came back
 * @param written what stands in the written opinions
 */
record PaperCount(int handedOut, int returned, Count papers, Count written) {

	/** Without what stands on the papers and in the opinions. */
	PaperCount withheld() {
		return new PaperCount(this.handedOut, this.returned, VoteTally.NO_VOTES, VoteTally.NO_VOTES);
	}

	/**
	 * Checks that the papers add up.
	 * @param paper what was asked
	 * @param due papers that had to be handed out
	 * @param opinions written opinions that count
	 * @throws Refusal.Invalid naming each number that does not add up
	 */
	void reconcile(Paper paper, int due, int opinions) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (this.handedOut != due) {
			wrong.put("handedOut", Message.of("refusal.meeting.handed-out", due));
		}
		if (this.returned > this.handedOut) {
			wrong.put("returned", Message.of("refusal.meeting.returned", this.handedOut));
		}
		if (this.handedOut < 0 || this.returned < 0) {
			wrong.put("handedOut", Message.of("refusal.meeting.negative"));
		}
		check(paper, "papers", this.papers, this.returned, wrong);
		check(paper, "written", this.written, opinions, wrong);
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	private static void check(Paper paper, String part, Count count, int expected, Map<String, Message> wrong) {
		if (count.spoilt() < 0) {
			wrong.put(part + "-spoilt", Message.of("refusal.meeting.negative"));
		}
		for (int line = 0; line < paper.lines().size(); line++) {
			String field = "%s-%d-%s".formatted(part, line, paper.marks().get(0));
			Map<Mark, Integer> marks = count.lines().get(line);
			long sum = count.spoilt() + marks.values().stream().mapToLong(Integer::longValue).sum();
			if (marks.values().stream().anyMatch((number) -> number < 0)) {
				wrong.put(field, Message.of("refusal.meeting.negative"));
			}
			else if (sum != expected) {
				wrong.put(field, Message.of("refusal.meeting." + part, sum, expected));
			}
		}
		checkSeats(paper, part, count, wrong);
	}

	/** A valid paper of an election favours at most as many as there are seats. */
	private static void checkSeats(Paper paper, String part, Count count, Map<String, Message> wrong) {
		long inFavour = count.lines().stream().mapToLong((line) -> line.getOrDefault(Mark.FOR, 0)).sum();
		if (wrong.isEmpty() && paper.form() == Paper.Form.ELECTION && inFavour > (long) count.valid() * paper.seats()) {
			wrong.put(part + "-0-" + Mark.FOR,
					Message.of("refusal.meeting.too-many-marks", inFavour, count.valid(), paper.seats()));
		}
	}

}
