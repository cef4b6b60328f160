package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leagueflow.kernel.Roles;

/**
 * Checks tasks: people answer in one role and on a form of their own, service tasks call
 * the binding, and loops have what they need.
 */
final class TaskCheck implements FolderCheck.Check {

	private final Folder folder;

	TaskCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		this.folder.elements("userTask").forEach(this::userTask);
		if (!"false".equals(this.folder.processElement().camunda("isStartableInTasklist"))) {
			form(this.folder.processElement(), "start");
		}
		this.folder.elements("serviceTask", "sendTask")
			.stream()
			.filter((task) -> Folder.blank(task.camunda("expression"))
					&& Stream.of("class", "delegateExpression", "type")
						.allMatch((refused) -> task.camunda(refused) == null))
			.forEach((task) -> this.folder.fault(task, "task.implementation", task.name(), this.folder.process()));
		this.folder.elements("multiInstanceLoopCharacteristics").forEach(this::loop);
	}

	private void userTask(XmlElement task) {
		Set<String> answering = new TreeSet<>(Roles.ANSWERING);
		answering.addAll(this.folder.caseRoles());
		List<String> roles = Folder.csv(task.camunda("candidateGroups"));
		if (roles.size() != 1) {
			this.folder.fault(task, "task.role",
					Folder.blank(task.camunda("candidateGroups")) ? "-" : task.camunda("candidateGroups"),
					String.join(", ", answering));
		}
		roles.forEach((role) -> this.folder.role(role, answering, task, "camunda:candidateGroups"));
		if (task.id() != null && ProcessCheck.BOX.matcher(task.id()).matches()) {
			form(task, task.id());
		}
	}

	private void form(XmlElement at, String box) {
		if (!this.folder.files().containsKey(this.folder.formFile(box))) {
			this.folder.fault(at, "form.missing", this.folder.formFile(box));
		}
	}

	private void loop(XmlElement loop) {
		boolean counted = !loop.children("loopCardinality").isEmpty();
		boolean over = !Folder.blank(loop.camunda("collection"));
		if (counted == over) {
			this.folder.fault(loop, counted ? "loop.both" : "loop.none");
		}
		boolean sequential = "true".equals(loop.get("isSequential"));
		if (!sequential && !"true".equals(loop.camunda("asyncAfter"))) {
			this.folder.fault(loop, "loop.collides");
		}
	}

}
