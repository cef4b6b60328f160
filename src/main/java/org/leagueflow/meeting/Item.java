package org.leagueflow.meeting;

import jakarta.persistence.CascadeType;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;

/** One case on the agenda of one meeting, with its ballot. */
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

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private BallotMode ballotMode = BallotMode.PAPER;

	private String ruleJson;

	private Long tellerOne;

	private Long tellerTwo;

	private int roundNo;

	private int entitled;

	private int present;

	private int written;

	private Instant ballotAt;

	private Instant decidedAt;

	private boolean reported;

	@OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
	@OrderBy("id")
	private List<TellerCount> counts = new ArrayList<>();

	@OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
	@OrderBy("id")
	private List<WrittenOpinion> opinions = new ArrayList<>();

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

	/**
	 * Freezes what the ballot rests on: rule, tellers, voters entitled and in the room,
	 * written opinions that count.
	 */
	void openBallot(MeetingRule rule, Tellers tellers, int entitledVoters, int presentVoters, int countableOpinions,
			Instant now) {
		this.state = State.BALLOT;
		this.ruleJson = Json.write(rule);
		this.entitled = entitledVoters;
		this.present = presentVoters;
		this.written = countableOpinions;
		this.ballotAt = now;
		name(tellers);
	}

	/** Puts others in the tellers' place; what was entered in this round is void. */
	final void name(Tellers tellers) {
		this.tellerOne = tellers.one();
		this.tellerTwo = tellers.two();
		this.roundNo++;
	}

	/**
	 * One teller's independent count. Nothing is decided unless both say the same;
	 * otherwise both count again, and neither learns the other's numbers.
	 */
	Counting count(long teller, PaperCount count, Instant now) {
		requireBallot();
		requireTeller(teller);
		if (hasCounted(teller)) {
			throw new Refusal.Conflict("refusal.meeting.counted-already");
		}
		count.reconcile(this.present, this.written);
		this.counts.add(new TellerCount(this, teller, this.roundNo, count, now));
		return compare(now);
	}

	private Counting compare(Instant now) {
		List<PaperCount> round = countsOfRound();
		if (round.size() < 2) {
			return Counting.ONE_IN;
		}
		if (!round.get(0).equals(round.get(1))) {
			this.roundNo++;
			return Counting.DIFFER;
		}
		this.decidedAt = now;
		this.state = (rule().outcome(tally()) == Outcome.PASSED) ? State.PASSED : State.FAILED;
		return Counting.AGREE;
	}

	/** The result on which both tellers agreed. */
	Tally tally() {
		return countsOfRound().get(0).tally(this.entitled, this.present);
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
		return !isPending() && !isOnBallot() && !this.reported;
	}

	private void requireBallot() {
		if (this.state != State.BALLOT) {
			throw new Refusal.Conflict("refusal.meeting.no-ballot-open");
		}
	}

	void requireTeller(long person) {
		if (!isTeller(person)) {
			throw new Refusal.NotAllowed("refusal.meeting.not-a-teller");
		}
	}

	boolean isTeller(long person) {
		return this.tellerOne != null && (this.tellerOne == person || this.tellerTwo == person);
	}

	boolean hasCounted(long teller) {
		return this.counts.stream().anyMatch((count) -> count.isBy(teller, this.roundNo));
	}

	private List<PaperCount> countsOfRound() {
		return this.counts.stream().filter((count) -> count.isOf(this.roundNo)).map(TellerCount::count).toList();
	}

	/** Whether an earlier round ended with two different counts. */
	boolean differed() {
		return this.counts.stream().filter((count) -> count.isOf(this.roundNo - 1)).count() == 2;
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
	MeetingRule rule() {
		return (this.ruleJson != null) ? Json.read(this.ruleJson, MeetingRule.class) : null;
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

	Long tellerOne() {
		return this.tellerOne;
	}

	Long tellerTwo() {
		return this.tellerTwo;
	}

	int roundNo() {
		return this.roundNo;
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

	List<WrittenOpinion> opinions() {
		return List.copyOf(this.opinions);
	}

	/** Where an item stands. */
	enum State {

		/** Not yet called. */
		PENDING,
		/** The ballot is open. */
		BALLOT,
		/** Decided in favour. */
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

	/** How votes are cast. */
	enum BallotMode {

		/** On paper, counted by two tellers. */
		PAPER

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
