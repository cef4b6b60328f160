package org.leagueflow.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;

/**
 * An edition of an award: a draft that its office may change, and once released never
 * changed again, because batches run by it.
 */
@Entity
@Table(name = "award_edition")
class AwardEdition {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long awardId;

	private int editionNo;

	@Column(length = 120)
	private String name;

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(20)")
	private State state;

	/** JSON as the office wrote it; of a draft it may be incomplete. */
	private String definition;

	private long changedBy;

	private String changedByName;

	private Instant changedAt;

	@Version
	private long version;

	protected AwardEdition() {
	}

	AwardEdition(long awardId, int number, String name, String definition, Actor by, Instant now) {
		this.awardId = awardId;
		this.editionNo = number;
		this.state = State.DRAFT;
		changed(name, definition, by, now);
	}

	/** What becomes of it. */
	enum State {

		DRAFT, RELEASED

	}

	/**
	 * Writes the draft anew.
	 * @throws Refusal.Conflict when it was released meanwhile
	 */
	void write(String newName, String newDefinition, Actor by, Instant now) {
		requireDraft();
		changed(newName, newDefinition, by, now);
	}

	/** Closes it; batches may be announced with it from now on. */
	void release(Actor by, Instant now) {
		requireDraft();
		this.state = State.RELEASED;
		changed(this.name, this.definition, by, now);
	}

	private void requireDraft() {
		if (released()) {
			throw new Refusal.Conflict("refusal.award.released", this.name, this.editionNo);
		}
	}

	private void changed(String newName, String newDefinition, Actor by, Instant now) {
		this.name = newName;
		this.definition = newDefinition;
		this.changedBy = by.personId();
		this.changedByName = by.name();
		this.changedAt = now;
	}

	long id() {
		return this.id;
	}

	long awardId() {
		return this.awardId;
	}

	int number() {
		return this.editionNo;
	}

	String name() {
		return this.name;
	}

	boolean released() {
		return this.state == State.RELEASED;
	}

	String definition() {
		return this.definition;
	}

	String changedByName() {
		return this.changedByName;
	}

	Instant changedAt() {
		return this.changedAt;
	}

	long version() {
		return this.version;
	}

}
