package org.leagueflow.admission;

import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.MeetingDecision;
import org.leagueflow.meeting.MeetingDecisions;
import org.leagueflow.meeting.MeetingKind;
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

	private final MeetingDecisions decisions;

	private final Eligibility eligibility;

	private final People people;

	private final Cases cases;

	BranchCommittee(Agenda agenda, MeetingDecisions decisions, Eligibility eligibility, People people, Cases cases) {
		this.agenda = agenda;
		this.decisions = decisions;
		this.eligibility = eligibility;
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
	 * The decision that the step reports. A meeting held outside this system is marked as
	 * such in the timeline.
	 * @throws Refusal.Invalid when the committee is one person, or typed numbers cannot
	 * be right
	 */
	MeetingDecision decided(Admission admission, String matter, Answers answers, Actor by) {
		CaseId caseId = admission.caseId();
		MeetingDecision decision = this.decisions.decided(caseId, matter, MeetingKind.BRANCH_COMMITTEE, answers);
		if (decision.outside()) {
			boolean passed = this.eligibility.committee(admission.branchId(), CommitteeDecision.of(decision)).agrees();
			decision = new MeetingDecision(null, decision.heldOn(), decision.entitled(), decision.present(),
					decision.inFavour(), passed);
			this.cases.note(caseId, by, Message.of("admission.note.outside", decision.heldOn().toString(),
					decision.entitled(), decision.present(), decision.inFavour()));
			String what = matter.equals(AdmissionMatters.DECIDE) ? "activist." : "candidate.";
			this.cases.note(caseId, Actor.SYSTEM,
					Message.of("admission.note.committee." + what + (passed ? "PASSED" : "FAILED")),
					Readers.of(Readers.EVERYONE));
		}
		else {
			this.eligibility.notAlone(admission.branchId());
		}
		this.agenda.withdraw(caseId);
		return decision;
	}

}
