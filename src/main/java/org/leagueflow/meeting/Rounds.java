package org.leagueflow.meeting;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Single lines of the rolls of ballots, for pages that a full hall asks for again and
 * again.
 */
interface Rounds extends Repository<Round, Long> {

	/** The person as a voter of this ballot, without reading all of them. */
	@Query("select voter from Round round join round.voters voter where round.id = :round and voter.personId = :person")
	Optional<Voter> voter(long round, long person);

}
