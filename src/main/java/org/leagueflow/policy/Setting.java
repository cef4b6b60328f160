package org.leagueflow.policy;

import java.time.LocalDateTime;

/**
 * What a unit set in place of a rule's own value.
 *
 * @param setAt when, in UTC
 */
record Setting(long unitId, String key, String value, String setByName, LocalDateTime setAt) {
}
