package org.leagueflow.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Json;

/** Walks through a form-js schema once, collecting its fields and its faults. */
class SchemaReader {

	/** Names that the engine, our diagrams or FEEL give a meaning of their own. */
	static final Set<String> RESERVED = Set.of("caseId", "execution", "task", "caseExecution", "externalTask",
			"initiator", "businessKey", "processInstance", "authenticatedUserId", "currentUser", "currentUserGroups",
			"dateTime", "now", "this", "parent", "i", "null", "true", "false", "if", "then", "else", "for", "in",
			"return", "some", "every", "satisfies", "and", "or", "not", "between", "instance", "function", "div", "mod",
			"empty", "eq", "ne", "lt", "gt", "le", "ge", "instanceof");

	private static final java.util.regex.Pattern HTML = java.util.regex.Pattern
		.compile("<\\s*[a-zA-Z/!]|javascript\\s*:", java.util.regex.Pattern.CASE_INSENSITIVE);

	private static final int MAX_SCHEMA = 512 * 1024;

	private final String json;

	private final List<FormField> fields = new ArrayList<>();

	private final List<SchemaProblem> problems = new ArrayList<>();

	private final Set<String> keys = new HashSet<>();

	private final Set<String> ids = new HashSet<>();

	private String id;

	SchemaReader(String json) {
		this.json = json;
	}

	FormSchema read() {
		root().ifPresent(this::form);
		return new FormSchema(this.id, this.json, this.fields, this.problems);
	}

	private Optional<JsonNode> root() {
		if (this.json.length() > MAX_SCHEMA) {
			problem("form", "large", MAX_SCHEMA / 1024);
			return Optional.empty();
		}
		try {
			return Optional.of(Json.read(this.json)).filter(this::isObject);
		}
		catch (UncheckedIOException ex) {
			add(SchemaProblem.of(place("form"), "json")
				.said(ex.getCause().getMessage().lines().findFirst().orElse("")));
			return Optional.empty();
		}
	}

	private boolean isObject(JsonNode root) {
		if (!root.isObject()) {
			problem("form", "object");
		}
		return root.isObject();
	}

	private void form(JsonNode root) {
		this.id = root.path("id").asText(null);
		if (this.id == null || !this.id.matches("[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")) {
			problem("form", "id");
		}
		if (!root.path("type").asText().equals("default")) {
			problem("form", "type");
		}
		if (!root.path("components").isArray()) {
			problem("form", "components");
		}
		components(root, "", List.of());
		nestedKeys();
	}

	private void components(JsonNode parent, String path, List<String> hiddenWhen) {
		for (JsonNode component : parent.path("components")) {
			component(component, path, hiddenWhen);
		}
	}

	private void component(JsonNode component, String path, List<String> hiddenWhen) {
		String name = component.path("type").asText();
		String where = component.path("key").asText(component.path("id").asText(name));
		Optional<FieldType> type = FieldType.of(name);
		if (type.isEmpty()) {
			problem(where, FieldType.REFUSED.contains(name) ? "refused." + name : "unknown", name);
			return;
		}
		noHtml(where, component);
		uniqueId(where, component);
		readers(where, type.get(), component.path("properties"));
		known(where, type.get(), component, path, conditions(where, component, hiddenWhen));
	}

	private void known(String where, FieldType type, JsonNode component, String path, List<String> hiddenWhen) {
		if (type == FieldType.GROUP) {
			group(where, component, path, hiddenWhen);
		}
		else if (type.keyed()) {
			keyed(where, type, component, path, hiddenWhen);
		}
	}

	/**
	 * A property that nobody understands would close a field that its author meant open.
	 */
	private void readers(String where, FieldType type, JsonNode properties) {
		properties.fieldNames().forEachRemaining((name) -> {
			if (name.toLowerCase(Locale.ROOT).startsWith("reader") && !name.equals("readers")) {
				problem(where, "reader", name);
			}
		});
		JsonNode readers = properties.path("readers");
		if (readers.isMissingNode()) {
			return;
		}
		List<String> words = readers.isTextual() ? Readers.split(readers.asText()) : List.of();
		if (!type.keyed()) {
			problem(where, "readers.field", type.name().toLowerCase(Locale.ROOT));
		}
		else if (words.isEmpty()) {
			problem(where, "readers.empty", String.join(", ", Readers.OF_EVERY_CASE));
		}
	}

	private void group(String where, JsonNode group, String path, List<String> hiddenWhen) {
		if (group.path("isRepeating").asBoolean()) {
			problem(where, "refused.dynamiclist");
		}
		String own = group.path("path").asText("");
		components(group, own.isEmpty() ? path : path + own + ".", hiddenWhen);
	}

	private void keyed(String where, FieldType type, JsonNode component, String path, List<String> hiddenWhen) {
		String key = path + component.path("key").asText("");
		String label = component.path("label").asText("");
		key(where, key);
		if (type.input() && label.isBlank()) {
			problem(where, "label");
		}
		rules(where, type, component);
		this.fields.add(new FormField(component.path("id").asText(null), key, type, label.isBlank() ? key : label,
				hiddenWhen, component));
	}

	private void key(String where, String key) {
		if (!key.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")) {
			problem(where, "key");
		}
		else if (RESERVED.contains(key.split("\\.")[0])) {
			problem(where, "key.reserved");
		}
		else if (!this.keys.add(key)) {
			problem(where, "key.twice");
		}
	}

	private void uniqueId(String where, JsonNode component) {
		String own = component.path("id").asText(null);
		if (own != null && !this.ids.add(own)) {
			problem(where, "id.twice", own);
		}
	}

	/** A key cannot be an answer and at the same time hold answers. */
	private void nestedKeys() {
		this.keys.stream()
			.filter((key) -> this.keys.stream().anyMatch((other) -> other.startsWith(key + ".")))
			.forEach((key) -> problem(key, "key.path"));
	}

	private List<String> conditions(String where, JsonNode component, List<String> around) {
		String hide = component.path("conditional").path("hide").asText("");
		if (hide.isEmpty()) {
			return around;
		}
		if (!hide.startsWith("=")) {
			problem(where, "condition");
		}
		List<String> all = new ArrayList<>(around);
		all.add(hide);
		return List.copyOf(all);
	}

	private void rules(String where, FieldType type, JsonNode component) {
		pattern(where, component.path("validate"));
		if (type.options()) {
			options(where, component);
		}
		if (type == FieldType.DATETIME
				&& !Set.of("date", "time", "datetime").contains(component.path("subtype").asText())) {
			problem(where, "subtype");
		}
		ordered(where, component, "min", "max");
		ordered(where, component, "minLength", "maxLength");
		if (!Set.of("", "custom", "email", "phone")
			.contains(component.path("validate").path("validationType").asText(""))) {
			problem(where, "validation");
		}
	}

	private void pattern(String where, JsonNode rules) {
		String pattern = rules.path("pattern").asText("");
		if (!pattern.isEmpty() && rules.path("patternErrorMessage").asText("").isBlank()) {
			problem(where, "pattern.words");
		}
		try {
			Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			add(SchemaProblem.of(place(where), "pattern", pattern).said(ex.getMessage()));
		}
	}

	private void ordered(String where, JsonNode component, String low, String high) {
		JsonNode from = component.path("validate").path(low);
		JsonNode to = component.path("validate").path(high);
		if (from.isNumber() && to.isNumber() && from.decimalValue().compareTo(to.decimalValue()) > 0) {
			problem(where, "order", low, high);
		}
	}

	private void options(String where, JsonNode component) {
		if (component.hasNonNull("valuesKey") || component.hasNonNull("valuesExpression")) {
			return;
		}
		Set<JsonNode> seen = new HashSet<>();
		component.path("values").forEach((option) -> {
			if (!option.isObject() || !option.hasNonNull("label") || !option.hasNonNull("value")) {
				problem(where, "option");
			}
			if (!seen.add(option.path("value"))) {
				problem(where, "option.twice", option.path("value"));
			}
		});
		if (seen.isEmpty()) {
			problem(where, "options");
		}
	}

	private void noHtml(String where, JsonNode component) {
		component.properties().forEach((property) -> {
			if (!property.getKey().equals("components") && !property.getKey().equals("validate")) {
				noHtmlIn(where, property.getValue());
			}
		});
	}

	private void noHtmlIn(String where, JsonNode value) {
		if (value.isContainerNode()) {
			value.forEach((part) -> noHtmlIn(where, part));
		}
		else if (value.isTextual() && !value.asText().startsWith("=") && HTML.matcher(value.asText()).find()) {
			problem(where, "html");
		}
	}

	private void problem(String where, String kind, Object... args) {
		add(SchemaProblem.of(place(where), kind, args));
	}

	private void add(SchemaProblem problem) {
		this.problems.add(problem);
	}

	private String place(String where) {
		return (this.id != null) ? this.id + ": " + where : where;
	}

}
