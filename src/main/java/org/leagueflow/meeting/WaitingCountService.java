package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ballots on paper that wait for somebody's count. */
@Service
@Transactional(readOnly = true)
class WaitingCountService {

	private final Rounds rounds;

	private final People people;

	WaitingCountService(Rounds rounds, People people) {
		this.rounds = rounds;
		this.people = people;
	}

	/** What this person has to count as a teller now, the longest open first. */
	List<WaitingCount> of(Actor teller) {
		return this.rounds.uncounted(teller.personId())
			.stream()
			.filter((round) -> round.awaitsCount(teller.personId()))
			.map(this::waiting)
			.toList();
	}

	private WaitingCount waiting(Round round) {
		Item item = round.item().head();
		return new WaitingCount(item.meeting().id(), item.id(), item.paperTitle(),
				this.people.unit(item.meeting().unitId()).name());
	}

	/** A ballot whose papers the reader counts. */
	record WaitingCount(long meetingId, long itemId, String title, String unit) {
	}

}
