package org.leagueflow.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Refusal;

/**
 * Leave from a meeting (请假), asked for beforehand with a reason. Who has leave stays
 * entitled: 应到 counts everybody with a vote (细则§20).
 */
@Entity
class Absence {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long meetingId;

	private long personId;

	private String name;

	private String reason;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private State state;

	private Instant askedAt;

	private Instant decidedAt;

	private Long decidedBy;

	private String remark;

	@Version
	private int version;

	protected Absence() {
	}

	Absence(Meeting meeting, RollEntry line, String reason, Instant now) {
		this.meetingId = meeting.id();
		this.personId = line.personId();
		this.name = line.name();
		ask(reason, now);
	}

	/** Asks, or asks once more after a withdrawal or with better reasons. */
	final void ask(String why, Instant now) {
		if (this.state == State.GRANTED) {
			throw new Refusal.Conflict("refusal.meeting.absence-granted");
		}
		this.reason = why;
		this.askedAt = now;
		this.state = State.ASKED;
		this.decidedAt = null;
		this.decidedBy = null;
		this.remark = null;
	}

	void withdraw(Instant now) {
		this.state = State.WITHDRAWN;
		this.decidedAt = now;
	}

	void decide(boolean granted, String why, Instant now, long by) {
		if (this.state != State.ASKED) {
			throw new Refusal.Conflict("refusal.meeting.absence-decided", this.name);
		}
		this.state = granted ? State.GRANTED : State.REFUSED;
		this.remark = why;
		this.decidedAt = now;
		this.decidedBy = by;
	}

	boolean isGranted() {
		return this.state == State.GRANTED;
	}

	Long id() {
		return this.id;
	}

	long meetingId() {
		return this.meetingId;
	}

	long personId() {
		return this.personId;
	}

	String name() {
		return this.name;
	}

	String reason() {
		return this.reason;
	}

	State state() {
		return this.state;
	}

	Instant askedAt() {
		return this.askedAt;
	}

	String remark() {
		return this.remark;
	}

	/** Where a request stands. */
	enum State {

		/** Waits for whoever calls the meeting. */
		ASKED,
		/** May stay away. */
		GRANTED,
		/** Is expected nevertheless. */
		REFUSED,
		/** Comes after all. */
		WITHDRAWN

	}

}
