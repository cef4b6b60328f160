package org.leagueflow.meeting;

import jakarta.persistence.Embeddable;

/**
 * The counts of one ballot. Written opinions count as votes and not as attendance
 * (细则§21).
 *
 * @param entitled 应到: who has a vote on the frozen roll
 * @param present 实到: voters in the room when the ballot opened
 * @param handedOut papers handed out
 * @param returned papers that came back
 * @param inFavour papers 赞成
 * @param against papers 反对
 * @param abstained papers 弃权
 * @param invalid papers 无效
 * @param writtenInFavour written opinions 赞成
 * @param writtenAgainst written opinions 反对
 * @param writtenAbstained written opinions 弃权
 * @param writtenInvalid written opinions 无效
 */
@Embeddable
public record Tally(int entitled, int present, int handedOut, int returned, int inFavour, int against, int abstained,
		int invalid, int writtenInFavour, int writtenAgainst, int writtenAbstained, int writtenInvalid) {

	/** No votes counted, as in a void meeting. */
	static Tally uncounted(int entitled, int present) {
		return new Tally(entitled, present, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	}

	/** 赞成 in the room and in writing. */
	public int votesFor() {
		return this.inFavour + this.writtenInFavour;
	}

	public int votesAgainst() {
		return this.against + this.writtenAgainst;
	}

	public int abstentions() {
		return this.abstained + this.writtenAbstained;
	}

	public int invalidVotes() {
		return this.invalid + this.writtenInvalid;
	}

	/** Valid votes: for, against and abstained. */
	public int valid() {
		return votesFor() + votesAgainst() + abstentions();
	}

	/** Written opinions that were counted. */
	public int written() {
		return this.writtenInFavour + this.writtenAgainst + this.writtenAbstained + this.writtenInvalid;
	}

}
