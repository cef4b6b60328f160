package org.leagueflow.meeting;

import java.time.Instant;
import java.util.List;

/**
 * A meeting as its page shows it to one reader.
 *
 * @param box the box of the diagram that the meeting stands on, or null when it is over
 * @param runs whether the reader runs this meeting
 * @param signs whether the reader may sign its minutes
 */
record MeetingPage(long id, MeetingKind kind, Meeting.State state, String unit, long unitId, String place,
		Instant startsAt, Instant invitedAt, Instant openedAt, Instant closedAt, Instant signedAt, String chair,
		String recorder, List<String> topics, Bar bar, List<RollLine> roll, List<RollLine> guests, List<ItemLine> items,
		String minutes, Long reconvenes, boolean runs, boolean signs, List<Choice> tellers) {

	public List<String> minutesLines() {
		return (this.minutes != null) ? this.minutes.lines().toList() : List.of();
	}

	public boolean gathering() {
		return this.state == Meeting.State.CONVENED || this.state == Meeting.State.OPEN;
	}

	/** Whether a ballot is being counted. */
	public boolean balloting() {
		return this.items.stream().anyMatch((item) -> item.state() == Item.State.BALLOT);
	}

	public boolean itemsLeft() {
		return balloting() || this.items.stream().anyMatch((item) -> item.state() == Item.State.PENDING);
	}

	/**
	 * 应到 / 实到 / 法定人数.
	 *
	 * @param quorum what the strictest pending item asks for
	 * @param quorate whether any ballot can open now
	 */
	record Bar(int entitled, int present, int quorum, boolean quorate, int guests) {

		public int percent() {
			return (this.entitled == 0) ? 0 : 100 * this.present / this.entitled;
		}

		public int quorumPercent() {
			return (this.entitled == 0) ? 100 : Math.min(100, 100 * this.quorum / this.entitled);
		}

		public int missing() {
			return Math.max(0, this.quorum - this.present);
		}

	}

	/** One person on the roll; whyNot is a message key when there is no vote. */
	record RollLine(Long personId, String name, boolean votes, String whyNot, boolean present, Instant arrivedAt,
			Instant leftAt) {
	}

	/**
	 * One item.
	 *
	 * @param quorum how many must be in the room
	 * @param needed how many votes in favour pass
	 * @param oneIn whether one of the two counts of this round is in
	 * @param differed whether the last two counts differed
	 * @param teller whether the reader is one of its tellers
	 * @param written written opinions that count (as of now, or as frozen)
	 * @param resolution what was resolved, or null
	 */
	record ItemLine(long id, int place, String title, String matter, Item.State state, String rule, String source,
			boolean secret, boolean writtenAllowed, int quorum, int needed, List<String> tellers, boolean oneIn,
			boolean differed, boolean teller, int written, List<OpinionLine> opinions, ResolutionCard resolution) {
	}

	/** A written opinion: who handed it in and when, and whether it counts. */
	record OpinionLine(String name, Instant receivedAt, boolean counts) {
	}

	/** Something to choose in a form. */
	record Choice(long id, String name) {
	}

}
