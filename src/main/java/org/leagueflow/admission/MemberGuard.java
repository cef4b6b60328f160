package org.leagueflow.admission;

import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.BallotGuard;
import org.leagueflow.meeting.WaitingItem;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People;
import org.springframework.stereotype.Component;

/**
 * Nobody is admitted twice: whoever became a member elsewhere while the application ran,
 * by a roster or a transfer, is not voted on.
 */
@Component
class MemberGuard implements BallotGuard {

	private final Admissions admissions;

	private final People people;

	MemberGuard(Admissions admissions, People people) {
		this.admissions = admissions;
		this.people = people;
	}

	@Override
	public void beforeBallot(WaitingItem item) {
		if (item.caseId() != null && this.admissions.findByCaseId(item.caseId().value()).isPresent()) {
			PersonCard candidate = this.people.person(item.candidateId());
			if (candidate.member()) {
				throw new Refusal.Conflict("refusal.admission.memberMeanwhile", candidate.name());
			}
		}
	}

	/** An open ballot runs to its end; the result is asked about once more. */
	@Override
	public boolean goesOn(WaitingItem item) {
		return true;
	}

}
