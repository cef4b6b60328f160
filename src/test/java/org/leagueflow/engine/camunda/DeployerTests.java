package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.FaultyFolders.FaultyFolder;
import org.leagueflow.engine.Models;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** A faulty folder keeps nobody from working, and everybody is told of it. */
@StoryTest
class DeployerTests {

	@Autowired
	Deployer deployer;

	@Autowired
	FaultyFolderRepository faulty;

	@Autowired
	DeployedCatalogue catalogue;

	@Autowired
	CamundaDecisions decisions;

	@Autowired
	Models models;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CheckedFolders checkedFolders;

	@AfterEach
	void deployWhatShips() {
		ReflectionTestUtils.setField(this.deployer, "checked", this.checkedFolders);
		ReflectionTestUtils.setField(this.deployer, "strict", true);
		this.deployer.deploy(this.models.folders());
		assertThat(this.faulty.all()).isEmpty();
	}

	@Test
	void whatAProgramFoundSoundItDoesNotCheckAgain(@TempDir Path files) throws IOException {
		String program = CheckedFolders.program(
				Files.writeString(files.resolve("a.jar"), UUID.randomUUID().toString()).toFile(),
				ProgramVersion.UNKNOWN);
		CheckedFolders checked = new CheckedFolders(this.jdbc, program);
		ReflectionTestUtils.setField(this.deployer, "checked", checked);
		ReflectionTestUtils.setField(this.deployer, "strict", false);
		Map<String, Map<String, String>> folders = new TreeMap<>(this.models.folders());
		List<String> running = this.catalogue.running();
		this.deployer.deploy(folders);
		assertThat(checked.sound(folders, running)).isTrue();
		this.deployer.deploy(folders);
		assertThat(this.faulty.all()).isEmpty();
		assertThat(this.catalogue.find("activity")).isPresent();

		assertThat(new CheckedFolders(this.jdbc, program + "1").sound(folders, running)).isFalse();
		List<String> more = new ArrayList<>(running);
		more.add("activity:1:1");
		assertThat(checked.sound(folders, more)).isFalse();
		folders.put("leave", new TreeMap<>(Map.of("bpmn/leave/leave.bpmn", "<no")));
		for (int start = 0; start < 2; start++) {
			this.deployer.deploy(folders);
			assertThat(checked.sound(folders, running)).isFalse();
			assertThat(this.faulty.all()).extracting(FaultyFolder::process).containsExactly("leave");
		}
	}

	@Test
	void aProgramOfDirectoriesChecksAtEveryStart(@TempDir Path classes) {
		assertThat(CheckedFolders.program(classes.toFile(), ProgramVersion.UNKNOWN)).isNull();
		assertThat(CheckedFolders.program(null, ProgramVersion.UNKNOWN)).isNull();
		CheckedFolders checked = new CheckedFolders(this.jdbc, (String) null);
		checked.remember(this.models.folders(), List.of(), Instant.now());
		assertThat(checked.sound(this.models.folders(), List.of())).isFalse();
	}

	@Test
	void aFaultyNewEditionIsNotDeployedAndTheOneBeforeGoesOn() {
		String before = this.catalogue.find("activity").orElseThrow().version();
		Map<String, Map<String, String>> folders = new TreeMap<>(this.models.folders());
		folders.put("activity",
				changed(folders.get("activity"), "bpmn/activity/activity.bpmn", "'withdraw'", "'wihtdraw'"));
		folders.put("leave", new TreeMap<>(Map.of("bpmn/leave/leave.bpmn", "<no")));
		ReflectionTestUtils.setField(this.deployer, "strict", false);
		this.deployer.deploy(folders);
		assertThat(this.catalogue.find("activity").orElseThrow().version()).isEqualTo(before);
		assertThat(this.catalogue.find("leave")).isEmpty();
		assertThat(this.faulty.all()).extracting(FaultyFolder::process).containsExactly("activity", "leave");
		FaultyFolder activity = this.faulty.all().get(0);
		assertThat(activity.version()).isPositive();
		assertThat(activity.faults()).allSatisfy((fault) -> {
			assertThat(fault.what().key()).isEqualTo("fault.expression.value");
			assertThat(fault.line()).isPositive();
		});
		assertThat(this.faulty.all().get(1).version()).isZero();
	}

	@Test
	void aFolderStaysOutWhileAProcessThatItCallsWasNeverDeployed() {
		Map<String, Map<String, String>> folders = new TreeMap<>(this.models.folders());
		folders.put("outing",
				new TreeMap<>(Map.of("bpmn/outing/outing.bpmn",
						folders.get("errand")
							.get("bpmn/errand/errand.bpmn")
							.replace("errand", "outing")
							.replace("outing.note(caseId, matter)", "nobody.note()"))));
		Map<String, String> patron = changed(folders.get("patron"), "bpmn/patron/patron.bpmn",
				"id=\"left\" name=\"左边\" calledElement=\"errand\"", "id=\"left\" name=\"左边\" calledElement=\"outing\"");
		Map<String, String> guest = new TreeMap<>();
		patron.forEach((path, text) -> guest.put(path.replace("patron", "guest"), text.replace("patron", "guest")));
		folders.put("guest", guest);
		String before = this.catalogue.find("patron").orElseThrow().version();
		folders.put("patron", patron);
		ReflectionTestUtils.setField(this.deployer, "strict", false);
		this.deployer.deploy(folders);
		assertThat(this.catalogue.find("outing")).isEmpty();
		assertThat(this.catalogue.find("guest")).isEmpty();
		assertThat(this.catalogue.find("patron").orElseThrow().version()).isEqualTo(before);
		assertThat(this.faulty.all()).extracting(FaultyFolder::process).containsExactly("guest", "outing", "patron");
		assertThat(this.faulty.all().get(2).faults()).extracting((fault) -> fault.what().key())
			.containsExactly("fault.called.faulty");
	}

	@Test
	void theTablesOfTheEditionInUseGoOnAnswering() {
		Map<String, Map<String, String>> folders = new TreeMap<>(this.models.folders());
		folders.put("meeting",
				changed(folders.get("meeting"), "bpmn/meeting/meeting.dmn", "</definitions>", "</nothing>"));
		ReflectionTestUtils.setField(this.deployer, "strict", false);
		this.deployer.deploy(folders);
		assertThat(this.faulty.all()).extracting(FaultyFolder::process).containsExactly("meeting");
		assertThat(this.decisions.rows("meeting-source", Map.of("matter", "election"))).isNotNull();
	}

	@Test
	void aRunningEditionWithoutNamesIsToldOfByItsId() {
		Deployment earlier = this.repository.createDeployment()
			.addModelInstance("tick.bpmn",
					Bpmn.createExecutableProcess("tick")
						.camundaHistoryTimeToLive(1)
						.startEvent()
						.receiveTask("rest")
						.endEvent()
						.done())
			.deploy();
		try {
			this.runtime.startProcessInstanceByKey("tick", "900000099");
			this.deployer.deploy(this.models.folders());
			assertThat(this.faulty.all()).hasSize(1).first().satisfies((folder) -> {
				assertThat(folder.name()).isEqualTo("tick");
				assertThat(folder.earlier()).isTrue();
			});
		}
		finally {
			this.repository.deleteDeployment(earlier.getId(), true, true);
		}
	}

	@Test
	void inTestsAFaultyFolderEndsTheStart() {
		Map<String, Map<String, String>> folders = new TreeMap<>(this.models.folders());
		folders.put("leave", new TreeMap<>(Map.of("bpmn/leave/leave.bpmn", "<no")));
		assertThatThrownBy(() -> this.deployer.deploy(folders)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("bpmn/leave/leave.bpmn:1");
	}

	private static Map<String, String> changed(Map<String, String> files, String path, String from, String to) {
		Map<String, String> changed = new TreeMap<>(files);
		assertThat(files.get(path)).contains(from);
		changed.put(path, files.get(path).replace(from, to));
		return changed;
	}

}
