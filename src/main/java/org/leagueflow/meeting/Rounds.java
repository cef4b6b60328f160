package org.leagueflow.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Single lines of the rolls of ballots, for pages that a full hall asks for again and
 * again.
 */
interface Rounds extends Repository<Round, Long> {

	/** Undecided ballots of open meetings of which this person is a teller. */
	@Query("select round from Round round join fetch round.item item join fetch item.meeting meeting "
			+ "where round.decidedAt is null and (round.tellerOne = :person or round.tellerTwo = :person) "
			+ "and meeting.state = org.leagueflow.meeting.Meeting.State.OPEN order by round.id")
	List<Round> uncounted(long person);

	/** The person as a voter of this ballot, without reading all of them. */
	@Query("select voter from Round round join round.voters voter where round.id = :round and voter.personId = :person")
	Optional<Voter> voter(long round, long person);

	/** The ballots that a body has held, the latest first. */
	@Query("select r from Round r where r.item.meeting.unitId = :unit and r.item.meeting.kind = :kind order by r.id desc")
	List<Round> latest(long unit, MeetingKind kind, Limit limit);

}
