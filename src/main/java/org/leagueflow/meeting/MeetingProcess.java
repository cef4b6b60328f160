package org.leagueflow.meeting;

import org.leagueflow.engine.Answers;
import org.leagueflow.engine.EarlierBox;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/** Binds the diagram {@code meeting} to what meetings do. */
@ProcessBinding(value = "meeting", messages = "meeting-cancelled")
public class MeetingProcess {

	private final Meetings meetings;

	private final MeetingActions actions;

	private final Convening convening;

	MeetingProcess(Meetings meetings, MeetingActions actions, Convening convening) {
		this.meetings = meetings;
		this.convening = convening;
		this.actions = actions;
	}

	/** What {@code invite} was called in the first diagram. */
	@EarlierBox
	public void prepare(CaseId caseId, Actor by) {
		invite(caseId, by);
	}

	public void invite(CaseId caseId, Actor by) {
		this.actions.invite(of(caseId), by);
	}

	public void checkIn(CaseId caseId, Actor by) {
		this.actions.beginCheckIn(of(caseId), by);
	}

	public void open(CaseId caseId, Actor by) {
		this.actions.open(of(caseId), by);
	}

	public boolean itemsLeft(CaseId caseId) {
		return of(caseId).isLeftToDecide();
	}

	public boolean quorate(CaseId caseId) {
		return this.actions.quorate(of(caseId));
	}

	public void decide(CaseId caseId, Actor by) {
		this.actions.decide(of(caseId), by);
	}

	/** The chair goes on, or gives up for want of a quorum. */
	public void gather(CaseId caseId, Actor by, Answers answers) {
		if (answers.yes("giveUp")) {
			this.actions.giveUp(of(caseId), by);
		}
	}

	public boolean isVoid(CaseId caseId) {
		return of(caseId).state() == Meeting.State.VOID;
	}

	/** Calls it again, unless that has been done on the page already. */
	public void reconvene(CaseId caseId, Actor by, Answers answers) {
		Meeting old = of(caseId);
		if (answers.yes("again") && !this.convening.isReconvened(old)) {
			this.convening.call(this.convening.again(old), by);
		}
	}

	public boolean isReconvened(CaseId caseId) {
		return this.convening.isReconvened(of(caseId));
	}

	public void close(CaseId caseId, Actor by) {
		this.actions.close(of(caseId), by);
	}

	public void minute(CaseId caseId, Actor by, Answers answers) {
		this.actions.minute(of(caseId), by, answers.text("minutes"));
	}

	/** The chair signs, or sends the minutes back with a reason. */
	public void sign(CaseId caseId, Actor by, Answers answers) {
		if (answers.yes("returned")) {
			this.actions.returnMinutes(of(caseId), by, answers.text("remark"));
		}
		else {
			this.actions.sign(of(caseId), by);
		}
	}

	public boolean isReturned(CaseId caseId) {
		return of(caseId).isReturned();
	}

	private Meeting of(CaseId caseId) {
		return this.meetings.findByCaseId(caseId.value())
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

}
