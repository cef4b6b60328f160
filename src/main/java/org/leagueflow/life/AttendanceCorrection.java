package org.leagueflow.life;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.leagueflow.kernel.Actor;

/**
 * Somebody was counted at a League class after all, or was not there; what is public,
 * pages ask for.
 */
@Entity
@Immutable
@Table(name = "attendance_correction")
class AttendanceCorrection {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long meetingId;

	private long personId;

	private String name;

	private boolean attended;

	private String reason;

	private long correctedBy;

	private String correctorName;

	private Instant correctedAt;

	protected AttendanceCorrection() {
	}

	AttendanceCorrection(ClassAttendance.Id of, String name, boolean attended, String reason, Actor by, Instant at) {
		this.meetingId = of.meetingId();
		this.personId = of.personId();
		this.name = name;
		this.attended = attended;
		this.reason = reason;
		this.correctedBy = by.personId();
		this.correctorName = by.name();
		this.correctedAt = at;
	}

	public String name() {
		return this.name;
	}

	public boolean attended() {
		return this.attended;
	}

	public String reason() {
		return this.reason;
	}

	public String by() {
		return this.correctorName;
	}

	public Instant at() {
		return this.correctedAt;
	}

}
