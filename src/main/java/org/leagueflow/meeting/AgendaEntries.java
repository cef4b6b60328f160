package org.leagueflow.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Cases that wait for meetings. */
interface AgendaEntries extends JpaRepository<AgendaEntry, Long> {

	Optional<AgendaEntry> findByCaseIdAndMatterAndStateIn(long caseId, String matter,
			Collection<AgendaEntry.State> states);

	Optional<AgendaEntry> findFirstByCaseIdAndMatterOrderByIdDesc(long caseId, String matter);

	/**
	 * What of the case waits for a meeting, of every case that ends. States are literals:
	 * a query with a list is translated anew each time.
	 */
	@Query("select e from AgendaEntry e where e.caseId = :caseId and e.state in (WAITING, SCHEDULED) order by e.id")
	List<AgendaEntry> open(long caseId);

	List<AgendaEntry> findByUnitIdAndKindAndStateOrderBySinceAscIdAsc(long unitId, MeetingKind kind,
			AgendaEntry.State state);

	List<AgendaEntry> findByUnitIdInAndStateOrderBySinceAscIdAsc(Collection<Long> units, AgendaEntry.State state);

}
