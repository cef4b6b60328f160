package org.leagueflow.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody stays out of one item (回避), by own word or because the chair asks. */
@Entity
@Table(name = "meeting_recusal")
class Recusal {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "item_id")
	private Item item;

	private long personId;

	private String name;

	private String reason;

	private long declaredBy;

	private Instant declaredAt;

	protected Recusal() {
	}

	Recusal(Item item, RollEntry line, String reason, long by, Instant now) {
		this.item = item;
		this.personId = line.personId();
		this.name = line.name();
		this.reason = reason;
		this.declaredBy = by;
		this.declaredAt = now;
	}

	boolean is(long person) {
		return this.personId == person;
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

	/** Whether the person said so, rather than the chair. */
	boolean isOwnWord() {
		return this.declaredBy == this.personId;
	}

	Instant declaredAt() {
		return this.declaredAt;
	}

}
