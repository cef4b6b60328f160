package org.leagueflow.engine.camunda;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Turns what happens inside the engine into our events, synchronously and in the same
 * transaction.
 */
@Component
class EventTranslation extends AbstractBpmnParseListener {

	/**
	 * The id of the top-level end event that was reached. The last of them ends the
	 * instance in the same command, so that the engine need not write it down.
	 */
	static final String OUTCOME = "outcome";

	private final ApplicationEventPublisher publisher;

	EventTranslation(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
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

	private void stageEntered(DelegateExecution execution) {
		publish(new TaskEvent.StageEntered(caseId(execution), process(execution), execution.getCurrentActivityId()));
	}

	@Override
	public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
		if (isOutcome(scope)) {
			activity.addListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) (execution) -> ((ExecutionEntity) execution).getProcessInstance()
						.setVariableLocal(OUTCOME, Variables.stringValue(execution.getCurrentActivityId(), true)));
		}
	}

	/** End events of the process itself and of event sub-processes directly in it. */
	private boolean isOutcome(ScopeImpl scope) {
		return scope instanceof ProcessDefinitionEntity || scope instanceof ActivityImpl activity
				&& activity.isTriggeredByEvent() && activity.getFlowScope() instanceof ProcessDefinitionEntity;
	}

	@Override
	public void parseProcess(Element element, ProcessDefinitionEntity definition) {
		definition.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
	}

	private void ended(DelegateExecution execution) {
		boolean cancelled = ((ExecutionEntity) execution).getDeleteReason() != null;
		Object outcome = cancelled ? null : execution.getVariable(OUTCOME);
		publish(new TaskEvent.CaseEnded(caseId(execution), process(execution), (String) outcome));
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
