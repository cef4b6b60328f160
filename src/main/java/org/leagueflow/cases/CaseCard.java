package org.leagueflow.cases;

import java.time.Instant;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Subject;

/**
 * A case as other modules may see it.
 *
 * @param id the case
 * @param number what people call it by, {@code RT-2026-000123}
 * @param process the process id
 * @param title what it is about
 * @param subject whom or what it is about, named as it was when the case was opened
 * @param unitId the unit it belongs to
 * @param unitPath that unit's path
 * @param schoolId the nearest committee at or above the unit, or null
 * @param state whether it still runs
 * @param stage the top-level stage it stands in, or null
 * @param outcome the id of the end event it came to, or null
 * @param openedBy the person who opened it, 0 for the system
 * @param openedAt when it was opened
 * @param endedAt when it ended, or null
 */
public record CaseCard(CaseId id, String number, String process, String title, Subject subject, long unitId,
		String unitPath, Long schoolId, CaseState state, String stage, String outcome, long openedBy, Instant openedAt,
		Instant endedAt) {

	/** The person it is about; 0 where it is not about one person. */
	public long subjectPersonId() {
		return (this.subject.kind() == Subject.Kind.PERSON) ? this.subject.id() : 0;
	}

	/** What the subject was called when the case was opened. */
	public String subjectName() {
		return this.subject.name();
	}

	/** Whether it is about this person. */
	public boolean isAbout(long personId) {
		return this.subject.is(personId);
	}

}
