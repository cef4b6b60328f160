package org.leagueflow.plan;

import org.leagueflow.engine.Answers;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * The whole vocabulary of {@code bpmn/workplan/workplan.bpmn}, in the order of the
 * diagram.
 */
@ProcessBinding(value = "workplan", messages = "recalled")
public class WorkplanProcess {

	private final PlanEditions editions;

	private final PlanApprovalService service;

	WorkplanProcess(PlanEditions editions, PlanApprovalService service) {
		this.editions = editions;
		this.service = service;
	}

	// 审议

	/** Whether the committee met outside this system. */
	public boolean onPaper(CaseId caseId) {
		return this.editions.of(caseId).onPaper();
	}

	public void record(CaseId caseId, Actor by, Answers answers) {
		this.service.record(caseId, answers, by);
	}

	public boolean passed(CaseId caseId) {
		return this.editions.of(caseId).inFavour();
	}

	/** Whether no month that it changes was closed meanwhile. */
	public boolean current(CaseId caseId) {
		return this.service.current(caseId);
	}

	// 发布

	public void publish(CaseId caseId) {
		this.service.publish(caseId);
	}

}
