package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys every process folder as one deployment, once per change; refuses to start with
 * a folder that is faulty.
 */
@Component
class Deployer implements SmartInitializingSingleton {

	private final FolderDeployment deployment;

	private final ModelCheck models;

	private final DeployedCatalogue catalogue;

	Deployer(FolderDeployment deployment, ModelCheck models, DeployedCatalogue catalogue) {
		this.deployment = deployment;
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
		this.deployment.deploy(folders);
		this.catalogue.refresh();
	}

}
