package org.leagueflow.meeting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of processes whose cases wait for a meeting. */
@Service
@Transactional
class AgendaService implements Agenda {

	private static final Set<AgendaEntry.State> OPEN = EnumSet.of(AgendaEntry.State.WAITING,
			AgendaEntry.State.SCHEDULED);

	private final AgendaEntries entries;

	private final BusinessClock clock;

	AgendaService(AgendaEntries entries, BusinessClock clock) {
		this.entries = entries;
		this.clock = clock;
	}

	@Override
	public void await(AgendaRequest request) {
		this.entries.findByCaseIdAndMatterAndStateIn(request.caseId().value(), request.matter(), OPEN)
			.ifPresentOrElse((entry) -> entry.amend(request),
					() -> this.entries.save(new AgendaEntry(request, this.clock.instant())));
	}

	@Override
	public void withdraw(CaseId caseId) {
		this.entries.findByCaseIdAndStateIn(caseId.value(), OPEN).forEach(AgendaEntry::withdraw);
	}

	@Override
	@Transactional(readOnly = true)
	public List<WaitingItem> waiting(long unitId, MeetingKind kind) {
		return this.entries.findByUnitIdAndKindAndStateOrderBySinceAscIdAsc(unitId, kind, AgendaEntry.State.WAITING)
			.stream()
			.map(AgendaEntry::view)
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public List<ResolutionCard> resolutions(CaseId caseId) {
		return List.of();
	}

}
