package org.leagueflow.engine.camunda;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.leagueflow.forms.FormSchema;

/** Conditions ask for what somebody supplies, and gateways always have a way out. */
final class FlowLook implements FolderCheck.Look {

	private static final Pattern THRESHOLD = Pattern.compile("[<>]=?\\s*\\d");

	private final Folder folder;

	FlowLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		conditions();
		gateways();
	}

	private void conditions() {
		Set<String> supplied = supplied();
		for (ConditionExpression condition : this.folder.elements(ConditionExpression.class)) {
			for (String name : Expressions.names(condition.getTextContent())) {
				if (!supplied.contains(name)) {
					this.folder.fault("ask for '" + name + "' on a form of the process, "
							+ condition.getTextContent().trim() + " needs it");
				}
			}
			if (THRESHOLD.matcher(condition.getTextContent()).find()) {
				this.folder.fault("ask a decision table or a named question instead of the threshold in "
						+ condition.getTextContent().trim());
			}
		}
	}

	private Set<String> supplied() {
		Set<String> supplied = new LinkedHashSet<>();
		this.folder.each(".form", (path, form) -> supplied.addAll(FormSchema.parse(form).names()));
		this.folder.elements(BusinessRuleTask.class).forEach((task) -> supplied.add(task.getCamundaResultVariable()));
		this.folder.elements(MultiInstanceLoopCharacteristics.class)
			.forEach((loop) -> supplied.add(loop.getCamundaElementVariable()));
		this.folder.elements(ServiceTask.class).forEach((task) -> supplied.add(task.getCamundaResultVariable()));
		return supplied;
	}

	private void gateways() {
		for (FlowNode node : this.folder.elements(FlowNode.class)) {
			if (!Folder.branches(node)) {
				continue;
			}
			SequenceFlow standard = (node instanceof ExclusiveGateway gateway) ? gateway.getDefault()
					: ((InclusiveGateway) node).getDefault();
			if (standard == null) {
				this.folder.fault("give gateway '" + node.getId() + "' a default flow");
			}
			for (SequenceFlow flow : node.getOutgoing()) {
				if (flow != standard && flow.getConditionExpression() == null) {
					this.folder.fault("put a condition on flow '" + flow.getId() + "' out of '" + node.getId() + "'");
				}
			}
		}
	}

}
