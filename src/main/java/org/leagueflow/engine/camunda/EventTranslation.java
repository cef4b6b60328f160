package org.leagueflow.engine.camunda;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Turns what happens inside the engine into our events, synchronously and in the same
 * transaction.
 */
@Component
class EventTranslation extends AbstractBpmnParseListener {

	/** The id of the top-level end event that was reached. */
	static final String OUTCOME = "outcome";

	private final ApplicationEventPublisher publisher;

	/** Known once the engine runs, which is built with this listener. */
	private final ObjectProvider<DeployedCatalogue> catalogue;

	EventTranslation(ApplicationEventPublisher publisher, ObjectProvider<DeployedCatalogue> catalogue) {
		this.publisher = publisher;
		this.catalogue = catalogue;
	}

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE,
				(task) -> publish(new TaskEvent.TaskOpened(Tasks.of(task))));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::updated);
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE,
				(task) -> publish(new TaskEvent.TaskClosed(Tasks.of(task), true, answering())));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE,
				(task) -> publish(new TaskEvent.TaskClosed(Tasks.of(task), false, null)));
	}

	/** In whose name the engine works now; null when it is the system's. */
	private static Long answering() {
		String user = Context.getCommandContext().getAuthenticatedUserId();
		return (user == null || user.equals(Long.toString(Actor.SYSTEM.personId()))) ? null : Long.valueOf(user);
	}

	private void assigned(DelegateTask task) {
		publish(new TaskEvent.TaskAssigned(Tasks.of(task)));
	}

	private void updated(DelegateTask task) {
		if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
			publish(new TaskEvent.TaskDueChanged(Tasks.of(task)));
		}
	}

	@Override
	public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
		if (scope instanceof ProcessDefinitionEntity && !"true".equals(element.attribute("triggeredByEvent"))) {
			activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::stageEntered);
		}
	}

	/** Stages are the case's; a called process has none. */
	private void stageEntered(DelegateExecution execution) {
		if (Calls.called((ExecutionEntity) execution)) {
			return;
		}
		publish(new TaskEvent.StageEntered(caseId(execution), process(execution), execution.getCurrentActivityId()));
	}

	@Override
	public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
		if (activity.getActivityBehavior() instanceof CallActivityBehavior call) {
			Calls.connect(call, ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey(), activity.getId(),
					(process) -> this.catalogue.getObject().numberOf(process));
		}
	}

	@Override
	public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
		if (isOutcome(scope)) {
			activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::arrived);
		}
	}

	/**
	 * Where nothing else goes on in the process it ends in the same command, and the
	 * engine need not write the outcome down.
	 */
	private void arrived(DelegateExecution execution) {
		boolean last = true;
		ExecutionEntity at = (ExecutionEntity) execution;
		while (at.getParent() != null) {
			at = at.getParent();
			last &= at.getNonEventScopeExecutions().size() <= 1;
		}
		at.setVariableLocal(OUTCOME, Variables.stringValue(execution.getCurrentActivityId(), last));
	}

	/**
	 * End events of the process itself and of event sub-processes directly in it that
	 * take its place; one that runs beside it says nothing about how it ends.
	 */
	private boolean isOutcome(ScopeImpl scope) {
		return scope instanceof ProcessDefinitionEntity || scope instanceof ActivityImpl activity
				&& activity.isTriggeredByEvent() && activity.getFlowScope() instanceof ProcessDefinitionEntity
				&& activity.getActivityStartBehavior() != ActivityStartBehavior.CONCURRENT_IN_FLOW_SCOPE;
	}

	@Override
	public void parseProcess(Element element, ProcessDefinitionEntity definition) {
		definition.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
	}

	private void ended(DelegateExecution execution) {
		boolean cancelled = ((ExecutionEntity) execution).getDeleteReason() != null;
		String outcome = cancelled ? null : (String) execution.getVariable(OUTCOME);
		String matter = Calls.matter((ExecutionEntity) execution);
		publish((matter != null) ? new TaskEvent.CallEnded(caseId(execution), process(execution), matter, outcome)
				: new TaskEvent.CaseEnded(caseId(execution), process(execution), outcome));
	}

	private CaseId caseId(DelegateExecution execution) {
		return CaseId.of(execution.getProcessBusinessKey());
	}

	private String process(DelegateExecution execution) {
		return ((ExecutionEntity) execution).getProcessDefinition().getKey();
	}

	private void publish(TaskEvent event) {
		this.publisher.publishEvent(event);
	}

}
