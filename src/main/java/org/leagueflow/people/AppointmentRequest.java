package org.leagueflow.people;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.leagueflow.kernel.Refusal;

/** A post that an administrator wants for himself, until another one decides. */
@Entity
@Table(name = "appointment_request")
class AppointmentRequest {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Embedded
	@AttributeOverride(name = "from", column = @Column(name = "from_date"))
	@AttributeOverride(name = "to", column = @Column(name = "to_date"))
	private NewAppointment wish;

	private Instant askedAt;

	private Long decidedBy;

	private Instant decidedAt;

	@Version
	private int version;

	protected AppointmentRequest() {
	}

	AppointmentRequest(NewAppointment wish, Instant at) {
		this.wish = wish;
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
		return this.wish;
	}

	Long id() {
		return this.id;
	}

}
