package org.leagueflow.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.leagueflow.kernel.Refusal;

/**
 * One line of the roll: a member with or without a vote, or a guest (列席). Writes only
 * what changed, because people check in while the roll is drawn up.
 */
@DynamicUpdate
@Entity(name = "RollEntry")
@jakarta.persistence.Table(name = "meeting_roll")
class RollEntry {

	private static final int MAX_CODE_ATTEMPTS = 5;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "meeting_id")
	private Meeting meeting;

	private Long personId;

	private String name;

	private boolean guest;

	private boolean votes;

	private String whyNot;

	private boolean present;

	private Instant arrivedAt;

	private Instant leftAt;

	private int wrongCodes;

	protected RollEntry() {
	}

	private RollEntry(Meeting meeting, Long personId, String name, boolean guest) {
		this.meeting = meeting;
		this.personId = personId;
		this.name = name;
		this.guest = guest;
	}

	static RollEntry of(Meeting meeting, Invitee invitee) {
		RollEntry entry = new RollEntry(meeting, invitee.personId(), invitee.name(), invitee.guest());
		entry.take(invitee);
		return entry;
	}

	static RollEntry guest(Meeting meeting, String name, Instant now) {
		RollEntry entry = new RollEntry(meeting, null, name, true);
		entry.arrive(now);
		return entry;
	}

	/** Takes over the voting right of the day; only until the roll is frozen. */
	final void take(Invitee invitee) {
		this.guest = invitee.guest();
		this.votes = invitee.votes();
		this.whyNot = invitee.whyNot();
	}

	/** Comes, or comes back. */
	final void arrive(Instant now) {
		this.present = true;
		this.leftAt = null;
		this.wrongCodes = 0;
		if (this.arrivedAt == null) {
			this.arrivedAt = now;
		}
	}

	void leave(Instant now) {
		this.present = false;
		this.leftAt = now;
	}

	/**
	 * Undoes a check-in made by mistake; only before the start, where it cost nobody a
	 * vote.
	 */
	void neverCame() {
		this.present = false;
		this.arrivedAt = null;
		this.leftAt = null;
	}

	/**
	 * A code that never was.
	 * @throws Refusal.Invalid saying how many tries are left
	 */
	void missed() {
		this.wrongCodes++;
		throw Refusal.Invalid.field("code", "refusal.meeting.code-wrong", MAX_CODE_ATTEMPTS - this.wrongCodes);
	}

	/**
	 * @throws Refusal.Conflict after too many wrong codes; the officer's check-in is then
	 * the way in
	 */
	void requireTries() {
		if (this.wrongCodes >= MAX_CODE_ATTEMPTS) {
			throw new Refusal.Conflict("refusal.meeting.code-locked", MAX_CODE_ATTEMPTS);
		}
	}

	boolean is(long person) {
		return Objects.equals(this.personId, person);
	}

	boolean isGuestInTheRoom() {
		return this.guest && this.present;
	}

	boolean isEntitled() {
		return !this.guest && this.votes;
	}

	boolean isVotingNow() {
		return isEntitled() && this.present;
	}

	/** Whether the person came only after {@link Meeting#lateFrom()}. */
	boolean isLate(Instant lateFrom) {
		return this.arrivedAt != null && lateFrom != null && this.arrivedAt.isAfter(lateFrom);
	}

	/** Whether a written opinion of this person can still count: never in the room. */
	boolean stayedAway() {
		return isEntitled() && this.arrivedAt == null;
	}

	Long id() {
		return this.id;
	}

	Long personId() {
		return this.personId;
	}

	String name() {
		return this.name;
	}

	boolean isGuest() {
		return this.guest;
	}

	String whyNot() {
		return this.whyNot;
	}

	boolean isPresent() {
		return this.present;
	}

	Instant arrivedAt() {
		return this.arrivedAt;
	}

	Instant leftAt() {
		return this.leftAt;
	}

}
