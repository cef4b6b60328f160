package org.leagueflow.meeting;

/**
 * What a teller sees: the frozen numbers to reconcile with, never the other's count.
 *
 * @param counted whether this teller's count of this round is in
 */
record CountPage(long meetingId, long itemId, String title, String unit, String rule, String source, int entitled,
		int present, int written, int round, boolean open, boolean counted, boolean differed,
		ResolutionCard resolution) {
}
