package org.leagueflow.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.leagueflow.kernel.Actor;

/** What a pair did together on a day; never changed. */
@Entity
@Table(name = "recommendation_pairing_activity")
class PairingActivity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long pairingId;

	private LocalDate heldOn;

	@Column(length = 1000)
	private String words;

	private long recordedBy;

	private String recordedByName;

	private Instant recordedAt;

	private Long entryId;

	protected PairingActivity() {
	}

	/**
	 * Records an activity.
	 * @param entryId the line of the ledger that counts it as guidance, or null
	 */
	PairingActivity(long pairingId, LocalDate on, String words, Actor by, Instant at, Long entryId) {
		this.pairingId = pairingId;
		this.heldOn = on;
		this.words = words;
		this.recordedBy = by.personId();
		this.recordedByName = by.name();
		this.recordedAt = at.truncatedTo(ChronoUnit.MILLIS);
		this.entryId = entryId;
	}

	long pairingId() {
		return this.pairingId;
	}

	LocalDate heldOn() {
		return this.heldOn;
	}

	String words() {
		return this.words;
	}

	String recordedByName() {
		return this.recordedByName;
	}

	/** Whether it counts as guidance before a recommendation. */
	boolean guidance() {
		return this.entryId != null;
	}

}
