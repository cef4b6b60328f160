package org.leagueflow.engine.camunda;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.leagueflow.engine.camunda.Supply.Kind;
import org.leagueflow.forms.FormField;
import org.leagueflow.forms.FormSchema;

/** Which names the boxes of a process bring, and what may stand under them. */
final class Supplies {

	/** What the engine counts inside of a loop. */
	private static final Set<String> COUNTERS = Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances",
			"loopCounter");

	private final Folder folder;

	/** By the id of the box that brings them. */
	private final Map<String, Map<String, Supply>> brought = new LinkedHashMap<>();

	/** By the id of the box in which alone they hold. */
	private final Map<String, Map<String, Supply>> inside = new HashMap<>();

	private Supplies(Folder folder) {
		this.folder = folder;
	}

	static Supplies of(Folder folder) {
		Supplies supplies = new Supplies(folder);
		supplies.forms();
		supplies.results();
		supplies.calls();
		supplies.loops();
		supplies.mappings();
		return supplies;
	}

	private void forms() {
		this.folder.each(".form", (path, content) -> {
			FormSchema form = FormSchema.parse(content);
			String box = path.substring(path.lastIndexOf('/') + 1, path.length() - ".form".length());
			this.folder.form(box, form);
			String id = box.equals("start") ? begin() : box;
			form.fields().forEach((field) -> bring(id, field.path().get(0), answer(field)));
		});
	}

	/** The id of the start event, which stands for the start form. */
	private String begin() {
		return this.folder.processElement()
			.children("startEvent")
			.stream()
			.map(XmlElement::id)
			.findFirst()
			.orElse("start");
	}

	private void bring(String box, String name, Supply supply) {
		if (box != null && name != null) {
			this.brought.computeIfAbsent(box, (id) -> new LinkedHashMap<>()).merge(name, supply, Supply::or);
		}
	}

	/** What a form's field may answer. */
	static Supply answer(FormField field) {
		if (field.path().size() > 1) {
			return Supply.of(Kind.MAP);
		}
		return switch (field.type()) {
			case TEXTFIELD, TEXTAREA -> new Supply(Kind.TEXT, null, field.required());
			case NUMBER ->
				new Supply(field.definition().path("serializeToString").asBoolean() ? Kind.TEXT : Kind.NUMBER, null,
						field.required());
			case CHECKBOX -> new Supply(Kind.YES_NO, Set.of(true, false), field.hiddenWhen().isEmpty());
			case RADIO, SELECT -> choice(field);
			case DATETIME ->
				new Supply(field.definition().path("subtype").asText().equals("time") ? Kind.TIME_OF_DAY : Kind.DATE,
						null, field.required() && field.hiddenWhen().isEmpty());
			case CHECKLIST, TAGLIST, FILEPICKER -> Supply.of(Kind.LIST);
			default -> Supply.ANY;
		};
	}

	private static Supply choice(FormField field) {
		if (field.definition().hasNonNull("valuesKey") || field.definition().hasNonNull("valuesExpression")) {
			return Supply.ANY;
		}
		Set<Object> values = new LinkedHashSet<>();
		boolean numbers = true;
		for (var option : field.definition().path("values")) {
			var value = option.path("value");
			numbers = numbers && value.isNumber();
			values.add(value.isNumber() ? value.decimalValue() : value.asText());
		}
		return new Supply((numbers && !values.isEmpty()) ? Kind.NUMBER : Kind.TEXT, values, field.required());
	}

	private void results() {
		for (XmlElement task : this.folder.elements("businessRuleTask", "serviceTask", "sendTask")) {
			String name = task.camunda("resultVariable");
			if (!Folder.blank(name)) {
				bring(task.id(), name,
						task.isBpmn("businessRuleTask")
								? DecisionTableCheck.answer(this.folder, task.camunda("decisionRef"))
								: result(task.camunda("expression")));
			}
		}
	}

	/**
	 * Whoever calls a process tells it why, and is told behind the call how it ended.
	 */
	private void calls() {
		if (this.folder.startedByOthers()) {
			bring(begin(), Calls.MATTER, new Supply(Kind.TEXT, null, true));
		}
		for (XmlElement call : this.folder.elements("callActivity")) {
			if (call.id() != null) {
				Set<Object> outcomes = Optional.ofNullable(call.get("calledElement"))
					.flatMap(this.folder::other)
					.<Set<Object>>map((process) -> new LinkedHashSet<>(CalledCheck.outcomes(process)))
					.orElse(null);
				bring(call.id(), Calls.outcomeOf(call.id()), new Supply(Kind.TEXT, outcomes, true));
			}
		}
	}

	private Supply result(String expression) {
		if (!DiagramExpressions.isExpression(expression)) {
			return Supply.of(Kind.TEXT);
		}
		try {
			Node root = DiagramExpressions.parse(expression);
			return (root.getCardinality() == 1 && root.getChild(0) instanceof AstMethod call) ? result(call)
					: Supply.ANY;
		}
		catch (TreeBuilderException ex) {
			return Supply.ANY;
		}
	}

	/** What a call gives, if it leads to a binding. */
	Supply result(AstMethod call) {
		return method(DiagramExpressions.call(call)).map((method) -> Supply.of(method.getGenericReturnType()))
			.orElse(Supply.ANY);
	}

	Optional<Method> method(DiagramExpressions.Call call) {
		Class<?> type = (call.bean() != null) ? this.folder.binding(call.bean()) : null;
		return (type != null) ? Bindings.methods(type)
			.stream()
			.filter((method) -> method.getName().equals(call.method())
					&& method.getParameterCount() == call.arguments().size())
			.findFirst() : Optional.empty();
	}

	private void loops() {
		for (XmlElement loop : this.folder.elements("multiInstanceLoopCharacteristics")) {
			Map<String, Supply> own = this.inside.computeIfAbsent(loop.parent().id(), (id) -> new HashMap<>());
			COUNTERS.forEach((counter) -> own.put(counter, new Supply(Kind.NUMBER, null, true)));
			if (!Folder.blank(loop.camunda("elementVariable"))) {
				own.put(loop.camunda("elementVariable"), Supply.ANY);
			}
		}
	}

	private void mappings() {
		this.folder.processElement().all().forEach((element) -> {
			XmlElement box = element.outwards().filter(Folder::isNode).findFirst().orElse(null);
			if (box == null || !element.namespace().equals(XmlElement.CAMUNDA) || element.get("name") == null) {
				return;
			}
			if (element.name().equals("inputParameter")) {
				this.inside.computeIfAbsent(box.id(), (id) -> new HashMap<>())
					.put(element.get("name"), mapped(element.text()));
			}
			else if (element.name().equals("outputParameter")) {
				bring(box.id(), element.get("name"), mapped(element.text()));
			}
		});
	}

	private static Supply mapped(String text) {
		return DiagramExpressions.isExpression(text) ? Supply.ANY : new Supply(Kind.TEXT, Set.of(text), true);
	}

	/** The names that a box brings to those after it. */
	Set<String> broughtBy(String box) {
		return this.brought.getOrDefault(box, Map.of()).keySet();
	}

	/** What stands under a name at this place; empty when nobody ever brings it. */
	Optional<Supply> at(XmlElement place, String name) {
		Optional<Supply> local = place.outwards()
			.filter((around) -> around.id() != null)
			.map((around) -> this.inside.getOrDefault(around.id(), Map.of()).get(name))
			.filter((supply) -> supply != null)
			.findFirst();
		return local.isPresent() ? local
				: this.brought.values()
					.stream()
					.map((names) -> names.get(name))
					.filter((supply) -> supply != null)
					.reduce(Supply::or);
	}

	/** Whether the name holds inside of a box around this place only. */
	boolean local(XmlElement place, String name) {
		return place.outwards()
			.anyMatch((around) -> around.id() != null
					&& this.inside.getOrDefault(around.id(), Map.of()).containsKey(name));
	}

	/** Every name that some box brings. */
	Set<String> all() {
		return this.brought.values().stream().flatMap((names) -> names.keySet().stream()).collect(Collectors.toSet());
	}

}
