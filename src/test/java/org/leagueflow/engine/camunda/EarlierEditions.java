package org.leagueflow.engine.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.leagueflow.engine.ModelFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys what an earlier version carried as a process folder
 * ({@code src/test/resources/editions/<process>}), so that cases start under it.
 */
@Component
public class EarlierEditions {

	private static final Path ROOT = Path.of("src/test/resources/editions");

	private final FolderDeployment deployment;

	private final DeployedCatalogue catalogue;

	private final ModelCheck models;

	private final RepositoryService repository;

	private final JdbcClient jdbc;

	private final List<String> deployed = new ArrayList<>();

	EarlierEditions(FolderDeployment deployment, DeployedCatalogue catalogue, ModelCheck models,
			RepositoryService repository, JdbcClient jdbc) {
		this.deployment = deployment;
		this.catalogue = catalogue;
		this.models = models;
		this.repository = repository;
		this.jdbc = jdbc;
	}

	/** New cases start under the earlier edition from now on. */
	public void deploy(String process) {
		this.deployment.deploy(Map.of(process, files(process)));
		this.deployed.add(this.deployment.running(process).orElseThrow());
		this.catalogue.refresh();
	}

	/** New cases start under what ships; those under way go on as they began. */
	public void upgrade() {
		this.deployment.deploy(this.models.folders());
		this.catalogue.refresh();
	}

	/** What the program would say of the earlier edition while cases run under it. */
	public List<ModelFault> faults(String process) {
		return this.models.checkEarlier(process, files(process), this.models.folders());
	}

	/** As if the earlier edition had never been there, its cases included. */
	public void remove() {
		this.deployed.forEach((id) -> {
			this.jdbc.sql("DELETE FROM process_edition WHERE deployment_id = ?").param(id).update();
			this.repository.deleteDeployment(id, true);
		});
		this.deployed.clear();
		upgrade();
	}

	private static Map<String, String> files(String process) {
		Path root = ROOT.resolve(process);
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> found = Files.walk(root)) {
			for (Path file : found.filter(Files::isRegularFile).toList()) {
				files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

}
