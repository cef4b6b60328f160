package org.leagueflow.engine.camunda;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Moves process instances in Camunda; the business key is the case id. */
@Component
class CamundaProcesses implements Processes {

	private final RuntimeService runtime;

	private final DeployedCatalogue catalogue;

	private final EngineCalls calls;

	CamundaProcesses(RuntimeService runtime, DeployedCatalogue catalogue, EngineCalls calls) {
		this.runtime = runtime;
		this.catalogue = catalogue;
		this.calls = calls;
	}

	@Override
	public void start(String process, CaseId caseId, Answers answers) {
		String version = this.catalogue.find(process)
			.orElseThrow(() -> new Refusal.NotFound("refusal.engine.noProcess", process))
			.version();
		Map<String, Object> variables = new HashMap<>(
				this.catalogue.asked(version, process + "-start", answers.values()));
		variables.put(BindingResolver.CASE_ID, caseId.value());
		this.calls.run(Actor.SYSTEM, () -> this.runtime.startProcessInstanceById(version, caseId.key(), variables));
	}

	@Override
	public void tell(CaseId caseId, String message, Map<String, ?> variables) {
		if (!tellIfWaiting(caseId, message, variables)) {
			throw new Refusal.Conflict("refusal.engine.notWaiting", message);
		}
	}

	@Override
	public boolean tellIfWaiting(CaseId caseId, String message, Map<String, ?> variables) {
		long waiting = this.runtime.createExecutionQuery()
			.messageEventSubscriptionName(message)
			.processInstanceBusinessKey(caseId.key())
			.count();
		if (waiting == 0) {
			return false;
		}
		this.calls.run(Actor.SYSTEM, () -> correlate(caseId, message, variables));
		return true;
	}

	private void correlate(CaseId caseId, String message, Map<String, ?> variables) {
		try {
			this.runtime.createMessageCorrelation(message)
				.processInstanceBusinessKey(caseId.key())
				.setVariables(new HashMap<>(variables))
				.correlate();
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new Refusal.Conflict("refusal.engine.notWaiting", message);
		}
	}

	@Override
	public boolean running(CaseId caseId) {
		return instance(caseId) != null;
	}

	@Override
	public void cancel(CaseId caseId, String reason) {
		ProcessInstance instance = instance(caseId);
		if (instance == null) {
			throw new Refusal.Conflict("refusal.engine.notRunning");
		}
		this.calls.run(Actor.SYSTEM, () -> this.runtime.deleteProcessInstance(instance.getId(), reason));
	}

	private ProcessInstance instance(CaseId caseId) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.rootProcessInstances()
			.singleResult();
	}

}
