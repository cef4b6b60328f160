package org.leagueflow.award;

/**
 * An edition as batches see it.
 *
 * @param unitId the unit whose award it is
 * @param number which edition, from 1
 */
public record AwardEditionCard(long id, long awardId, long unitId, int number, String name,
		AwardDefinition definition) {
}
