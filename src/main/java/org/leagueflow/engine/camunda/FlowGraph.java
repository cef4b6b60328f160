package org.leagueflow.engine.camunda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways through a process. Every box is entered and left, and what it brings is known
 * from its leaving on; events at its edge and event sub-processes may take over while it
 * stands.
 */
final class FlowGraph {

	private static final String LEFT = "#left";

	private final Folder folder;

	private final Map<String, Set<String>> before = new LinkedHashMap<>();

	private final Map<String, Set<String>> after = new LinkedHashMap<>();

	private final Set<String> joins = new HashSet<>();

	private String begin;

	FlowGraph(Folder folder) {
		this.folder = folder;
		folder.nodes().forEach(this::node);
		folder.elements("sequenceFlow").forEach(this::flow);
		links();
	}

	private void node(XmlElement node) {
		String id = node.id();
		if (node.isBpmn("subProcess")) {
			scope(node);
		}
		else {
			edge(id, left(id));
		}
		if (node.isBpmn("boundaryEvent")) {
			boundary(node);
		}
		if (node.isBpmn("startEvent") && node.parent().isBpmn("process") && this.begin == null) {
			this.begin = id;
		}
		if (node.isBpmn("parallelGateway") && this.folder.incoming(node).size() > 1) {
			this.joins.add(id);
		}
	}

	private void scope(XmlElement scope) {
		if ("true".equals(scope.get("triggeredByEvent"))) {
			XmlElement around = scope.parent();
			for (XmlElement start : scope.children("startEvent")) {
				if (around.isBpmn("process")) {
					around.children("startEvent").forEach((begin) -> edge(left(begin.id()), start.id()));
				}
				else {
					edge(around.id(), start.id());
				}
			}
			return;
		}
		scope.children("startEvent").forEach((start) -> edge(scope.id(), start.id()));
		scope.children(Folder.NODES)
			.stream()
			.filter((inner) -> this.folder.outgoing(inner).isEmpty() && !event(inner))
			.filter((inner) -> inner.children("errorEventDefinition").isEmpty())
			.forEach((inner) -> edge(left(inner.id()), left(scope.id())));
	}

	private static boolean event(XmlElement node) {
		return "true".equals(node.get("triggeredByEvent"));
	}

	/**
	 * It may strike as soon as its box stands, before anything in it was answered; an
	 * error comes from where it is thrown.
	 */
	private void boundary(XmlElement event) {
		XmlElement box = this.folder.byId(event.get("attachedToRef")).orElse(null);
		if (box == null) {
			return;
		}
		List<XmlElement> thrown = event.children("errorEventDefinition").isEmpty() ? List.of()
				: box.all("endEvent")
					.stream()
					.filter((end) -> !end.children("errorEventDefinition").isEmpty())
					.toList();
		thrown.forEach((end) -> edge(left(end.id()), event.id()));
		if (thrown.isEmpty()) {
			edge(box.id(), event.id());
		}
	}

	private void flow(XmlElement flow) {
		if (flow.get("sourceRef") != null && flow.get("targetRef") != null) {
			edge(left(flow.get("sourceRef")), flow.get("targetRef"));
		}
	}

	private void links() {
		for (XmlElement thrown : this.folder.elements("intermediateThrowEvent")) {
			for (XmlElement caught : this.folder.elements("intermediateCatchEvent")) {
				String name = link(thrown);
				if (name != null && name.equals(link(caught))) {
					edge(left(thrown.id()), caught.id());
				}
			}
		}
	}

	private static String link(XmlElement event) {
		return event.children("linkEventDefinition").stream().map((link) -> link.get("name")).findFirst().orElse(null);
	}

	private void edge(String from, String to) {
		this.after.computeIfAbsent(from, (id) -> new LinkedHashSet<>()).add(to);
		this.before.computeIfAbsent(to, (id) -> new LinkedHashSet<>()).add(from);
	}

	private static String left(String id) {
		return id + LEFT;
	}

	/** The boxes that a token can come to at all. */
	Set<String> reached() {
		Set<String> seen = new LinkedHashSet<>();
		Deque<String> next = new ArrayDeque<>();
		if (this.begin != null) {
			next.add(this.begin);
		}
		while (!next.isEmpty()) {
			String at = next.poll();
			if (seen.add(at)) {
				next.addAll(this.after.getOrDefault(at, Set.of()));
			}
		}
		return seen;
	}

	/** The boxes from which a token can come to an end, or to where nothing goes on. */
	Set<String> ending() {
		Set<String> seen = new LinkedHashSet<>();
		Deque<String> next = new ArrayDeque<>();
		this.folder.nodes()
			.stream()
			.filter((node) -> this.folder.outgoing(node).isEmpty())
			.forEach((end) -> next.add(end.id()));
		while (!next.isEmpty()) {
			String at = next.poll();
			if (seen.add(at)) {
				next.addAll(this.before.getOrDefault(at, Set.of()));
			}
		}
		return seen;
	}

	/**
	 * The names that are set for sure when a box is entered, by box; for when it is left,
	 * see {@link #known(Map, String, boolean)}.
	 */
	Map<String, Set<String>> known(Supplies supplies) {
		Set<String> reached = reached();
		Map<String, Set<String>> known = new HashMap<>();
		boolean moved = true;
		while (moved) {
			moved = false;
			for (String at : reached) {
				Set<String> now = meet(at, known, reached);
				if (now != null && at.endsWith(LEFT)) {
					now = new HashSet<>(now);
					now.addAll(supplies.broughtBy(at.substring(0, at.length() - LEFT.length())));
				}
				if (now != null && !now.equals(known.put(at, now))) {
					moved = true;
				}
			}
		}
		return known;
	}

	/** What all ways here bring; what any brings where they are waited for. */
	private Set<String> meet(String at, Map<String, Set<String>> known, Set<String> reached) {
		if (at.equals(this.begin)) {
			return Set.of();
		}
		Collection<Set<String>> ways = new ArrayList<>();
		for (String from : this.before.getOrDefault(at, Set.of())) {
			if (known.containsKey(from)) {
				ways.add(known.get(from));
			}
			else if (reached.contains(from) && this.joins.contains(at)) {
				return null; // not looked at yet
			}
		}
		Set<String> met = null;
		for (Set<String> way : ways) {
			if (met == null) {
				met = new HashSet<>(way);
			}
			else if (this.joins.contains(at)) {
				met.addAll(way);
			}
			else {
				met.retainAll(way);
			}
		}
		return met;
	}

	/** What {@link #known(Supplies)} says of a box, entered or left. */
	static Set<String> known(Map<String, Set<String>> known, String box, boolean left) {
		return known.get(left ? left(box) : box);
	}

}
