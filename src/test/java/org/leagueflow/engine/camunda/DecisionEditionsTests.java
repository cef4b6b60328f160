package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Decisions;
import org.leagueflow.engine.Incidents;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that runs keeps the decision tables of the edition under which it started. */
@StoryTest
class DecisionEditionsTests {

	private static final String TABLE = """
			<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
			  <decision id="probe-bar" name="门槛"><decisionTable id="t" hitPolicy="FIRST">
			    <input id="i"><inputExpression id="e" typeRef="integer"><text>hours</text></inputExpression></input>
			    <output id="o" name="ok" typeRef="boolean"/>
			    <rule id="r1"><inputEntry id="a"><text>&gt;= %d</text></inputEntry><outputEntry id="b"><text>true</text></outputEntry></rule>
			    <rule id="r2"><inputEntry id="c"><text></text></inputEntry><outputEntry id="f"><text>false</text></outputEntry></rule>
			  </decisionTable></decision>
			</definitions>""";

	@Autowired
	Decisions decisions;

	@Autowired
	Incidents incidents;

	@Autowired
	Models models;

	@Autowired
	Processes processes;

	@Autowired
	Cases cases;

	@Autowired
	PeopleFixture people;

	@Autowired
	RepositoryService repository;

	@Autowired
	FolderDeployment deployment;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DeployedCatalogue catalogue;

	private final List<String> deployed = new ArrayList<>();

	@AfterEach
	void takeDown() {
		this.deployed.forEach((id) -> {
			this.jdbc.sql("DELETE FROM process_edition WHERE deployment_id = ?").param(id).update();
			this.repository.deleteDeployment(id, true);
		});
		this.deployment.deploy(this.models.folders());
		this.catalogue.refresh();
	}

	@Test
	void aCaseKeepsTheEditionItStartedUnderAndTheNextOneHasTheNew() {
		deploy(8);
		CaseId early = start();
		assertThat(passes(early, 8)).isTrue();
		deploy(12);
		CaseId late = start();
		assertThat(passes(early, 8)).as("started under eight").isTrue();
		assertThat(passes(late, 8)).as("started under twelve").isFalse();
		assertThat(passes(late, 12)).isTrue();
	}

	/** The edition is that of the call, not that of the caller. */
	@Test
	void aCalledProcessKeepsTheTablesOfTheEditionInWhichItWasCalled() {
		String table = TABLE.replace("probe-bar", "errand-bar");
		deploy("errand", table.formatted(8));
		CaseId early = start("patron");
		deploy("errand", table.formatted(12));
		CaseId late = start("patron");
		assertThat(this.decisions.of(early).row("errand-bar", Map.of("hours", 8))).as("called under eight")
			.containsEntry("ok", true);
		assertThat(this.decisions.of(late).row("errand-bar", Map.of("hours", 8))).as("called under twelve")
			.containsEntry("ok", false);
		List.of(early, late).forEach((caseId) -> this.processes.cancel(caseId, "test"));
	}

	@Test
	void aTableThatTheFolderDidNotHaveIsAnsweredFromWhatShips() {
		CaseId caseId = start();
		Map<String, Object> row = this.decisions.of(caseId)
			.row("admission-introducer", Map.of("candidate", false, "twice", false, "active", true, "memberOrParty",
					true, "restricted", false));
		assertThat(row).containsEntry("eligible", true);
		assertThat(fault(() -> passes(caseId, 8))).as("no edition has it").isEqualTo("probe-bar");
		assertThat(this.decisions.of(new CaseId(987_654_321))).as("a case that does not run").isSameAs(this.decisions);
	}

	/** Java's own question to a table that breaks was a bug page without a word. */
	@Test
	void aTableThatCannotAnswerIsToldUnderItsNumberLikeAFaultOfTheEngine() {
		String faulty = TABLE.formatted(8);
		for (String table : List.of(faulty.replace("typeRef=\"integer\"", "typeRef=\"date\""),
				faulty.replace("<text>&gt;= 8</text>", "<text>&gt;= (</text>"),
				faulty.replace("typeRef=\"boolean\"", "typeRef=\"integer\"").replace("<text>true<", "<text>\"many\"<"),
				faulty.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""),
				faulty.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""))) {
			deploy(table);
			CaseId caseId = start();
			assertThat(fault(() -> passes(caseId, 9))).as(table).isEqualTo("门槛");
			assertThat(this.incidents.latest().get(0)).as(table)
				.satisfies((told) -> assertThat(told.process()).isEqualTo("probe"))
				.satisfies((told) -> assertThat(told.caseId()).isEqualTo(caseId.key()));
		}
	}

	/** What the refusal names; its number is in the incident book. */
	private String fault(ThrowingCallable question) {
		Refusal.Invalid refusal = catchThrowableOfType(Refusal.Invalid.class, question);
		assertThat(refusal.words().key()).isEqualTo("refusal.engine.faulty-table");
		List<Object> args = refusal.words().args();
		assertThat(this.incidents.latest()).extracting(Incidents.Incident::number).contains((String) args.get(1));
		return (String) args.get(0);
	}

	private void deploy(int bar) {
		deploy(TABLE.formatted(bar));
	}

	private void deploy(String table) {
		deploy("probe", table);
	}

	private void deploy(String process, String table) {
		Map<String, String> files = new TreeMap<>(this.models.folders().get(process));
		files.put("bpmn/" + process + "/" + process + "-bar.dmn", table);
		this.deployment.deploy(Map.of(process, files));
		this.deployed.add(this.deployment.running(process).orElseThrow());
		this.catalogue.refresh();
	}

	private CaseId start() {
		return start("probe");
	}

	private CaseId start(String process) {
		PeopleFixture.College college = this.people.college();
		CaseId caseId = this.cases.open(process, "试验", this.people.member(college.branch()), college.branch(),
				Actor.SYSTEM);
		this.processes.start(process, caseId, Answers.NONE);
		return caseId;
	}

	private boolean passes(CaseId caseId, int hours) {
		return Boolean.TRUE.equals(this.decisions.of(caseId).row("probe-bar", Map.of("hours", hours)).get("ok"));
	}

}
