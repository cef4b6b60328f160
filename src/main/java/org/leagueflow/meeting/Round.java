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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.DisclosureRule;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.Election;
import org.leagueflow.voting.Grading;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.Result;
import org.leagueflow.voting.VoteTally;
import org.leagueflow.voting.VotingRule;

/**
 * One ballot on an item: what it rests on, frozen at its opening, and what came of it. A
 * re-vote (重新投票) is another round.
 */
@Entity
@Table(name = "meeting_round")
class Round {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "item_id")
	private Item item;

	private int roundNo;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private BallotMode mode;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private BallotCard.Kind kind;

	@Column(length = 1_000_000)
	private String paperJson;

	@Column(length = 1_000_000)
	private String ruleJson;

	/** Read once: neither changes after the opening. */
	@Transient
	private Paper paper;

	@Transient
	private VotingRule rule;

	private long tellerOne;

	private long tellerTwo;

	private boolean endedOne;

	private boolean endedTwo;

	private int attemptNo;

	private int entitled;

	private int present;

	private int written;

	private Instant openedAt;

	private Instant decidedAt;

	@Column(length = 1_000_000)
	private String electronicJson;

	/** All that is kept of a ballot whose numbers stay unpublished. */
	@Column(length = 1_000_000)
	private String withheldJson;

	private Long ballotId;

	private int smallest;

	private boolean outcomeOnly;

	@ElementCollection
	@CollectionTable(name = "meeting_voter", joinColumns = @JoinColumn(name = "round_id"))
	private Set<Voter> voters = new LinkedHashSet<>();

	@OneToMany(mappedBy = "round", cascade = CascadeType.ALL)
	@OrderBy("id")
	private List<TellerCount> counts = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "meeting_assistance", joinColumns = @JoinColumn(name = "round_id"))
	private Set<Assistance> assistances = new LinkedHashSet<>();

	protected Round() {
	}

	Round(Item item, int roundNo, BallotCard.Kind kind, BallotMode mode, Paper paper, VotingRule rule,
			EligibleVoters turnout, Instant now) {
		this.item = item;
		this.roundNo = roundNo;
		this.kind = kind;
		this.mode = mode;
		this.paperJson = Json.write(paper);
		this.ruleJson = Json.write(rule);
		this.entitled = turnout.entitled();
		this.present = turnout.present();
		this.written = turnout.opinions();
		this.openedAt = now;
		boolean paperForAll = mode == BallotMode.PAPER;
		turnout.voters().forEach((voter) -> this.voters.add(new Voter(voter, paperForAll)));
	}

	/** Puts others in the tellers' place; what was entered at this attempt is void. */
	final void name(Tellers tellers) {
		this.tellerOne = tellers.one();
		this.tellerTwo = tellers.two();
		this.attemptNo++;
		if (!this.mode.electronic() || !isEnded()) {
			goOn();
		}
	}

	/** Voting goes on, or begins again with another box. */
	private void goOn() {
		this.endedOne = false;
		this.endedTwo = false;
	}

	/**
	 * Gives a voter a paper where there is an electronic box, too. Whoever asks has made
	 * sure that the box gives this voter nothing any more.
	 */
	void handPaper(long person) {
		requireOpen();
		if (!this.mode.onPaper()) {
			throw new Refusal.Conflict("refusal.meeting.no-papers");
		}
		Voter voter = voter(person).orElseThrow(() -> new Refusal.Invalid("refusal.meeting.not-voting"));
		if (voter.paper()) {
			throw new Refusal.Conflict("refusal.meeting.has-paper");
		}
		this.voters.remove(voter);
		this.voters.add(new Voter(person, true));
	}

	/** Takes a paper back that was not filled in. */
	void takeBack(long person) {
		requireOpen();
		Voter voter = voter(person).filter(Voter::paper)
			.filter((it) -> this.mode == BallotMode.BOTH)
			.orElseThrow(() -> new Refusal.Conflict("refusal.meeting.has-no-paper"));
		this.voters.remove(voter);
		this.voters.add(new Voter(person, false));
	}

	/** Is held with this box; when numbers stay unpublished. */
	void electronic(long ballot, DisclosureRule disclosure) {
		this.ballotId = ballot;
		this.smallest = disclosure.smallest();
		this.outcomeOnly = disclosure.outcomeOnly();
		if (isEnded()) {
			this.attemptNo++;
			goOn();
		}
	}

	/** Whether a box is used that nobody has opened yet. */
	boolean isBoxUncounted() {
		return this.ballotId != null && this.electronicJson == null && !isDecided();
	}

	/** Whether all else is counted, so that the box may be opened. */
	boolean awaitsBox() {
		return isBoxUncounted() && isEnded() && isByHandDone();
	}

	/** The electronic ballot, or null. */
	Long ballotId() {
		return this.ballotId;
	}

	/** Whether this ballot was voted on in this box. */
	boolean holds(long ballot) {
		return this.ballotId != null && this.ballotId == ballot;
	}

	/**
	 * Whether numbers would tell who voted how by phone, or, where some voted otherwise,
	 * who did by hand: whoever knows one part and the sum knows the other.
	 */
	boolean isCoarse() {
		return this.withheldJson != null
				|| this.mode.electronic() && (disclosure().covers(tally().votes()) || isMixedOfFew());
	}

	private boolean isMixedOfFew() {
		int byPhone = tally().electronicVotes();
		int byHand = tally().votes().papers() - byPhone;
		return byPhone > 0 && byHand > 0 && Math.min(byPhone, byHand) < this.smallest;
	}

	private DisclosureRule disclosure() {
		return new DisclosureRule(this.smallest, this.outcomeOnly);
	}

	private Optional<Voter> voter(long person) {
		return this.voters.stream().filter((one) -> one.personId() == person).findFirst();
	}

	boolean mayVote(long person) {
		return voter(person).isPresent();
	}

	boolean hasPaper(long person) {
		return voter(person).filter(Voter::paper).isPresent();
	}

	/** Somebody fills in a voter's paper; nothing is kept of what is put on it. */
	void assist(long voter, long scribe, Instant now) {
		requireOpen();
		if (voter == scribe || !hasPaper(voter)) {
			throw Refusal.Invalid.field("voter", "refusal.meeting.assisted-voter");
		}
		if (this.assistances.stream().anyMatch((one) -> one.voterId() == voter)) {
			throw new Refusal.Conflict("refusal.meeting.assisted-already");
		}
		this.assistances.add(new Assistance(voter, scribe, now));
	}

	/**
	 * One teller says that voting is over; it is when both do.
	 * @return whether it is now
	 */
	boolean end(long teller) {
		requireOpen();
		requireTeller(teller);
		this.endedOne |= this.tellerOne == teller;
		this.endedTwo |= this.tellerTwo == teller;
		return isEnded();
	}

	/**
	 * Whether nobody votes any more: on paper once the chair goes on, by phone once both
	 * tellers have said so.
	 */
	boolean isVoted() {
		return this.mode == BallotMode.PAPER || isEnded();
	}

	/** Both tellers said that voting is over. */
	boolean isEnded() {
		return this.endedOne && this.endedTwo;
	}

	boolean hasEnded(long teller) {
		return (this.tellerOne == teller && this.endedOne) || (this.tellerTwo == teller && this.endedTwo);
	}

	/**
	 * Takes what the electronic box holds, once both tellers ended the voting and agree
	 * on all that is counted by hand.
	 * @throws Refusal.Conflict before that
	 * @throws IllegalStateException when there are more votes than voters without a paper
	 */
	void handIn(Count electronic, Instant now) {
		requireOpen();
		if (!isEnded()) {
			throw new Refusal.Conflict("refusal.meeting.one-ended");
		}
		if (!isByHandDone()) {
			throw new Refusal.Conflict("refusal.meeting.papers-first");
		}
		if (!this.mode.electronic() || electronic.papers() > this.present - papersDue()) {
			throw new IllegalStateException("The box holds " + electronic.papers() + " votes of round " + this.id);
		}
		this.electronicJson = Json.write(electronic);
		settle(now);
	}

	/**
	 * One teller's independent count; by entering it a teller of a ballot on paper also
	 * says that voting is over. Nothing is decided unless both say the same; otherwise
	 * both count again, and neither learns the other's numbers.
	 */
	Item.Counting count(long teller, PaperCount count, Instant now) {
		requireOpen();
		requireTeller(teller);
		if (hasCounted(teller)) {
			throw new Refusal.Conflict("refusal.meeting.counted-already");
		}
		if (this.mode.electronic() && !isEnded()) {
			throw new Refusal.Conflict("refusal.meeting.one-ended");
		}
		count.reconcile(paper(), papersDue(), this.written);
		this.counts.add(new TellerCount(this, teller, this.attemptNo, count, now));
		end(teller);
		return compare(now);
	}

	private Item.Counting compare(Instant now) {
		List<PaperCount> both = attempt();
		if (both.size() < 2) {
			return Item.Counting.ONE_IN;
		}
		if (!both.get(0).equals(both.get(1))) {
			this.attemptNo++;
			return Item.Counting.DIFFER;
		}
		settle(now);
		return Item.Counting.AGREE;
	}

	private void settle(Instant now) {
		if (isComplete()) {
			this.decidedAt = now;
			if (paper().form() == Paper.Form.DECISION && paper().lines().size() > 1) {
				this.item.order(result());
			}
			if (isCoarse()) {
				withhold();
			}
		}
	}

	/** Keeps nothing from which numbers could be reckoned that nobody is to learn. */
	private void withhold() {
		this.withheldJson = Json.write(card().withheld());
		this.electronicJson = null;
		this.counts.forEach(TellerCount::withhold);
	}

	private BallotCard withheld() {
		return Json.read(this.withheldJson, BallotCard.class);
	}

	/** Whether all that was cast is counted. */
	private boolean isComplete() {
		boolean byBox = !this.mode.electronic() || this.electronicJson != null;
		return isEnded() && isByHandDone() && byBox;
	}

	private boolean isByHandDone() {
		return !isCountedByHand() || attempt().size() == 2;
	}

	/** Whether tellers have something to count: papers or written opinions. */
	boolean isCountedByHand() {
		return this.mode == BallotMode.PAPER || papersDue() > 0 || this.written > 0;
	}

	/** Papers that had to be handed out. */
	int papersDue() {
		return (this.mode == BallotMode.PAPER) ? this.present : (int) this.voters.stream().filter(Voter::paper).count();
	}

	/**
	 * The result, however it was cast; without counts once it is decided and they stay
	 * unpublished.
	 */
	VoteTally tally() {
		if (this.withheldJson != null) {
			return withheld().tally();
		}
		Count nothing = Count.none(paper());
		PaperCount byHand = attempt().stream().findFirst().orElse(new PaperCount(0, 0, nothing, nothing));
		Count byBox = (this.electronicJson != null) ? Json.read(this.electronicJson, Count.class) : nothing;
		return new VoteTally(this.entitled, this.present, byHand.handedOut(), byHand.returned(), byHand.papers(),
				byHand.written(), byBox);
	}

	/** What the votes led to. */
	Result result() {
		if (this.withheldJson != null) {
			return withheld().result();
		}
		return switch (paper().form()) {
			case DECISION -> decisions();
			case ELECTION -> Election.result(rule(), paper(), tally(), this.kind == BallotCard.Kind.REVOTE);
			case GRADING -> Grading.result(rule(), paper(), tally());
		};
	}

	/** Each line by itself; as a whole in favour where one line is. */
	private Result decisions() {
		List<Result.Line> lines = IntStream.range(0, paper().lines().size()).mapToObj(this::decision).toList();
		boolean any = lines.stream().anyMatch((line) -> line.standing() == Result.Standing.PASSED);
		return new Result(any ? Outcome.PASSED : rule().outcome(tally()), lines, 0);
	}

	private Result.Line decision(int at) {
		VoteTally tally = tally().only(at);
		Paper.Line line = paper().lines().get(at);
		Result.Standing standing = (rule().outcome(tally) == Outcome.PASSED) ? Result.Standing.PASSED
				: Result.Standing.FAILED;
		return new Result.Line(line.id(), line.name(), rule().counted(tally).of(0, Mark.FOR), standing, null);
	}

	/** How pages and documents show it, once it is counted. */
	BallotCard card() {
		if (this.withheldJson != null) {
			return withheld();
		}
		boolean mostVotesWin = this.kind == BallotCard.Kind.REVOTE;
		return new BallotCard(this.roundNo, this.kind, paper(), tally(), result(),
				mostVotesWin ? 0 : rule().needed(tally()), isCoarse());
	}

	private List<PaperCount> attempt() {
		return this.counts.stream().filter((count) -> count.isOf(this.attemptNo)).map(TellerCount::count).toList();
	}

	private void requireOpen() {
		if (this.decidedAt != null) {
			throw new Refusal.Conflict("refusal.meeting.no-ballot-open");
		}
	}

	void requireTeller(long person) {
		if (!isTeller(person)) {
			throw new Refusal.NotAllowed("refusal.meeting.not-a-teller");
		}
	}

	boolean isTeller(long person) {
		return this.tellerOne == person || this.tellerTwo == person;
	}

	boolean hasCounted(long teller) {
		return this.counts.stream().anyMatch((count) -> count.isBy(teller, this.attemptNo));
	}

	/** Whether exactly one of the two counts of this attempt is in. */
	boolean isOneIn() {
		return !isDecided() && attempt().size() == 1;
	}

	/**
	 * Whether this teller has papers or written opinions to count now: at once where all
	 * votes are on paper, otherwise once both tellers have ended the voting.
	 */
	boolean awaitsCount(long teller) {
		return this.item.round() == this && !isDecided() && isTeller(teller) && isCountedByHand() && isVoted()
				&& !hasCounted(teller);
	}

	/** Whether an earlier attempt ended with two different counts. */
	boolean differed() {
		return !isDecided() && this.counts.stream().filter((count) -> count.isOf(this.attemptNo - 1)).count() == 2;
	}

	boolean isDecided() {
		return this.decidedAt != null;
	}

	/** What the paper asks. */
	Paper paper() {
		if (this.paper == null) {
			this.paper = Json.read(this.paperJson, Paper.class);
		}
		return this.paper;
	}

	/** The rule as frozen at the opening. */
	VotingRule rule() {
		if (this.rule == null) {
			this.rule = Json.read(this.ruleJson, VotingRule.class);
		}
		return this.rule;
	}

	Item item() {
		return this.item;
	}

	Long id() {
		return this.id;
	}

	int roundNo() {
		return this.roundNo;
	}

	BallotCard.Kind kind() {
		return this.kind;
	}

	BallotMode mode() {
		return this.mode;
	}

	List<Long> tellers() {
		return Stream.of(this.tellerOne, this.tellerTwo).toList();
	}

	/** Below how many votes numbers stay unpublished; 0 never. */
	int smallest() {
		return this.smallest;
	}

	int attemptNo() {
		return this.attemptNo;
	}

	int entitled() {
		return this.entitled;
	}

	int present() {
		return this.present;
	}

	int written() {
		return this.written;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	Instant decidedAt() {
		return this.decidedAt;
	}

	Set<Assistance> assistances() {
		return Set.copyOf(this.assistances);
	}

	Set<Voter> voters() {
		return Set.copyOf(this.voters);
	}

}
