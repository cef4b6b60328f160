package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks call activities: each names a process of another folder that is there to be
 * called, says nothing of what is the same for every call, and makes no circle.
 */
final class CalledCheck implements FolderCheck.Check {

	/** So much room tables give to a matter. */
	private static final int MAX_MATTER_LENGTH = 40;

	private final Folder folder;

	CalledCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		this.folder.elements("callActivity").forEach(this::call);
	}

	private void call(XmlElement call) {
		String process = call.get("calledElement");
		if (Folder.blank(process)) {
			this.folder.fault(call, "called.none", callable());
		}
		else if (!DiagramExpressions.isExpression(process)) { // ExpressionCheck says so
			process(call, process);
		}
		if (!call.children("multiInstanceLoopCharacteristics").isEmpty()) {
			this.folder.fault(call, "called.loop");
		}
		call.all()
			.filter((part) -> part.namespace().equals(XmlElement.CAMUNDA) && part.name().equals("inputOutput"))
			.forEach((part) -> this.folder.fault(part, "called.mapping", Calls.outcomeOf(String.valueOf(call.id()))));
		boolean staged = !stages().isEmpty() && call.parent().isBpmn("process");
		if (staged) {
			this.folder.fault(call, "called.stage",
					stages().stream().map(Folder::label).collect(Collectors.joining(", ")));
		}
	}

	private List<XmlElement> stages() {
		return this.folder.processElement()
			.children("subProcess")
			.stream()
			.filter((scope) -> !"true".equals(scope.get("triggeredByEvent")))
			.toList();
	}

	private void process(XmlElement call, String process) {
		Optional<XmlElement> called = this.folder.other(process);
		if (called.isEmpty()) {
			this.folder.fault(call, "called.unknown", process, callable());
			return;
		}
		if (!callable(called.get())) {
			this.folder.fault(call, "called.starts", process);
		}
		String matter = Calls.matter(this.folder.process(), String.valueOf(call.id()));
		if (matter.length() > MAX_MATTER_LENGTH) {
			this.folder.fault(call, "called.long", matter, MAX_MATTER_LENGTH);
		}
		this.folder.mattersOf(process)
			.filter((known) -> !known.contains(matter))
			.ifPresent((known) -> this.folder.fault(call, "called.matter", process, matter,
					known.isEmpty() ? "-" : String.join(", ", new TreeSet<>(known))));
		List<String> circle = circle(process, new ArrayList<>(List.of(this.folder.process())));
		if (circle != null) {
			this.folder.fault(call, "called.circle", String.join(" > ", circle));
		}
	}

	/** Whether nobody starts the process from a form. */
	private static boolean callable(XmlElement process) {
		return "false".equals(process.camunda("isStartableInTasklist"))
				&& Folder.csv(process.camunda("candidateStarterGroups")).isEmpty();
	}

	/** The processes that may be called, for who mistyped one. */
	private String callable() {
		return this.folder.others()
			.stream()
			.filter((name) -> !name.equals(this.folder.process()))
			.filter((name) -> this.folder.other(name).filter(CalledCheck::callable).isPresent())
			.collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
					(names) -> names.isEmpty() ? "-" : String.join(", ", names)));
	}

	/** The way from call to call that comes back to this folder; null when none does. */
	private List<String> circle(String process, List<String> way) {
		way.add(process);
		if (process.equals(this.folder.process())) {
			return way;
		}
		for (XmlElement call : this.folder.other(process).map((it) -> it.all("callActivity")).orElse(List.of())) {
			String next = call.get("calledElement");
			if (next != null && (!way.contains(next) || next.equals(this.folder.process()))) {
				List<String> found = circle(next, new ArrayList<>(way));
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/**
	 * How a process can end: the ids of its own end events and of those event
	 * sub-processes directly in it that take its place.
	 */
	static List<String> outcomes(XmlElement process) {
		List<String> outcomes = new ArrayList<>();
		process.children("endEvent").forEach((end) -> outcomes.add(String.valueOf(end.id())));
		process.children("subProcess")
			.stream()
			.filter((scope) -> "true".equals(scope.get("triggeredByEvent")))
			.filter((scope) -> scope.children("startEvent")
				.stream()
				.noneMatch((start) -> "false".equals(start.get("isInterrupting"))))
			.forEach((scope) -> scope.children("endEvent").forEach((end) -> outcomes.add(String.valueOf(end.id()))));
		return outcomes;
	}

}
