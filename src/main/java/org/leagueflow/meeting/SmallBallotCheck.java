package org.leagueflow.meeting;

import java.util.Optional;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.ballot.DisclosureRule;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Warns the chair of a ballot whose result would tell who voted how, by the policy of the
 * unit.
 */
@Component
class SmallBallotCheck {

	/** Below so many papers an electronic ballot publishes its outcome only. */
	static final String BALLOT_SMALLEST = "ballot.smallest";

	/** Whether electronic ballots publish their outcome only. */
	static final String BALLOT_OUTCOME_ONLY = "ballot.outcomeOnly";

	private final Ballots ballots;

	private final Policies policies;

	private final People people;

	SmallBallotCheck(Ballots ballots, Policies policies, People people) {
		this.ballots = ballots;
		this.policies = policies;
		this.people = people;
	}

	DisclosureRule disclosure(long unit) {
		String path = this.people.unit(unit).path();
		return new DisclosureRule(this.policies.number(BALLOT_SMALLEST, path),
				this.policies.flag(BALLOT_OUTCOME_ONLY, path));
	}

	/** What the chair has to know before voting is opened in either way by phone. */
	Warnings warnings(EligibleVoters turnout, long unit) {
		DisclosureRule disclosure = disclosure(unit);
		return new Warnings(of(BallotMode.ELECTRONIC, turnout.present(), turnout.opinions(), disclosure),
				of(BallotMode.BOTH, turnout.present(), turnout.opinions(), disclosure), disclosure.smallest());
	}

	/** What the chair has to know of a ballot that is being opened. */
	Optional<Message> warning(Round round, DisclosureRule disclosure) {
		return Optional.ofNullable(of(round.mode(), round.present(), round.written(), disclosure));
	}

	/**
	 * Whoever votes by phone and whoever votes by hand are each a group that may be too
	 * small; null when neither is for certain.
	 */
	private Message of(BallotMode mode, int voters, int opinions, DisclosureRule disclosure) {
		Message few = this.ballots.warning(voters, disclosure).orElse(null);
		int smallest = disclosure.smallest();
		if (few != null || disclosure.outcomeOnly()) {
			return few;
		}
		if (mode == BallotMode.BOTH && voters + opinions < 2 * smallest) {
			return Message.of("meeting.warning.parts", voters, opinions, smallest);
		}
		return (mode == BallotMode.ELECTRONIC && opinions > 0 && opinions < smallest)
				? Message.of("meeting.warning.written", opinions, smallest) : null;
	}

	/**
	 * What the chair has to know, by the way of voting.
	 *
	 * @param phone before voting by phone only, or null
	 * @param both before voting by phone and on paper, or null
	 * @param smallest how many have to vote in each way for numbers to be published
	 */
	record Warnings(Message phone, Message both, int smallest) {

		public Message of(String mode) {
			return BallotMode.BOTH.name().equals(mode) ? this.both : this.phone;
		}

	}

}
