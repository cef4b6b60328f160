package org.leagueflow.meeting;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.ballot.Mark;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.VotingRule;

/**
 * A meeting: its roll, frozen at the start, who is in the room, and its items, one ballot
 * at a time and none without a quorum.
 */
@Entity
class Meeting {

	/** How long before the convened time it may begin; longer ahead it is moved. */
	static final Duration MAX_EARLY = Duration.ofMinutes(30);

	/** How late it may begin before it counts as not held. */
	static final Duration MAX_LATE = Duration.ofHours(1);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long caseId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private MeetingKind kind;

	private long unitId;

	private String place;

	private Instant startsAt;

	private long chairId;

	private long recorderId;

	private String topics;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private State state = State.CONVENED;

	private Instant convenedAt;

	private Long firstChairId;

	private long convenedBy;

	private Instant invitedAt;

	private Instant checkInAt;

	private String checkInSecret;

	private Instant openedAt;

	private Instant closedAt;

	private String minutesText;

	private String minutesRemark;

	private Instant signedAt;

	private Long signedBy;

	private Long reconvenesId;

	@OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("placeNo")
	private List<Item> items = new ArrayList<>();

	@OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<RollEntry> roll = new ArrayList<>();

	@Version
	private int version;

	protected Meeting() {
	}

	Meeting(Convocation convocation, Instant startsAt, Instant now, long by) {
		this.kind = convocation.kind();
		this.unitId = convocation.unitId();
		this.place = convocation.place();
		this.startsAt = startsAt;
		this.chairId = convocation.chairId();
		this.recorderId = convocation.recorderId();
		this.topics = convocation.topics();
		this.reconvenesId = convocation.reconvenes();
		this.convenedAt = now;
		this.convenedBy = by;
	}

	void movedBy(CaseId theCase) {
		this.caseId = theCase.value();
	}

	/** Takes a waiting case onto the agenda, after those already there. */
	void takeUp(AgendaEntry entry) {
		require(State.CONVENED);
		if (!this.kind.votes()) {
			throw new Refusal.Conflict("refusal.meeting.kind-no-vote");
		}
		if (!entry.waits() || entry.kind() != this.kind || entry.unitId() != this.unitId) {
			throw new Refusal.Conflict("refusal.meeting.not-waiting", entry.title());
		}
		this.items.add(new Item(this, entry, this.items.size() + 1));
		entry.schedule(this.id);
	}

	/** Writes the roll as of now; people checked in already stay so. */
	void drawUp(Collection<Invitee> invitees) {
		require(State.CONVENED);
		roll().drawUp(invitees);
	}

	void invited(Instant now) {
		require(State.CONVENED);
		this.invitedAt = now;
	}

	/** Another time or place, as long as nothing has begun. */
	void move(Instant newStart, String newPlace) {
		require(State.CONVENED);
		this.startsAt = newStart;
		this.place = newPlace;
	}

	/**
	 * Somebody else takes the chair (换人主持), who is in the room or from outside the roll.
	 * @return who had it
	 */
	long chair(long person) {
		requireGathering();
		if (person == this.chairId) {
			throw new Refusal.Conflict("refusal.meeting.chair-already");
		}
		if (roll().holds(person) && !roll().isInTheRoom(person)) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.chair-not-there", roll().line(person).name());
		}
		long before = this.chairId;
		this.firstChairId = (this.firstChairId != null) ? this.firstChairId : before;
		this.chairId = person;
		return before;
	}

	/** Nobody leads a meeting from afar: who is on the roll has to be in the room. */
	private void requireChair() {
		if (roll().holds(this.chairId) && !roll().isInTheRoom(this.chairId)) {
			throw new Refusal.Conflict("refusal.meeting.chair-absent", roll().line(this.chairId).name());
		}
	}

	/** Whether its time has passed without its being opened (未召开). */
	boolean isMissed(Instant now) {
		return isMissed(this.state, this.startsAt, now);
	}

	static boolean isMissed(State state, Instant startsAt, Instant now) {
		return state == State.CONVENED && startsAt.plus(MAX_LATE).isBefore(now);
	}

	/** Whether it may be opened now: at most half an hour before its time. */
	boolean isDue(Instant now) {
		return this.state == State.CONVENED && !now.isBefore(this.startsAt.minus(MAX_EARLY));
	}

	void cancel() {
		require(State.CONVENED);
		this.state = State.CANCELLED;
		pending().forEach(Item::postpone);
	}

	/** Starts the meeting: from here on the roll is frozen. */
	void open(Collection<Invitee> invitees, Instant now) {
		drawUp(invitees);
		requireChair();
		this.openedAt = now;
		this.state = State.OPEN;
	}

	/** From now on people can check in, with codes made from this secret. */
	void beginCheckIn(String secret, Instant now) {
		requireGathering();
		if (this.checkInSecret == null) {
			this.checkInAt = now;
			this.checkInSecret = secret;
		}
	}

	/**
	 * @throws Refusal.Conflict when nobody can check in, not yet or not any more
	 */
	void requireCheckIn() {
		requireGathering();
		if (this.checkInSecret == null) {
			throw new Refusal.Conflict("refusal.meeting.no-check-in");
		}
	}

	/** Somebody without a vote sits in (列席). */
	void welcome(String guest, Instant now) {
		requireGathering();
		roll().welcome(guest, now);
	}

	/**
	 * Notes a sealed written opinion on an item; one that comes too late is kept but not
	 * counted.
	 */
	void receiveOpinion(long itemId, long personId, Instant now, long by) {
		requireGathering();
		RollEntry line = roll().line(personId);
		if (!line.isEntitled()) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.no-vote", line.name());
		}
		Item item = item(itemId);
		if (!item.isPending()) {
			throw new Refusal.Conflict("refusal.meeting.item-not-pending");
		}
		item.receiveOpinion(personId, line.name(), notBefore(this.openedAt, now), by);
	}

	/**
	 * A clock that was set back must not make late what was not, or early what is late.
	 */
	private static Instant notBefore(Instant earlier, Instant now) {
		return (earlier != null && now.isBefore(earlier)) ? earlier : now;
	}

	/**
	 * Opens the ballot on one item, or on several with one paper.
	 * @param with the other items on the paper
	 * @param rules of each item
	 * @throws Refusal.Conflict when there is no quorum, or people still vote on another
	 * item
	 * @throws Refusal.Invalid when somebody may not be a teller of this item
	 */
	void openBallot(long itemId, Collection<Long> with, BallotMode mode, Tellers tellers,
			Function<AgendaEntry, VotingRule> rules, Collection<Long> staff, Instant now) {
		require(State.OPEN);
		requireVoted(mode);
		Item item = item(itemId);
		if (!item.isPending()) {
			throw new Refusal.Conflict("refusal.meeting.item-not-pending");
		}
		requireCollective();
		requireChair();
		VotingRule rule = rules.apply(item.entry());
		List<Item> others = with.stream().distinct().filter((id) -> id != itemId).map(this::item).toList();
		Polling polling = new Polling(this, item, rule, others);
		polling.requireJoint(rules);
		polling.requireQuorum();
		polling.requireRoom();
		polling.check(tellers, staff);
		item.openBallot(mode, rule, tellers, polling.turnout(), others, now);
	}

	/**
	 * Opens another ballot of an election, among the tied or for seats that nobody won.
	 * @param chosen who stands again where nobody is tied; empty for all who can
	 */
	void openAgain(long itemId, BallotMode mode, Tellers tellers, Collection<Long> chosen, Collection<Long> staff,
			Instant now) {
		require(State.OPEN);
		requireNoBallot();
		Item item = item(itemId);
		item.requireUnsettled();
		requireChair();
		Polling polling = new Polling(this, item, item.rule());
		polling.requireQuorum();
		polling.check(tellers, staff);
		item.openAgain(mode, item.electionStatus().nextPaper(chosen), tellers, polling.turnoutAgain(), now);
	}

	/** Leaves seats open that nobody won. */
	void settle(long itemId) {
		require(State.OPEN);
		requireNoBallot();
		item(itemId).settle();
	}

	/**
	 * Somebody stays out of an item (回避): gets no paper, does not count it and is not
	 * present for it.
	 */
	void recuse(long itemId, long person, String reason, long by, Instant now) {
		requireGathering();
		RollEntry line = roll().line(person);
		if (!line.isEntitled()) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.recuse-voter", line.name());
		}
		item(itemId).recuse(line, reason, by, now);
	}

	/** Takes a recusal back. */
	void unrecuse(long itemId, long person) {
		requireGathering();
		item(itemId).unrecuse(person);
	}

	/** Notes that somebody filled in a paper for a voter who cannot write. */
	void assist(long itemId, long voter, long scribe, Collection<Long> staff, Instant now) {
		require(State.OPEN);
		if (!roll().isInTheRoom(scribe) && !staff.contains(scribe)) {
			throw Refusal.Invalid.field("scribe", "refusal.meeting.scribe-stranger");
		}
		item(itemId).assist(voter, scribe, now);
	}

	/** Notes proposed grades; signed minutes are not changed any more. */
	void propose(long itemId, Map<Long, Mark> grades) {
		if (this.state != State.OPEN) {
			require(State.CLOSED);
		}
		item(itemId).propose(grades);
	}

	/**
	 * How many decisions on the same matter this meeting has passed, or may have when the
	 * papers are counted.
	 */
	int passing(Item like) {
		return (int) this.items.stream()
			.filter((item) -> item.state() == Item.State.PASSED || item.isOnBallot())
			.filter((item) -> item.entry().matter().equals(like.entry().matter()))
			.count();
	}

	/** A committee decides together; one person is no committee (细则§24). */
	private void requireCollective() {
		if (this.kind == MeetingKind.COMMITTEE_MEETING && entitled() < 2) {
			throw new Refusal.Conflict("refusal.meeting.alone");
		}
	}

	/** Names other tellers while a ballot is being counted; they start a new round. */
	void replaceTellers(long itemId, Tellers tellers, Collection<Long> staff) {
		Item item = item(itemId);
		item.requireBallot();
		new Polling(this, item, item.rule()).check(tellers, staff);
		item.name(tellers);
	}

	Item.Counting count(long itemId, long teller, PaperCount count, Instant now) {
		require(State.OPEN);
		return item(itemId).count(teller, count, now);
	}

	void postpone(long itemId) {
		require(State.OPEN);
		requireNoBallot();
		Item item = item(itemId);
		if (!item.isPending()) {
			throw new Refusal.Conflict("refusal.meeting.item-not-pending");
		}
		item.postpone();
	}

	/**
	 * Gives up for want of a quorum: what is still pending is void and waits again, an
	 * election ends as it stands. A meeting that decided nothing is void as a whole.
	 * @return the items that are void
	 */
	List<Item> giveUp(Function<AgendaEntry, VotingRule> rules, Instant now) {
		require(State.OPEN);
		requireNoBallot();
		if (quorate(rules)) {
			throw new Refusal.Conflict("refusal.meeting.has-quorum", present(), entitled());
		}
		List<Item> undecided = pending();
		undecided.forEach((item) -> item.noQuorum(entitled(), present()));
		this.items.stream().filter(Item::isUnsettled).forEach(Item::end);
		undecided.forEach(Item::reported);
		if (this.items.stream().noneMatch(Item::isDecided)) {
			this.state = State.VOID;
			over(now);
		}
		return undecided;
	}

	/** Elections that ended for want of a quorum; each is handed out once. */
	List<Item> endedElections() {
		List<Item> ended = this.items.stream().filter((item) -> item.isNews() && item.isDecided()).toList();
		ended.forEach(Item::reported);
		return ended;
	}

	/**
	 * What became of items since the last time; each is handed out once.
	 * @throws Refusal.Conflict when nothing happened although a ballot is open or could
	 * open
	 */
	List<Item> news(Function<AgendaEntry, VotingRule> rules) {
		require(State.OPEN);
		List<Item> news = this.items.stream()
			.filter(Item::isNews)
			.sorted(Comparator.comparing((Item item) -> item.onPaper().get(0).placeNo()).thenComparing(Item::voteOrder))
			.toList();
		if (news.isEmpty()) {
			requireNoBallot();
		}
		if (news.isEmpty() && isLeftToDecide() && quorate(rules)) {
			throw new Refusal.Conflict("refusal.meeting.nothing-decided");
		}
		news.forEach(Item::reported);
		return news;
	}

	void close(Instant now) {
		require(State.OPEN);
		requireNoBallot();
		if (isLeftToDecide()) {
			throw new Refusal.Conflict("refusal.meeting.items-left", this.items.stream().filter(Item::isLeft).count());
		}
		this.state = State.CLOSED;
		over(now);
	}

	/** No code is good any more. */
	private void over(Instant now) {
		this.closedAt = notBefore(this.openedAt, now);
		this.checkInSecret = null;
	}

	void writeMinutes(String text) {
		require(State.CLOSED);
		this.minutesText = text;
		this.minutesRemark = null;
	}

	/** The chair sends the minutes back to the recorder. */
	void returnMinutes(String remark) {
		require(State.CLOSED);
		this.minutesRemark = remark;
	}

	boolean isReturned() {
		return this.state == State.CLOSED && this.minutesRemark != null;
	}

	void sign(long by, Instant now) {
		require(State.CLOSED);
		this.state = State.HELD;
		this.signedAt = now;
		this.signedBy = by;
	}

	/** The item on which a ballot is open for this case. */
	Optional<Item> balloting(AgendaEntry entry) {
		return this.items.stream()
			.filter((item) -> item.isOnBallot() && item.entry().id().equals(entry.id()))
			.findFirst();
	}

	/**
	 * Takes a case off, unless it is decided; does nothing when it is not on this agenda.
	 */
	void withdraw(AgendaEntry entry) {
		this.items.stream()
			.filter((item) -> item.entry().id().equals(entry.id()))
			.filter(Item::isLeft)
			.forEach(Item::withdraw);
	}

	/**
	 * Whether a ballot can open now: at least one pending item has its quorum, or nothing
	 * is left to vote on.
	 */
	boolean quorate(Function<AgendaEntry, VotingRule> rules) {
		List<Item> left = this.items.stream().filter(Item::isLeft).toList();
		return left.isEmpty() || left.stream().anyMatch(Item::isOnBallot)
				|| left.stream().anyMatch((item) -> new Polling(this, item, rules.apply(item.entry())).quorate());
	}

	/** Written opinions that count: in time, by voters who never came (细则§21). */
	int countableOpinions(Item item) {
		return (int) item.opinions()
			.stream()
			.filter((opinion) -> counts(opinion) && !item.isRecused(opinion.personId()))
			.count();
	}

	boolean counts(WrittenOpinion opinion) {
		return opinion.inTimeFor(this.openedAt) && roll().stayedAway(opinion.personId());
	}

	/** 应到. */
	int entitled() {
		return roll().entitled();
	}

	/** 实到. */
	int present() {
		return roll().present();
	}

	List<Item> pending() {
		return this.items.stream().filter(Item::isPending).toList();
	}

	/**
	 * What is talked about: all that is left before the start, then one item at a time.
	 */
	List<Item> onTheTable() {
		List<Item> left = this.items.stream().filter(Item::isLeft).toList();
		return (this.state == State.OPEN)
				? Stream.<Predicate<Item>>of(Item::isOnBallot, Item::isPending, Item::isUnsettled)
					.flatMap((is) -> left.stream().filter(is).sorted(Comparator.comparing(Item::calledAt).reversed()))
					.limit(1)
					.toList()
				: left;
	}

	boolean isLeftToDecide() {
		return this.items.stream().anyMatch(Item::isLeft);
	}

	/** The item that is voted on in this electronic ballot. */
	Item itemOf(long ballot) {
		return this.items.stream()
			.filter((item) -> item.rounds().stream().anyMatch((round) -> round.holds(ballot)))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-item"));
	}

	Item item(long itemId) {
		return this.items.stream()
			.filter((item) -> item.id() == itemId)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-item"));
	}

	private void require(State needed) {
		if (this.state != needed) {
			throw new Refusal.Conflict("refusal.meeting.state." + this.state);
		}
	}

	/** For what is only possible before the start. */
	void requireAhead() {
		require(State.CONVENED);
	}

	private void requireGathering() {
		if (this.state != State.CONVENED) {
			require(State.OPEN);
		}
	}

	/**
	 * One item is voted on at a time (逐个表决); papers that are in may be counted later,
	 * those of several items together (集中计票).
	 */
	private void requireVoted(BallotMode next) {
		boolean voting = this.items.stream().anyMatch((item) -> item.isOnBallot() && !item.round().isVoted());
		if (voting || next.electronic()) {
			requireNoBallot();
		}
	}

	private void requireNoBallot() {
		if (this.items.stream().anyMatch(Item::isOnBallot)) {
			throw new Refusal.Conflict("refusal.meeting.ballot-open");
		}
	}

	boolean hasTeller(long personId) {
		return this.items.stream().anyMatch((item) -> item.isTeller(personId));
	}

	Long id() {
		return this.id;
	}

	CaseId caseId() {
		return (this.caseId != null) ? new CaseId(this.caseId) : null;
	}

	MeetingKind kind() {
		return this.kind;
	}

	long unitId() {
		return this.unitId;
	}

	String place() {
		return this.place;
	}

	/**
	 * After this moment people come late: never before the time for which they were
	 * called, however early the meeting opened. Null while it is not open.
	 */
	Instant lateFrom() {
		return (this.openedAt != null) ? notBefore(this.startsAt, this.openedAt) : null;
	}

	Instant startsAt() {
		return this.startsAt;
	}

	long chairId() {
		return this.chairId;
	}

	/** Who was called to take the chair, where somebody else took it; else null. */
	Long firstChairId() {
		return (this.firstChairId != null && this.firstChairId != this.chairId) ? this.firstChairId : null;
	}

	long recorderId() {
		return this.recorderId;
	}

	String topics() {
		return this.topics;
	}

	/** What is only discussed, line by line. */
	List<String> topicLines() {
		return (this.topics == null) ? List.of()
				: this.topics.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	State state() {
		return this.state;
	}

	Instant invitedAt() {
		return this.invitedAt;
	}

	/** When people could first check in, or null. */
	Instant checkInAt() {
		return this.checkInAt;
	}

	/** What the codes of the moment are made from; null before and after. */
	String checkInSecret() {
		return this.checkInSecret;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	Instant closedAt() {
		return this.closedAt;
	}

	String minutesText() {
		return this.minutesText;
	}

	/** Why the minutes were sent back, or null. */
	String minutesRemark() {
		return this.minutesRemark;
	}

	Instant signedAt() {
		return this.signedAt;
	}

	Long signedBy() {
		return this.signedBy;
	}

	Long reconvenesId() {
		return this.reconvenesId;
	}

	List<Item> items() {
		return List.copyOf(this.items);
	}

	Roll roll() {
		return new Roll(this, this.roll);
	}

	/** Counts the changes of the meeting itself; those who come and go change none. */
	int version() {
		return this.version;
	}

	/** Where a meeting stands. */
	enum State {

		/** Called; people may check in. */
		CONVENED,
		/** Running, the roll is frozen. */
		OPEN,
		/** Over; the minutes are being written. */
		CLOSED,
		/** Over and signed. */
		HELD,
		/** Over without a quorum; nothing was decided. */
		VOID,
		/** Called off. */
		CANCELLED

	}

}
