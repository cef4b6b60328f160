package org.leagueflow.engine.camunda;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The process as a whole and the names in it. */
final class ProcessLook implements FolderCheck.Look {

	private static final Pattern BOX = Pattern.compile("[a-z][A-Za-z0-9]*");

	private final Folder folder;

	ProcessLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		process();
		names();
	}

	private void process() {
		Process it = this.folder.diagram().process();
		if (!this.folder.process().equals(it.getId())) {
			this.folder.fault("set the process id to '" + this.folder.process() + "', it is '" + it.getId() + "'");
		}
		if (!it.isExecutable()) {
			this.folder.fault("set isExecutable on the process");
		}
		if (Folder.blank(it.getName())) {
			this.folder.fault("name the process, it is shown on the start page");
		}
		if (Folder.blank(it.getCamundaHistoryTimeToLiveString())) {
			this.folder.fault("set camunda:historyTimeToLive on the process, for example P730D");
		}
		for (String role : Folder.csv(it.getCamundaCandidateStarterGroups())) {
			this.folder.role(role, "candidateStarterGroups of the process");
		}
	}

	private void names() {
		for (FlowNode node : this.folder.elements(FlowNode.class)) {
			if (!BOX.matcher(node.getId()).matches()) {
				this.folder
					.fault("give '" + node.getId() + "' an id of lower-case letters like a verb, for example 'review'");
			}
			boolean mustBeNamed = node instanceof Activity || node instanceof EndEvent || Folder.branches(node);
			if (mustBeNamed && Folder.blank(node.getName())) {
				this.folder.fault("name '" + node.getId() + "', people read it");
			}
		}
	}

}
