package org.leagueflow.plan;

import java.time.Instant;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.policy.Policies;

/**
 * The whole vocabulary of {@code bpmn/assignment/assignment.bpmn}, in the order of the
 * diagram.
 */
@ProcessBinding(value = "assignment", messages = { "held", "revoked" },
		roles = { AssignmentService.LEAD, AssignmentService.CO_OWNER })
public class AssignmentProcess {

	private final Assignments assignments;

	private final AssignmentService service;

	private final AssignmentLeads leads;

	private final Policies policies;

	private final BusinessClock clock;

	AssignmentProcess(Assignments assignments, AssignmentService service, AssignmentLeads leads, Policies policies,
			BusinessClock clock) {
		this.assignments = assignments;
		this.service = service;
		this.leads = leads;
		this.policies = policies;
		this.clock = clock;
	}

	// 签收

	public void accept(CaseId caseId, Actor by, Verdict verdict) {
		this.service.accept(caseId, "accept".equals(verdict.verdict()), verdict.reason(), by);
	}

	/** What somebody says of an item, with the reason. */
	record Verdict(String verdict, String reason) {
	}

	public boolean accepted(CaseId caseId) {
		return of(caseId).accepted();
	}

	public void reassign(CaseId caseId, Actor by, Reassignment to) {
		this.service.reassign(caseId, this.leads.of(caseId, to.lead()), by);
	}

	/** Who leads from now on, as {@code PERSON:12}, and why. */
	record Reassignment(String lead, String reason) {
	}

	// 办理

	public void work(CaseId caseId, Actor by) {
		this.service.report(caseId, by);
	}

	public boolean onHold(CaseId caseId) {
		return of(caseId).holdWanted();
	}

	// 挂账

	public void resume(CaseId caseId, Actor by) {
		this.service.resume(caseId, by);
	}

	// 审核

	public void check(CaseId caseId, Actor by, Verdict verdict) {
		this.service.check(caseId, verdict.verdict(), by);
	}

	public boolean returned(CaseId caseId) {
		return "return".equals(of(caseId).verdict());
	}

	public boolean unfinished(CaseId caseId) {
		return "unfinished".equals(of(caseId).verdict());
	}

	// 销号

	public void signOff(CaseId caseId, Actor by, Verdict verdict) {
		this.service.close(caseId, "agree".equals(verdict.verdict()), by);
	}

	/** Whether it was signed off and somebody is to look again. */
	public boolean looksBack(CaseId caseId) {
		return this.policies.number(PlanRules.LOOK_BACK_DAYS, of(caseId).unitPath()) > 0;
	}

	// 回头看

	public Instant lookBackDay(CaseId caseId) {
		Assignment assignment = of(caseId);
		return this.clock.startOf(assignment.signedOffOn()
			.plusDays(this.policies.number(PlanRules.LOOK_BACK_DAYS, assignment.unitPath())));
	}

	public void lookBack(CaseId caseId, Actor by, Verdict verdict) {
		this.service.lookBack(caseId, "stands".equals(verdict.verdict()), by);
	}

	private Assignment of(CaseId caseId) {
		return this.assignments.of(caseId);
	}

}
