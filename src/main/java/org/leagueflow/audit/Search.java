package org.leagueflow.audit;

import java.time.LocalDate;

/**
 * What the auditor looks for; every part may be null.
 *
 * @param who the beginning of a name, or a person's number
 * @param caseId the case
 * @param unit the unit concerned
 * @param what the beginning of what was done, {@code task.}
 * @param from the first day
 * @param to the last day
 * @param before only entries with lower numbers: the next page
 */
record Search(String who, Long caseId, Long unit, String what, LocalDate from, LocalDate to, Long before) {

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

	/** Days that no calendar and no database knows ask for nothing more than these do. */
	Search {
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
	Search about(long theCase) {
		return new Search(this.who, theCase, this.unit, this.what, this.from, this.to, this.before);
	}

	/** The same search on the page after this entry. */
	Search continued(long afterEntry) {
		return new Search(this.who, this.caseId, this.unit, this.what, this.from, this.to, afterEntry);
	}

}
