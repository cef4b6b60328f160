package org.leagueflow.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * That somebody handed in a sealed written opinion, and when. What it says is known only
 * to the tellers who open it at the count and enter numbers without names.
 */
@Entity
class WrittenOpinion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "item_id")
	private Item item;

	private long personId;

	private String name;

	private Instant receivedAt;

	private long receivedBy;

	protected WrittenOpinion() {
	}

	WrittenOpinion(Item item, long personId, String name, Instant receivedAt, long receivedBy) {
		this.item = item;
		this.personId = personId;
		this.name = name;
		this.receivedAt = receivedAt;
		this.receivedBy = receivedBy;
	}

	/** Whether it came strictly before the meeting started (细则§21). */
	boolean inTimeFor(Instant start) {
		return start == null || this.receivedAt.isBefore(start);
	}

	long personId() {
		return this.personId;
	}

	String name() {
		return this.name;
	}

	Instant receivedAt() {
		return this.receivedAt;
	}

}
