package org.leagueflow.people;

import java.util.Arrays;
import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * What is wrong with one cell of a roster.
 *
 * @param column where
 * @param error whether it keeps the row from being imported; otherwise a warning
 * @param rule the rule's name; the words are at {@code roster.finding.<rule>}
 * @param args what fills the words
 */
record RosterFinding(RosterColumn column, boolean error, String rule, List<Object> args) {

	static RosterFinding error(RosterColumn column, String rule, Object... args) {
		return new RosterFinding(column, true, rule, Arrays.asList(args));
	}

	static RosterFinding warning(RosterColumn column, String rule, Object... args) {
		return new RosterFinding(column, false, rule, Arrays.asList(args));
	}

	public Message words() {
		return Message.of("roster.finding." + this.rule, this.args.toArray());
	}

}
