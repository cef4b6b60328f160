package org.leagueflow.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A form as its form-js file tells it; immutable. */
public final class FormSchema {

	private final String id;

	private final String json;

	private final Map<String, FormField> fields;

	private final List<FormField> inOrder;

	private final List<SchemaProblem> problems;

	FormSchema(String id, String json, Collection<FormField> fields, List<SchemaProblem> problems) {
		this.id = id;
		this.json = json;
		this.fields = new LinkedHashMap<>();
		fields.forEach((field) -> this.fields.putIfAbsent(field.key(), field));
		this.inOrder = List.copyOf(this.fields.values());
		this.problems = List.copyOf(problems);
	}

	/**
	 * Reads a form-js schema; never throws: what is wrong with it is in
	 * {@link #problems()}.
	 */
	public static FormSchema parse(String json) {
		return new SchemaReader(json).read();
	}

	/** The form's id, {@code process-box}; null when it has none. */
	public String id() {
		return this.id;
	}

	/** The schema as written. */
	public String json() {
		return this.json;
	}

	/** Everything that has a key, in the form's order. */
	public List<FormField> fields() {
		return this.inOrder;
	}

	public Set<String> keys() {
		return java.util.Collections.unmodifiableSet(this.fields.keySet());
	}

	/** The names that answers to this form bring: the first step of every key. */
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		this.fields.values().forEach((field) -> names.add(field.path().get(0)));
		return names;
	}

	public Optional<FormField> field(String key) {
		return Optional.ofNullable(this.fields.get(key));
	}

	/** Faults of the form by itself. */
	public List<SchemaProblem> problems() {
		return this.problems;
	}

	/** Faults of the form, keys that these names are taken by included. */
	public List<SchemaProblem> problems(Set<String> reserved) {
		List<SchemaProblem> all = new ArrayList<>(this.problems);
		this.fields.values()
			.stream()
			.filter((field) -> reserved.contains(field.path().get(0)))
			.forEach((field) -> all.add(SchemaProblem.of(this.id + ": " + field.key(), "key.taken")));
		return all;
	}

	/**
	 * Readers that are neither of every case nor a role of the case that the process
	 * declares.
	 */
	public List<SchemaProblem> unknownReaders(Set<String> caseRoles) {
		Set<String> known = new TreeSet<>(Readers.OF_EVERY_CASE);
		known.addAll(caseRoles);
		return this.fields.values()
			.stream()
			.flatMap((field) -> field.readers()
				.words()
				.stream()
				.filter((word) -> !known.contains(word))
				.map((word) -> SchemaProblem.of(this.id + ": " + field.key(), "readers.unknown", word,
						String.join(", ", known))))
			.toList();
	}

	/** The ids of attachments that these answers name. */
	public List<Long> attachments(Map<String, Object> answers) {
		return attachments(answers, (field) -> true);
	}

	/** The ids of attachments that these answers name in certain fields. */
	public List<Long> attachments(Map<String, Object> answers, Predicate<FormField> which) {
		return this.fields.values()
			.stream()
			.filter(which)
			.filter((field) -> field.type() == FieldType.FILEPICKER)
			.map((field) -> NestedValues.get(answers, field.path()))
			.filter(Collection.class::isInstance)
			.flatMap((ids) -> ((Collection<?>) ids).stream())
			.map(String::valueOf)
			.filter((id) -> id.matches("\\d{1,18}"))
			.map(Long::valueOf)
			.toList();
	}

	/** What these answers chose from the list that the page supplies under this key. */
	public List<String> chosen(Map<String, Object> answers, String valuesKey) {
		return this.fields.values()
			.stream()
			.filter((field) -> valuesKey.equals(field.definition().path("valuesKey").asText()))
			.map((field) -> NestedValues.get(answers, field.path()))
			.flatMap((given) -> (given instanceof Collection<?> many) ? many.stream() : Stream.ofNullable(given))
			.map(Object::toString)
			.toList();
	}

	/** Whether some key lies below this path. */
	boolean leadsOn(String path) {
		return this.fields.keySet().stream().anyMatch((key) -> key.startsWith(path + "."));
	}

	JsonNode root() {
		return org.leagueflow.kernel.Json.read(this.json);
	}

}
