package org.leagueflow.engine.camunda;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.CaseId;

/** Reads the engine's tasks as ours. */
final class Tasks {

	private Tasks() {
	}

	static Task of(DelegateTask task) {
		ExecutionEntity execution = (ExecutionEntity) task.getExecution();
		return new Task(task.getId(), CaseId.of(execution.getProcessBusinessKey()),
				execution.getProcessDefinition().getKey(), task.getProcessDefinitionId(), task.getTaskDefinitionKey(),
				task.getName(), role(task.getCandidates()), person(task.getAssignee()), moment(task.getDueDate()),
				Calls.matter(execution));
	}

	static Task of(TaskEntity task) {
		return of((DelegateTask) task);
	}

	private static String role(Set<IdentityLink> candidates) {
		return candidates.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
			.map(IdentityLink::getGroupId)
			.findFirst()
			.orElse(null);
	}

	private static Long person(String assignee) {
		return (assignee != null) ? Long.valueOf(assignee) : null;
	}

	private static Instant moment(Date date) {
		return (date != null) ? date.toInstant() : null;
	}

}
