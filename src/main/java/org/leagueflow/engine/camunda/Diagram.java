package org.leagueflow.engine.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.leagueflow.engine.Catalogue;
import org.xml.sax.SAXException;

/** Reads one diagram. */
final class Diagram {

	private final BpmnModelInstance model;

	private final String xml;

	Diagram(String xml) {
		this.xml = xml;
		this.model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	BpmnModelInstance model() {
		return this.model;
	}

	Process process() {
		return this.model.getModelElementsByType(Process.class).iterator().next();
	}

	Catalogue.ProcessInfo info(String version, int number) {
		Process process = process();
		return new Catalogue.ProcessInfo(process.getId(), version, number, nameOf(process.getName(), process.getId()),
				sentence(process), list(process.getCamundaCandidateStarterGroups()), begin(process),
				process.isCamundaStartableInTasklist(), stages(), boxes(), outcomes());
	}

	/** The diagram with the names that it has in that language. */
	String in(Locale language) {
		properties().forEach((id, own) -> {
			String name = own.get("name." + language.getLanguage());
			ModelElementInstance element = this.model.getModelElementById(id);
			if (name != null && element != null) {
				element.setAttributeValue("name", name);
			}
		});
		return Bpmn.convertToString(this.model);
	}

	private String sentence(Process process) {
		return process.getDocumentations().stream().findFirst().map((it) -> it.getTextContent().trim()).orElse("");
	}

	private static String begin(Process process) {
		return process.getFlowElements()
			.stream()
			.filter(StartEvent.class::isInstance)
			.map(FlowElement::getId)
			.findFirst()
			.orElse(null);
	}

	private static List<String> list(String commaSeparated) {
		return (commaSeparated == null || commaSeparated.isBlank()) ? List.of()
				: Arrays.stream(commaSeparated.split(",")).map(String::trim).toList();
	}

	/** Top-level embedded sub-processes in the order in which the flow reaches them. */
	private List<Catalogue.Stage> stages() {
		Map<String, Catalogue.Stage> stages = new LinkedHashMap<>();
		Set<String> seen = new LinkedHashSet<>();
		process().getFlowElements()
			.stream()
			.filter(StartEvent.class::isInstance)
			.forEach((start) -> walk((FlowNode) start, seen, stages));
		return List.copyOf(stages.values());
	}

	private void walk(FlowNode node, Set<String> seen, Map<String, Catalogue.Stage> stages) {
		ArrayDeque<FlowNode> next = new ArrayDeque<>(List.of(node));
		while (!next.isEmpty()) {
			FlowNode at = next.poll();
			if (!seen.add(at.getId())) {
				continue;
			}
			if (at instanceof SubProcess stage && !stage.triggeredByEvent()) {
				stages.put(stage.getId(),
						new Catalogue.Stage(stage.getId(), nameOf(stage.getName(), stage.getId()), following(stage)));
			}
			at.getSucceedingNodes().list().forEach(next::add);
		}
	}

	/** The stages that the lines out of this one lead to, through others or not. */
	private static Set<String> following(SubProcess stage) {
		Set<String> seen = new LinkedHashSet<>();
		Set<String> stages = new LinkedHashSet<>();
		ArrayDeque<FlowNode> next = new ArrayDeque<>(stage.getSucceedingNodes().list());
		while (!next.isEmpty()) {
			FlowNode at = next.poll();
			if (seen.add(at.getId())) {
				if (at instanceof SubProcess) {
					stages.add(at.getId());
				}
				next.addAll(at.getSucceedingNodes().list());
			}
		}
		return stages;
	}

	private Map<String, Catalogue.Box> boxes() {
		Map<String, Catalogue.Box> boxes = new LinkedHashMap<>();
		for (UserTask task : this.model.getModelElementsByType(UserTask.class)) {
			boxes.put(task.getId(), new Catalogue.Box(task.getId(), nameOf(task.getName(), task.getId()),
					list(task.getCamundaCandidateGroups()).stream().findFirst().orElse(null), stageOf(task)));
		}
		return boxes;
	}

	/**
	 * What the diagram says in {@code camunda:property}, by element and name;
	 * {@code name} is what the start event itself is called.
	 */
	Map<String, Map<String, String>> properties() {
		Map<String, Map<String, String>> properties = new LinkedHashMap<>();
		for (StartEvent start : this.model.getModelElementsByType(StartEvent.class)) {
			if (start.getName() != null) {
				properties.computeIfAbsent(start.getId(), (id) -> new LinkedHashMap<>()).put("name", start.getName());
			}
		}
		for (CamundaProperty property : this.model.getModelElementsByType(CamundaProperty.class)) {
			if (property.getParentElement().getParentElement().getParentElement() instanceof BaseElement element
					&& property.getCamundaName() != null && property.getCamundaValue() != null) {
				properties.computeIfAbsent(element.getId(), (id) -> new LinkedHashMap<>())
					.put(property.getCamundaName(), property.getCamundaValue());
			}
		}
		return properties;
	}

	private String stageOf(FlowElement element) {
		for (ModelElementInstance at = element.getParentElement(); at != null; at = at.getParentElement()) {
			if (at instanceof SubProcess stage && stage.getParentElement() instanceof Process) {
				return stage.triggeredByEvent() ? null : stage.getId();
			}
		}
		return null;
	}

	/** An earlier edition, or one deployed by other means, may leave a name out. */
	private static String nameOf(String name, String id) {
		return (name != null && !name.isBlank()) ? name : id;
	}

	private Map<String, String> outcomes() {
		Map<String, String> outcomes = new LinkedHashMap<>();
		for (EndEvent end : this.model.getModelElementsByType(EndEvent.class)) {
			if (end.getParentElement() instanceof Process || end.getParentElement() instanceof SubProcess scope
					&& scope.triggeredByEvent() && scope.getParentElement() instanceof Process && interrupts(scope)) {
				outcomes.put(end.getId(), nameOf(end.getName(), end.getId()));
			}
		}
		return outcomes;
	}

	/** Whether the event sub-process takes the place of what it stands in. */
	private static boolean interrupts(SubProcess scope) {
		return scope.getChildElementsByType(StartEvent.class).stream().allMatch(StartEvent::isInterrupting);
	}

	/**
	 * Names that expressions of the diagram ask for; those that decision tables ask for
	 * are added by who knows the tables.
	 */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		try {
			XmlElement.read(this.xml, Locale.ENGLISH).all().forEach((element) -> names(element, names));
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex); // the model was read from it
		}
		return names;
	}

	private static void names(XmlElement element, Set<String> names) {
		if (ExpressionCheck.needOfText(element) != ExpressionCheck.Need.WORDS) {
			names.addAll(DiagramExpressions.names(element.text()));
		}
		element.attributes().forEach((name, value) -> {
			if (name.getNamespaceURI().equals(XmlElement.CAMUNDA)
					&& ExpressionCheck.needOfAttribute(name.getLocalPart()) != ExpressionCheck.Need.WORDS) {
				names.addAll(DiagramExpressions.names(value));
			}
		});
	}

	/** The processes that the diagram calls. */
	Set<String> called() {
		Set<String> called = new LinkedHashSet<>();
		for (CallActivity call : this.model.getModelElementsByType(CallActivity.class)) {
			if (call.getCalledElement() != null) {
				called.add(call.getCalledElement().strip());
			}
		}
		return called;
	}

	/** The decisions that the diagram asks. */
	Set<String> decisions() {
		Set<String> decisions = new LinkedHashSet<>();
		for (BusinessRuleTask task : this.model.getModelElementsByType(BusinessRuleTask.class)) {
			if (task.getCamundaDecisionRef() != null) {
				decisions.add(task.getCamundaDecisionRef());
			}
		}
		return decisions;
	}

}
