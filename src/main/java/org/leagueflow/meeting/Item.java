package org.leagueflow.meeting;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.ElectionStatus;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.Result;
import org.leagueflow.voting.VoteTally;
import org.leagueflow.voting.VotingRule;

/** One matter on the agenda of one meeting, with its ballots. */
@Entity
@Table(name = "meeting_item")
class Item {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "meeting_id")
	private Meeting meeting;

	@ManyToOne(fetch = FetchType.EAGER, optional = false)
	@JoinColumn(name = "entry_id")
	private AgendaEntry entry;

	private int placeNo;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private State state = State.PENDING;

	private int entitled;

	private int present;

	private boolean reported;

	/** The item whose ballot this one shares (合票); null where it has its own. */
	private Long leadId;

	/** The place in which it is decided among the items of its paper, from 1. */
	private int voteOrder;

	@OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
	@OrderBy("roundNo")
	private List<Round> rounds = new ArrayList<>();

	@OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
	@OrderBy("id")
	private List<WrittenOpinion> opinions = new ArrayList<>();

	@OneToMany(mappedBy = "item", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<Recusal> recusals = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "meeting_proposal", joinColumns = @JoinColumn(name = "item_id"))
	@MapKeyColumn(name = "person_id")
	@Column(name = "grade")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Map<Long, Mark> proposed = new HashMap<>();

	protected Item() {
	}

	Item(Meeting meeting, AgendaEntry entry, int placeNo) {
		this.meeting = meeting;
		this.entry = entry;
		this.placeNo = placeNo;
	}

	void receiveOpinion(long person, String name, Instant now, long by) {
		if (this.opinions.stream().anyMatch((opinion) -> opinion.personId() == person)) {
			throw new Refusal.Conflict("refusal.meeting.opinion-twice", name);
		}
		this.opinions.add(new WrittenOpinion(this, person, name, now, by));
	}

	/** Somebody stays out of this item, until a ballot on it is open. */
	void recuse(RollEntry line, String reason, long by, Instant now) {
		requireBetweenBallots();
		if (isRecused(line.personId())) {
			throw new Refusal.Conflict("refusal.meeting.recused-already", line.name());
		}
		this.recusals.add(new Recusal(this, line, reason, by, now));
	}

	void unrecuse(long person) {
		requireBetweenBallots();
		if (!this.recusals.removeIf((recusal) -> recusal.is(person))) {
			throw new Refusal.Conflict("refusal.meeting.not-recused");
		}
	}

	private void requireBetweenBallots() {
		if (!isPending() && !isUnsettled()) {
			throw new Refusal.Conflict("refusal.meeting.item-not-pending");
		}
	}

	boolean isRecused(long person) {
		return this.recusals.stream().anyMatch((recusal) -> recusal.is(person));
	}

	/**
	 * Notes who filled in a voter's paper: nobody who stands on it or stands by one who
	 * does.
	 */
	void assist(long voter, long scribe, Instant now) {
		requireBallot();
		boolean candidate = paper().form() == Paper.Form.ELECTION
				&& paper().lines().stream().anyMatch((line) -> line.id() == scribe);
		if (candidate || conflicts(scribe)) {
			throw Refusal.Invalid.field("scribe", "refusal.meeting.scribe-candidate");
		}
		round().assist(voter, scribe, now);
	}

	/**
	 * The grades that the branch committee proposes after a grading.
	 * @throws Refusal.Invalid when somebody is left out, or more are 优秀 than may be
	 */
	void propose(Map<Long, Mark> grades) {
		if (paper().form() != Paper.Form.GRADING || !isDecided()) {
			throw new Refusal.Conflict("refusal.meeting.no-grading");
		}
		for (Paper.Line line : paper().lines()) {
			Mark grade = grades.get(line.id());
			if (grade == null || grade == Mark.ABSTAIN || !paper().marks().contains(grade)) {
				throw Refusal.Invalid.field("grade-" + line.id(), "refusal.meeting.no-grade", line.name());
			}
		}
		List<Long> graded = paper().lines().stream().map(Paper.Line::id).toList();
		int excellent = (int) graded.stream().filter((id) -> grades.get(id) == Mark.EXCELLENT).count();
		rule().requireCap(excellent, graded.size());
		this.proposed.clear();
		graded.forEach((id) -> this.proposed.put(id, grades.get(id)));
	}

	/** What this item asks the voters. */
	Paper paper() {
		return this.entry.paper();
	}

	/** The items on the same paper, this one among them, in the order of the agenda. */
	List<Item> onPaper() {
		if (this.id == null) {
			return List.of(this);
		}
		return this.meeting.items().stream().filter((item) -> holderId().equals(item.holderId())).toList();
	}

	/** The item that keeps the ballot; not yet stored, it has none. */
	Long holderId() {
		return (this.leadId != null) ? this.leadId : this.id;
	}

	private Item holder() {
		return (this.leadId != null) ? this.meeting.item(this.leadId) : this;
	}

	/** Whether several items stand on the paper. */
	boolean isJoint() {
		return onPaper().size() > 1;
	}

	/**
	 * The item under which pages show the ballot that several share: the first that was
	 * not taken off meanwhile.
	 */
	Item head() {
		return onPaper().stream().filter((item) -> item.state() != State.WITHDRAWN).findFirst().orElse(holder());
	}

	boolean isHead() {
		return is(head());
	}

	private boolean is(Item other) {
		return other == this || other.id().equals(this.id);
	}

	/** How the paper is called. */
	String paperTitle() {
		List<Item> all = onPaper();
		return (all.size() == 1) ? this.entry.title() : "%s 等%d项".formatted(all.get(0).entry().title(), all.size());
	}

	/** Whether the person is the candidate of this paper, introduces or mentors one. */
	boolean conflicts(long person) {
		return onPaper().stream().anyMatch((item) -> item.entry().conflicts(person));
	}

	/**
	 * Opens the first ballot and freezes what it rests on.
	 * @param with the other items on the paper
	 */
	void openBallot(BallotMode mode, VotingRule rule, Tellers tellers, EligibleVoters turnout, List<Item> with,
			Instant now) {
		with.forEach((item) -> {
			item.leadId = this.id;
			item.state = State.BALLOT;
		});
		Paper paper = with.isEmpty() ? paper()
				: Paper.decisions(onPaper().stream().map((item) -> item.paper().lines().get(0)).toList());
		open(new Round(this, 1, BallotCard.Kind.FIRST, mode, paper, rule, turnout, now), tellers);
	}

	/** Opens another ballot for the seats that are open. */
	void openAgain(BallotMode mode, Paper paper, Tellers tellers, EligibleVoters turnout, Instant now) {
		open(new Round(this, this.rounds.size() + 1, electionStatus().next(), mode, paper, rule(), turnout, now),
				tellers);
	}

	private void open(Round round, Tellers tellers) {
		this.state = State.BALLOT;
		round.name(tellers);
		this.rounds.add(round);
	}

	/**
	 * Leaves the seats open that nobody won.
	 * @throws Refusal.Conflict when a tie has not been voted on again yet
	 */
	void settle() {
		requireUnsettled();
		if (!electionStatus().tied().isEmpty() && !electionStatus().tiedAgain()) {
			throw new Refusal.Conflict("refusal.meeting.tie-first");
		}
		end();
	}

	/** Ends an election as it stands, for want of a quorum for another ballot. */
	void end() {
		this.state = electionStatus().elected().isEmpty() ? State.FAILED : State.PASSED;
	}

	void requireUnsettled() {
		if (this.state != State.UNSETTLED) {
			throw new Refusal.Conflict("refusal.meeting.nothing-open");
		}
	}

	/** Puts others in the tellers' place; what was entered at this attempt is void. */
	void name(Tellers tellers) {
		requireBallot();
		round().name(tellers);
	}

	/** One teller's independent count. */
	Counting count(long teller, PaperCount count, Instant now) {
		requireBallot();
		Counting counting = round().count(teller, count, now);
		conclude();
		return counting;
	}

	/** One teller says that voting is over; returns whether both do. */
	boolean endVoting(long teller) {
		requireBallot();
		return round().end(teller);
	}

	/** Takes what the electronic box holds. */
	void handIn(Count electronic, Instant now) {
		requireBallot();
		round().handIn(electronic, now);
		conclude();
	}

	private void conclude() {
		if (!round().isDecided()) {
			return;
		}
		if (isJoint()) {
			onPaper().stream().filter(Item::isOnBallot).forEach(Item::concludeLine);
			return;
		}
		if (paper().form() == Paper.Form.ELECTION && electionStatus().open() > 0) {
			this.state = State.UNSETTLED;
			return;
		}
		this.state = (result().outcome() == Outcome.PASSED) ? State.PASSED : State.FAILED;
	}

	private void concludeLine() {
		this.state = (result().outcome() == Outcome.PASSED) ? State.PASSED : State.FAILED;
	}

	/**
	 * Of the items on one paper those with more votes in favour are decided first, for
	 * places may be few; with as many, the order of the agenda, which stood before the
	 * vote.
	 */
	void order(Result whole) {
		List<Item> items = onPaper();
		List<Integer> byVotes = IntStream.range(0, items.size())
			.boxed()
			.sorted(Comparator.comparing((Integer line) -> whole.lines().get(line).votes()).reversed())
			.toList();
		for (int place = 0; place < byVotes.size(); place++) {
			items.get(byVotes.get(place)).voteOrder = place + 1;
		}
	}

	int voteOrder() {
		return this.voteOrder;
	}

	/** Which line of the paper is this item's. */
	private int line() {
		List<Item> all = onPaper();
		return IntStream.range(0, all.size()).filter((at) -> is(all.get(at))).findFirst().orElseThrow();
	}

	/** The ballots counted so far; of one that several share, this item's line. */
	List<BallotCard> ballots() {
		return rounds().stream().filter(Round::isDecided).map(this::card).toList();
	}

	private BallotCard card(Round round) {
		return isJoint() ? round.card().only(line()) : round.card();
	}

	/** Whether the papers of its ballot led to anything. */
	boolean isPaperDecided() {
		return onPaper().stream().anyMatch(Item::isDecided);
	}

	/** Where an election stands; only after its first ballot. */
	ElectionStatus electionStatus() {
		return new ElectionStatus(ballots());
	}

	/** When its latest ballot was opened; before that the beginning of time. */
	Instant calledAt() {
		return (round() != null) ? round().openedAt() : Instant.MIN;
	}

	/** What all ballots led to. */
	Result result() {
		if (isJoint()) {
			return round().result().only(line());
		}
		return (paper().form() == Paper.Form.ELECTION) ? electionStatus().result() : round().result();
	}

	/** The result on which both tellers agreed. */
	VoteTally tally() {
		return isJoint() ? round().tally().only(line()) : round().tally();
	}

	void postpone() {
		this.state = State.POSTPONED;
		this.entry.returnToAgenda();
	}

	void noQuorum(int entitledVoters, int presentVoters) {
		this.state = State.VOID;
		this.entitled = entitledVoters;
		this.present = presentVoters;
		this.entry.returnToAgenda();
	}

	void withdraw() {
		this.state = State.WITHDRAWN;
	}

	/** Its process and the record know what became of it. */
	void reported() {
		this.reported = true;
	}

	/** Whether something became of it that nobody was told yet. */
	boolean isNews() {
		return !isLeft() && !this.reported;
	}

	void requireBallot() {
		if (onPaper().stream().noneMatch(Item::isOnBallot)) {
			throw new Refusal.Conflict("refusal.meeting.no-ballot-open");
		}
	}

	Meeting meeting() {
		return this.meeting;
	}

	/** The ballot that is open or was held last; null when none was. */
	Round round() {
		List<Round> held = holder().ownRounds();
		return held.isEmpty() ? null : held.get(held.size() - 1);
	}

	/**
	 * @throws Refusal.NotAllowed when the person is no teller of the latest ballot
	 */
	Round roundOf(long teller) {
		if (!isTeller(teller)) {
			throw new Refusal.NotAllowed("refusal.meeting.not-a-teller");
		}
		return round();
	}

	boolean isTeller(long person) {
		return round() != null && round().isTeller(person);
	}

	/** Whether something is still to be decided. */
	boolean isLeft() {
		return isPending() || isOnBallot() || isUnsettled();
	}

	/** Whether an election waits for another ballot or for being left as it is. */
	boolean isUnsettled() {
		return this.state == State.UNSETTLED;
	}

	boolean isPending() {
		return this.state == State.PENDING;
	}

	boolean isOnBallot() {
		return this.state == State.BALLOT;
	}

	boolean isDecided() {
		return this.state == State.PASSED || this.state == State.FAILED;
	}

	/** The rule as frozen when the ballot opened; null before. */
	VotingRule rule() {
		return (round() != null) ? round().rule() : null;
	}

	Outcome outcome() {
		return (this.state == State.PASSED) ? Outcome.PASSED
				: (this.state == State.FAILED) ? Outcome.FAILED : Outcome.VOID;
	}

	Long id() {
		return this.id;
	}

	AgendaEntry entry() {
		return this.entry;
	}

	int placeNo() {
		return this.placeNo;
	}

	State state() {
		return this.state;
	}

	List<Recusal> recusals() {
		return List.copyOf(this.recusals);
	}

	/** The grades proposed, by person; empty before. */
	Map<Long, Mark> proposed() {
		return Map.copyOf(this.proposed);
	}

	List<Round> rounds() {
		return List.copyOf(holder().ownRounds());
	}

	List<Round> ownRounds() {
		return this.rounds;
	}

	/** 应到, as frozen by the latest ballot or when the quorum was missing. */
	int entitled() {
		return (round() != null) ? round().entitled() : this.entitled;
	}

	int present() {
		return (round() != null) ? round().present() : this.present;
	}

	List<WrittenOpinion> opinions() {
		return List.copyOf(this.opinions);
	}

	/** Where an item stands. */
	enum State {

		/** Not yet called. */
		PENDING,
		/** The ballot is open. */
		BALLOT,
		/** An election with a tie, or with seats that nobody won. */
		UNSETTLED,
		/** Decided in favour; of an election: somebody is elected. */
		PASSED,
		/** Decided, but the rule's majority was not reached. */
		FAILED,
		/** No quorum; waits on the agenda again. */
		VOID,
		/** Put off to a later meeting by the chair. */
		POSTPONED,
		/** Taken off by its process. */
		WITHDRAWN

	}

	/** What a teller's count led to. */
	enum Counting {

		/** The other teller has not entered a count yet. */
		ONE_IN,
		/** The two counts differ; both count again. */
		DIFFER,
		/** The two counts are the same; the item is decided. */
		AGREE,
		/** The case is no longer this meeting's; nothing is counted. */
		STOPPED

	}

}
