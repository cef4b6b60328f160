package org.leagueflow.sheet;

/**
 * Ends work on an import that was started anew, or whose state went on, since the work
 * was queued.
 */
public final class StaleRunException extends RuntimeException {

	StaleRunException(long id, int run) {
		super("Run " + run + " of import " + id + " is over");
	}

}
