package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;

/** Decision tables that boxes ask, and their editions. */
final class DecisionLook implements FolderCheck.Look {

	private final Folder folder;

	DecisionLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		decisions();
	}

	private void decisions() {
		Map<String, Set<String>> tables;
		try {
			tables = Tables.inputs(dmnFiles());
			this.folder.each(".dmn", (path, xml) -> this.folder.faults(Editions.faults(path, xml)));
		}
		catch (RuntimeException ex) {
			this.folder.fault("mend the decision tables of the folder, one is not DMN: " + ex.getMessage());
			return;
		}
		for (BusinessRuleTask task : this.folder.elements(BusinessRuleTask.class)) {
			String decision = task.getCamundaDecisionRef();
			if (decision == null || !tables.containsKey(decision)) {
				this.folder
					.fault("add the decision table '" + decision + "' that '" + task.getId() + "' asks to the folder");
			}
			else if (Folder.blank(task.getCamundaResultVariable())) {
				this.folder.fault("set camunda:resultVariable on '" + task.getId() + "'");
			}
		}
		tables.keySet().forEach((id) -> {
			if (!id.equals(this.folder.process()) && !id.startsWith(this.folder.process() + "-")) {
				this.folder.fault("name the decision '" + id + "' like its process: '" + this.folder.process() + "-…'");
			}
		});
	}

	/** A case keeps the tables of the edition under which it started. */
	void bound() {
		for (BusinessRuleTask task : this.folder.elements(BusinessRuleTask.class)) {
			if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
				this.folder.fault("set camunda:decisionRefBinding=\"deployment\" on '" + task.getId()
						+ "', so that a running case keeps its tables");
			}
		}
	}

	private List<String> dmnFiles() {
		return this.folder.files()
			.entrySet()
			.stream()
			.filter((file) -> file.getKey().endsWith(".dmn"))
			.map(Map.Entry::getValue)
			.toList();
	}

}
