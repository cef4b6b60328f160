package org.leagueflow.engine.camunda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.FaultyFolders.FaultyFolder;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Deploys every sound process folder as one deployment, once per change. A faulty one
 * stays out, so that the product starts and what was deployed before goes on; where the
 * setting {@code leagueflow.engine.strict} says so, as in tests, it ends the start.
 */
@Component
class Deployer implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(Deployer.class);

	private final FolderDeployment deployment;

	private final ModelCheck models;

	private final DeployedCatalogue catalogue;

	private final CamundaDecisions decisions;

	private final MessageSource messages;

	private final boolean strict;

	private final FaultyFolderRepository faulty;

	private final NodeName node;

	private final CheckedFolders checked;

	Deployer(FolderDeployment deployment, ModelCheck models, DeployedCatalogue catalogue, CamundaDecisions decisions,
			CheckedFolders checked, FaultyFolderRepository faulty, NodeName node, MessageSource messages,
			@Value("${leagueflow.engine.strict:false}") boolean strict) {
		this.deployment = deployment;
		this.checked = checked;
		this.faulty = faulty;
		this.node = node;
		this.models = models;
		this.catalogue = catalogue;
		this.decisions = decisions;
		this.messages = messages;
		this.strict = strict;
	}

	@Override
	public void afterSingletonsInstantiated() {
		deploy(this.models.folders());
	}

	/** Deploys those of the folders that are sound and notes the others. */
	void deploy(Map<String, Map<String, String>> folders) {
		List<FaultyFolder> found = new ArrayList<>();
		Map<String, Map<String, String>> sound = new TreeMap<>(folders);
		Map<String, Map<String, String>> serving = new TreeMap<>();
		List<String> running = this.catalogue.running();
		if (!this.checked.sound(folders, running)) {
			sound.clear();
			check(folders, running, sound, found, serving);
			tell(found);
			if (found.isEmpty()) {
				this.checked.remember(folders, running, Instant.now());
			}
		}
		this.faulty.write(this.node.toString(), found);
		this.deployment.deploy(sound);
		this.catalogue.refresh();
		serving.putAll(sound);
		this.decisions.serve(serving);
	}

	private void check(Map<String, Map<String, String>> folders, List<String> running,
			Map<String, Map<String, String>> sound, List<FaultyFolder> found,
			Map<String, Map<String, String>> serving) {
		new TreeMap<>(folders).forEach((process, files) -> {
			List<ModelFault> faults = this.models.check(process, files, folders);
			if (faults.isEmpty()) {
				sound.put(process, files);
			}
			else {
				found.add(instead(process, faults, serving));
			}
		});
		withoutCalled(sound, found, serving);
		running.forEach(
				(version) -> earlier(this.catalogue.version(version), this.catalogue.files(version), folders, found));
	}

	/** What was deployed before goes on, with its own tables. */
	private FaultyFolder instead(String process, List<ModelFault> faults, Map<String, Map<String, String>> serving) {
		ProcessInfo before = this.catalogue.find(process).orElse(null);
		if (before == null) {
			return new FaultyFolder(this.node.toString(), process, process, 0, false, faults);
		}
		serving.put(process, this.catalogue.files(before.version()));
		return new FaultyFolder(this.node.toString(), process, before.name(), before.number(), false, faults);
	}

	/**
	 * A sound folder stays out, too, while a process that it calls was never deployed.
	 */
	private void withoutCalled(Map<String, Map<String, String>> sound, List<FaultyFolder> found,
			Map<String, Map<String, String>> serving) {
		boolean moved = true;
		while (moved) {
			moved = false;
			for (String process : List.copyOf(sound.keySet())) {
				String file = "bpmn/" + process + "/" + process + ".bpmn";
				List<ModelFault> missing = calledBy(sound.get(process).get(file)).stream()
					.filter((called) -> !sound.containsKey(called) && this.catalogue.find(called).isEmpty())
					.map((called) -> new ModelFault(file, 0, null, Message.of("fault.called.faulty", called), null))
					.toList();
				if (!missing.isEmpty()) {
					sound.remove(process);
					found.add(instead(process, missing, serving));
					moved = true;
				}
			}
		}
	}

	/** A folder may hold tables only, and no diagram. */
	private static Set<String> calledBy(String diagram) {
		return (diagram != null) ? new Diagram(diagram).called() : Set.of();
	}

	private void earlier(ProcessInfo version, Map<String, String> files, Map<String, Map<String, String>> folders,
			List<FaultyFolder> found) {
		List<ModelFault> faults = this.models.checkEarlier(version.id(), files, folders);
		if (!faults.isEmpty()) {
			found.add(new FaultyFolder(this.node.toString(), version.id(), version.name(), version.number(), true,
					faults));
		}
	}

	private void tell(List<FaultyFolder> found) {
		List<String> lines = new ArrayList<>();
		for (FaultyFolder folder : found) {
			lines.add(say("engine.faulty." + folder.why(), folder.process(), folder.version()));
			folder.faults().forEach((fault) -> lines.add("  " + say(fault)));
		}
		if (lines.isEmpty()) {
			return;
		}
		String text = String.join("\n  ", lines);
		if (this.strict && found.stream().anyMatch((folder) -> !folder.earlier())) {
			throw new IllegalStateException("Process folders are faulty:\n  " + text);
		}
		log.error("Process folders are faulty:\n  {}", text);
	}

	private String say(ModelFault fault) {
		String box = (fault.box() != null) ? " [" + fault.box() + "]" : "";
		return fault.place() + box + ": " + say(fault.what().key(), fault.what().args().toArray())
				+ ((fault.said() != null) ? " " + say("fault.said") + fault.said() : "");
	}

	/** The log speaks the language of the machine it is read on. */
	private String say(String key, Object... args) {
		Locale language = Locale.getDefault().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
		return this.messages.getMessage(key, args, language);
	}

}
