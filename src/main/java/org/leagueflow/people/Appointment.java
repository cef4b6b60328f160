package org.leagueflow.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.leagueflow.kernel.Refusal;

/** A role held at a unit for a term (任期). */
@Entity
@Table(name = "appointment")
class Appointment {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long personId;

	@Column(length = 32)
	private String role;

	private Long unitId;

	private LocalDate fromDate;

	private LocalDate toDate;

	private Instant endedAt;

	@Column(length = 20)
	private String endedReason;

	@Version
	private int version;

	protected Appointment() {
	}

	Appointment(long personId, String role, long unitId, LocalDate from, LocalDate to) {
		if (to != null && to.isBefore(from)) {
			throw Refusal.Invalid.field("to", "refusal.people.term-order");
		}
		this.personId = personId;
		this.role = role;
		this.unitId = unitId;
		this.fromDate = from;
		this.toDate = to;
	}

	/** Ends at once, before the term does. */
	void end(String reason, Instant at) {
		if (this.endedAt != null) {
			throw new Refusal.Conflict("refusal.people.post-ended");
		}
		this.endedAt = at;
		this.endedReason = reason;
	}

	boolean overlaps(LocalDate from, LocalDate to) {
		return (this.toDate == null || !this.toDate.isBefore(from)) && (to == null || !this.fromDate.isAfter(to));
	}

	/** From the first day to the last, for the record. */
	String term() {
		return this.fromDate + " – " + ((this.toDate != null) ? this.toDate : "");
	}

	Long id() {
		return this.id;
	}

	Long personId() {
		return this.personId;
	}

	String role() {
		return this.role;
	}

	Long unitId() {
		return this.unitId;
	}

}
