package org.leagueflow.meeting;

import java.util.Map;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.voting.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists what a diagram calls for, and hands what a meeting decided to the matter that
 * asked, and then to the diagram.
 */
@Service
@Transactional
class MatterService {

	private static final String PROCESS = "resolution";

	private final Matters matters;

	private final Agenda agenda;

	private final AgendaEntries entries;

	private final Resolutions resolutions;

	private final Processes processes;

	MatterService(Matters matters, Agenda agenda, AgendaEntries entries, Resolutions resolutions, Processes processes) {
		this.matters = matters;
		this.agenda = agenda;
		this.entries = entries;
		this.resolutions = resolutions;
		this.processes = processes;
	}

	void list(CaseId caseId, String matter) {
		this.agenda.list(caseId, matter);
	}

	/**
	 * What came of the case's last time on the agenda: VOID while it waits there, after a
	 * void meeting or before any.
	 */
	@Transactional(readOnly = true)
	Outcome outcome(CaseId caseId, String matter) {
		return this.entries.findFirstByCaseIdAndMatterOrderByIdDesc(caseId.value(), matter)
			.filter(AgendaEntry::isDecided)
			.flatMap((entry) -> this.resolutions.findFirstByCaseIdAndMatterOrderByIdDesc(caseId.value(), matter))
			.map((resolution) -> resolution.card().outcome())
			.orElse(Outcome.VOID);
	}

	/** The process's records first, then its diagram. */
	@EventListener
	public void on(ItemDecided event) {
		this.matters.asking(event).ifPresent((matter) -> matter.decided(event));
		this.processes.tellIfWaiting(event.caseId(), event.matter(), "decided", Map.of());
	}

	/** A diagram that does not wait any longer takes its matter off the agenda. */
	@EventListener
	public void on(TaskEvent.CallEnded event) {
		if (event.process().equals(PROCESS) && event.outcome() == null) {
			this.agenda.withdraw(event.caseId(), event.matter());
		}
	}

}
