package org.leagueflow.ballot;

/**
 * When only the outcome of a ballot is published, because the numbers would tell who
 * voted how; a policy of each unit.
 *
 * @param smallest below so many papers; 0 never
 * @param outcomeOnly whether always; numbers that are missing only where all agree would
 * say just that
 */
public record DisclosureRule(int smallest, boolean outcomeOnly) {

	/** Everything is published. */
	public static final DisclosureRule NONE = new DisclosureRule(0, false);

	/** Whether these numbers stay unpublished. */
	public boolean covers(Count count) {
		return this.outcomeOnly || count.papers() < this.smallest;
	}

}
