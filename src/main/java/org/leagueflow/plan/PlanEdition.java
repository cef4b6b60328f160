package org.leagueflow.plan;

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
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/** One edition of a plan: what is drafted, decided and published as a whole. */
@Entity
@Table(name = "plan_edition")
class PlanEdition {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long planId;

	@Column(name = "edition_no")
	private int editionNo;

	private Long baseId;

	@Enumerated(EnumType.STRING)
	private PlanEditionState state;

	private String reason;

	private boolean onPaper;

	private Boolean passed;

	private Long caseId;

	private long draftedBy;

	private String draftedByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant draftedAt;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant submittedAt;

	private LocalDate decidedOn;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant publishedAt;

	protected PlanEdition() {
	}

	/**
	 * @param base the published edition that this one amends, or null for a first one
	 * @param reason why it is amended, or null
	 */
	PlanEdition(long planId, int number, Long base, String reason, Actor by, Instant now) {
		this.planId = planId;
		this.editionNo = number;
		this.baseId = base;
		this.reason = reason;
		this.state = PlanEditionState.DRAFT;
		this.draftedBy = by.personId();
		this.draftedByName = by.name();
		this.draftedAt = now;
	}

	/**
	 * @throws Refusal.Conflict once it was submitted
	 */
	void requireDraft() {
		if (this.state != PlanEditionState.DRAFT) {
			throw new Refusal.Conflict("refusal.plan.notDraft", this.editionNo);
		}
	}

	/** Why an amendment is made may be written until it is submitted. */
	void because(String why) {
		requireDraft();
		this.reason = why;
	}

	/** Submitted once; a second time is refused. */
	void submits(boolean paper, Instant now) {
		requireDraft();
		this.state = PlanEditionState.SUBMITTED;
		this.onPaper = paper;
		this.submittedAt = now;
	}

	void movedBy(CaseId newCase) {
		this.caseId = newCase.value();
	}

	void decided(boolean inFavour, LocalDate on) {
		this.passed = inFavour;
		this.decidedOn = on;
	}

	void publishes(Instant now) {
		if (this.state != PlanEditionState.SUBMITTED) {
			throw new Refusal.Conflict("refusal.plan.decidedAlready", this.editionNo);
		}
		this.state = PlanEditionState.PUBLISHED;
		this.publishedAt = now;
	}

	/** It ended without being published. */
	void ends(PlanEditionState end) {
		this.state = end;
	}

	public Long id() {
		return this.id;
	}

	public long planId() {
		return this.planId;
	}

	public int number() {
		return this.editionNo;
	}

	public Long baseId() {
		return this.baseId;
	}

	public PlanEditionState state() {
		return this.state;
	}

	public boolean isDraft() {
		return this.state == PlanEditionState.DRAFT;
	}

	public boolean isAmendment() {
		return this.baseId != null;
	}

	public String reason() {
		return this.reason;
	}

	boolean onPaper() {
		return this.onPaper;
	}

	boolean inFavour() {
		return Boolean.TRUE.equals(this.passed);
	}

	public CaseId caseId() {
		return (this.caseId != null) ? new CaseId(this.caseId) : null;
	}

	public String draftedByName() {
		return this.draftedByName;
	}

	public Instant draftedAt() {
		return this.draftedAt;
	}

	public LocalDate decidedOn() {
		return this.decidedOn;
	}

	public Instant publishedAt() {
		return this.publishedAt;
	}

}
