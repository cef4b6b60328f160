package org.leagueflow.forms;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Checks answers against the schema of the form that asked for them. */
@Component
public class Forms {

	/** The most that one set of answers may take, in bytes of JSON. */
	public static final int MAX_BYTES = 256 * 1024;

	private final Feel feel;

	private final BusinessClock clock;

	private final Map<String, FormSchema> schemas = new ConcurrentReferenceHashMap<>();

	Forms(Feel feel, BusinessClock clock) {
		this.feel = feel;
		this.clock = clock;
	}

	/** The schema read, from memory when it was read before. */
	public FormSchema schema(String json) {
		return this.schemas.computeIfAbsent(json, FormSchema::parse);
	}

	/**
	 * Reads what a browser sent.
	 * @throws Refusal.Invalid when it is no JSON object or larger than {@link #MAX_BYTES}
	 */
	public Map<String, Object> read(String answers) {
		if (answers == null || answers.isBlank()) {
			return Map.of();
		}
		if (answers.length() > MAX_BYTES || answers.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
			throw new Refusal.Invalid("refusal.forms.oversize", MAX_BYTES / 1024);
		}
		return parsed(answers);
	}

	private static Map<String, Object> parsed(String answers) {
		try {
			Map<String, Object> values = Json.readMap(answers);
			return (values != null) ? values : Map.of();
		}
		catch (UncheckedIOException ex) {
			throw new Refusal.Invalid("refusal.forms.malformed");
		}
	}

	/** {@link #read} and {@link #check(FormSchema, Map, Map)} in one. */
	public Map<String, Object> check(FormSchema schema, String answers, Map<String, Object> known) {
		return checked(schema, read(answers), known);
	}

	/**
	 * The answers as they count: checked, numbers normalised, values of hidden fields and
	 * empty answers left out, computed values added.
	 * @param answers what the person sent
	 * @param known values that the form shows and that its conditions and option lists
	 * may name, but that the person cannot change
	 * @throws Refusal.Invalid with one message per field
	 */
	public Map<String, Object> check(FormSchema schema, Map<String, Object> answers, Map<String, Object> known) {
		return checked(schema, read(Json.write(answers)), known);
	}

	private Map<String, Object> checked(FormSchema schema, Map<String, Object> answers, Map<String, Object> known) {
		if (!schema.problems().isEmpty()) {
			throw new IllegalStateException("The form cannot be used: " + schema.problems());
		}
		return new AnswerCheck(schema, answers, known, this.feel, this.clock).run();
	}

	/**
	 * Past answers in words, in the form's order, for reading only.
	 * @param read whether an answer may be read
	 */
	public List<AnswerLine> lines(FormSchema schema, Map<String, Object> answers, Map<String, Object> known,
			Predicate<FormField> read) {
		return schema.fields()
			.stream()
			.filter(read)
			.filter((field) -> NestedValues.get(answers, field.path()) != null)
			.map((field) -> AnswerLine.of(field, NestedValues.get(answers, field.path()),
					new Options(this.feel, NestedValues.merge(known, answers)).of(field)))
			.toList();
	}

	/** Everything wrong with a form, wording of its FEEL expressions included. */
	public List<SchemaProblem> problems(FormSchema schema, Set<String> reserved) {
		List<SchemaProblem> all = new ArrayList<>(schema.problems(reserved));
		for (FormField field : schema.fields()) {
			FieldExpressions.of(field)
				.forEach((expression) -> this.feel.fault(expression)
					.ifPresent((fault) -> all.add(
							SchemaProblem.of(schema.id() + ": " + field.key(), "expression", expression).said(fault))));
		}
		return all;
	}

}
