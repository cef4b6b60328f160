package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Everything is drawn. */
final class PictureLook implements FolderCheck.Look {

	private final Folder folder;

	PictureLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		picture();
	}

	private void picture() {
		Set<String> drawn = new HashSet<>();
		this.folder.elements(BpmnShape.class).forEach((shape) -> drawn.add(shape.getAttributeValue("bpmnElement")));
		this.folder.elements(BpmnEdge.class).forEach((edge) -> drawn.add(edge.getAttributeValue("bpmnElement")));
		List<String> missing = new ArrayList<>();
		this.folder.elements(FlowNode.class).forEach((node) -> missing.add(node.getId()));
		this.folder.elements(SequenceFlow.class).forEach((flow) -> missing.add(flow.getId()));
		missing.removeAll(drawn);
		if (!missing.isEmpty()) {
			this.folder.fault("draw these, the diagram part lacks them: " + missing);
		}
	}

}
