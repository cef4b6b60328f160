package org.leagueflow.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/**
 * One span of an item that has begun: who answers for it, by when, and how far it is. Its
 * stage is the stage of its case.
 */
@Entity
@Table(name = "assignment")
class Assignment {

	static final String ACCEPT = "acceptance";

	static final String WORK = "execution";

	static final String HOLD = "hold";

	static final String CHECK = "inspection";

	static final String SIGN_OFF = "closing";

	static final String LOOK_BACK = "aftercare";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long planId;

	private long itemId;

	private Long caseId;

	private long unitId;

	private String unitPath;

	private String title;

	@Enumerated(EnumType.STRING)
	private PlanOwnerKind leadKind;

	private long leadId;

	private String leadName;

	private LocalDate startsOn;

	private LocalDate plannedOn;

	private LocalDate dueOn;

	private BigDecimal percent;

	private String stage;

	private String outcome;

	private boolean accepted;

	private String verdict;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant openedAt;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant acceptedAt;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant reportedAt;

	private LocalDate completedOn;

	private LocalDate signedOffOn;

	private Long checkedBy;

	private boolean holdWanted;

	private LocalDate heldSince;

	private String holdReason;

	private int heldDays;

	private int extended;

	private int sentBack;

	protected Assignment() {
	}

	Assignment(Plan plan, PlanLine line, PlanSpan span, Instant now) {
		this.planId = plan.id();
		this.unitId = plan.unitId();
		this.unitPath = plan.unitPath();
		this.itemId = line.itemId();
		this.title = PlanText.first(line.content(), 120);
		this.startsOn = span.from();
		this.plannedOn = span.to();
		this.dueOn = span.to();
		this.percent = BigDecimal.ZERO;
		led(line.lead().orElseThrow(), now);
	}

	void movedBy(CaseId newCase) {
		this.caseId = newCase.value();
	}

	void enters(String newStage) {
		this.stage = newStage;
	}

	void ends(String newOutcome) {
		this.outcome = newOutcome;
		this.stage = null;
	}

	/**
	 * This one answers for it from now on; the days in which it is to be accepted begin.
	 */
	final void led(PlanOwner lead, Instant now) {
		this.openedAt = now;
		this.leadKind = lead.kind();
		this.leadId = lead.id();
		this.leadName = lead.name();
	}

	void answered(boolean yes, Instant now) {
		this.accepted = yes;
		this.acceptedAt = yes ? now : null;
	}

	void completes(BigDecimal done) {
		this.percent = done;
	}

	void reports(Instant now) {
		this.reportedAt = now;
		this.verdict = null;
	}

	/** What the check said: pass, return or unfinished. */
	void checked(String what, long by, LocalDate today) {
		this.verdict = what;
		this.checkedBy = by;
		if (what.equals("pass")) {
			this.completedOn = today;
		}
		if (what.equals("return")) {
			sendsBack();
		}
	}

	/** Whoever signs off says done, or not so. */
	void closes(boolean done, LocalDate today) {
		if (done) {
			this.verdict = "signedOff";
			this.signedOffOn = today;
		}
		else {
			sendsBack();
		}
	}

	/** It was found not to hold when somebody looked again. */
	void reopens() {
		this.signedOffOn = null;
		sendsBack();
	}

	private void sendsBack() {
		this.verdict = "return";
		this.completedOn = null;
		this.sentBack++;
	}

	/** The clock stands still from today on. */
	void holds(String reason, LocalDate today) {
		if (!WORK.equals(this.stage)) {
			throw new Refusal.Conflict("refusal.plan.notWorking");
		}
		this.holdWanted = true;
		this.heldSince = today;
		this.holdReason = reason;
	}

	/** What was due moves on by the days on hold. */
	void resumes(LocalDate today) {
		int days = (int) ChronoUnit.DAYS.between(this.heldSince, today);
		this.heldDays += days;
		this.dueOn = this.dueOn.plusDays(days);
		this.heldSince = null;
		this.holdWanted = false;
	}

	void extendsTo(LocalDate day) {
		this.dueOn = day;
		this.extended++;
	}

	/** An amendment gives it another last day; what was granted beyond is kept. */
	void replanned(PlanSpan span) {
		if (!span.to().equals(this.plannedOn)) {
			this.dueOn = span.to().plusDays(this.heldDays);
			this.plannedOn = span.to();
		}
		this.startsOn = span.from();
	}

	void movedTo(String path) {
		this.unitPath = path;
	}

	/** Whether reports of progress are taken. */
	boolean working() {
		return WORK.equals(this.stage);
	}

	public boolean isOver() {
		return this.outcome != null;
	}

	/** Whether the work is done, whatever is still to be checked or looked at. */
	public boolean isDone() {
		return this.completedOn != null;
	}

	public boolean isOnHold() {
		return this.heldSince != null;
	}

	/** Whether it is late on that day. */
	boolean overdue(LocalDate today) {
		return !isOver() && !isDone() && !isOnHold() && today.isAfter(this.dueOn);
	}

	public Long id() {
		return this.id;
	}

	long planId() {
		return this.planId;
	}

	public long itemId() {
		return this.itemId;
	}

	public CaseId caseId() {
		return new CaseId(this.caseId);
	}

	long unitId() {
		return this.unitId;
	}

	String unitPath() {
		return this.unitPath;
	}

	public String title() {
		return this.title;
	}

	public PlanOwner lead() {
		return new PlanOwner(this.leadKind, this.leadId, this.leadName, true);
	}

	/** The person who leads, none where a unit does. */
	java.util.List<Long> leadPersons() {
		return (this.leadKind == PlanOwnerKind.PERSON) ? java.util.List.of(this.leadId) : java.util.List.of();
	}

	public LocalDate startsOn() {
		return this.startsOn;
	}

	public LocalDate plannedOn() {
		return this.plannedOn;
	}

	public LocalDate dueOn() {
		return this.dueOn;
	}

	public BigDecimal percent() {
		return this.percent;
	}

	public String stage() {
		return this.stage;
	}

	public String outcome() {
		return this.outcome;
	}

	boolean accepted() {
		return this.accepted;
	}

	String verdict() {
		return this.verdict;
	}

	/** When its present lead was given it. */
	Instant openedAt() {
		return this.openedAt;
	}

	Instant reportedAt() {
		return this.reportedAt;
	}

	public LocalDate completedOn() {
		return this.completedOn;
	}

	public LocalDate signedOffOn() {
		return this.signedOffOn;
	}

	Long checkedBy() {
		return this.checkedBy;
	}

	boolean holdWanted() {
		return this.holdWanted;
	}

	public LocalDate heldSince() {
		return this.heldSince;
	}

	public String holdReason() {
		return this.holdReason;
	}

	int heldDays() {
		return this.heldDays;
	}

	public int extended() {
		return this.extended;
	}

	public int sentBackTimes() {
		return this.sentBack;
	}

}
