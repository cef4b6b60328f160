package org.leagueflow.audit;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * An event for the audit record: who did what to what, in which role.
 *
 * @param by who did it
 * @param actingFor the person in whose place it was done, or null
 * @param post the role in which it was done, or null
 * @param what what was done, as {@code noun.past-verb}: {@code task.answered},
 * {@code roster.imported}
 * @param unitId the unit concerned, or null
 * @param caseId the case concerned, or null
 * @param subject what it was done to, in a form that survives: {@code person:17},
 * {@code notice:3}
 * @param before the state before as JSON-able value, or null; only its hash is kept when
 * it is personal
 * @param after the state after, likewise
 * @param detail a short sentence or JSON-able map for the reader, without secrets and
 * without any ballot choice
 */
public record AuditEvent(Actor by, Long actingFor, String post, String what, Long unitId, CaseId caseId, String subject,
		Object before, Object after, Object detail) {

	public static AuditEvent of(Actor by, String what, String subject) {
		return new AuditEvent(by, null, null, what, null, null, subject, null, null, null);
	}

	public AuditEvent on(CaseId theCase) {
		return new AuditEvent(this.by, this.actingFor, this.post, this.what, this.unitId, theCase, this.subject,
				this.before, this.after, this.detail);
	}

	public AuditEvent in(Long unit) {
		return new AuditEvent(this.by, this.actingFor, this.post, this.what, unit, this.caseId, this.subject,
				this.before, this.after, this.detail);
	}

	public AuditEvent as(String role) {
		return new AuditEvent(this.by, this.actingFor, role, this.what, this.unitId, this.caseId, this.subject,
				this.before, this.after, this.detail);
	}

	/** Done in another person's place (代理). */
	public AuditEvent inPlaceOf(long person) {
		return new AuditEvent(this.by, person, this.post, this.what, this.unitId, this.caseId, this.subject,
				this.before, this.after, this.detail);
	}

	public AuditEvent changed(Object from, Object to) {
		return new AuditEvent(this.by, this.actingFor, this.post, this.what, this.unitId, this.caseId, this.subject,
				from, to, this.detail);
	}

	public AuditEvent with(Object words) {
		return new AuditEvent(this.by, this.actingFor, this.post, this.what, this.unitId, this.caseId, this.subject,
				this.before, this.after, words);
	}

}
