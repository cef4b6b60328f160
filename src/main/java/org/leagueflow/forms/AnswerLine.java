package org.leagueflow.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One past answer in words.
 *
 * @param key the field's key
 * @param label the question
 * @param values the answer, option values replaced by their labels
 * @param yes for a checkbox whether it was ticked; otherwise null
 * @param attachments ids of attached files
 * @param essay whether line breaks matter
 * @param when a date, or a date with its time, to be said in the reader's words; null for
 * anything else
 */
public record AnswerLine(String key, String label, List<String> values, Boolean yes, List<Long> attachments,
		boolean essay, Temporal when) {

	public boolean allDay() {
		return this.when instanceof LocalDate;
	}

	static AnswerLine of(FormField field, Object value, Map<Object, String> options) {
		Collection<?> all = (value instanceof Collection<?> many) ? many : List.of(value);
		boolean files = field.type() == FieldType.FILEPICKER;
		return new AnswerLine(field.key(), field.label(),
				(files || value instanceof Boolean) ? List.of()
						: all.stream().map((one) -> words(field, one, options)).toList(),
				(value instanceof Boolean ticked) ? ticked : null,
				files ? all.stream().map((one) -> Long.valueOf(one.toString())).toList() : List.of(),
				field.type() == FieldType.TEXTAREA, when(field, value));
	}

	private static Temporal when(FormField field, Object value) {
		if (field.type() != FieldType.DATETIME || field.text("subtype").equals("time")) {
			return null;
		}
		try {
			return field.text("subtype").equals("date") ? LocalDate.parse(value.toString())
					: LocalDateTime.parse(value.toString());
		}
		catch (DateTimeParseException ex) {
			return null; // shown as it was written
		}
	}

	private static String words(FormField field, Object value, Map<Object, String> options) {
		String text = options.getOrDefault(Options.same(value), String.valueOf(value));
		return (field.type() == FieldType.DATETIME) ? text.replace('T', ' ') : text;
	}

}
