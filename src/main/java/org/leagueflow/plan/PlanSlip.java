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
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;

/**
 * 督查单: what was found, what is demanded and by when; answered by the addressee, checked
 * again and signed off.
 */
@Entity
@Table(name = "plan_slip")
class PlanSlip {

	/** 查资料, 现场, 访谈. */
	static final List<String> METHODS = List.of("documents", "onSite", "interview");

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long assignmentId;

	private int slipNo;

	private long unitId;

	@Enumerated(EnumType.STRING)
	private PlanOwnerKind addresseeKind;

	private long addresseeId;

	private String addresseeName;

	private String methods;

	private String finding;

	private String demand;

	private LocalDate limitOn;

	@Enumerated(EnumType.STRING)
	private State state;

	private long issuedBy;

	private String issuedByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant issuedAt;

	private String answer;

	private String answeredByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant answeredAt;

	private String recheck;

	private String recheckedByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant recheckedAt;

	protected PlanSlip() {
	}

	PlanSlip(Assignment assignment, int number, long unitId, PlanOwner addressee, Demand demand, Actor by,
			Instant now) {
		this.assignmentId = assignment.id();
		this.slipNo = number;
		this.unitId = unitId;
		this.addresseeKind = addressee.kind();
		this.addresseeId = addressee.id();
		this.addresseeName = addressee.name();
		this.methods = String.join(",", demand.methods());
		this.finding = demand.finding();
		this.demand = demand.demand();
		this.limitOn = demand.limit();
		this.state = State.ISSUED;
		this.issuedBy = by.personId();
		this.issuedByName = by.name();
		this.issuedAt = now;
	}

	/** What the addressee did about it. */
	void answered(String words, Actor by, Instant now) {
		if (this.state != State.ISSUED) {
			throw new Refusal.Conflict("refusal.plan.slip.answered");
		}
		this.state = State.ANSWERED;
		this.answer = words;
		this.answeredByName = by.name();
		this.answeredAt = now;
	}

	/** Signed off, or not so: then the next slip goes higher. */
	void rechecked(boolean done, String words, Actor by, Instant now) {
		if (!isOpen()) {
			throw new Refusal.Conflict("refusal.plan.slip.over");
		}
		this.state = done ? State.SIGNED_OFF : State.UNMET;
		this.recheck = words;
		this.recheckedByName = by.name();
		this.recheckedAt = now;
	}

	public boolean isOpen() {
		return this.state == State.ISSUED || this.state == State.ANSWERED;
	}

	boolean overdue(LocalDate today) {
		return this.state == State.ISSUED && today.isAfter(this.limitOn);
	}

	public Long id() {
		return this.id;
	}

	long assignmentId() {
		return this.assignmentId;
	}

	public int number() {
		return this.slipNo;
	}

	long unitId() {
		return this.unitId;
	}

	public PlanOwner addressee() {
		return new PlanOwner(this.addresseeKind, this.addresseeId, this.addresseeName, false);
	}

	public List<String> methodKeys() {
		return List.of(this.methods.split(","));
	}

	public String finding() {
		return this.finding;
	}

	public String demand() {
		return this.demand;
	}

	public LocalDate limitOn() {
		return this.limitOn;
	}

	public State state() {
		return this.state;
	}

	long issuedBy() {
		return this.issuedBy;
	}

	public String issuedByName() {
		return this.issuedByName;
	}

	public Instant issuedAt() {
		return this.issuedAt;
	}

	public String answer() {
		return this.answer;
	}

	public String answeredByName() {
		return this.answeredByName;
	}

	public Instant answeredAt() {
		return this.answeredAt;
	}

	public String recheck() {
		return this.recheck;
	}

	public String recheckedByName() {
		return this.recheckedByName;
	}

	public Instant recheckedAt() {
		return this.recheckedAt;
	}

	/** Where a slip stands. */
	enum State {

		ISSUED, ANSWERED, SIGNED_OFF, UNMET

	}

	/** What a slip says. */
	record Demand(List<String> methods, String finding, String demand, LocalDate limit) {
	}

}
