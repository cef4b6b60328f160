package org.leagueflow.forms;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/** One check of one person's answers against one form. */
class AnswerCheck {

	/** More messages than this help nobody. */
	private static final int MAX_UNKNOWN_ANSWERS = 20;

	private final FormSchema schema;

	private final Map<String, Object> answers;

	private final Map<String, Object> known;

	private final Feel feel;

	private final BusinessClock clock;

	private final Map<String, Message> strays = new LinkedHashMap<>();

	private final Map<String, Message> faults = new LinkedHashMap<>();

	private final Map<String, Object> clean = new LinkedHashMap<>();

	AnswerCheck(FormSchema schema, Map<String, Object> answers, Map<String, Object> known, Feel feel,
			BusinessClock clock) {
		this.schema = schema;
		this.answers = answers;
		this.known = known;
		this.feel = feel;
		this.clock = clock;
	}

	/** The answers that count. */
	Map<String, Object> run() {
		strays("", this.answers);
		Set<FormField> hidden = hidden();
		Map<String, Object> names = names(hidden);
		FieldCheck check = new FieldCheck(names, this.feel, this.clock, this.faults);
		this.schema.fields()
			.stream()
			.filter((field) -> !hidden.contains(field))
			.forEach((field) -> field(field, names, check));
		this.faults.putAll(this.strays);
		if (!this.faults.isEmpty()) {
			throw new Refusal.Invalid(this.faults);
		}
		return this.clean;
	}

	private void field(FormField field, Map<String, Object> names, FieldCheck check) {
		if (field.type() == FieldType.EXPRESSION || readOnly(field, names)) {
			untouched(field);
			keep(field, (field.type() == FieldType.EXPRESSION) ? NestedValues.get(names, field.path()) : null);
		}
		else {
			keep(field, check.value(field, NestedValues.get(this.answers, field.path())));
		}
	}

	private void keep(FormField field, Object value) {
		if (value != null) {
			NestedValues.put(this.clean, field.path(), value);
		}
	}

	private boolean readOnly(FormField field, Map<String, Object> names) {
		String readOnly = field.readOnly().asText("");
		return field.disabled() || (readOnly.startsWith("=") ? Boolean.TRUE.equals(this.feel.evaluate(readOnly, names))
				: field.readOnly().asBoolean());
	}

	private void untouched(FormField field) {
		if (NestedValues.has(this.answers, field.path())) {
			this.faults.put(field.key(), Message.of("refusal.forms.read-only"));
		}
	}

	/** Refuses keys that the form does not know, wherever they stand. */
	private void strays(String prefix, Map<?, ?> level) {
		level.forEach((name, value) -> {
			String path = prefix + name;
			if (this.schema.leadsOn(path) && value instanceof Map<?, ?> deeper) {
				strays(path + ".", deeper);
			}
			else if (name.toString().contains(".") || this.schema.field(path).isEmpty()) {
				stray(path);
			}
		});
	}

	private void stray(String path) {
		if (this.strays.size() < MAX_UNKNOWN_ANSWERS) {
			this.strays.put((path.length() > 100) ? path.substring(0, 100) : path,
					Message.of("refusal.forms.unknown-key"));
		}
	}

	/**
	 * The fields that nobody sees. What is hidden has no value, which may in turn hide or
	 * show others, so this is repeated until nothing changes.
	 */
	private Set<FormField> hidden() {
		Set<FormField> hidden = Set.of();
		if (this.schema.fields().stream().allMatch((field) -> field.hiddenWhen().isEmpty())) {
			return hidden;
		}
		Map<String, Object> names = names(hidden);
		for (int round = 0; round <= this.schema.fields().size(); round++) {
			Set<FormField> next = hiddenGiven(names);
			Map<String, Object> then = names(next);
			if (then.equals(names)) {
				return next;
			}
			hidden = next;
			names = then;
		}
		return hidden;
	}

	/** Each condition is asked once, though all fields of a group share the group's. */
	private Set<FormField> hiddenGiven(Map<String, Object> names) {
		Map<String, Boolean> asked = new HashMap<>();
		Set<FormField> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
		this.schema.fields()
			.stream()
			.filter((field) -> field.hiddenWhen()
				.stream()
				.anyMatch((condition) -> asked.computeIfAbsent(condition,
						(it) -> Boolean.TRUE.equals(this.feel.evaluate(it, names)))))
			.forEach(hidden::add);
		return hidden;
	}

	/** What expressions may name: everything known and everything answered. */
	private Map<String, Object> names(Set<FormField> hidden) {
		Map<String, Object> names = NestedValues.merge(this.answers, this.known);
		for (FormField field : this.schema.fields()) {
			if (hidden.contains(field) || !NestedValues.has(names, field.path())) {
				NestedValues.put(names, field.path(), null);
			}
		}
		this.schema.fields()
			.stream()
			.filter((field) -> field.type() == FieldType.EXPRESSION && !hidden.contains(field))
			.forEach((field) -> NestedValues.put(names, field.path(),
					this.feel.evaluate(field.text("expression"), names)));
		return names;
	}

}
