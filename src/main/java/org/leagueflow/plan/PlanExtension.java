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

/**
 * A request for more time, which a level grants or refuses with an opinion. It is not the
 * extension of the {@code deadline} module: that one is granted unasked by whoever keeps
 * a case, its latest row holds and nothing is refused, while the day of an item also
 * moves with days on hold and with amendments.
 */
@Entity
@Table(name = "plan_extension")
class PlanExtension {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long assignmentId;

	private LocalDate dueOn;

	private LocalDate untilOn;

	private String reason;

	private String progress;

	private long unitId;

	private LocalDate answerBy;

	@Enumerated(EnumType.STRING)
	private State state;

	private long askedBy;

	private String askedByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant askedAt;

	private String opinion;

	private String decidedByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant decidedAt;

	protected PlanExtension() {
	}

	/**
	 * @param unitId the unit whose office decides it
	 */
	PlanExtension(Assignment assignment, LocalDate until, String reason, String progress, long unitId,
			LocalDate answerBy, Actor by, Instant now) {
		this.assignmentId = assignment.id();
		this.dueOn = assignment.dueOn();
		this.untilOn = until;
		this.reason = reason;
		this.progress = progress;
		this.unitId = unitId;
		this.answerBy = answerBy;
		this.state = State.ASKED;
		this.askedBy = by.personId();
		this.askedByName = by.name();
		this.askedAt = now;
	}

	/** Decided once. */
	void decided(boolean granted, String why, Actor by, Instant now) {
		if (this.state != State.ASKED) {
			throw new Refusal.Conflict("refusal.plan.extension.decided");
		}
		this.state = granted ? State.GRANTED : State.REFUSED;
		this.opinion = why;
		this.decidedByName = by.name();
		this.decidedAt = now;
	}

	public Long id() {
		return this.id;
	}

	long assignmentId() {
		return this.assignmentId;
	}

	public LocalDate dueOn() {
		return this.dueOn;
	}

	public LocalDate untilOn() {
		return this.untilOn;
	}

	public String reason() {
		return this.reason;
	}

	public String progress() {
		return this.progress;
	}

	long unitId() {
		return this.unitId;
	}

	public LocalDate answerBy() {
		return this.answerBy;
	}

	public State state() {
		return this.state;
	}

	long askedBy() {
		return this.askedBy;
	}

	public String askedByName() {
		return this.askedByName;
	}

	public Instant askedAt() {
		return this.askedAt;
	}

	public String opinion() {
		return this.opinion;
	}

	public String decidedByName() {
		return this.decidedByName;
	}

	/** Where a request stands. */
	enum State {

		ASKED, GRANTED, REFUSED

	}

}
