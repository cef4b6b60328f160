package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.StrangersFoldersTests;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sound folder that somebody else drew runs as drawn, from its start to its end. */
@StoryTest
class StrangersWalkTests {

	@Autowired
	Inbox inbox;

	@Autowired
	UserTasks userTasks;

	@Autowired
	Cases cases;

	@Autowired
	PeopleFixture people;

	@Autowired
	Models models;

	@Autowired
	RepositoryService repository;

	@Autowired
	FolderDeployment deployment;

	@Autowired
	DeployedCatalogue catalogue;

	@Autowired
	JdbcClient jdbc;

	private String deployed;

	private Actor secretary;

	@BeforeEach
	void deploy() {
		this.deployment.deploy(Map.of("leave", StrangersFoldersTests.folder("leave", "leave")));
		this.deployed = this.deployment.running("leave").orElseThrow();
		this.catalogue.refresh();
		this.secretary = this.people.holder(Roles.BRANCH_SECRETARY, this.people.college().branch());
	}

	@AfterEach
	void takeDown() {
		this.jdbc.sql("DELETE FROM process_edition WHERE deployment_id = ?").param(this.deployed).update();
		this.repository.deleteDeployment(this.deployed, true);
		this.deployment.deploy(this.models.folders());
		this.catalogue.refresh();
	}

	@Test
	void whatIsGrantedAtOnceEndsAsGranted() {
		CaseId caseId = start();
		assertThat(waits(caseId).due()).as("P3D").isNotNull();
		answer(caseId, "approve", Map.of("approved", "yes"));
		granted(caseId);
	}

	@Test
	void whatIsRefusedIsChangedAndAskedForAgainUntilItIsGranted() {
		CaseId caseId = start();
		for (int round = 1; round <= 2; round++) {
			answer(caseId, "approve", Map.of("approved", "no"));
			answer(caseId, "change", Map.of("reason", "改为下午请假，第 " + round + " 次"));
		}
		answer(caseId, "approve", Map.of("approved", "yes"));
		granted(caseId);
	}

	private CaseId start() {
		return this.inbox.start("leave", this.secretary, Map.of("reason", "参加比赛"), UUID.randomUUID().toString());
	}

	private void answer(CaseId caseId, String box, Map<String, Object> answers) {
		assertThat(waits(caseId).box()).isEqualTo(box);
		assertThat(this.inbox.tasksOf(caseId, this.secretary)).hasSize(1);
		this.inbox.submit(waits(caseId).id(), this.secretary, answers, UUID.randomUUID().toString());
	}

	private Task waits(CaseId caseId) {
		List<Task> open = this.userTasks.open(caseId);
		assertThat(open).hasSize(1);
		return open.get(0);
	}

	private void granted(CaseId caseId) {
		assertThat(this.userTasks.open(caseId)).isEmpty();
		assertThat(this.cases.card(caseId).state()).isEqualTo(CaseState.ENDED);
		assertThat(this.cases.card(caseId).outcome()).isEqualTo("Event_1granted");
	}

}
