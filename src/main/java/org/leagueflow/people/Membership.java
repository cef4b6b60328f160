package org.leagueflow.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.leagueflow.kernel.Refusal;

/** A stretch of time that a League member spends in one branch. */
@Entity
@Table(name = "membership")
class Membership {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long personId;

	private Long branchId;

	private LocalDate fromDate;

	private LocalDate toDate;

	protected Membership() {
	}

	Membership(long personId, long branchId, LocalDate from) {
		this.personId = personId;
		this.branchId = branchId;
		this.fromDate = from;
	}

	/** Ends here, and goes on in another branch from that day on. */
	Membership continueIn(long otherBranchId, LocalDate day) {
		if (day.isBefore(this.fromDate)) {
			throw Refusal.Invalid.field("on", "refusal.people.move-before", this.fromDate);
		}
		this.toDate = day.minusDays(1);
		return new Membership(this.personId, otherBranchId, day);
	}

	/** Began on another day than was entered. */
	void begin(LocalDate day) {
		if (this.toDate != null && day.isAfter(this.toDate)) {
			throw Refusal.Invalid.field("memberSince", "refusal.people.move-before", this.toDate);
		}
		this.fromDate = day;
	}

	/** Ends with that day as the last. */
	void end(LocalDate lastDay) {
		this.toDate = lastDay;
	}

	/** Ended before it began, as when somebody moves twice on one day. */
	boolean empty() {
		return this.toDate != null && this.toDate.isBefore(this.fromDate);
	}

	Long branchId() {
		return this.branchId;
	}

	LocalDate fromDate() {
		return this.fromDate;
	}

	LocalDate toDate() {
		return this.toDate;
	}

}
