package org.leagueflow.engine.camunda;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.DomElement;

/** No code lives in a diagram, and its timers and messages are well formed. */
final class CodeLook implements FolderCheck.Look {

	private static final Pattern ISO = Pattern.compile("R?\\d*/?P[0-9YMWDTHMS.]+");

	private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "delegateExpression", "type",
			"variableMappingClass", "variableMappingDelegateExpression", "taskPriority", "formKey", "formRef");

	private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "taskListener", "executionListener",
			"connector", "formData", "scriptTask");

	private final Folder folder;

	CodeLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		noCode();
		timersAndMessages();
	}

	private void noCode() {
		this.folder.elements(ScriptTask.class)
			.forEach((task) -> this.folder
				.fault("replace script task '" + task.getId() + "' by a method of the binding"));
		this.folder.elements(ServiceTask.class).forEach((task) -> {
			if (Folder.blank(task.getCamundaExpression())) {
				this.folder.fault("give service task '" + task.getId() + "' a camunda:expression ${"
						+ this.folder.process() + ".…(caseId)}");
			}
		});
		noCode(this.folder.diagram().model().getDocument().getRootElement());
	}

	private void noCode(DomElement element) {
		for (String attribute : FORBIDDEN_ATTRIBUTES) {
			if (element.hasAttribute("http://camunda.org/schema/1.0/bpmn", attribute)) {
				this.folder.fault("take camunda:" + attribute + " off '" + element.getAttribute("id") + "'");
			}
		}
		if (FORBIDDEN_ELEMENTS.contains(element.getLocalName())
				&& "http://camunda.org/schema/1.0/bpmn".equals(element.getNamespaceURI())) {
			this.folder.fault("take camunda:" + element.getLocalName() + " out, no code lives in a diagram");
		}
		element.getChildElements().forEach(this::noCode);
	}

	private void timersAndMessages() {
		for (TimerEventDefinition timer : this.folder.elements(TimerEventDefinition.class)) {
			String text = timer.getTextContent().trim();
			if (!text.startsWith("${") && !ISO.matcher(text).matches()) {
				this.folder.fault("write timer '" + text + "' as an ISO 8601 duration or ask the binding for a date");
			}
		}
		for (Message message : this.folder.elements(Message.class)) {
			if (Folder.blank(message.getName())) {
				this.folder.fault("name message '" + message.getId() + "'");
			}
		}
	}

}
