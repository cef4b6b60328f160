package org.leagueflow.engine.camunda;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.leagueflow.engine.EarlierBox;

/**
 * Checks that the diagram's calls name methods of the process's binding, and that every
 * method of the binding is called.
 */
final class CallCheck implements FolderCheck.Check {

	private final Set<String> called = new HashSet<>();

	private final Folder folder;

	CallCheck(Folder folder) {
		this.folder = folder;
	}

	/**
	 * Every call in an expression must lead to a method of a binding, with as many
	 * arguments.
	 */
	@Override
	public void check() {
		this.folder.diagram().all().forEach((element) -> {
			element.attributes().forEach((name, value) -> calls(element, value));
			calls(element, element.text());
		});
	}

	private void calls(XmlElement element, String text) {
		if (!DiagramExpressions.isExpression(text)) {
			return;
		}
		try {
			DiagramExpressions.all(DiagramExpressions.parse(text))
				.stream()
				.filter(AstMethod.class::isInstance)
				.map((node) -> DiagramExpressions.call((AstMethod) node))
				.filter((call) -> call.bean() != null)
				.forEach((call) -> check(element, call, text.strip()));
		}
		catch (TreeBuilderException ex) {
			return; // ExpressionCheck says so
		}
	}

	private void check(XmlElement element, DiagramExpressions.Call call, String expression) {
		Class<?> type = this.folder.binding(call.bean());
		if (type == null) {
			this.folder.fault(element, "call.bean", call.bean(), expression);
			return;
		}
		if (call.bean().equals(this.folder.process())) {
			this.called.add(call.method());
		}
		int given = call.arguments().size();
		boolean fits = Bindings.methods(type)
			.stream()
			.anyMatch((method) -> method.getName().equals(call.method()) && method.getParameterCount() == given);
		if (!fits) {
			this.folder.fault(element, "call.method", call.method(), given, type.getSimpleName(), expression);
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
			boolean box = this.folder.byId(method.getName())
				.filter((element) -> element.isBpmn("userTask", "startEvent"))
				.isPresent();
			boolean idle = !box && !this.called.contains(method.getName());
			if (idle && !method.isAnnotationPresent(EarlierBox.class)) {
				this.folder.fault(this.folder.file(), 0, "call.idle", method.getName(), type.getSimpleName());
			}
			if (!seen.add(method.getName())) {
				this.folder.fault(this.folder.file(), 0, "call.twice", type.getSimpleName(), method.getName());
			}
		}
	}

}
