package org.leagueflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class EngineTests {

	private static final Actor SECRETARY = new Actor(9_000_000_042L, "s", "书记", List.of());

	@Autowired
	Processes processes;

	@Autowired
	UserTasks tasks;

	@Autowired
	Catalogue catalogue;

	@Autowired
	ProbeProcess probe;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Cases cases;

	@Autowired
	PeopleFixture fixture;

	private CaseId caseId;

	@BeforeEach
	void openCase() {
		long branch = this.fixture.college().branch();
		this.caseId = this.cases.open("probe", "试验", this.fixture.member(branch), branch, Actor.SYSTEM);
	}

	@Test
	void anAnsweredTaskReachesTheDomainAndTheProcessGoesOn() {
		Task task = started();
		assertThat(task.role()).isEqualTo("branch-secretary");
		assertThat(task.due()).isEqualTo(ProbeProcess.DUE);
		complete(task, Map.of("approved", true, "opinion", "好"));
		assertThat(this.probe.asked).contains("review " + this.caseId + " by 9000000042 true",
				"remember " + this.caseId);
		this.processes.tell(this.caseId, "go", Map.of());
		assertThat(this.processes.running(this.caseId)).isFalse();
	}

	@Test
	void theEngineLearnsOnlyWhatTheDiagramAsks() {
		complete(started(), Map.of("approved", true, "opinion", "这是一段只属于申请的话"));
		var names = this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(this.caseId.key())
				.singleResult()
				.getId())
			.list();
		assertThat(names).extracting("name").containsExactlyInAnyOrder("caseId", "approved");
	}

	@Test
	void whenTheDomainRefusesTheTaskStaysOpen() {
		Task task = started();
		assertThatThrownBy(() -> complete(task, Map.of("approved", true, "opinion", "refuse")))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.tasks.open(this.caseId)).extracting(Task::id).containsExactly(task.id());
	}

	@Test
	void aRefusalOnTheEnginesWayKeepsItsWordsAndMovesNothing() {
		Task task = started();
		this.probe.asked.add("stop " + this.caseId);
		assertThatThrownBy(() -> complete(task, Map.of("approved", true, "opinion", "")))
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.tasks.open(this.caseId)).hasSize(1);
	}

	@Test
	void aSecondAnswerIsAConflict() {
		Task task = started();
		complete(task, Map.of("approved", false, "opinion", ""));
		assertThatThrownBy(() -> complete(task, Map.of("approved", true, "opinion", "")))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aClaimedTaskIsNobodyElsesUntilReleased() {
		Task task = started();
		this.tasks.claim(task.id(), 9_000_000_042L);
		assertThatThrownBy(() -> this.tasks.claim(task.id(), 9_000_000_043L)).isInstanceOf(Refusal.Conflict.class);
		this.tasks.release(task.id());
		this.tasks.claim(task.id(), 9_000_000_043L);
		assertThat(this.tasks.find(task.id()).orElseThrow().assignee()).isEqualTo(9_000_000_043L);
	}

	@Test
	void whatItDoesNotWaitForIsAConflict() {
		started();
		assertThatThrownBy(() -> this.processes.tell(this.caseId, "go", Map.of())).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.processes.tellIfWaiting(this.caseId, "go", Map.of())).isFalse();
	}

	@Test
	void theOperationLogNamesThePerson() {
		Task task = started();
		complete(task, Map.of("approved", true, "opinion", ""));
		assertThat(this.history.createUserOperationLogQuery().taskId(task.id()).operationType("Complete").list())
			.extracting("userId")
			.containsOnly("9000000042");
	}

	@Test
	void noOtherBeanAndNoMethodOfAValueCanBeCalled() {
		for (String expression : List.of("${dataSource.getConnection()}", "${caseId.toString()}",
				"${execution.getProcessEngineServices()}", "${''.getClass()}")) {
			assertThatThrownBy(() -> evaluate(expression)).as(expression).isInstanceOf(RuntimeException.class);
		}
	}

	@Autowired
	org.camunda.bpm.engine.RepositoryService repository;

	/**
	 * Deploys a one-service process around the model check, as an intruder would, and
	 * runs it.
	 */
	private void evaluate(String expression) {
		var model = org.camunda.bpm.model.bpmn.Bpmn.createExecutableProcess("intruder")
			.camundaHistoryTimeToLiveString("P1D")
			.startEvent()
			.serviceTask()
			.camundaExpression(expression)
			.endEvent()
			.done();
		var deployment = this.repository.createDeployment().addModelInstance("intruder.bpmn", model).deploy();
		try {
			this.runtime.startProcessInstanceByKey("intruder", this.caseId.key(), Map.of("caseId", 1L));
		}
		finally {
			this.repository.deleteDeployment(deployment.getId(), true);
		}
	}

	@Autowired
	Incidents incidents;

	/** Deploys around the model check a process that stops behind its first box. */
	@Test
	void aFaultOfTheProcessIsNoConflictAndNothingIsLost() {
		for (String behind : List.of("${nobody == 'yes'}", "${null}", "${opinion}")) {
			var model = org.camunda.bpm.model.bpmn.Bpmn.createExecutableProcess("broken")
				.name("坏流程")
				.camundaHistoryTimeToLiveString("P1D")
				.startEvent()
				.userTask("review")
				.name("审核")
				.exclusiveGateway()
				.condition("yes", behind)
				.endEvent()
				.moveToLastGateway()
				.condition("no", "${1 == 2}")
				.endEvent()
				.done();
			var deployment = this.repository.createDeployment().addModelInstance("broken.bpmn", model).deploy();
			try {
				this.runtime.startProcessInstanceByKey("broken", this.caseId.key(),
						Map.of("caseId", this.caseId.value(), "opinion", "好"));
				Task task = this.tasks.open(this.caseId).get(0);
				assertThatThrownBy(() -> complete(task, Map.of("opinion", "好"))).as(behind)
					.isInstanceOf(Refusal.Invalid.class)
					.hasMessageContaining("refusal.engine.faulty");
				assertThat(this.tasks.open(this.caseId)).extracting(Task::id).containsExactly(task.id());
				assertThat(this.incidents.latest()).anySatisfy((incident) -> {
					assertThat(incident.caseId()).isEqualTo(this.caseId.key());
					assertThat(incident.name()).isEqualTo("审核");
				});
			}
			finally {
				this.repository.deleteDeployment(deployment.getId(), true);
			}
		}
	}

	@Test
	void theCatalogueReadsStagesBoxesAndOutcomesFromTheDiagram() {
		var info = this.catalogue.find("probe").orElseThrow();
		assertThat(info.stages()).extracting(Catalogue.Stage::name).containsExactly("工作");
		assertThat(info.boxes().get("review").stage()).isEqualTo("work");
		assertThat(info.outcomes()).containsEntry("finished", "办结");
		assertThat(this.catalogue.form(info.version(), "probe-review")).isPresent();
	}

	@Test
	void progressShowsWhatWasPassedAndWhereTheCaseStands() {
		complete(started(), Map.of("approved", true, "opinion", ""));
		var progress = this.catalogue.progress(this.caseId);
		assertThat(progress.passed()).contains("review", "remember");
		assertThat(progress.current()).contains("waitForGo", "work");
	}

	@Autowired
	RecordedEvents recorded;

	@Test
	void everyMoveIsToldInTheSameTransaction() {
		Task task = started();
		complete(task, Map.of("approved", false, "opinion", ""));
		assertThat(this.recorded.of(this.caseId)).containsExactly("StageEntered", "TaskOpened", "TaskClosed",
				"CaseEnded");
		assertThat(this.recorded.events).contains(new TaskEvent.CaseEnded(this.caseId, "probe", "finished"));
	}

	@Test
	void aCancelledCaseEndsWithoutOutcome() {
		started();
		this.transaction.executeWithoutResult((status) -> this.processes.cancel(this.caseId, "test"));
		assertThat(this.recorded.events).contains(new TaskEvent.CaseEnded(this.caseId, "probe", null));
	}

	private Task started() {
		this.processes.start("probe", this.caseId, new Answers(Map.of("topic", "试")));
		return this.tasks.open(this.caseId).get(0);
	}

	private void complete(Task task, Map<String, Object> answers) {
		this.transaction
			.executeWithoutResult((status) -> this.tasks.complete(task.id(), SECRETARY, new Answers(answers)));
	}

}
