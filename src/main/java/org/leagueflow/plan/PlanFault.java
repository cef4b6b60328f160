package org.leagueflow.plan;

import org.leagueflow.kernel.Message;

/**
 * Something that an edition lacks.
 *
 * @param itemId the item, or 0 where it is the edition as a whole
 * @param blocks whether it cannot be submitted so
 */
public record PlanFault(long itemId, Message words, boolean blocks) {
}
