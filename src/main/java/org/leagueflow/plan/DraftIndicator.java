package org.leagueflow.plan;

import java.math.BigDecimal;

/**
 * An indicator as a draft states it.
 *
 * @param key by which lines of the draft name it; several lines may share one
 * @param base what has to be reached (达标值), or null where the paper gives no number
 * @param stretch what is striven for (争取值), or null
 * @param unit what is counted: 人次, 人, 场, %
 * @param words as the paper says it
 * @param rollUp how reports of units are taken together; null to go by the unit
 */
public record DraftIndicator(String key, String name, PlanComparator comparator, BigDecimal base, BigDecimal stretch,
		String unit, String words, PlanRollUp rollUp) {
}
