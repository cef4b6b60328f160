package org.leagueflow.admission;

import org.leagueflow.kernel.Message;

/**
 * One condition on the way to becoming a candidate: what is needed, what there is, and
 * where the rule stands.
 *
 * @param key the condition, a row of the decision table {@code admission-gates} or a
 * policy of the unit
 * @param need what the rule asks for, in words
 * @param have what there is, in words
 * @param ok whether it is met
 * @param source the rule's source
 */
record Gate(String key, Message need, Message have, boolean ok, String source) {

	/** The condition in words; public because pages ask for it. */
	public Message name() {
		return Message.of("admission.gate." + this.key);
	}

}
