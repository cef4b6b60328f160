package org.leagueflow.ledger;

import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;

/**
 * What somebody wants to have booked.
 *
 * @param kind what
 * @param on the day it happened, not in the future
 * @param amount how much, in the kind's units: tenths of an hour, or 1
 * @param title what it was: the lecture, the service, the talk
 * @param evidence what proves it, or null
 * @param attachmentId a stored attachment that proves it, or null
 * @param caseId the case it was done for, or null
 */
public record Booking(EntryKind kind, LocalDate on, int amount, String title, String evidence, Long attachmentId,
		CaseId caseId) {

	/** A talk, check or registration without attachment. */
	public static Booking one(EntryKind kind, LocalDate on, String title, String evidence, CaseId caseId) {
		return new Booking(kind, on, 1, title, evidence, null, caseId);
	}

	/** The same, proved by a stored attachment. */
	Booking with(long attachment) {
		return new Booking(this.kind, this.on, this.amount, this.title, this.evidence, attachment, this.caseId);
	}

	/** Whether anything proves it. */
	boolean proved() {
		return this.attachmentId != null || (this.evidence != null && !this.evidence.isBlank());
	}

	/** Hours, in tenths, without attachment. */
	public static Booking tenths(EntryKind kind, LocalDate on, int tenths, String title, String evidence,
			CaseId caseId) {
		return new Booking(kind, on, tenths, title, evidence, null, caseId);
	}

}
