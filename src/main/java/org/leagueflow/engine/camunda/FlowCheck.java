package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks sequence flows: every box is reachable and left again, and every gateway has a
 * way out in every case.
 */
final class FlowCheck implements FolderCheck.Check {

	private final Folder folder;

	FlowCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		this.folder.elements("sequenceFlow").forEach(this::flow);
		this.folder.nodes().forEach(this::node);
		ways();
	}

	private void flow(XmlElement flow) {
		Optional<XmlElement> from = end(flow, "sourceRef");
		Optional<XmlElement> to = end(flow, "targetRef");
		if (from.isEmpty() || to.isEmpty() || from.get().parent() != flow.parent()
				|| to.get().parent() != flow.parent()) {
			this.folder.fault(flow, "flow.ends", String.valueOf(flow.get("sourceRef")),
					String.valueOf(flow.get("targetRef")));
			return;
		}
		boolean gateway = from.get().isBpmn("exclusiveGateway", "inclusiveGateway");
		if (condition(flow) && !gateway) {
			this.folder.fault(flow, "flow.condition", Folder.label(from.get()));
		}
	}

	private Optional<XmlElement> end(XmlElement flow, String which) {
		return this.folder.byId(flow.get(which)).filter(Folder::isNode);
	}

	private static boolean condition(XmlElement flow) {
		return !flow.children("conditionExpression").isEmpty();
	}

	private void node(XmlElement node) {
		List<XmlElement> ways = this.folder.outgoing(node);
		if (node.isBpmn("exclusiveGateway", "inclusiveGateway")) {
			gateway(node, ways);
		}
		else if (node.get("default") != null) {
			this.folder.fault(node, "flow.defaultElsewhere");
		}
		if (node.isBpmn("eventBasedGateway")) {
			waits(node, ways);
		}
		boolean activity = node.name().endsWith("Task") || node.name().endsWith("Event")
				|| node.isBpmn("subProcess", "callActivity");
		if (activity && ways.size() > 1) {
			this.folder.fault(node, "flow.split", ways.size());
		}
		boolean last = node.isBpmn("endEvent") || "true".equals(node.get("triggeredByEvent"))
				|| !node.children("linkEventDefinition").isEmpty() && node.isBpmn("intermediateThrowEvent");
		if (ways.isEmpty() && !last) {
			this.folder.fault(node, "flow.deadEnd");
		}
		if (!ways.isEmpty() && node.isBpmn("endEvent")) {
			this.folder.fault(node, "flow.afterEnd");
		}
	}

	private void gateway(XmlElement node, List<XmlElement> ways) {
		String standard = node.get("default");
		if (ways.size() < 2) {
			ways.stream().filter(FlowCheck::condition).forEach((way) -> this.folder.fault(way, "flow.onlyWay"));
			return;
		}
		if (Folder.blank(standard) || ways.stream().noneMatch((way) -> standard.equals(way.id()))) {
			this.folder.fault(node, "flow.default", node.id());
		}
		for (XmlElement way : ways) {
			boolean isStandard = way.id() != null && way.id().equals(standard);
			if (isStandard && condition(way)) {
				this.folder.fault(way, "flow.defaultCondition");
			}
			if (!isStandard && !condition(way)) {
				this.folder.fault(way, "flow.noCondition", way.id(), Folder.label(node));
			}
		}
	}

	private void waits(XmlElement gateway, List<XmlElement> ways) {
		for (XmlElement way : ways) {
			Optional<XmlElement> to = end(way, "targetRef");
			if (to.isPresent() && !to.get().isBpmn("intermediateCatchEvent", "receiveTask")) {
				this.folder.fault(way, "flow.waits", Folder.label(gateway), Folder.label(to.get()));
			}
		}
	}

	private void ways() {
		if (this.folder.processElement().children("startEvent").size() != 1) {
			return; // EventCheck says so
		}
		FlowGraph graph = new FlowGraph(this.folder);
		Set<String> reached = graph.reached();
		Set<XmlElement> lost = this.folder.nodes()
			.stream()
			.filter((node) -> node.id() != null && !reached.contains(node.id()) && !eventScope(node))
			.collect(Collectors.toCollection(java.util.LinkedHashSet::new));
		List<XmlElement> first = lost.stream().filter((node) -> this.folder.incoming(node).isEmpty()).toList();
		(first.isEmpty() ? List.copyOf(lost) : first).stream()
			.filter((node) -> node.outwards().skip(1).noneMatch(lost::contains))
			.forEach((node) -> this.folder.fault(node, "flow.lost"));
		Set<String> ending = graph.ending();
		this.folder.nodes()
			.stream()
			.filter((node) -> reached.contains(node.id()) && !ending.contains(node.id())
					&& !this.folder.outgoing(node).isEmpty())
			.findFirst()
			.ifPresent((node) -> this.folder.fault(node, "flow.endless"));
	}

	private static boolean eventScope(XmlElement node) {
		return "true".equals(node.get("triggeredByEvent"));
	}

}
