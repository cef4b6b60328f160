package org.leagueflow.meeting;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.voting.VotingRule;

/**
 * A meeting as its page shows it to one reader.
 *
 * @param box the box of the diagram that the meeting stands on, or null when it is over
 * @param firstChair who was called to take the chair, where somebody else took it, or
 * null
 * @param runs whether the reader runs this meeting
 * @param signs whether the reader may sign its minutes
 * @param remark why the minutes were sent back, or null
 * @param startsLocal when it is due, as a form field has it
 * @param stuck whether nothing that is left can be voted on, for want of a quorum
 * @param undecided whether it still is to be said if this void meeting is called again
 * @param reconvened the meeting that was called in place of this void one, or null
 * @param tellers who can count or write for somebody: in the room, or staff nearby
 * @param missed whether its time has passed without its being opened (未召开)
 * @param due whether it may be opened now
 * @param draft minutes to begin with; only for whoever runs the meeting
 */
record MeetingPage(long id, MeetingKind kind, Meeting.State state, String unit, long unitId, String place,
		Instant startsAt, String startsLocal, Instant invitedAt, Instant checkInAt, Instant openedAt, Instant closedAt,
		Instant signedAt, String chair, String firstChair, String recorder, List<String> topics, AttendanceSummary bar,
		List<RollLine> roll, List<RollLine> guests, List<ItemLine> items, String minutes, String remark,
		Long reconvenes, Long reconvened, boolean stuck, boolean undecided, List<AbsenceLine> absences, boolean runs,
		boolean signs, List<PersonChoice> tellers, boolean missed, boolean due, String draft) {

	public List<String> minutesLines() {
		return (this.minutes != null) ? this.minutes.lines().toList() : List.of();
	}

	/** Who was there, sorted as minutes tell it. */
	public Presence presence() {
		return Presence.of(this.roll, this.guests);
	}

	/** Everybody who counted something, once. */
	public List<String> tellersNamed() {
		return this.items.stream()
			.flatMap((item) -> item.poll().counted().stream())
			.flatMap((one) -> one.names().stream())
			.distinct()
			.toList();
	}

	/** Who is in the room with a vote. */
	public List<PersonChoice> voters() {
		return chosen((line) -> line.votes() && line.present());
	}

	/** Who has a vote and has not come, so that a written opinion can count. */
	public List<PersonChoice> awaited() {
		return chosen((line) -> line.votes() && line.arrivedAt() == null);
	}

	/** Who has a vote. */
	public List<PersonChoice> entitled() {
		return chosen(RollLine::votes);
	}

	private List<PersonChoice> chosen(Predicate<RollLine> which) {
		return PersonChoice.sorted(this.roll.stream()
			.filter(which)
			.map((line) -> new PersonChoice(line.personId(), line.name(), null, false)));
	}

	public boolean voided() {
		return this.state == Meeting.State.VOID;
	}

	public boolean gathering() {
		return this.state == Meeting.State.CONVENED || this.state == Meeting.State.OPEN;
	}

	/** The item on the table: on ballot, or the next one; 0 when all are done. */
	public long runningId() {
		return this.items.stream()
			.filter((item) -> item.state() == Item.State.BALLOT && item.sharesWith() == null)
			.reduce((earlier, later) -> later)
			.or(() -> this.items.stream().filter((item) -> item.state() == Item.State.UNSETTLED).findFirst())
			.or(() -> this.items.stream().filter((item) -> item.state() == Item.State.PENDING).findFirst())
			.filter((item) -> this.state == Meeting.State.OPEN)
			.map(ItemLine::id)
			.orElse(0L);
	}

	/** Whether a ballot is being counted. */
	public boolean balloting() {
		return this.items.stream().anyMatch((item) -> item.state() == Item.State.BALLOT);
	}

	/** Whether people vote on an item; papers that are in wait for their count only. */
	public boolean voting() {
		return this.items.stream().anyMatch((item) -> item.state() == Item.State.BALLOT && !item.voted());
	}

	/** Whether the reader has something to count now. */
	public int counts() {
		return (int) this.items.stream().filter(ItemLine::counts).count();
	}

	public boolean itemsLeft() {
		return balloting() || this.items.stream()
			.anyMatch((item) -> item.state() == Item.State.PENDING || item.state() == Item.State.UNSETTLED);
	}

	/** One person on the roll; whyNot is a message key when there is no vote. */
	record RollLine(Long personId, String name, boolean guest, boolean votes, String whyNot, boolean present,
			Instant arrivedAt, Instant leftAt, boolean late, boolean excused, List<Move> moves) {

		public boolean came() {
			return this.arrivedAt != null;
		}

		public boolean wentOut() {
			return this.moves.stream().anyMatch((move) -> move.step() == Attendance.Step.LEFT);
		}

	}

	/** Somebody came or went. */
	record Move(Attendance.Step step, Attendance.How how, Instant at) {
	}

	/**
	 * One item.
	 *
	 * @param quorum how many must be in the room
	 * @param needed how many votes in favour pass, 0 where only the count can tell
	 * @param oneIn whether one of the two counts of this round is in
	 * @param differed whether the last two counts differed
	 * @param teller whether the reader is one of its tellers
	 * @param counts whether the reader has to count it now
	 * @param written written opinions that count (as of now, or as frozen)
	 * @param resolution what was resolved, or null
	 * @param poll its paper, the ballots held and what can be done about them
	 * @param box its electronic ballot, or null
	 * @param warnings what the chair has to know before opening one
	 * @param naming who may count it
	 * @param sharesWith the place of the item under which the ballot stands that this one
	 * shares, or null
	 * @param joining what could stand on the same paper
	 */
	record ItemLine(long id, int place, String title, String matter, Item.State state, Rule rule, boolean secret,
			boolean writtenAllowed, int quorum, int needed, boolean oneIn, boolean differed, boolean teller,
			boolean counts, int written, List<OpinionLine> opinions, ResolutionCard resolution, PollLine poll,
			BoxView box, SmallBallotCheck.Warnings warnings, Naming naming, Integer sharesWith, List<Joining> joining) {

		/** For a reader who is told what came out and not how the votes fell. */
		ItemLine outcomeOnly() {
			return new ItemLine(this.id, this.place, this.title, this.matter, this.state, this.rule, this.secret,
					this.writtenAllowed, this.quorum, this.needed, this.oneIn, this.differed, this.teller, this.counts,
					0, List.of(), (this.resolution != null) ? this.resolution.outcomeOnly() : null,
					this.poll.outcomeOnly(), this.box, this.warnings, this.naming, this.sharesWith, this.joining);
		}

		/** Whether nobody votes on it any more while its ballot is open. */
		public boolean voted() {
			return this.box == null || this.box.ended();
		}

	}

	/** An item that could stand on the same paper. */
	record Joining(long id, String title) {
	}

	/**
	 * Who may count an item, and who is chosen beforehand, or null.
	 */
	record Naming(List<PersonChoice> may, Long one, Long two) {

		static final Naming NONE = new Naming(List.of(), null, null);

	}

	/** The rule of an item: its words, edition and source, and what no source says. */
	record Rule(String text, String edition, String source, String assumed) {

		static Rule of(VotingRule rule) {
			return new Rule(rule.text(), rule.edition(), rule.source(), rule.assumed());
		}

	}

	/** A written opinion: who handed it in and when, and whether it counts. */
	record OpinionLine(String name, Instant receivedAt, boolean counts) {
	}

}
