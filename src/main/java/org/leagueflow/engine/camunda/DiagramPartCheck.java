package org.leagueflow.engine.camunda;

import java.util.Set;
import java.util.stream.Collectors;

/** Checks the drawn part of the file (BPMN DI): every element has its shape or edge. */
final class DiagramPartCheck implements FolderCheck.Check {

	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	private final Folder folder;

	DiagramPartCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		Set<String> drawn = this.folder.diagram()
			.all()
			.filter((element) -> PICTURE.equals(element.namespace()))
			.filter((element) -> element.name().equals("BPMNShape") || element.name().equals("BPMNEdge"))
			.map((element) -> String.valueOf(element.get("bpmnElement")))
			.map((name) -> name.substring(name.indexOf(':') + 1))
			.collect(Collectors.toSet());
		this.folder.processElement()
			.all()
			.filter((element) -> Folder.isNode(element) || element.isBpmn("sequenceFlow"))
			.filter((element) -> element.id() != null && !drawn.contains(element.id()))
			.forEach((element) -> this.folder.fault(element, "picture", element.id()));
	}

}
