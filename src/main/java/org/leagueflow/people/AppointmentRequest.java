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

/** A post that an administrator wants for himself, until another one decides. */
@Entity
@Table(name = "appointment_request")
class AppointmentRequest {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long personId;

	@Column(length = 32)
	private String role;

	private Long unitId;

	private LocalDate fromDate;

	private LocalDate toDate;

	private Instant askedAt;

	private Long decidedBy;

	private Instant decidedAt;

	@Version
	private int version;

	protected AppointmentRequest() {
	}

	AppointmentRequest(NewAppointment wish, Instant at) {
		this.personId = wish.personId();
		this.role = wish.role();
		this.unitId = wish.unitId();
		this.fromDate = wish.from();
		this.toDate = wish.to();
		this.askedAt = at;
	}

	void decide(long by, Instant at) {
		if (this.decidedAt != null) {
			throw new Refusal.Conflict("refusal.people.post-decided");
		}
		this.decidedBy = by;
		this.decidedAt = at;
	}

	NewAppointment wish() {
		return new NewAppointment(this.personId, this.role, this.unitId, this.fromDate, this.toDate);
	}

	Long id() {
		return this.id;
	}

}
