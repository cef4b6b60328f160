package org.leagueflow.forms;

import java.io.UncheckedIOException;
import java.util.Map;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;

/**
 * A form as a page shows it: {@code th:replace="~{forms/form :: form(${view})}"}.
 *
 * @param schemaJson the form-js schema
 * @param valuesJson what the fields show, as a JSON object
 * @param errors what the server said about fields, by key
 * @param action where the answers are posted to, as field {@code answers}
 * @param idempotencyKey posted along as {@code idempotencyKey}, so that a second click is
 * no second answer
 * @param draftKey where drafts are kept, or null for no drafts
 * @param readOnly whether it is only shown
 */
public record FormView(String schemaJson, String valuesJson, Map<String, Message> errors, String action,
		String idempotencyKey, String draftKey, boolean readOnly) {

	/** A fresh form with these values. */
	public static FormView of(FormSchema schema, Map<String, Object> values, String action, String draftKey) {
		return new FormView(schema.json(), Json.write(values), Map.of(), action, java.util.UUID.randomUUID().toString(),
				draftKey, false);
	}

	/** The same form after the server refused: what was entered, and what was said. */
	public FormView refused(String enteredJson, Map<String, Message> said) {
		return showing(enteredJson, said);
	}

	/** The same form with what was written before and not submitted. */
	public FormView resumed(Draft draft) {
		return showing(draft.answers(), this.errors);
	}

	private FormView showing(String enteredJson, Map<String, Message> said) {
		String values = readable(enteredJson)
				? Json.write(NestedValues.merge(Json.readMap(this.valuesJson), Json.readMap(enteredJson)))
				: this.valuesJson;
		return new FormView(this.schemaJson, values, said, this.action, this.idempotencyKey, this.draftKey,
				this.readOnly);
	}

	private static boolean readable(String json) {
		try {
			return json != null && Json.readMap(json) != null;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	public FormView withIdempotencyKey(String key) {
		return new FormView(this.schemaJson, this.valuesJson, this.errors, this.action, key, this.draftKey,
				this.readOnly);
	}

	/** What the fields show. */
	Map<String, Object> values() {
		return readable(this.valuesJson) ? Json.readMap(this.valuesJson) : Map.of();
	}

	/** The schema, safe inside a script block. */
	public String schemaBlock() {
		return block(this.schemaJson);
	}

	/** The values, safe inside a script block. */
	public String valuesBlock() {
		return block((this.valuesJson != null && !this.valuesJson.isBlank()) ? this.valuesJson : "{}");
	}

	static String block(String json) {
		return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
	}

}
