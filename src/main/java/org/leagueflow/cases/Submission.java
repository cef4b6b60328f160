package org.leagueflow.cases;

import java.time.Instant;
import java.util.Map;
import org.leagueflow.kernel.CaseId;

/**
 * What one person answered at one box, word for word; never changed and never removed.
 *
 * @param id its number, 0 before it is recorded
 * @param caseId the case
 * @param process the process id
 * @param box the box that was answered, {@code start} for the start form
 * @param boxName the box's name on the diagram of that day
 * @param taskId the engine's task, or null for a start form
 * @param formId the form that was answered
 * @param formVersion the process version that the form was deployed with
 * @param answers the answers by form key
 * @param byPerson who answered, 0 for the system
 * @param byName that person's name on that day
 * @param actingAs the role in which it was answered, or null when in person
 * @param at when; null lets the case file take the moment
 * @param idempotencyKey the same for a repeated post of the same answer
 */
public record Submission(long id, CaseId caseId, String process, String box, String boxName, String taskId,
		String formId, String formVersion, Map<String, Object> answers, long byPerson, String byName, String actingAs,
		Instant at, String idempotencyKey) {

	Submission recorded(long number, Instant moment) {
		return new Submission(number, this.caseId, this.process, this.box, this.boxName, this.taskId, this.formId,
				this.formVersion, this.answers, this.byPerson, this.byName, this.actingAs, moment, this.idempotencyKey);
	}

}
