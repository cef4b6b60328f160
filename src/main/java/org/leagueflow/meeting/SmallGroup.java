package org.leagueflow.meeting;

import java.util.Optional;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.kernel.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Below how many voters by phone the result itself would tell who voted how. */
@Component
class SmallGroup {

	private final Ballots ballots;

	private final int smallest;

	SmallGroup(Ballots ballots, @Value("${leagueflow.ballot.smallest:5}") int smallest) {
		this.ballots = ballots;
		this.smallest = smallest;
	}

	int smallest() {
		return this.smallest;
	}

	/** What the chair has to know before so many vote by phone. */
	Optional<Message> warning(int voters) {
		return this.ballots.warning(voters, this.smallest);
	}

}
