package org.leagueflow.engine;

import java.util.Map;
import org.leagueflow.kernel.Json;

/**
 * What a person answered on a form, already checked against its schema.
 *
 * @param values the answers by form key
 */
public record Answers(Map<String, Object> values) {

	/** No answers, for boxes whose form has no fields. */
	public static final Answers NONE = new Answers(Map.of());

	public Object get(String key) {
		return this.values.get(key);
	}

	public String text(String key) {
		Object value = this.values.get(key);
		return (value != null) ? value.toString() : null;
	}

	public boolean yes(String key) {
		return Boolean.TRUE.equals(this.values.get(key)) || "true".equals(this.values.get(key))
				|| "yes".equals(this.values.get(key));
	}

	/** The answers as a typed record. */
	public <T> T as(Class<T> type) {
		return Json.convert(this.values, type);
	}

}
