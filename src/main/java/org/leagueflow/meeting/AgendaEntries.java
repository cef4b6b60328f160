package org.leagueflow.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Cases that wait for meetings. */
interface AgendaEntries extends JpaRepository<AgendaEntry, Long> {

	Optional<AgendaEntry> findByCaseIdAndMatterAndStateIn(long caseId, String matter,
			Collection<AgendaEntry.State> states);

	Optional<AgendaEntry> findFirstByCaseIdAndMatterOrderByIdDesc(long caseId, String matter);

	List<AgendaEntry> findByCaseIdAndStateIn(long caseId, Collection<AgendaEntry.State> states);

	List<AgendaEntry> findByUnitIdAndKindAndStateOrderBySinceAscIdAsc(long unitId, MeetingKind kind,
			AgendaEntry.State state);

	List<AgendaEntry> findByUnitIdInAndStateOrderBySinceAscIdAsc(Collection<Long> units, AgendaEntry.State state);

}
