package org.leagueflow.admission;

import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.meeting.MeetingDecision;
import org.leagueflow.people.People;
import org.springframework.stereotype.Component;

/**
 * What the branch committee decides on an application, it decides in a meeting (细则§9,
 * §18): the application goes onto its agenda, and the step takes the decision over from
 * the meeting's record.
 */
@Component
class BranchCommittee {

	private final Agenda agenda;

	private final CommitteeDecisions decisions;

	private final People people;

	private final Cases cases;

	BranchCommittee(Agenda agenda, CommitteeDecisions decisions, People people, Cases cases) {
		this.agenda = agenda;
		this.decisions = decisions;
		this.people = people;
		this.cases = cases;
	}

	/** The application waits for the committee's next meeting, where there is one. */
	void list(Admission admission, String matter) {
		if (this.people.hasBranchCommittee(admission.branchId())) {
			this.agenda.list(admission.caseId(), matter);
		}
	}

	/**
	 * The decision that the step reports; everybody learns what came out of a meeting
	 * held outside this system.
	 * @throws Refusal.Invalid when the committee is one person, or typed numbers cannot
	 * be right
	 */
	MeetingDecision decided(Admission admission, String matter, Answers answers, Actor by) {
		CaseId caseId = admission.caseId();
		MeetingDecision decision = this.decisions.decided(caseId, matter, admission.branchId(), answers, by);
		if (decision.outside()) {
			String what = matter.equals(AdmissionMatters.DECIDE) ? "activist." : "candidate.";
			this.cases.note(caseId, Actor.SYSTEM,
					Message.of("admission.note.committee." + what + (decision.passed() ? "PASSED" : "FAILED")),
					Readers.of(Readers.EVERYONE));
		}
		return decision;
	}

}
