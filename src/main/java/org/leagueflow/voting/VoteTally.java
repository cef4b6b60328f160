package org.leagueflow.voting;

import java.util.List;
import java.util.stream.Stream;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;

/**
 * The counts of one ballot, however the votes were cast. Written opinions count as votes
 * and not as attendance (细则§21).
 *
 * @param entitled 应到: who has a vote on the frozen roll
 * @param present 实到: voters in the room when the ballot opened
 * @param handedOut papers handed out
 * @param returned papers that came back
 * @param papers what stands on the papers
 * @param written what stands in the written opinions
 * @param electronic what was cast electronically
 */
public record VoteTally(int entitled, int present, int handedOut, int returned, Count papers, Count written,
		Count electronic) {

	public static final Count NO_VOTES = new Count(List.of(), 0);

	/** No votes counted, as in a void meeting. */
	public static VoteTally uncounted(int entitled, int present) {
		return new VoteTally(entitled, present, 0, 0, NO_VOTES, NO_VOTES, NO_VOTES);
	}

	/** Without what was voted. */
	public VoteTally withheld() {
		return new VoteTally(this.entitled, this.present, this.handedOut, this.returned, NO_VOTES, NO_VOTES, NO_VOTES);
	}

	/** The votes on this line of the paper. */
	public VoteTally only(int line) {
		return new VoteTally(this.entitled, this.present, this.handedOut, this.returned, only(this.papers, line),
				only(this.written, line), only(this.electronic, line));
	}

	private static Count only(Count part, int line) {
		return part.lines().isEmpty() ? part : part.only(line);
	}

	/** What was cast in the room, on paper and electronically. */
	public Count inPerson() {
		return sum(this.papers, this.electronic);
	}

	/** All votes: on paper, electronic and written. */
	public Count votes() {
		return sum(this.papers, this.electronic, this.written);
	}

	private static Count sum(Count... parts) {
		return Stream.of(parts).filter((part) -> !part.lines().isEmpty()).reduce(Count::plus).orElse(NO_VOTES);
	}

	/** 赞成 of a decision, in the room and in writing. */
	public int votesFor() {
		return ofDecision(Mark.FOR);
	}

	public int votesAgainst() {
		return ofDecision(Mark.AGAINST);
	}

	public int abstentions() {
		return ofDecision(Mark.ABSTAIN);
	}

	private int ofDecision(Mark mark) {
		Count votes = votes();
		return votes.lines().isEmpty() ? 0 : votes.of(0, mark);
	}

	public int invalidVotes() {
		return votes().spoilt();
	}

	/** Valid votes, abstentions included. */
	public int valid() {
		return votes().valid();
	}

	/** Written opinions that were counted. */
	public int writtenOpinions() {
		return this.written.papers();
	}

	/** Votes cast electronically. */
	public int electronicVotes() {
		return this.electronic.papers();
	}

}
