package org.leagueflow.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That somebody came or went; never changed, so that every absence in between stays. */
@Entity
class Attendance {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long meetingId;

	private long rollId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Step step;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private How how;

	private Instant happenedAt;

	private long recordedBy;

	protected Attendance() {
	}

	Attendance(Meeting meeting, RollEntry line, Step step, How how, Instant now, long by) {
		this.meetingId = meeting.id();
		this.rollId = line.id();
		this.step = step;
		this.how = how;
		this.happenedAt = now;
		this.recordedBy = by;
	}

	long rollId() {
		return this.rollId;
	}

	Step step() {
		return this.step;
	}

	How how() {
		return this.how;
	}

	Instant happenedAt() {
		return this.happenedAt;
	}

	/** Which way. */
	enum Step {

		/** Came, or came back. */
		CAME,
		/** Left. */
		LEFT,
		/** A check-in by mistake, taken back before the start. */
		UNDONE

	}

	/** By whose hand. */
	enum How {

		/** By the person, with the code on the screen. */
		CODE,
		/** By the person, who needs no code to go. */
		SELF,
		/** By whoever runs the meeting. */
		OFFICER

	}

}
