package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leagueflow.engine.camunda.Supply.Kind;

/**
 * Checks decision tables: expression language FEEL, inputs that somebody supplies, tests
 * for possible values, and outputs that the diagram can use.
 */
final class DecisionTableCheck implements FolderCheck.Check {

	static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

	/** The standard's editions that the engine reads. */
	static final Set<String> NAMESPACES = Set.of("http://www.omg.org/spec/DMN/20151101/dmn.xsd",
			"http://www.omg.org/spec/DMN/20151101/dmn11.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
			"https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20191111/DMN13.xsd",
			"https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/");

	/** The names under which the engine knows FEEL. */
	private static final Set<String> FEEL = Set.of("feel", "http://www.omg.org/spec/feel/20140401",
			"http://www.omg.org/spec/dmn/20180521/feel/", "https://www.omg.org/spec/dmn/20191111/feel/",
			"https://www.omg.org/spec/dmn/20211108/feel/", "https://www.omg.org/spec/dmn/20230324/feel/");

	private static final Set<String> TYPES = Set.of("string", "boolean", "number", "integer", "long", "double", "date",
			"any");

	private static final Set<String> NUMBERS = Set.of("number", "integer", "long", "double");

	private final Folder folder;

	private final Supplies supplies;

	DecisionTableCheck(Folder folder) {
		this(folder, null);
	}

	/** What the boxes bring is null where no diagram asks the tables. */
	DecisionTableCheck(Folder folder, Supplies supplies) {
		this.folder = folder;
		this.supplies = supplies;
	}

	@Override
	public void check() {
		this.folder.tables().forEach((path, root) -> {
			AllowedElementsCheck.atTable(this.folder, path, root).check();
			root.all()
				.filter((element) -> element.get("expressionLanguage") != null)
				.forEach((element) -> language(path, element));
			root.named("decision").forEach((decision) -> decision(path, decision));
			Editions.check(this.folder, path, root);
		});
		if (this.supplies != null) {
			this.folder.elements("businessRuleTask").forEach(this::task);
		}
	}

	private void language(String path, XmlElement element) {
		String language = element.get("expressionLanguage");
		if (!FEEL.contains(language.strip().toLowerCase(java.util.Locale.ROOT))) {
			this.folder.fault(path, element, "table.language", language);
		}
	}

	private void decision(String path, XmlElement decision) {
		String id = String.valueOf(decision.id());
		String process = this.folder.process();
		if (!id.equals(process) && !id.startsWith(process + "-")) {
			this.folder.fault(path, decision, "table.name", id, process);
		}
		List<XmlElement> tables = decision.named("decisionTable");
		if (tables.size() != 1) {
			this.folder.fault(path, decision, "table.none", id);
			return;
		}
		Set<String> own = columns(path, decision, tables.get(0));
		rules(path, decision, tables.get(0), own);
	}

	/** Checks the columns; the names that cells may use. */
	private Set<String> columns(String path, XmlElement decision, XmlElement table) {
		Set<String> names = new LinkedHashSet<>();
		for (XmlElement input : table.named("input")) {
			input.named("inputExpression").forEach((expression) -> {
				type(path, expression);
				FeelReader read = read(path, expression, expression.textChild(), false);
				if (read != null) {
					names.addAll(read.names());
				}
			});
			if (input.named("inputExpression").stream().allMatch((expression) -> expression.textChild().isEmpty())) {
				this.folder.fault(path, input, "table.input");
			}
			if (input.attributes().containsKey(new javax.xml.namespace.QName(CAMUNDA, "inputVariable"))) {
				names.add(input.attributes().get(new javax.xml.namespace.QName(CAMUNDA, "inputVariable")));
			}
		}
		for (XmlElement output : table.named("output")) {
			type(path, output);
			if (Folder.blank(output.get("name")) && table.named("output").size() > 1) {
				this.folder.fault(path, output, "table.output");
			}
		}
		required(decision).forEach((other) -> names.addAll(outputs(other)));
		return names;
	}

	private void type(String path, XmlElement column) {
		String type = column.get("typeRef");
		if (type != null && !TYPES.contains(type.strip().toLowerCase(java.util.Locale.ROOT))) {
			this.folder.fault(path, column, "table.type", type, String.join(", ", new TreeSet<>(TYPES)));
		}
	}

	/** Decisions of the same file whose answers this one is given. */
	private static List<XmlElement> required(XmlElement decision) {
		return decision.named("informationRequirement")
			.stream()
			.flatMap((needed) -> needed.named("requiredDecision").stream())
			.map((needed) -> String.valueOf(needed.get("href")).replaceFirst("^#", ""))
			.flatMap((id) -> decision.parent().named("decision").stream().filter((other) -> id.equals(other.id())))
			.toList();
	}

	private static Set<String> outputs(XmlElement decision) {
		return decision.named("decisionTable")
			.stream()
			.flatMap((table) -> table.named("output").stream())
			.map((output) -> output.get("name"))
			.filter((name) -> name != null)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** Reads one cell or column; null when it cannot be read or may not stand here. */
	private FeelReader read(String path, XmlElement at, String text, boolean tests) {
		if (text.isEmpty() || at.get("expressionLanguage") != null) {
			return null; // empty, or refused or read as FEEL anyway
		}
		FeelReader read = tests ? FeelReader.tests(text) : FeelReader.expression(text);
		if (read.fault() != null) {
			read.tell((key, args) -> this.folder.said(path, at, read.fault(), key, args), text);
			return null;
		}
		read.unknownFunctions().forEach((name) -> this.folder.fault(path, at, "table.function", name, text));
		if (read.reachesOut()) {
			this.folder.fault(path, at, "table.reachesOut", text);
		}
		return read;
	}

	private void rules(String path, XmlElement decision, XmlElement table, Set<String> own) {
		List<XmlElement> inputs = table.named("input");
		List<XmlElement> outputs = table.named("output");
		List<XmlElement> rules = table.named("rule");
		if (rules.isEmpty() || outputs.isEmpty()) {
			this.folder.fault(path, table, "table.empty", decision.id());
		}
		for (XmlElement rule : rules) {
			List<XmlElement> tests = rule.named("inputEntry");
			List<XmlElement> answers = rule.named("outputEntry");
			if (tests.size() != inputs.size() || answers.size() != outputs.size()) {
				this.folder.fault(path, rule, "table.cells", tests.size(), inputs.size(), answers.size(),
						outputs.size());
				continue;
			}
			for (int i = 0; i < tests.size(); i++) {
				test(path, inputs.get(i), tests.get(i), own);
			}
			for (int i = 0; i < answers.size(); i++) {
				output(path, outputs.get(i), answers.get(i), own);
			}
		}
		if ("UNIQUE".equals(policy(table)) || "ANY".equals(policy(table))) {
			twice(path, rules);
		}
	}

	static String policy(XmlElement table) {
		return (table.get("hitPolicy") != null) ? table.get("hitPolicy") : "UNIQUE";
	}

	private void test(String path, XmlElement input, XmlElement cell, Set<String> own) {
		String text = cell.textChild();
		FeelReader read = text.equals("-") ? null : read(path, cell, text, true);
		if (read == null) {
			return;
		}
		names(path, cell, text, read, own);
		List<Object> declared = declared(input, "inputValues");
		read.tested()
			.stream()
			.filter((value) -> !declared.isEmpty() && declared.stream().noneMatch((one) -> Supply.same(one, value)))
			.forEach((value) -> this.folder.fault(path, cell, "table.value", value, text, list(declared)));
		name(input).flatMap(this::supplied)
			.ifPresent((supply) -> read.tested()
				.stream()
				.filter((value) -> !supply.may(value))
				.forEach((value) -> this.folder.fault(path, cell, "table.value", value, text, supply.list())));
	}

	private static String list(List<Object> values) {
		return values.stream().map((value) -> "'" + value + "'").collect(Collectors.joining(", "));
	}

	/** The values that a column says it has; empty when it does not. */
	private static List<Object> declared(XmlElement column, String list) {
		List<Object> values = new ArrayList<>();
		column.named(list)
			.stream()
			.map(XmlElement::textChild)
			.filter((text) -> !text.isEmpty())
			.map(FeelReader::tests)
			.forEach((read) -> values.addAll(read.tested()));
		return values;
	}

	/** The name that a column asks for, where it asks for nothing but a name. */
	private static Optional<String> name(XmlElement input) {
		return input.named("inputExpression")
			.stream()
			.map(XmlElement::textChild)
			.filter((text) -> !text.isEmpty())
			.map((text) -> FeelReader.expression(text).onlyName())
			.filter((name) -> name != null)
			.findFirst();
	}

	private Optional<Supply> supplied(String name) {
		return (this.supplies != null && !asking().isEmpty()) ? this.supplies.at(this.folder.processElement(), name)
				: Optional.empty();
	}

	private void output(String path, XmlElement output, XmlElement cell, Set<String> own) {
		String text = cell.textChild();
		FeelReader read = read(path, cell, text, false);
		if (read == null) {
			return;
		}
		names(path, cell, text, read, own);
		Object value = read.constant();
		List<Object> declared = declared(output, "outputValues");
		if (value != null && !declared.isEmpty() && declared.stream().noneMatch((one) -> Supply.same(one, value))) {
			this.folder.fault(path, cell, "table.answer", value, list(declared));
		}
		String type = String.valueOf(output.get("typeRef")).toLowerCase(java.util.Locale.ROOT);
		boolean wrong = value instanceof String && (NUMBERS.contains(type) || type.equals("boolean"))
				|| value instanceof Boolean && (NUMBERS.contains(type) || type.equals("string"))
				|| value instanceof Number && type.equals("boolean");
		if (wrong) {
			this.folder.fault(path, cell, "table.answerType", text, type);
		}
	}

	private void names(String path, XmlElement cell, String text, FeelReader read, Set<String> own) {
		for (String name : read.names()) {
			boolean brought = this.supplies != null && this.supplies.all().contains(name);
			if (!own.contains(name) && !brought) {
				this.folder.fault(path, cell, "table.cellName", name, text, String.join(", ", own));
			}
		}
	}

	/** Two rows that hold at once, so that the table cannot say which. */
	private void twice(String path, List<XmlElement> rules) {
		for (int i = 0; i < rules.size(); i++) {
			for (int j = i + 1; j < rules.size(); j++) {
				if (meet(rules.get(i), rules.get(j))) {
					this.folder.fault(path, rules.get(j), "table.twice", i + 1, j + 1);
				}
			}
		}
	}

	private static boolean meet(XmlElement one, XmlElement other) {
		List<XmlElement> tests = one.named("inputEntry");
		List<XmlElement> others = other.named("inputEntry");
		for (int i = 0; i < Math.min(tests.size(), others.size()); i++) {
			String test = tests.get(i).textChild();
			String second = others.get(i).textChild();
			if (!any(test) && !any(second) && !test.equals(second)) {
				return false;
			}
		}
		return tests.size() == others.size();
	}

	private static boolean any(String test) {
		return test.isEmpty() || test.equals("-");
	}

	/** The decisions that boxes of the diagram ask. */
	private Set<String> asking() {
		return this.folder.elements("businessRuleTask")
			.stream()
			.map((task) -> String.valueOf(task.camunda("decisionRef")))
			.collect(Collectors.toSet());
	}

	private void task(XmlElement task) {
		String ref = task.camunda("decisionRef");
		Optional<XmlElement> decision = decision(this.folder, ref);
		if (decision.isEmpty()) {
			this.folder.fault(task, "table.missing", String.valueOf(ref), this.folder.process());
			return;
		}
		if (Folder.blank(task.camunda("resultVariable"))) {
			this.folder.fault(task, "table.result");
		}
		if (!"singleEntry".equals(task.camunda("mapDecisionResult"))) {
			this.folder.fault(task, "table.mapping", String.valueOf(task.camunda("mapDecisionResult")));
		}
		decision.get().named("decisionTable").forEach((table) -> usable(task, decision.get(), table));
		Set<String> asked = new LinkedHashSet<>();
		asks(decision.get(), asked, new LinkedHashSet<>());
		asked.forEach((name) -> brought(task, decision.get(), name));
		inputs(decision.get()).forEach((input) -> fits(task, input));
	}

	private void usable(XmlElement task, XmlElement decision, XmlElement table) {
		String policy = policy(table);
		boolean summed = policy.equals("COLLECT") && table.get("aggregation") != null;
		if (!Set.of("UNIQUE", "FIRST", "ANY").contains(policy) && !summed) {
			this.folder.fault(task, "table.policy", decision.id(), policy);
		}
		if (table.named("output").size() != 1) {
			this.folder.fault(task, "table.columns", decision.id(), table.named("output").size());
		}
	}

	private static List<XmlElement> inputs(XmlElement decision) {
		return decision.named("decisionTable").stream().flatMap((table) -> table.named("input").stream()).toList();
	}

	/** The names that a decision and those before it need from outside. */
	private static void asks(XmlElement decision, Set<String> asked, Set<XmlElement> seen) {
		if (!seen.add(decision)) {
			return;
		}
		Set<String> own = new LinkedHashSet<>();
		inputs(decision).forEach((input) -> input.named("inputExpression")
			.stream()
			.map(XmlElement::textChild)
			.filter((text) -> !text.isEmpty())
			.forEach((text) -> own.addAll(FeelReader.expression(text).names())));
		for (XmlElement other : required(decision)) {
			own.removeAll(outputs(other));
			asks(other, asked, seen);
		}
		asked.addAll(own);
	}

	private void brought(XmlElement task, XmlElement decision, String name) {
		if (this.supplies.at(task, name).isEmpty()) {
			this.folder.fault(task, "table.unknown", name, decision.id(),
					String.join(", ", new TreeSet<>(this.supplies.all())));
			return;
		}
		Set<String> known = FlowGraph.known(new FlowGraph(this.folder).known(this.supplies), task.id(), false);
		if (known != null && !known.contains(name) && !this.supplies.local(task, name)) {
			this.folder.fault(task, "table.early", name, decision.id());
		}
	}

	/** What is answered can be turned into what the column says it takes. */
	private void fits(XmlElement task, XmlElement input) {
		Optional<Supply> supply = name(input).flatMap((name) -> this.supplies.at(task, name));
		for (XmlElement expression : input.named("inputExpression")) {
			String type = String.valueOf(expression.get("typeRef")).toLowerCase(java.util.Locale.ROOT);
			boolean wrong = supply.isPresent() && switch (supply.get().kind()) {
				case TEXT -> type.equals("boolean") || NUMBERS.contains(type) && !(supply.get().values() != null
						&& supply.get().values().stream().allMatch((value) -> Supply.number(value) != null));
				case YES_NO -> NUMBERS.contains(type);
				case NUMBER -> type.equals("boolean") || type.equals("date");
				case DATE -> type.equals("boolean") || NUMBERS.contains(type);
				case LIST, MAP, NOTHING -> true;
				default -> false;
			};
			if (wrong) {
				this.folder.fault(task, "table.inputType", expression.textChild(), type);
			}
		}
	}

	/** A case keeps the tables of the edition under which it started. */
	void bound() {
		for (XmlElement task : this.folder.elements("businessRuleTask")) {
			if (!"deployment".equals(task.camunda("decisionRefBinding"))) {
				this.folder.fault(task, "table.binding");
			}
		}
	}

	private static Optional<XmlElement> decision(Folder folder, String id) {
		return folder.tables()
			.values()
			.stream()
			.flatMap((root) -> root.named("decision").stream())
			.filter((decision) -> decision.id() != null && decision.id().equals(id))
			.findFirst();
	}

	/** What a decision answers, as far as its cells tell. */
	static Supply answer(Folder folder, String id) {
		Optional<XmlElement> table = decision(folder, id)
			.flatMap((decision) -> decision.named("decisionTable").stream().findFirst());
		if (table.isEmpty() || table.get().named("output").size() != 1) {
			return Supply.ANY;
		}
		if ("COLLECT".equals(policy(table.get()))) {
			return Supply.of(Kind.NUMBER);
		}
		Set<Object> values = new LinkedHashSet<>();
		for (XmlElement rule : table.get().named("rule")) {
			String text = rule.named("outputEntry").stream().map(XmlElement::textChild).findFirst().orElse("");
			Object value = text.isEmpty() ? null : FeelReader.expression(text).constant();
			if (value == null && !text.isEmpty()) {
				return Supply.of(kind(table.get().named("output").get(0)));
			}
			if (value != null) {
				values.add(value);
			}
		}
		Kind kind = kind(table.get().named("output").get(0));
		if (kind == Kind.ANY && !values.isEmpty()) {
			Object first = values.iterator().next();
			kind = (first instanceof Boolean) ? Kind.YES_NO : (first instanceof Number) ? Kind.NUMBER : Kind.TEXT;
		}
		return new Supply(kind, values.isEmpty() ? null : values, false);
	}

	private static Kind kind(XmlElement output) {
		String type = String.valueOf(output.get("typeRef")).strip().toLowerCase(java.util.Locale.ROOT);
		if (NUMBERS.contains(type)) {
			return Kind.NUMBER;
		}
		return switch (type) {
			case "string" -> Kind.TEXT;
			case "boolean" -> Kind.YES_NO;
			case "date" -> Kind.DATE;
			default -> Kind.ANY;
		};
	}

}
