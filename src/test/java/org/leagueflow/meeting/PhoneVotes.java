package org.leagueflow.meeting;

import java.util.List;
import java.util.stream.IntStream;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.meeting.Hall.Branch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Votes by phone at the meetings of a hall. */
@Component
class PhoneVotes {

	private final Hall hall;

	private final BallotFixture phones;

	private final JdbcClient jdbc;

	PhoneVotes(Hall hall, BallotFixture phones, JdbcClient jdbc) {
		this.hall = hall;
		this.phones = phones;
		this.jdbc = jdbc;
	}

	/** Opens the ballot with the second and third member as tellers; its id. */
	long open(long meeting, long item, Branch branch, BallotMode mode, boolean warned) {
		this.hall.meetings.openBallot(meeting, item, List.of(), mode, tellers(branch), warned, branch.secretary());
		return line(meeting, item, branch).box().ballot();
	}

	Tellers tellers(Branch branch) {
		return new Tellers(branch.voters().get(1), branch.voters().get(2));
	}

	/** The first so many members vote, one letter each. */
	void vote(long ballot, Branch branch, String choices) {
		IntStream.range(0, choices.length())
			.forEach((i) -> this.phones.cast(ballot, branch.voters().get(i), choices.substring(i, i + 1)));
	}

	/** The member of this place, a teller, agrees to close. */
	void agree(long ballot, Branch branch, int teller) {
		this.phones.agree(ballot, this.hall.people.actor(branch.voters().get(teller)));
	}

	void close(long ballot, Branch branch) {
		agree(ballot, branch, 1);
		agree(ballot, branch, 2);
	}

	MeetingPage.ItemLine line(long meeting, long item, Branch branch) {
		return this.hall.page(meeting, branch)
			.items()
			.stream()
			.filter((one) -> one.id() == item)
			.findFirst()
			.orElseThrow();
	}

	/** Where the notifications of a person lead to, oldest first. */
	List<String> told(long person) {
		return this.jdbc.sql("SELECT link FROM notification WHERE person_id = ? ORDER BY id")
			.param(person)
			.query(String.class)
			.list();
	}

}
