package org.leagueflow.policy;

import org.leagueflow.people.People.UnitCard;

/**
 * A rule as it stands for one unit.
 *
 * @param own what the unit itself set, or null
 * @param effective the value that holds
 * @param from the unit whose setting holds, or null when it is the rule's own value
 */
record PolicyLine(Rule rule, Setting own, String effective, UnitCard from) {
}
