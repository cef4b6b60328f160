package org.leagueflow.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.UnitCard;

/** An item that was sent to a unit below. */
@Entity
@Table(name = "plan_handed")
class HandedItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long itemId;

	private long unitId;

	private String unitName;

	@Enumerated(EnumType.STRING)
	private State state;

	private Long planId;

	private Long childId;

	private LocalDate startsOn;

	private LocalDate endsOn;

	private String sentByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant sentAt;

	private String confirmedByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant confirmedAt;

	private String reason;

	protected HandedItem() {
	}

	/**
	 * @param within the days within which the unit has to work on it
	 */
	HandedItem(long item, UnitCard unit, PlanSpan within, Actor by, Instant now) {
		this.itemId = item;
		this.unitId = unit.id();
		this.unitName = unit.name();
		sent(within, by, now);
	}

	/** Sent, or sent again after it was taken back or declined. */
	final void sent(PlanSpan within, Actor by, Instant now) {
		this.state = State.SENT;
		this.startsOn = within.from();
		this.endsOn = within.to();
		this.sentByName = by.name();
		this.sentAt = now;
		this.reason = null;
	}

	/** The unit has it in its own plan from now on. */
	void confirmed(long plan, long child, Actor by, Instant now) {
		if (this.state != State.SENT) {
			throw new Refusal.Conflict("refusal.plan.handed.settled");
		}
		this.state = State.CONFIRMED;
		this.planId = plan;
		this.childId = child;
		this.confirmedByName = by.name();
		this.confirmedAt = now;
	}

	void takenBack(String why) {
		this.state = State.TAKEN_BACK;
		this.reason = why;
	}

	/** The unit does not take it, and says why. */
	void declined(String why) {
		if (this.state != State.SENT) {
			throw new Refusal.Conflict("refusal.plan.handed.settled");
		}
		this.state = State.DECLINED;
		this.reason = why;
	}

	public Long id() {
		return this.id;
	}

	long itemId() {
		return this.itemId;
	}

	long unitId() {
		return this.unitId;
	}

	public String unitName() {
		return this.unitName;
	}

	public State state() {
		return this.state;
	}

	public boolean stands() {
		return this.state == State.SENT || this.state == State.CONFIRMED;
	}

	/** The unit's own item, or null until it is confirmed. */
	public Long childId() {
		return this.childId;
	}

	public LocalDate startsOn() {
		return this.startsOn;
	}

	public LocalDate endsOn() {
		return this.endsOn;
	}

	public String sentByName() {
		return this.sentByName;
	}

	public String reason() {
		return this.reason;
	}

	/** Where it stands. */
	enum State {

		SENT, CONFIRMED, TAKEN_BACK, DECLINED

	}

}
