package org.leagueflow.engine.camunda;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.engine.ProcessBinding;

/**
 * Checks start events and everything that a box waits for: each message, error,
 * escalation and signal has somebody who sends or throws it.
 */
final class EventCheck implements FolderCheck.Check {

	private static final String END = "EventDefinition";

	/** What may make each kind of event happen; an empty word for nothing. */
	private static final Map<String, Set<String>> KINDS = Map.of("startEvent",
			Set.of("", "message", "timer", "error", "escalation", "conditional"), "endEvent",
			Set.of("", "message", "error", "escalation", "terminate"), "intermediateCatchEvent",
			Set.of("message", "timer", "conditional", "link"), "intermediateThrowEvent",
			Set.of("", "message", "escalation", "link"), "boundaryEvent",
			Set.of("message", "timer", "error", "escalation", "conditional"));

	private final Folder folder;

	EventCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		begin(this.folder.processElement());
		this.folder.elements("subProcess").forEach(this::begin);
		this.folder.elements(KINDS.keySet().toArray(String[]::new)).forEach(this::event);
		this.folder.elements("receiveTask").forEach((task) -> message(task, task.get("messageRef"), true));
	}

	private void begin(XmlElement scope) {
		List<XmlElement> starts = scope.children("startEvent");
		boolean byEvent = "true".equals(scope.get("triggeredByEvent"));
		if (starts.size() != 1) {
			this.folder.fault((starts.size() > 1) ? starts.get(1) : scope,
					starts.isEmpty() ? "start.none" : "start.several", starts.size());
			return;
		}
		String kind = kind(starts.get(0));
		if (byEvent && kind.isEmpty()) {
			this.folder.fault(starts.get(0), "start.byWhat");
		}
		else if (!byEvent && !kind.isEmpty()) {
			boolean process = scope.isBpmn("process");
			this.folder.fault(starts.get(0), process ? "start.alone" : "start.inner", kind);
		}
	}

	/** What makes the event happen, such as {@code timer}; empty for nothing. */
	private static String kind(XmlElement event) {
		return definition(event).map((one) -> one.name().substring(0, one.name().length() - END.length())).orElse("");
	}

	private static Optional<XmlElement> definition(XmlElement event) {
		return definitions(event).findFirst();
	}

	private static Stream<XmlElement> definitions(XmlElement event) {
		return event.children().stream().filter((child) -> child.name().endsWith(END));
	}

	private void event(XmlElement event) {
		if (definitions(event).count() > 1) {
			this.folder.fault(event, "event.several");
		}
		String kind = kind(event);
		boolean refusedAnyway = Set.of("signal", "compensate", "cancel").contains(kind);
		boolean wrong = !KINDS.get(event.name()).contains(kind);
		if (wrong && !refusedAnyway) {
			this.folder.fault(event, kind.isEmpty() ? "event.nothing" : "event.kind", event.name(), kind);
		}
		if (event.isBpmn("boundaryEvent") && attached(event).isEmpty()) {
			this.folder.fault(event, "event.attached", String.valueOf(event.get("attachedToRef")));
		}
		if (!wrong) {
			definition(event).ifPresent((definition) -> defined(event, definition, kind));
		}
	}

	private Optional<XmlElement> attached(XmlElement event) {
		return this.folder.byId(event.get("attachedToRef"))
			.filter((box) -> box.name().endsWith("Task") || box.isBpmn("subProcess", "callActivity"));
	}

	private void defined(XmlElement event, XmlElement definition, String kind) {
		boolean throwing = event.isBpmn("endEvent", "intermediateThrowEvent");
		switch (kind) {
			case "timer" -> timer(definition);
			case "conditional" -> {
				if (definition.children("condition").stream().allMatch((condition) -> condition.text().isEmpty())) {
					this.folder.fault(definition, "event.condition");
				}
			}
			case "message" -> {
				if (throwing) {
					sends(definition);
				}
				else {
					message(definition, definition.get("messageRef"), true);
				}
			}
			case "error", "escalation" -> {
				if (throwing) {
					thrown(event, definition, kind);
				}
				else {
					caught(event, definition, kind);
				}
			}
			case "link" -> link(event, definition);
			default -> {
				// ends everything, needs nothing
			}
		}
	}

	private void timer(XmlElement definition) {
		long times = definition.children("timeDate", "timeDuration", "timeCycle")
			.stream()
			.filter((time) -> !time.text().isEmpty())
			.count();
		if (times != 1) {
			this.folder.fault(definition, "event.time");
		}
	}

	private void sends(XmlElement definition) {
		if (Folder.blank(definition.camunda("expression"))) {
			this.folder.fault(definition, "event.sends", this.folder.process());
		}
	}

	private void message(XmlElement at, String ref, boolean waits) {
		XmlElement message = this.folder.byId(ref).filter((found) -> found.isBpmn("message")).orElse(null);
		if (message == null) {
			this.folder.fault(at, "message.none", String.valueOf(ref));
			return;
		}
		String name = message.get("name");
		if (Folder.blank(name)) {
			this.folder.fault(message, "message.name", message.id());
		}
		else if (waits && !told().contains(name)) {
			this.folder.fault(at, "message.untold", name, this.folder.process());
		}
	}

	/** The messages that the binding says it tells. */
	private Set<String> told() {
		ProcessBinding binding = this.folder.declared();
		return (binding != null) ? Set.copyOf(Arrays.asList(binding.messages())) : Set.of();
	}

	private String code(XmlElement definition, String kind) {
		return this.folder.byId(definition.get(kind + "Ref"))
			.filter((found) -> found.isBpmn(kind))
			.map((found) -> found.get(kind + "Code"))
			.filter((code) -> !code.isBlank())
			.orElse(null);
	}

	/** Somebody around must catch it, or it is lost: an error then ends the case. */
	private void thrown(XmlElement event, XmlElement definition, String kind) {
		String code = code(definition, kind);
		if (code == null) {
			this.folder.fault(definition, "event.code", kind);
			return;
		}
		boolean caught = event.outwards().skip(1).anyMatch((around) -> catchers(around, kind).anyMatch((catcher) -> {
			String own = code(catcher, kind);
			return catcher.get(kind + "Ref") == null || code.equals(own);
		}));
		if (!caught) {
			this.folder.fault(event, "event.uncaught", kind, code);
		}
	}

	/** What catches such events of a scope: at its edge, or in an event sub-process. */
	private Stream<XmlElement> catchers(XmlElement scope, String kind) {
		Stream<XmlElement> edge = this.folder.elements("boundaryEvent")
			.stream()
			.filter((event) -> scope.id() != null && scope.id().equals(event.get("attachedToRef")));
		Stream<XmlElement> inside = scope.children("subProcess")
			.stream()
			.filter((inner) -> "true".equals(inner.get("triggeredByEvent")))
			.flatMap((inner) -> inner.children("startEvent").stream());
		return Stream.concat(edge, inside).flatMap((event) -> event.children(kind + END).stream());
	}

	/** Somebody inside must throw it, or it never happens. */
	private void caught(XmlElement event, XmlElement definition, String kind) {
		String code = code(definition, kind);
		if (definition.get(kind + "Ref") != null && code == null) {
			this.folder.fault(definition, "event.code", kind);
			return;
		}
		XmlElement scope = event.isBpmn("boundaryEvent") ? attached(event).orElse(null) : event.parent().parent();
		boolean thrown = scope != null && scope.all("endEvent", "intermediateThrowEvent")
			.stream()
			.filter((other) -> event.isBpmn("boundaryEvent")
					|| other.outwards().noneMatch((around) -> around == event.parent()))
			.flatMap((other) -> other.children(kind + END).stream())
			.anyMatch((other) -> code == null || Objects.equals(code, code(other, kind)));
		if (!thrown) {
			this.folder.fault(event, "event.unthrown", kind, (code != null) ? code : "-");
		}
	}

	private void link(XmlElement event, XmlElement definition) {
		String name = definition.get("name");
		if (Folder.blank(name)) {
			this.folder.fault(definition, "event.link");
			return;
		}
		String other = event.isBpmn("intermediateThrowEvent") ? "intermediateCatchEvent" : "intermediateThrowEvent";
		long ends = event.parent()
			.children(other)
			.stream()
			.flatMap((one) -> one.children("linkEventDefinition").stream())
			.filter((one) -> name.equals(one.get("name")))
			.count();
		if (ends == 0 || ends > 1 && other.equals("intermediateCatchEvent")) {
			this.folder.fault(event, "event.linked", name, ends);
		}
	}

}
