package org.leagueflow.ballot;

/**
 * When only the outcome of a ballot is published, because numbers would tell who voted
 * how; each unit sets its own.
 *
 * @param smallest below so many papers; 0 never
 * @param unanimous whether also when all voted the same on a line of the paper
 */
public record Discretion(int smallest, boolean unanimous) {

	/** Everything is published. */
	public static final Discretion NONE = new Discretion(0, false);

	/** Whether these numbers stay unpublished. */
	public boolean covers(Count count) {
		return count.papers() < this.smallest || (this.unanimous && count.unanimous());
	}

}
