package org.leagueflow.engine.camunda;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.leagueflow.kernel.Roles;

/** What people answer: one role, a form of its own, ends that do not collide. */
final class TaskLook implements FolderCheck.Look {

	private final Folder folder;

	TaskLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		userTasks();
		loops();
	}

	private void userTasks() {
		for (UserTask task : this.folder.elements(UserTask.class)) {
			List<String> roles = Folder.csv(task.getCamundaCandidateGroups());
			if (roles.size() != 1) {
				this.folder.fault("give user task '" + task.getId() + "' exactly one role in camunda:candidateGroups");
			}
			roles.forEach((role) -> this.folder.role(role, Roles.ANSWERING, "user task '" + task.getId() + "'"));
			if (!Folder.blank(task.getCamundaAssignee()) || !Folder.blank(task.getCamundaCandidateUsers())) {
				this.folder
					.fault("take camunda:assignee and candidateUsers off '" + task.getId() + "', roles find people");
			}
			form(task.getId());
		}
		if (this.folder.diagram().process().isCamundaStartableInTasklist()) {
			form("start");
		}
	}

	private void form(String box) {
		if (!this.folder.files().containsKey("forms/" + this.folder.process() + "/" + box + ".form")) {
			this.folder.fault("add the form forms/" + this.folder.process() + "/" + box + ".form for '" + box + "'");
		}
	}

	private void loops() {
		for (MultiInstanceLoopCharacteristics loop : this.folder.elements(MultiInstanceLoopCharacteristics.class)) {
			if (!loop.isSequential() && !loop.isCamundaAsyncAfter()) {
				this.folder.fault("set camunda:asyncAfter on the parallel loop of '"
						+ ((Activity) loop.getParentElement()).getId() + "', or its ends collide");
			}
		}
	}

}
