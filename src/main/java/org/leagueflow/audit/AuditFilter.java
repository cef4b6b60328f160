package org.leagueflow.audit;

import java.time.LocalDate;

/**
 * The auditor's search criteria; every one may be null.
 *
 * @param who the beginning of a name, or a person's number
 * @param caseId the case
 * @param unit the unit concerned
 * @param what the beginning of what was done, {@code task.}
 * @param from the first day
 * @param to the last day
 * @param before only entries with lower numbers: the next page
 */
record AuditFilter(String who, Long caseId, Long unit, String what, LocalDate from, LocalDate to, Long before) {

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

	/** Days that no calendar and no database knows ask for nothing more than these do. */
	AuditFilter {
		from = within(from);
		to = within(to);
	}

	private static LocalDate within(LocalDate day) {
		if (day == null) {
			return null;
		}
		return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
	}

	/** The same search about this case. */
	AuditFilter about(long theCase) {
		return new AuditFilter(this.who, theCase, this.unit, this.what, this.from, this.to, this.before);
	}

	/** The same search on the page after this entry. */
	AuditFilter continued(long afterEntry) {
		return new AuditFilter(this.who, this.caseId, this.unit, this.what, this.from, this.to, afterEntry);
	}

}
