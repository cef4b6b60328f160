package org.leagueflow.meeting;

import java.util.List;
import java.util.function.Predicate;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.ballot.Turnout;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;
import org.leagueflow.people.PersonChoice;
import org.springframework.stereotype.Component;

/** Builds what a meeting's page shows of the electronic ballots on its items. */
@Component
class BoxViews {

	private final Ballots ballots;

	private final Rounds rounds;

	private final People people;

	BoxViews(Ballots ballots, Rounds rounds, People people) {
		this.ballots = ballots;
		this.rounds = rounds;
		this.people = people;
	}

	/** Nothing for an item without a box, or one whose box another item shows. */
	BoxView of(Meeting meeting, Item item, boolean runs, Actor reader) {
		Round round = item.round();
		if (round == null || round.ballotId() == null || !item.isHead()) {
			return null;
		}
		boolean hands = runs && round.mode() == BallotMode.BOTH && !round.isEnded();
		return new BoxView(round.ballotId(), round.mode(), this.ballots.turnout(round.ballotId()), round.isEnded(),
				!round.isBoxUncounted(), !round.isEnded() && this.ballots.mayVote(round.ballotId(), reader.personId()),
				hands ? choices(meeting, round, (voter) -> !voter.paper()) : List.of(),
				hands ? choices(meeting, round, Voter::paper) : List.of(), round.written(), round.smallest());
	}

	/**
	 * What somebody in the room can do about a ballot by phone; null where there is none.
	 */
	HallPage.Booth booth(Item item, long reader) {
		Round round = item.round();
		if (round == null || round.ballotId() == null || !item.isHead()) {
			return null;
		}
		boolean voting = item.isOnBallot() && !round.isEnded();
		boolean open = voting && this.ballots.mayVote(round.ballotId(), reader);
		Voter voted = (voting && !open) ? this.rounds.voter(round.id(), reader).orElse(null) : null;
		return new HallPage.Booth(round.ballotId(), voting, open, voted != null, voted != null && voted.paper(),
				!round.isBoxUncounted() && !item.isOnBallot());
	}

	/** How many have voted on an item that people vote on by phone; null for others. */
	Turnout turnout(Item item) {
		boolean voting = item.isOnBallot() && item.round().ballotId() != null && !item.round().isEnded();
		return voting ? this.ballots.turnout(item.round().ballotId()) : null;
	}

	private List<PersonChoice> choices(Meeting meeting, Round round, Predicate<Voter> which) {
		List<Long> voters = round.voters().stream().filter(which).map(Voter::personId).toList();
		return PersonChoice.sorted(this.people.persons(voters)
			.stream()
			.map((person) -> PersonChoice.of(person, meeting.roll().isInTheRoom(person.id()))));
	}

}
