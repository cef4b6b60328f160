package org.leagueflow.engine.camunda;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.leagueflow.engine.EarlierBox;

/** Calls of the diagram lead to the binding. */
final class CallLook implements FolderCheck.Look {

	private final Set<String> called = new HashSet<>();

	private final Folder folder;

	CallLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		expressions();
	}

	/**
	 * Every call in an expression must lead to a method of the process's own binding,
	 * with as many arguments.
	 */
	private void expressions() {
		for (String expression : allExpressions()) {
			for (Expressions.Call call : Expressions.calls(expression)) {
				check(call, expression);
			}
		}
	}

	private List<String> allExpressions() {
		List<String> found = new ArrayList<>();
		collect(this.folder.diagram().model().getDocument().getRootElement(), found);
		return found;
	}

	private static void collect(DomElement element, List<String> found) {
		for (String attribute : List.of("expression", "dueDate", "followUpDate", "collection", "decisionRef",
				"priority", "calledElement", "businessKey", "source", "sourceExpression")) {
			String text = element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute);
			if (text != null && text.contains("${")) {
				found.add(text);
			}
		}
		if (element.getChildElements().isEmpty() && element.getTextContent().contains("${")) {
			found.add(element.getTextContent());
		}
		element.getChildElements().forEach((child) -> collect(child, found));
	}

	private void check(Expressions.Call call, String expression) {
		Class<?> type = this.folder.binding(call.bean());
		if (type == null) {
			this.folder
				.fault("call a class annotated @ProcessBinding(\"" + call.bean() + "\") or none in " + expression);
			return;
		}
		if (call.bean().equals(this.folder.process())) {
			this.called.add(call.method());
		}
		boolean fits = Bindings.methods(type)
			.stream()
			.anyMatch((method) -> method.getName().equals(call.method()) && method.getParameterCount() == call.arity());
		if (!fits) {
			this.folder.fault("add a public method " + call.method() + " with " + call.arity() + " parameter(s) to "
					+ type.getSimpleName() + ", " + expression + " calls it");
		}
	}

	/** Methods that no box and no call of the diagram names. */
	void idle() {
		Class<?> type = this.folder.binding(this.folder.process());
		if (type == null) {
			return;
		}
		Set<String> seen = new HashSet<>();
		for (Method method : Bindings.methods(type)) {
			ModelElementInstance element = this.folder.diagram().model().getModelElementById(method.getName());
			boolean box = element instanceof UserTask || element instanceof StartEvent;
			boolean idle = !box && !this.called.contains(method.getName());
			if (idle && !method.isAnnotationPresent(EarlierBox.class)) {
				this.folder.fault("draw a user task '" + method.getName() + "' or call " + type.getSimpleName() + "."
						+ method.getName() + ", or make the method not public, or mark it @EarlierBox");
			}
			if (!seen.add(method.getName())) {
				this.folder.fault("give " + type.getSimpleName() + "." + method.getName() + " one signature only");
			}
		}
	}

}
