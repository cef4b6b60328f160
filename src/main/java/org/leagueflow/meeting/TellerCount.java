package org.leagueflow.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.leagueflow.kernel.Json;

/**
 * One teller's count at one attempt; a recount is a new attempt, and nothing changes
 * entered numbers, though those that nobody is to learn are forgotten once they served.
 */
@Entity
@Table(name = "meeting_count")
class TellerCount {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "round_id")
	private Round round;

	private long tellerId;

	private int attemptNo;

	@Column(length = 1_000_000)
	private String countJson;

	private Instant enteredAt;

	protected TellerCount() {
	}

	TellerCount(Round round, long tellerId, int attemptNo, PaperCount count, Instant now) {
		this.round = round;
		this.tellerId = tellerId;
		this.attemptNo = attemptNo;
		this.countJson = Json.write(count);
		this.enteredAt = now;
	}

	boolean isBy(long teller, int attempt) {
		return this.tellerId == teller && this.attemptNo == attempt;
	}

	boolean isOf(int attempt) {
		return this.attemptNo == attempt;
	}

	PaperCount count() {
		return Json.read(this.countJson, PaperCount.class);
	}

	/** Forgets all but how many papers there were. */
	void withhold() {
		this.countJson = Json.write(count().withheld());
	}

	Instant enteredAt() {
		return this.enteredAt;
	}

}
