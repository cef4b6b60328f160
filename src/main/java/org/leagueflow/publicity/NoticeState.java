package org.leagueflow.publicity;

/** Where a notice stands. */
public enum NoticeState {

	/** Still public, or over with an objection that nobody has settled. */
	OPEN,
	/** Over, and every objection dismissed. */
	CLOSED,
	/** An objection was upheld. */
	UPHELD,
	/** Taken down before its end. */
	WITHDRAWN

}
