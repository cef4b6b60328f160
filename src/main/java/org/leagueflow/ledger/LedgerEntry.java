package org.leagueflow.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;

/**
 * A line of the ledger.
 *
 * @param amount in the kind's units; negative on a counter-entry
 * @param corrects the line that this counter-entry takes back from, or null
 * @param reason why, on a counter-entry; otherwise null
 * @param recordedBy the person who entered it, 0 for the system
 */
public record LedgerEntry(long id, long personId, EntryKind kind, LocalDate on, int amount, String title,
		String evidence, Long attachmentId, CaseId caseId, Long corrects, String reason, long recordedBy,
		String recorderName, Instant recordedAt) {

	public boolean counter() {
		return this.corrects != null;
	}

}
