package org.leagueflow.meeting;

import java.util.Optional;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.ballot.Discretion;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/** When the result itself would tell who voted how by phone, as the unit has it. */
@Component
class SmallGroup {

	private final Ballots ballots;

	private final Policies policies;

	private final People people;

	SmallGroup(Ballots ballots, Policies policies, People people) {
		this.ballots = ballots;
		this.policies = policies;
		this.people = people;
	}

	Discretion discretion(long unit) {
		String path = this.people.unit(unit).path();
		return new Discretion(this.policies.number(Policies.BALLOT_SMALLEST, path),
				this.policies.flag(Policies.BALLOT_OUTCOME_ONLY, path));
	}

	/** What the chair has to know before so many vote by phone. */
	Optional<Message> warning(int voters, long unit) {
		return this.ballots.warning(voters, discretion(unit));
	}

}
