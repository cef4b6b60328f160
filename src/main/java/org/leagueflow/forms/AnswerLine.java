package org.leagueflow.forms;

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
 */
public record AnswerLine(String key, String label, List<String> values, Boolean yes, List<Long> attachments,
		boolean essay) {

	static AnswerLine of(FormField field, Object value, Map<Object, String> options) {
		Collection<?> all = (value instanceof Collection<?> many) ? many : List.of(value);
		boolean files = field.type() == FieldType.FILEPICKER;
		return new AnswerLine(field.key(), field.label(),
				(files || value instanceof Boolean) ? List.of()
						: all.stream().map((one) -> words(field, one, options)).toList(),
				(value instanceof Boolean ticked) ? ticked : null,
				files ? all.stream().map((one) -> Long.valueOf(one.toString())).toList() : List.of(),
				field.type() == FieldType.TEXTAREA);
	}

	private static String words(FormField field, Object value, Map<Object, String> options) {
		String text = options.getOrDefault(Options.same(value), String.valueOf(value));
		return (field.type() == FieldType.DATETIME) ? text.replace('T', ' ') : text;
	}

}
