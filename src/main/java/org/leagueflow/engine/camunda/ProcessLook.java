package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.leagueflow.kernel.Roles;

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
	}

	/** Who starts it; editions from before this was asked for are started no more. */
	void starters() {
		Process it = this.folder.diagram().process();
		List<String> roles = Folder.csv(it.getCamundaCandidateStarterGroups());
		if (it.isCamundaStartableInTasklist() && roles.isEmpty()) {
			this.folder.fault("say who starts the process in camunda:candidateStarterGroups, for example '"
					+ Roles.MEMBER + "', or set camunda:isStartableInTasklist=\"false\" if no person does");
		}
		roles
			.forEach((role) -> this.folder.role(role, Roles.STARTING, "camunda:candidateStarterGroups of the process"));
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
