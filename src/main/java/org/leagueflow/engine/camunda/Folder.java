package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A process folder that is looked through, and what was found wrong with it so far. */
final class Folder {

	private final String process;

	private final Map<String, String> files;

	private final Function<String, Class<?>> bindings;

	private final List<String> faults = new ArrayList<>();

	private Diagram diagram;

	Folder(String process, Map<String, String> files, Function<String, Class<?>> bindings) {
		this.process = process;
		this.files = files;
		this.bindings = bindings;
	}

	String process() {
		return this.process;
	}

	Map<String, String> files() {
		return this.files;
	}

	/** Looks at every file whose name ends like this, as path and content. */
	void each(String ending, BiConsumer<String, String> look) {
		this.files.forEach((path, content) -> {
			if (path.endsWith(ending)) {
				look.accept(path, content);
			}
		});
	}

	String file() {
		return "bpmn/" + this.process + "/" + this.process + ".bpmn";
	}

	/** The class that binds this process, or null. */
	Class<?> binding(String name) {
		return this.bindings.apply(name);
	}

	void read(String xml) {
		this.diagram = new Diagram(xml);
	}

	Diagram diagram() {
		return this.diagram;
	}

	<T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
		return this.diagram.model().getModelElementsByType(type);
	}

	/** Something is wrong with the diagram; the words say what to do. */
	void fault(String words) {
		fault(file(), words);
	}

	void fault(String path, String words) {
		this.faults.add(path + ": " + words);
	}

	void faults(List<String> found) {
		this.faults.addAll(found);
	}

	List<String> faults() {
		return this.faults;
	}

	/** A role at this place must be one of those that mean something there. */
	void role(String role, Set<String> possible, String where) {
		if (!possible.contains(role)) {
			fault("use a role that exists instead of '" + role + "' at " + where + ": " + new TreeSet<>(possible));
		}
	}

	/** Whether the flow may go on in several ways here. */
	static boolean branches(FlowNode node) {
		return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway) && node.getOutgoing().size() > 1;
	}

	static List<String> csv(String text) {
		return blank(text) ? List.of() : List.of(text.split("\\s*,\\s*"));
	}

	static boolean blank(String text) {
		return text == null || text.isBlank();
	}

}
