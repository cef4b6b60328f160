package org.leagueflow.publicity;

/**
 * What came of an objection.
 *
 * @param objection the objection that was read, or null for the one that has waited
 * longest
 * @param finding {@code upheld} or {@code dismissed}
 * @param grounds facts and reasons
 */
public record Finding(Long objection, String finding, String grounds) {

	boolean upheld() {
		return "upheld".equals(this.finding);
	}

}
