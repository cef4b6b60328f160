package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.FaultyFolders.FaultyFolder;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.Nodes;
import org.leagueflow.engine.Nodes.Edition;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.NodeName;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nodes with different programs and folders, started in any order as often as they like:
 * every content is deployed once, and the newest stays the newest.
 */
@StoryTest
class FolderDeploymentTests {

	private static final Instant OLD = Instant.parse("2025-03-01T08:00:00Z");

	private static final Instant NEW = Instant.parse("2025-09-01T08:00:00Z");

	@Autowired
	RepositoryService repository;

	@Autowired
	HistoryService history;

	@Autowired
	RuntimeService runtime;

	@Autowired
	EditionRepository editions;

	@Autowired
	NodeRepository rows;

	@Autowired
	Nodes nodes;

	@Autowired
	Models models;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	FaultyFolderRepository faulty;

	@Autowired
	MockMvc mvc;

	/** Letters only, another one for each test. */
	private String process;

	@BeforeEach
	void another() {
		this.process = "rota" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
	}

	@AfterEach
	void takeDown() {
		deployments().forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
		this.jdbc.sql("DELETE FROM process_edition WHERE process = ?").param(this.process).update();
		this.jdbc.sql("DELETE FROM node_edition WHERE process = ?").param(this.process).update();
		this.jdbc.sql("DELETE FROM node WHERE name IN ('old', 'new', 'third')").update();
	}

	@Test
	void nodesOfDifferentFoldersRestartedInTurnDeployEachContentOnce() {
		for (int i = 0; i < 3; i++) {
			assertThat(started("old", OLD, folder("甲")).number()).isEqualTo(1);
			assertThat(started("new", NEW, folder("乙")).number()).isEqualTo(2);
		}
		assertThat(deployments()).hasSize(2);
		assertThat(newest()).extracting(Edition::number, Edition::nodes).containsExactly(2, List.of("new"));
		assertThat(mine()).filteredOn((one) -> !one.newest()).singleElement().satisfies((one) -> {
			assertThat(one.number()).isEqualTo(1);
			assertThat(one.nodes()).containsExactly("old");
			assertThat(one.strangers()).isEmpty();
		});
	}

	@Test
	void aNodeOfTheSameProgramWithAFolderOfItsOwnChangesNothingByRestarts() {
		started("old", NEW, folder("甲"));
		started("new", NEW, folder("乙"));
		started("old", NEW, folder("甲"));
		started("new", NEW, folder("乙"));
		started("old", NEW, folder("甲"));
		assertThat(deployments()).hasSize(2);
		assertThat(newest().number()).isEqualTo(2);
	}

	@Test
	void anOlderProgramDeploysNothingWhereANewerOneWas() {
		started("new", NEW, folder("乙"));
		assertThat(started("old", OLD, folder("甲")).number()).as("runs the newest").isEqualTo(1);
		assertThat(deployments()).hasSize(1);
		assertThat(newest()).satisfies((one) -> {
			assertThat(one.nodes()).containsExactly("new", "old");
			assertThat(one.strangers()).containsExactly("old");
		});
	}

	@Test
	void whatANewProgramTakesBackIsTheNewestAgainWithoutBeingDeployedAgain() {
		started("old", OLD, folder("甲"));
		started("old", OLD.plusSeconds(60), folder("乙"));
		assertThat(started("new", NEW, folder("甲")).number()).isEqualTo(1);
		assertThat(deployments()).hasSize(2);
		assertThat(newest().number()).isEqualTo(1);
		assertThat(started("third", OLD.plusSeconds(90), folder("丙")).number()).isEqualTo(1);
	}

	@Test
	void aProgramRolledBackRunsItsOwnEditionAgain() {
		started("old", OLD, folder("甲"));
		started("old", NEW, folder("乙"));
		assertThat(started("old", OLD, folder("甲")).number()).isEqualTo(1);
		assertThat(newest()).extracting(Edition::number, Edition::nodes).containsExactly(2, List.of());
	}

	@Test
	void whatWasDeployedBeforeEditionsWereRecordedIsTakenOver() {
		for (String label : List.of("甲", "乙", "甲", "乙", "甲")) {
			var deployment = this.repository.createDeployment().name(this.process).source(FolderDeployment.SOURCE);
			folder(label).forEach(deployment::addString);
			deployment.deploy();
		}
		assertThat(started("new", NEW, folder("甲")).number()).as("the last of this content").isEqualTo(5);
		assertThat(started("old", OLD, folder("乙")).number()).isEqualTo(4);
		assertThat(deployments()).as("five before, none now").hasSize(5);
		assertThat(newest().number()).isEqualTo(5);
	}

	@Test
	void aMovedLineIsAnotherContentAndAnotherOrderOfFilesIsNot() {
		Map<String, String> files = folder("甲");
		assertThat(FolderDeployment.content(new TreeMap<>(files).descendingMap()))
			.isEqualTo(FolderDeployment.content(files));
		assertThat(FolderDeployment.content(Map.of("a", "bc")))
			.isNotEqualTo(FolderDeployment.content(Map.of("ab", "c")));
		assertThat(FolderDeployment.content(folder("乙"))).isNotEqualTo(FolderDeployment.content(files));
	}

	@Test
	void nodesStartedAtTheSameMomentDeployOnce() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(4);
		try {
			Callable<ProcessInfo> start = () -> started("new", NEW, folder("甲"));
			for (Future<ProcessInfo> one : pool.invokeAll(
					List.of(start, () -> started("old", OLD, folder("甲")), () -> started("third", NEW, folder("甲"))))) {
				assertThat(one.get().number()).isEqualTo(1);
			}
		}
		finally {
			pool.shutdown();
		}
		assertThat(deployments()).hasSize(1);
	}

	@Test
	void theOperationsPageSaysWhichNodeRunsWhich() throws Exception {
		started("old", OLD, folder("甲"));
		started("new", NEW, folder("乙"));
		this.mvc.perform(get("/admin/operations").with(Principal.holding("admin")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("甲 · 第1版")))
			.andExpect(content().string(containsString("乙 · 第2版")))
			.andExpect(content().string(containsString("按此版本发起新流程的节点：old")))
			.andExpect(content().string(containsString("按此版本发起新流程的节点：new")));
	}

	@Test
	void whatTheEngineSaysIsMarkedAsItsOwnWords() throws Exception {
		FaultyFolder folder = new FaultyFolder("probe-node", "leave", "leave", 0, false, List
			.of(new ModelFault("bpmn/leave/leave.bpmn", 3, null, Message.of("fault.engine.parse"), "Cannot find <x>")));
		this.faulty.write("probe-node", List.of(folder));
		try {
			this.mvc.perform(get("/admin/operations").with(Principal.holding("admin")))
				.andExpect(content().string(containsString("引擎不接受这张图或表")))
				.andExpect(content()
					.string(containsString("<span>引擎原文：</span><span lang=\"en\">Cannot find &lt;x&gt;</span>")));
		}
		finally {
			this.faulty.write("probe-node", List.of());
		}
	}

	/** A node starts; what it starts new cases in is returned. */
	private ProcessInfo started(String node, Instant builtAt, Map<String, String> files) {
		try {
			FolderDeployment deployment = new FolderDeployment(this.repository, this.editions, this.rows,
					new NodeName(node), new ProgramVersion(builtAt), this.transaction);
			deployment.deploy(Map.of(this.process, files));
			return new DeployedCatalogue(this.repository, deployment, this.history, this.runtime).find(this.process)
				.orElseThrow();
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, String> folder(String label) {
		Map<String, String> files = new TreeMap<>();
		this.models.folders()
			.get("survey")
			.forEach((path, text) -> files.put(path.replace("survey", this.process),
					text.replace("survey", this.process).replace("征求意见", label)));
		return files;
	}

	private List<Deployment> deployments() {
		return this.repository.createDeploymentQuery().deploymentName(this.process).list();
	}

	private List<Edition> mine() {
		return this.nodes.editions().stream().filter((one) -> one.process().equals(this.process)).toList();
	}

	private Edition newest() {
		return mine().stream().filter(Edition::newest).findFirst().orElseThrow();
	}

}
