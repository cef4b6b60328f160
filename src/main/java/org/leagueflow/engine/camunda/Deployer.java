package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys every process folder as one deployment, once per change; refuses to start with
 * a folder that is faulty.
 */
@Component
class Deployer implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(Deployer.class);

	private final RepositoryService repository;

	private final ModelCheck models;

	private final DeployedCatalogue catalogue;

	Deployer(RepositoryService repository, ModelCheck models, DeployedCatalogue catalogue) {
		this.repository = repository;
		this.models = models;
		this.catalogue = catalogue;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, Map<String, String>> folders = this.models.folders();
		List<String> faults = new ArrayList<>();
		folders.forEach((process, files) -> faults.addAll(this.models.check(process, files)));
		this.catalogue.running()
			.forEach((version, files) -> this.models.checkEarlier(version.id(), files)
				.forEach((fault) -> faults
					.add("version " + version.number() + ", which still has running cases: " + fault)));
		if (!faults.isEmpty()) {
			throw new IllegalStateException("Process folders are faulty:\n  " + String.join("\n  ", faults));
		}
		folders.forEach(this::deploy);
		this.catalogue.refresh();
	}

	private void deploy(String process, Map<String, String> files) {
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name(process)
			.source("folder")
			.enableDuplicateFiltering(false);
		files.forEach(deployment::addString);
		String id = deployment.deploy().getId();
		log.debug("Process folder {} is deployment {}", process, id);
	}

}
