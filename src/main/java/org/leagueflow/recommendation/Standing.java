package org.leagueflow.recommendation;

/** Where a recommendation stands between the League and the Party. */
enum Standing {

	/** On its way within the League. */
	UNDER_WAY,
	/** Handed over to the Party branch. */
	HANDED_OVER,
	/** The Party branch has said that it received it. */
	RECEIVED,
	/** The Party listed the person. */
	LISTED,
	/** The Party did not list the person. */
	NOT_LISTED,
	/** The League's opinion was sent; nothing else follows. */
	HEARD,
	/** Over without feedback of the Party. */
	OVER

}
