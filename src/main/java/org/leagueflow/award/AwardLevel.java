package org.leagueflow.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.leagueflow.scoring.QuotaRule;
import org.leagueflow.scoring.Rational;

/**
 * A level of an award (一等、二等 …), the highest first.
 *
 * @param base what the quota is a share of, or null for a count
 * @param topShare the best share of the whole ranking to whom it is open, or null where
 * it is open to all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardLevel(String name, QuotaRule quota, AwardBase base, Rational topShare) {
}
