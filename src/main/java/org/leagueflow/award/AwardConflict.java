package org.leagueflow.award;

import java.time.Instant;
import java.util.List;

/**
 * What somebody else saved while this one was typed.
 *
 * @param by who
 * @param page the page with what was typed, ready to be saved over the other's
 */
record AwardConflict(String by, Instant at, List<AwardForm.Difference> differences, AwardPage page) {
}
