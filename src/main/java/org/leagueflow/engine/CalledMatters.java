package org.leagueflow.engine;

import java.util.Collection;

/**
 * For a process that others call: the matters for which its module knows what to do. The
 * model check refuses a call for another one.
 */
public interface CalledMatters {

	/** The called process. */
	String process();

	/** {@code <calling process>-<its box>} each. */
	Collection<String> matters();

}
