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
import org.leagueflow.people.People.Elector;

/**
 * One line of the roll: a member with or without a vote, or a guest (列席). Writes only
 * what changed, because people check in while the roll is drawn up.
 */
@DynamicUpdate
@Entity(name = "RollEntry")
@jakarta.persistence.Table(name = "meeting_roll")
class RollEntry {

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

	protected RollEntry() {
	}

	private RollEntry(Meeting meeting, Long personId, String name, boolean guest) {
		this.meeting = meeting;
		this.personId = personId;
		this.name = name;
		this.guest = guest;
	}

	static RollEntry of(Meeting meeting, Elector elector) {
		RollEntry entry = new RollEntry(meeting, elector.personId(), elector.name(), false);
		entry.take(elector);
		return entry;
	}

	static RollEntry guest(Meeting meeting, String name, Instant now) {
		RollEntry entry = new RollEntry(meeting, null, name, true);
		entry.arrive(now);
		return entry;
	}

	/** Takes over the voting right of the day; only until the roll is frozen. */
	final void take(Elector elector) {
		this.votes = elector.votes();
		this.whyNot = elector.whyNot();
	}

	/** Comes, or comes back. */
	final void arrive(Instant now) {
		this.present = true;
		this.leftAt = null;
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

	boolean is(long person) {
		return Objects.equals(this.personId, person);
	}

	boolean isEntitled() {
		return !this.guest && this.votes;
	}

	boolean isVotingNow() {
		return isEntitled() && this.present;
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
