package org.leagueflow.meeting;

import org.leagueflow.engine.Answers;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/** Binds the diagram {@code meeting} to what meetings do. */
@ProcessBinding("meeting")
public class MeetingProcess {

	private final Meetings meetings;

	private final Proceedings proceedings;

	MeetingProcess(Meetings meetings, Proceedings proceedings) {
		this.meetings = meetings;
		this.proceedings = proceedings;
	}

	public void prepare(CaseId caseId, Actor by) {
		this.proceedings.prepare(of(caseId), by);
	}

	public void open(CaseId caseId, Actor by) {
		this.proceedings.open(of(caseId), by);
	}

	public boolean itemsLeft(CaseId caseId) {
		return of(caseId).isLeftToDecide();
	}

	public boolean quorate(CaseId caseId) {
		return this.proceedings.quorate(of(caseId));
	}

	public void decide(CaseId caseId, Actor by) {
		this.proceedings.decide(of(caseId), by);
	}

	/** The chair goes on, or gives up for want of a quorum. */
	public void gather(CaseId caseId, Actor by, Answers answers) {
		if (answers.yes("giveUp")) {
			this.proceedings.giveUp(of(caseId), by);
		}
	}

	public boolean isVoid(CaseId caseId) {
		return of(caseId).state() == Meeting.State.VOID;
	}

	public void close(CaseId caseId, Actor by) {
		this.proceedings.close(of(caseId), by);
	}

	public void minute(CaseId caseId, Actor by, Answers answers) {
		this.proceedings.minute(of(caseId), by, answers.text("minutes"));
	}

	public void sign(CaseId caseId, Actor by) {
		this.proceedings.sign(of(caseId), by);
	}

	private Meeting of(CaseId caseId) {
		return this.meetings.findByCaseId(caseId.value())
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

}
