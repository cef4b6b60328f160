package org.leagueflow.scoring;

/**
 * Where somebody stands in the whole group.
 *
 * @param rank 名次: equal scores have equal ranks (1, 1, 3), or null without a score
 * @param place the order in which places are given: as the rank, but equal scores are
 * told apart by the tie-breakers; or null without a score
 */
public record Placing(long subjectId, Integer rank, Integer place) {
}
