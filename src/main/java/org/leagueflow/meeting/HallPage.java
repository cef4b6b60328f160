package org.leagueflow.meeting;

import java.time.Instant;
import java.util.List;

/**
 * A meeting as people in the room see it, on the phone or on the wall: how many are
 * there, what is being decided, and how one stands oneself. Cheap enough to be asked for
 * by a full hall every few seconds.
 *
 * @param checksIn whether people can check in now
 * @param mine how the reader stands
 * @param missed whether its time has passed without its being opened (未召开)
 */
record HallPage(long id, MeetingKind kind, Meeting.State state, String unit, String place, Instant startsAt,
		Instant openedAt, Instant closedAt, String chair, List<String> topics, AttendanceSummary bar, boolean checksIn,
		List<Point> points, Mine mine, boolean runs, boolean missed) {

	/** The item on the table: on ballot, or the next one; null when all are done. */
	public Point running() {
		return this.points.stream()
			.filter((point) -> point.onBallot() && point.sharesWith() == null)
			.reduce((one, other) -> one.voting() ? one : other)
			.orElseGet(() -> this.points.stream().filter(Point::pending).findFirst().orElse(null));
	}

	/** Whether the reader is asked to vote by phone now, which comes before all else. */
	public boolean voting() {
		Point now = running();
		return open() && now != null && now.onBallot() && now.booth() != null && now.booth().mayVote();
	}

	/** Whether the reader counts an item that is not the one on the table, or several. */
	public boolean countsMore() {
		List<Point> own = this.points.stream().filter((point) -> point.teller() && point.counting()).toList();
		return own.size() > 1 || (own.size() == 1 && own.get(0) != running());
	}

	public boolean ahead() {
		return this.state == Meeting.State.CONVENED;
	}

	public boolean open() {
		return this.state == Meeting.State.OPEN;
	}

	public boolean gathering() {
		return ahead() || open();
	}

	/**
	 * One item of the agenda.
	 *
	 * @param quorum how many must be in the room
	 * @param wording what was resolved, or null
	 * @param tellers who counts the ballot that is open; empty while none is
	 * @param booth voting by phone, or null
	 * @param sharesWith the place of the item under which the ballot stands that this one
	 * shares, or null
	 * @param with what else stands on its paper; empty where nothing does
	 */
	record Point(long id, int place, String title, String matter, Item.State state, MeetingPage.Rule rule,
			boolean secret, int quorum, String wording, boolean teller, List<String> tellers, Booth booth,
			Integer sharesWith, List<String> with) {

		public boolean onBallot() {
			return this.state == Item.State.BALLOT;
		}

		/** Whether people vote on it by phone right now. */
		public boolean voting() {
			return this.booth != null && this.booth.voting();
		}

		/** Whether its papers wait for their count. */
		public boolean counting() {
			return onBallot() && !voting();
		}

		public boolean pending() {
			return this.state == Item.State.PENDING || this.state == Item.State.UNSETTLED;
		}

	}

	/**
	 * Voting by phone as the reader sees it.
	 *
	 * @param voting whether people still vote
	 * @param mayVote whether the reader does
	 * @param voted whether the reader has used the right to vote
	 * @param paper whether the reader took a paper
	 * @param published whether the box is counted
	 */
	record Booth(long ballot, boolean voting, boolean mayVote, boolean voted, boolean paper, boolean published) {
	}

	/**
	 * How the reader stands on the roll.
	 *
	 * @param whyNot a message key when the reader has no vote, or null
	 * @param absence the reader's leave, or null
	 */
	record Mine(boolean guest, boolean votes, String whyNot, boolean present, Instant arrivedAt, Instant leftAt,
			AbsenceLine absence) {
	}

}
