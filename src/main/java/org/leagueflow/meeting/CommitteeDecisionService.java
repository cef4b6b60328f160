package org.leagueflow.meeting;

import java.util.HashMap;
import java.util.Map;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.voting.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a branch committee decided against the committee as it is today. */
@Service
@Transactional
class CommitteeDecisionService implements CommitteeDecisions {

	private final MeetingDecisions decisions;

	private final Agenda agenda;

	private final Matters matters;

	private final Offices offices;

	private final Cases cases;

	CommitteeDecisionService(MeetingDecisions decisions, Agenda agenda, Matters matters, Offices offices, Cases cases) {
		this.decisions = decisions;
		this.agenda = agenda;
		this.matters = matters;
		this.offices = offices;
		this.cases = cases;
	}

	@Override
	public void list(CaseId caseId, String matter, long branchId) {
		if (!this.offices.committeeMembers(branchId).isEmpty()) {
			this.agenda.list(caseId, matter);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public Map<String, Object> offered(CaseId caseId, String matter, long branchId) {
		Map<String, Object> offered = new HashMap<>(
				this.decisions.offered(caseId, matter, MeetingKind.BRANCH_COMMITTEE));
		int members = this.offices.committeeMembers(branchId).size();
		if (members > 0) {
			offered.put("entitled", members);
		}
		return offered;
	}

	@Override
	public MeetingDecision decided(CaseId caseId, String matter, long branchId, Answers answers, Actor by) {
		MeetingDecision decision = this.decisions.decided(caseId, matter, MeetingKind.BRANCH_COMMITTEE, answers);
		int members = this.offices.committeeMembers(branchId).size();
		if (members == 1) {
			throw Refusal.Invalid.field("heldMeeting", "refusal.meeting.committee.alone");
		}
		if (decision.outside()) {
			decision = onPaper(decision, members);
			this.cases.note(caseId, by, Message.of("meeting.note.outside", decision.heldOn().toString(),
					decision.entitled(), decision.present(), decision.inFavour()));
			this.matters.named(matter).outside(caseId, decision.passed() ? Outcome.PASSED : Outcome.FAILED);
		}
		this.agenda.withdraw(caseId, matter);
		return decision;
	}

	/**
	 * Nobody counts the committee smaller or larger than it is; where none is on record
	 * two at least decide. More than half of them came, and more than half agreed.
	 */
	private static MeetingDecision onPaper(MeetingDecision typed, int members) {
		if (members > 1 && typed.entitled() != members) {
			throw Refusal.Invalid.field("entitled", "refusal.meeting.committee.members", members);
		}
		int entitled = Math.max(typed.entitled(), 2);
		if (typed.present() > entitled) {
			throw Refusal.Invalid.field("present", "refusal.meeting.committee.present", typed.present(), entitled);
		}
		if (typed.inFavour() > typed.present()) {
			throw Refusal.Invalid.field("agreed", "refusal.meeting.committee.agreed", typed.inFavour(),
					typed.present());
		}
		if (typed.present() * 2 <= entitled) {
			throw Refusal.Invalid.field("present", "refusal.meeting.committee.quorum", typed.present(), entitled);
		}
		return new MeetingDecision(null, typed.heldOn(), typed.entitled(), typed.present(), typed.inFavour(),
				typed.inFavour() * 2 > entitled);
	}

}
