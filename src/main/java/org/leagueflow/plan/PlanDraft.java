package org.leagueflow.plan;

import java.util.List;

/**
 * What a paper becomes after somebody corrected the guesses.
 *
 * @param source the file's name, or what else says where it comes from
 */
public record PlanDraft(String title, String source, List<DraftLine> lines, List<DraftIndicator> indicators) {
}
