package org.leagueflow.admission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.DateRules;
import org.leagueflow.voting.Outcome;

/**
 * One application for admission and how far it has come; each step knows the day of the
 * one before.
 */
@Entity
class Admission {

	@Id
	private long caseId;

	@Version
	private Integer version;

	private long applicantId;

	private long branchId;

	@Enumerated(EnumType.STRING)
	@Column(length = 16)
	private NextStep course = NextStep.ONWARD;

	@Enumerated(EnumType.STRING)
	@Column(length = 16)
	private Outcome verdict;

	private LocalDate appliedOn;

	private LocalDate talkedOn;

	private LocalDate nominatedOn;

	private boolean byPioneers;

	private LocalDate decidedOn;

	private LocalDate activistOn;

	private LocalDate observedOn;

	private LocalDate appraisedOn;

	private LocalDate consentedOn;

	private LocalDate preReviewedOn;

	private String bookNumber;

	private LocalDate bookIssuedOn;

	private LocalDate bookFilledOn;

	private LocalDate votedOn;

	private LocalDate submittedOn;

	private LocalDate approvedOn;

	private String memberNumber;

	private LocalDate toldOn;

	private LocalDate announcedOn;

	private LocalDate ceremonyOn;

	private LocalDate archivedOn;

	private Long transferTo;

	private Long authorityId;

	private LocalDate refusedOn;

	private Long runningApplicant;

	protected Admission() {
	}

	Admission(CaseId caseId, long applicantId, long branchId, LocalDate appliedOn) {
		this.caseId = caseId.value();
		this.applicantId = applicantId;
		this.branchId = branchId;
		this.appliedOn = appliedOn;
		this.runningApplicant = applicantId;
	}

	/**
	 * The case has ended: the person may apply again, and a number that was only reserved
	 * goes to somebody else.
	 */
	void over() {
		this.runningApplicant = null;
		if (this.approvedOn == null) {
			this.memberNumber = null;
		}
	}

	/**
	 * Takes note of the unit that holds authority; whether it is another than before.
	 */
	boolean approvedBy(long unitId) {
		boolean changed = this.authorityId == null || this.authorityId != unitId;
		this.authorityId = unitId;
		return changed;
	}

	void talked(LocalDate on, LocalDate today) {
		this.talkedOn = DateRules.inOrder("talkedOn", on, this.appliedOn, today);
	}

	void nominated(LocalDate on, boolean pioneers) {
		this.nominatedOn = on;
		this.byPioneers = this.byPioneers || pioneers;
	}

	/** 支委会研究 or 支部大会研究 on becoming an activist. */
	void activistDecided(LocalDate on, boolean agreed, LocalDate today) {
		this.decidedOn = DateRules.inOrder("heldOn", on, this.nominatedOn, today);
		this.course = agreed ? NextStep.ONWARD : NextStep.STOP;
	}

	/** From here the months of observation count (细则§11). */
	void activistApproved(LocalDate on) {
		this.activistOn = on;
		this.course = NextStep.ONWARD;
	}

	void goes(NextStep next) {
		this.course = next;
	}

	void observed(LocalDate on) {
		this.observedOn = on;
		this.course = NextStep.ONWARD;
	}

	void appraised(LocalDate on, boolean pioneers, NextStep next) {
		this.appraisedOn = on;
		this.byPioneers = this.byPioneers || pioneers;
		this.course = next;
	}

	void consented(LocalDate on, NextStep next, LocalDate today) {
		this.consentedOn = DateRules.inOrder("heldOn", on, this.appraisedOn, today);
		this.course = next;
	}

	void preReviewed(LocalDate on) {
		this.preReviewedOn = on;
		this.course = NextStep.ONWARD;
	}

	void bookIssued(String number, LocalDate on, LocalDate earliest, LocalDate today) {
		this.bookIssuedOn = DateRules.inOrder("issuedOn", on, earliest, today);
		this.bookNumber = number;
	}

	/** Those who introduce the applicant are chosen; the branch has yet to vote. */
	void introduced() {
		this.verdict = null;
		this.course = NextStep.ONWARD;
	}

	/** Whether the general meeting has yet to say yes or no; a void one said nothing. */
	boolean unvoted() {
		return this.verdict == null || this.verdict == Outcome.VOID;
	}

	void bookFilled(LocalDate on) {
		this.bookFilledOn = on;
	}

	/**
	 * What the branch general meeting said; passing is the first day of membership,
	 * should it be approved (细则§25).
	 */
	void voted(Outcome outcome, LocalDate on) {
		this.verdict = outcome;
		this.votedOn = (outcome == Outcome.PASSED) ? on : null;
		refused(outcome, on);
		if (outcome == Outcome.PASSED) {
			this.course = NextStep.ONWARD;
		}
	}

	void submitted(LocalDate on, LocalDate today) {
		this.submittedOn = DateRules.inOrder("submittedOn", on, this.votedOn, today);
	}

	void committeeDecided(Outcome outcome, LocalDate on) {
		this.verdict = outcome;
		this.approvedOn = (outcome == Outcome.PASSED) ? on : null;
		refused(outcome, on);
		if (outcome == Outcome.PASSED) {
			this.course = NextStep.ONWARD;
		}
	}

	private void refused(Outcome outcome, LocalDate on) {
		if (outcome == Outcome.FAILED) {
			this.refusedOn = on;
		}
	}

	void numbered(String number) {
		this.memberNumber = number;
	}

	void announced(LocalDate told, LocalDate announced, LocalDate today) {
		this.toldOn = DateRules.inOrder("toldOn", told, this.approvedOn, today);
		this.announcedOn = DateRules.inOrder("announcedOn", announced, this.approvedOn, today);
	}

	void swore(LocalDate on) {
		this.ceremonyOn = on;
	}

	void archived(LocalDate on, LocalDate today) {
		this.archivedOn = DateRules.inOrder("archivedOn", on, this.approvedOn, today);
	}

	/** The file shall go to another branch; until that accepts it, it stays here. */
	void transferAsked(long toBranch) {
		this.transferTo = toBranch;
	}

	/**
	 * The receiving branch said yes, and time already observed is kept (细则§14); or it
	 * said no.
	 */
	void transferAnswered(boolean accepted) {
		if (accepted) {
			this.branchId = this.transferTo;
		}
		this.transferTo = null;
	}

	CaseId caseId() {
		return new CaseId(this.caseId);
	}

	long applicantId() {
		return this.applicantId;
	}

	long branchId() {
		return this.branchId;
	}

	/** Nobody talked with the applicant yet. */
	boolean untalked() {
		return this.talkedOn == null;
	}

	/** An activist whose observation was not concluded yet. */
	boolean isObserved() {
		return this.activistOn != null && this.observedOn == null;
	}

	/** Submitted, and not approved yet. */
	boolean isSubmitted() {
		return this.submittedOn != null && this.approvedOn == null;
	}

	NextStep course() {
		return this.course;
	}

	Outcome verdict() {
		return this.verdict;
	}

	LocalDate appliedOn() {
		return this.appliedOn;
	}

	boolean byPioneers() {
		return this.byPioneers;
	}

	LocalDate activistOn() {
		return this.activistOn;
	}

	LocalDate preReviewedOn() {
		return this.preReviewedOn;
	}

	LocalDate archivedOn() {
		return this.archivedOn;
	}

	LocalDate votedOn() {
		return this.votedOn;
	}

	LocalDate submittedOn() {
		return this.submittedOn;
	}

	LocalDate approvedOn() {
		return this.approvedOn;
	}

	LocalDate ceremonyOn() {
		return this.ceremonyOn;
	}

	LocalDate bookIssuedOn() {
		return this.bookIssuedOn;
	}

	String memberNumber() {
		return this.memberNumber;
	}

	LocalDate announcedOn() {
		return this.announcedOn;
	}

	boolean inTransfer() {
		return this.transferTo != null;
	}

	/** The branch that was asked to take the file over, or null. */
	Long transferTo() {
		return this.transferTo;
	}

}
