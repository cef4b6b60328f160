package org.leagueflow.meeting;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** One teller's count in one round; never changed, a recount is a new round. */
@Entity
class TellerCount {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "item_id")
	private Item item;

	private long tellerId;

	private int roundNo;

	@Embedded
	private PaperCount count;

	private Instant enteredAt;

	protected TellerCount() {
	}

	TellerCount(Item item, long tellerId, int roundNo, PaperCount count, Instant now) {
		this.item = item;
		this.tellerId = tellerId;
		this.roundNo = roundNo;
		this.count = count;
		this.enteredAt = now;
	}

	boolean isBy(long teller, int round) {
		return this.tellerId == teller && this.roundNo == round;
	}

	boolean isOf(int round) {
		return this.roundNo == round;
	}

	PaperCount count() {
		return this.count;
	}

	Instant enteredAt() {
		return this.enteredAt;
	}

}
