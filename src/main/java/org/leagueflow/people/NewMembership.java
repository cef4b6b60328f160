package org.leagueflow.people;

import java.time.LocalDate;

/**
 * Somebody is to be a League member.
 *
 * @param since the day of the vote (支部大会通过之日)
 * @param memberNumber may be null before 2017
 */
public record NewMembership(long personId, long branchId, LocalDate since, String memberNumber) {
}
