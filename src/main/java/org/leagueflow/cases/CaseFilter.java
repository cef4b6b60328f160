package org.leagueflow.cases;

/**
 * Which cases a person looks for; a null leaves the field open.
 *
 * @param text the beginning of a number or of the subject's name
 * @param process the process id
 * @param state whether they still run
 * @param unitId the unit, with everything below it
 * @param startedByMe only those that the reader opened
 * @param before only those opened before this case; the token of the next page
 */
public record CaseFilter(String text, String process, CaseState state, Long unitId, boolean startedByMe, Long before) {

	/** Everything that the reader opened, newest first. */
	public static CaseFilter startedByMe(Long before) {
		return new CaseFilter(null, null, null, null, true, before);
	}

}
