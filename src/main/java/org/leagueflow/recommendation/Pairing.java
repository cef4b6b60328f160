package org.leagueflow.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.leagueflow.kernel.Refusal;

/**
 * 党员团员结对: a Party member looks after a League member of a branch from one day to another.
 * The slot counts a member's running pairings; two of one slot cannot be.
 */
@Entity
@Table(name = "recommendation_pairing")
class Pairing {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private Integer version;

	private long branchId;

	private long memberId;

	private long partnerId;

	private LocalDate begunOn;

	private LocalDate endedOn;

	private String endReason;

	private String goal;

	@Column(length = 2000)
	private String effect;

	private Integer slot;

	private long begunBy;

	protected Pairing() {
	}

	/**
	 * Pairs two people.
	 * @param slot which of the member's running pairings it is, from 1
	 */
	Pairing(long branchId, long memberId, long partnerId, LocalDate on, String goal, int slot, long by) {
		this.branchId = branchId;
		this.memberId = memberId;
		this.partnerId = partnerId;
		this.begunOn = on;
		this.goal = goal;
		this.slot = slot;
		this.begunBy = by;
	}

	/**
	 * The pairing is over; its records and its effect stay.
	 * @throws Refusal.Conflict the second time
	 */
	void end(LocalDate on, String reason) {
		requireRunning();
		this.endedOn = on;
		this.endReason = reason;
		this.slot = null;
	}

	/** Whether it runs and was begun by the same person with the same words. */
	boolean repeats(long member, long partner, LocalDate on, String words, long by) {
		return running() && this.memberId == member && this.partnerId == partner && this.begunOn.equals(on)
				&& this.goal.equals(words) && this.begunBy == by;
	}

	boolean endedLike(LocalDate on, String reason) {
		return this.endedOn != null && this.endedOn.equals(on) && reason != null
				&& reason.strip().equals(this.endReason);
	}

	/** What came of it; may be written after its end, too. */
	void effect(String words) {
		this.effect = words;
	}

	/** The member belongs to another branch now, which keeps the pairing from here on. */
	void move(long toBranch) {
		this.branchId = toBranch;
	}

	/**
	 * Asks whether it runs.
	 * @throws Refusal.Conflict when it has ended
	 */
	void requireRunning() {
		if (this.endedOn != null) {
			throw new Refusal.Conflict("refusal.recommendation.pairingOver", this.endedOn.toString());
		}
	}

	boolean running() {
		return this.endedOn == null;
	}

	boolean isOf(long personId) {
		return this.memberId == personId || this.partnerId == personId;
	}

	long id() {
		return this.id;
	}

	long branchId() {
		return this.branchId;
	}

	long memberId() {
		return this.memberId;
	}

	long partnerId() {
		return this.partnerId;
	}

	LocalDate begunOn() {
		return this.begunOn;
	}

	LocalDate endedOn() {
		return this.endedOn;
	}

	String endReason() {
		return this.endReason;
	}

	String goal() {
		return this.goal;
	}

	String effect() {
		return this.effect;
	}

	Integer slot() {
		return this.slot;
	}

	long begunBy() {
		return this.begunBy;
	}

}
