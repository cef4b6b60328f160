package org.leagueflow.roster;

import java.util.ArrayList;
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

	private static final String REFUSED = "refused-by-books";

	static RosterFinding error(RosterColumn column, String rule, Object... args) {
		return new RosterFinding(column, true, rule, Arrays.asList(args));
	}

	static RosterFinding warning(RosterColumn column, String rule, Object... args) {
		return new RosterFinding(column, false, rule, Arrays.asList(args));
	}

	/** The books refused the line, for this reason. */
	static RosterFinding refused(Message why) {
		List<Object> args = new ArrayList<>(List.of(why.key()));
		args.addAll(why.args());
		return new RosterFinding(RosterColumn.NAME, true, REFUSED, args);
	}

	public Message words() {
		if (this.rule.equals(REFUSED)) {
			return Message.of(this.args.get(0).toString(), this.args.subList(1, this.args.size()).toArray());
		}
		return Message.of("roster.finding." + this.rule, this.args.toArray());
	}

}
