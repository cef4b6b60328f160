package org.leagueflow.life;

import java.time.LocalDateTime;

/**
 * A League class that wants calling.
 *
 * @param startsAt when, by the usual slot
 * @param place where the last one was, or null
 * @param lacking how many the period still lacks
 */
record Proposal(Period period, LocalDateTime startsAt, String place, int lacking) {

}
