package org.leagueflow.meeting;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the processes whose cases are voted on, and who of a motion on persons still
 * stands; what people move has no process.
 */
@Component
class BallotGuards {

	private final ObjectProvider<BallotGuard> guards;

	private final ObjectProvider<PersonsStanding> standing;

	BallotGuards(ObjectProvider<BallotGuard> guards, ObjectProvider<PersonsStanding> standing) {
		this.guards = guards;
		this.standing = standing;
	}

	/**
	 * @throws org.leagueflow.kernel.Refusal when this meeting may not decide on the case
	 */
	void beforeBallot(AgendaEntry entry) {
		if (entry.isOfPersons()) {
			this.standing.stream()
				.filter((one) -> one.matter().equals(entry.matter()))
				.forEach((one) -> entry.keep(one.standing(entry.id())));
		}
		if (!entry.isMotion()) {
			this.guards.orderedStream().forEach((guard) -> guard.beforeBallot(entry.view()));
		}
	}

	/**
	 * @throws org.leagueflow.kernel.Refusal when there must be no resolution on the case
	 */
	void beforeResult(AgendaEntry entry) {
		if (!entry.isMotion()) {
			this.guards.orderedStream().forEach((guard) -> guard.beforeResult(entry.view()));
		}
	}

	/**
	 * Whether an open ballot goes on; a case that does not was taken off it by being
	 * asked. A paper of several goes on as long as one does.
	 */
	boolean goesOn(Item item) {
		List<Item> open = item.onPaper().stream().filter(Item::isOnBallot).toList();
		return open.isEmpty() || open.stream().filter(this::goesOnItself).count() > 0;
	}

	private boolean goesOnItself(Item item) {
		return item.entry().isMotion()
				|| this.guards.orderedStream().allMatch((guard) -> guard.goesOn(item.entry().view()));
	}

}
