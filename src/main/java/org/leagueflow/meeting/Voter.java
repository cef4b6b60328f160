package org.leagueflow.meeting;

import jakarta.persistence.Embeddable;

/**
 * Somebody who may vote in a ballot; of the vote itself nothing is known but the way.
 *
 * @param paper whether this voter was given a paper and so no longer votes electronically
 */
@Embeddable
record Voter(long personId, boolean paper) {
}
