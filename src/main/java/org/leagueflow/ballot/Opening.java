package org.leagueflow.ballot;

import java.util.Set;
import org.leagueflow.kernel.CaseId;

/**
 * What an electronic ballot is opened with.
 *
 * @param title what is voted on, as voters read it; at most 300 characters
 * @param paper the paper
 * @param voters the persons who may vote, each once; frozen from here on
 * @param tellerOne the one teller, who is neither a candidate nor in conflict
 * @param tellerTwo the other one
 * @param conflicted persons who may not be tellers (candidates, introducers, mentors)
 * @param unitId the unit that votes
 * @param caseId the case that it is about, or null
 * @param discretion when only the outcome is published, neither papers nor numbers
 * @param warned whether the chair has read {@link Ballots#warning} and wants it all the
 * same
 */
public record Opening(String title, Paper paper, Set<Long> voters, long tellerOne, long tellerTwo, Set<Long> conflicted,
		long unitId, CaseId caseId, DisclosureRule disclosure, boolean warned) {

	public Opening {
		voters = Set.copyOf(voters);
		conflicted = Set.copyOf(conflicted);
	}

}
