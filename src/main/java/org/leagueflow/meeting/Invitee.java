package org.leagueflow.meeting;

/**
 * Somebody whom a meeting expects.
 *
 * @param votes whether the person counts as entitled (应到)
 * @param guest whether the person only sits in (列席)
 * @param whyNot a message key when a member does not count, or null
 */
record Invitee(long personId, String name, boolean votes, boolean guest, String whyNot) {

	static Invitee guest(long personId, String name) {
		return new Invitee(personId, name, false, true, null);
	}

}
