package org.leagueflow.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Moves process instances in Camunda; the business key is the case id. */
@Component
class CamundaProcesses implements Processes {

	private final RuntimeService runtime;

	private final DeployedCatalogue catalogue;

	private final EngineCalls calls;

	private final ApplicationContext context;

	CamundaProcesses(RuntimeService runtime, DeployedCatalogue catalogue, EngineCalls calls,
			ApplicationContext context) {
		this.runtime = runtime;
		this.catalogue = catalogue;
		this.calls = calls;
		this.context = context;
	}

	@Override
	public void start(String process, CaseId caseId, Actor by, Answers answers) {
		Catalogue.ProcessInfo info = this.catalogue.find(process)
			.orElseThrow(() -> new Refusal.NotFound("refusal.engine.noProcess", process));
		askDomain(info, caseId, by, answers);
		String version = info.version();
		Map<String, Object> variables = new HashMap<>(
				this.catalogue.asked(version, process + "-start", answers.values()));
		variables.put(BindingResolver.CASE_ID, caseId.value());
		this.calls.run(by, new EngineCalls.Step(process, info.begin(), info.name(), caseId.key()),
				() -> this.runtime.startProcessInstanceById(version, caseId.key(), variables));
	}

	private void askDomain(Catalogue.ProcessInfo info, CaseId caseId, Actor by, Answers answers) {
		Task start = new Task(null, caseId, info.id(), info.version(), info.begin(), info.name(), null, null, null);
		Bindings.of(this.context, info.id())
			.ifPresent((binding) -> Bindings.method(binding, info.begin())
				.ifPresent((method) -> Bindings.answer(binding, method, start, by, answers)));
	}

	@Override
	public void tell(CaseId caseId, String matter, String message, Map<String, ?> variables) {
		if (!tellIfWaiting(caseId, matter, message, variables)) {
			throw new Refusal.Conflict("refusal.engine.notWaiting");
		}
	}

	@Override
	public boolean tellIfWaiting(CaseId caseId, String matter, String message, Map<String, ?> variables) {
		List<String> waiting = this.runtime.createExecutionQuery()
			.messageEventSubscriptionName(message)
			.processInstanceBusinessKey(caseId.key())
			.list()
			.stream()
			.map(Execution::getProcessInstanceId)
			.toList();
		Optional<String> told = (waiting.isEmpty()) ? Optional.empty() : told(caseId, matter, message, waiting);
		told.ifPresent((instance) -> this.calls.run(Actor.SYSTEM, step(caseId),
				() -> correlate(instance, message, variables)));
		return told.isPresent();
	}

	/** The one of the waiting instances that the message is for. */
	private Optional<String> told(CaseId caseId, String matter, String message, List<String> waiting) {
		if (matter == null && waiting.size() == 1) {
			return Optional.of(waiting.get(0));
		}
		Optional<ProcessInstance> called = (matter != null) ? called(caseId, matter) : Optional.empty();
		ProcessInstance addressed = called.orElseGet(() -> instance(caseId));
		if (matter == null && waiting.stream().noneMatch(addressed.getId()::equals)) {
			throw new IllegalArgumentException(
					waiting.size() + " processes that case " + caseId + " called wait for " + message + ", say which");
		}
		return waiting.stream().filter(addressed.getId()::equals).findFirst();
	}

	private Optional<ProcessInstance> called(CaseId caseId, String matter) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.variableValueEquals(Calls.MATTER, matter)
			.list()
			.stream()
			.findFirst();
	}

	@Override
	public boolean waitsFor(CaseId caseId, String message) {
		return this.runtime.createExecutionQuery()
			.messageEventSubscriptionName(message)
			.processInstanceBusinessKey(caseId.key())
			.count() > 0;
	}

	/** A step of a case that no box of it was asked for. */
	private EngineCalls.Step step(CaseId caseId) {
		Catalogue.ProcessInfo info = this.catalogue.versionOf(caseId).map(this.catalogue::version).orElse(null);
		return (info != null) ? new EngineCalls.Step(info.id(), null, info.name(), caseId.key())
				: new EngineCalls.Step("", null, "", caseId.key());
	}

	private void correlate(String instance, String message, Map<String, ?> variables) {
		try {
			this.runtime.createMessageCorrelation(message)
				.processInstanceId(instance)
				.setVariables(new HashMap<>(variables))
				.correlate();
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new Refusal.Conflict("refusal.engine.notWaiting");
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
		this.calls.run(Actor.SYSTEM, step(caseId), () -> this.runtime.deleteProcessInstance(instance.getId(), reason));
	}

	private ProcessInstance instance(CaseId caseId) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.rootProcessInstances()
			.singleResult();
	}

}
