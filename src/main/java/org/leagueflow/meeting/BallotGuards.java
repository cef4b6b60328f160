package org.leagueflow.meeting;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the processes whose cases are voted on; motions have none. */
@Component
class BallotGuards {

	private final ObjectProvider<BallotGuard> guards;

	BallotGuards(ObjectProvider<BallotGuard> guards) {
		this.guards = guards;
	}

	/**
	 * @throws org.leagueflow.kernel.Refusal when this meeting may not decide on the case
	 */
	void beforeBallot(AgendaEntry entry) {
		if (!entry.isMotion()) {
			this.guards.orderedStream().forEach((guard) -> guard.beforeBallot(entry.view()));
		}
	}

	/** Whether an open ballot goes on; one that does not was stopped by being asked. */
	boolean goesOn(Item item) {
		return !item.isOnBallot() || item.entry().isMotion()
				|| this.guards.orderedStream().allMatch((guard) -> guard.goesOn(item.entry().view()));
	}

}
