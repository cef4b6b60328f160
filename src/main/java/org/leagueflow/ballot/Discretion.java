package org.leagueflow.ballot;

/**
 * When only the outcome of a ballot is published, because numbers would tell who voted
 * how; each unit sets its own.
 *
 * @param smallest below so many papers; 0 never
 * @param outcomeOnly whether always; numbers that are missing only where all agree would
 * say just that
 */
public record Discretion(int smallest, boolean outcomeOnly) {

	/** Everything is published. */
	public static final Discretion NONE = new Discretion(0, false);

	/** Whether these numbers stay unpublished. */
	public boolean covers(Count count) {
		return this.outcomeOnly || count.papers() < this.smallest;
	}

}
