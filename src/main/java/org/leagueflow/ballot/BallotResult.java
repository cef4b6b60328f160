package org.leagueflow.ballot;

/**
 * What came out of an electronic ballot.
 *
 * @param ballot its id
 * @param count the sum, of which {@code papers} is the number
 * @param issued signatures given out; a voter who never cast the paper is counted here
 * only
 * @param papers papers in the box
 * @param coarse whether so few voted that numbers would tell who voted how: nothing but
 * the outcome may be published
 */
public record BallotResult(long ballot, Count count, int issued, int papers, boolean coarse) {
}
