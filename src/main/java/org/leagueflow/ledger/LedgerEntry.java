package org.leagueflow.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Subject;

/**
 * A line of the ledger.
 *
 * @param amount in the kind's units; negative on a counter-entry
 * @param corrects the line that this counter-entry takes back from, or null
 * @param reason why, on a counter-entry; otherwise null
 * @param recordedBy the person who entered it, 0 for the system
 */
public record LedgerEntry(long id, Subject.Kind subjectKind, long subjectId, EntryKind kind, LocalDate on, int amount,
		String title, String evidence, Long attachmentId, CaseId caseId, Long corrects, String reason, long recordedBy,
		String recorderName, Instant recordedAt) {

	/** Whether it is about a person, who is {@link #subjectId}. */
	boolean personal() {
		return this.subjectKind == Subject.Kind.PERSON;
	}

	public boolean counter() {
		return this.corrects != null;
	}

}
