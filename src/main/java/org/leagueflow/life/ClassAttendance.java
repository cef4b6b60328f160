package org.leagueflow.life;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A person was counted as there at a League class, by a line of the ledger. */
@Entity
@Table(name = "class_attendance")
class ClassAttendance {

	@EmbeddedId
	private Id id;

	private Long entryId;

	protected ClassAttendance() {
	}

	/**
	 * An attendance.
	 * @param entryId the line that counts, or null when it was taken back
	 */
	ClassAttendance(long meetingId, long personId, Long entryId) {
		this.id = new Id(meetingId, personId);
		this.entryId = entryId;
	}

	long personId() {
		return this.id.personId();
	}

	Long entryId() {
		return this.entryId;
	}

	/** Who, and at which class. */
	@Embeddable
	record Id(long meetingId, long personId) implements Serializable {
	}

}
