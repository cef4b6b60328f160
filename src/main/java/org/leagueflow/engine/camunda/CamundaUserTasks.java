package org.leagueflow.engine.camunda;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * User tasks in Camunda: the binding is asked first, so that nobody can complete a task
 * past the domain.
 */
@Component
class CamundaUserTasks implements UserTasks {

	private final TaskService tasks;

	private final ProcessEngineConfigurationImpl engine;

	private final DeployedCatalogue catalogue;

	private final EngineCalls calls;

	private final ApplicationContext context;

	CamundaUserTasks(TaskService tasks, ProcessEngineConfiguration engine, DeployedCatalogue catalogue,
			EngineCalls calls, ApplicationContext context) {
		this.tasks = tasks;
		this.engine = (ProcessEngineConfigurationImpl) engine;
		this.catalogue = catalogue;
		this.calls = calls;
		this.context = context;
	}

	@Override
	public Optional<Task> find(String taskId) {
		return inEngine((command) -> Optional.ofNullable(command.getTaskManager().findTaskById(taskId)).map(Tasks::of));
	}

	@Override
	public List<Task> open(CaseId caseId) {
		return inEngine((command) -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId.key())
			.orderByTaskCreateTime()
			.asc()
			.list()
			.stream()
			.map((task) -> Tasks.of((TaskEntity) task))
			.toList());
	}

	@Override
	public void complete(String taskId, Actor by, Answers answers) {
		complete(require(taskId), by, answers);
	}

	@Override
	public void complete(Task task, Actor by, Answers answers) {
		askDomain(task, by, answers);
		var variables = this.catalogue.asked(task.processVersion(), task.formId(), answers.values());
		this.calls.run(by, step(task), () -> inEngine((command) -> {
			same(task, command.getTaskManager().findTaskById(task.id()));
			return new CompleteTaskCmd(task.id(), variables, false, false).execute(command);
		}));
	}

	private static EngineCalls.Step step(Task task) {
		return new EngineCalls.Step(task.process(), task.box(), task.name(), task.caseId().key());
	}

	/** What the domain was asked about is what the engine moves, or nothing moves. */
	private static void same(Task asked, TaskEntity entity) {
		if (entity == null) {
			throw new Refusal.Conflict("refusal.engine.taskGone");
		}
		if (!(entity.getTaskDefinitionKey().equals(asked.box())
				&& entity.getProcessDefinitionId().equals(asked.processVersion())
				&& CaseId.of(entity.getExecution().getProcessBusinessKey()).equals(asked.caseId()))) {
			throw new IllegalArgumentException("Task " + asked.id() + " is not " + asked.box() + " of case "
					+ asked.caseId() + " in " + asked.processVersion());
		}
	}

	private void askDomain(Task task, Actor by, Answers answers) {
		Bindings.of(this.context, task.process())
			.ifPresent((binding) -> Bindings.method(binding, task.box())
				.ifPresent((method) -> Bindings.answer(binding, method, task, by, answers)));
	}

	@Override
	public void claim(String taskId, long personId) {
		Task task = require(taskId);
		if (task.assignee() != null && task.assignee() != personId) {
			throw new Refusal.Conflict("refusal.engine.taken");
		}
		this.calls.run(Actor.SYSTEM, step(task), () -> this.tasks.setAssignee(taskId, Long.toString(personId)));
	}

	@Override
	public void release(String taskId) {
		Task task = require(taskId);
		this.calls.run(Actor.SYSTEM, step(task), () -> this.tasks.setAssignee(taskId, null));
	}

	@Override
	public void due(String taskId, Instant due) {
		Task task = require(taskId);
		this.calls.run(Actor.SYSTEM, step(task),
				() -> this.tasks.setDueDate(taskId, (due != null) ? Date.from(due) : null));
	}

	private Task require(String taskId) {
		return find(taskId).orElseThrow(() -> new Refusal.Conflict("refusal.engine.taskGone"));
	}

	/**
	 * Works inside one engine command, so that a task can tell its execution and
	 * candidates, and what was read once is known.
	 */
	private <T> T inEngine(Command<T> work) {
		return this.engine.getCommandExecutorTxRequired().execute(work);
	}

}
