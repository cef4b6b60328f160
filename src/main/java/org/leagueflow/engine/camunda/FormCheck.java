package org.leagueflow.engine.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.kernel.Json;

/**
 * Checks forms: each belongs to a box, has a valid schema, uses no name of the engine's,
 * and compares its answers with possible values.
 */
final class FormCheck implements FolderCheck.Check {

	private final Folder folder;

	FormCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		this.folder.each(".form", this::form);
	}

	private void form(String path, String content) {
		String box = path.substring(path.lastIndexOf('/') + 1, path.length() - ".form".length());
		String wanted = this.folder.process() + "-" + box;
		JsonNode json;
		try {
			json = Json.read(content);
		}
		catch (UncheckedIOException ex) {
			int line = (ex.getCause() instanceof JsonProcessingException at && at.getLocation() != null)
					? at.getLocation().getLineNr() : 0;
			this.folder.said(path, line, ex.getCause().getMessage().lines().findFirst().orElse(""), "form.json");
			return;
		}
		if (!json.path("id").asText().equals(wanted)) {
			this.folder.fault(path, line(content, "id", json.path("id").asText()), "form.id", wanted,
					json.path("id").asText());
		}
		if (!box.equals("start") && this.folder.byId(box).filter((it) -> it.isBpmn("userTask")).isEmpty()) {
			this.folder.fault(path, 0, "form.lonely", box);
		}
		FormSchema schema = FormSchema.parse(content);
		for (String key : schema.names()) {
			if (taken(key)) {
				this.folder.fault(path, line(content, "key", key), "form.taken", key);
			}
		}
		Stream.concat(schema.problems().stream(), schema.unknownReaders(this.folder.caseRoles()).stream())
			.forEach((problem) -> this.folder.fault(new ModelFault(path, 0, null, problem.what(), problem.said())));
		compares(path, content, schema, json);
	}

	/** Whether the engine or a called process would put something else there. */
	private boolean taken(String key) {
		boolean matter = key.equals(Calls.MATTER) && this.folder.startedByOthers();
		boolean outcome = this.folder.elements("callActivity")
			.stream()
			.anyMatch((call) -> call.id() != null && key.equals(Calls.outcomeOf(call.id())));
		return matter || outcome || key.equals(BindingResolver.CASE_ID) || key.equals(EventTranslation.OUTCOME)
				|| this.folder.binding(key) != null;
	}

	/** The line on which a property has this value, or 0. */
	private static int line(String content, String property, String value) {
		var found = java.util.regex.Pattern
			.compile("\"" + property + "\"\\s*:\\s*\"" + java.util.regex.Pattern.quote(value))
			.matcher(content);
		return found.find() ? FolderCheck.line(content, found.start()) : 0;
	}

	private void compares(String path, String content, FormSchema schema, JsonNode node) {
		if (node.isTextual() && node.asText().startsWith("=")) {
			FeelReader read = FeelReader.expression(node.asText().substring(1));
			if (read.fault() != null) {
				read.tell((key, args) -> this.folder.said(path, line(content, node.asText()), read.fault(), key, args),
						node.asText());
			}
			for (FeelReader.Compared compared : read.compared()) {
				Optional<Supply> answer = schema.field(compared.name()).map(Supplies::answer);
				answer.filter((supply) -> !supply.may(compared.value()))
					.ifPresent((supply) -> this.folder.fault(path, line(content, node.asText()), "table.value",
							compared.value(), node.asText(), supply.list()));
			}
		}
		node.forEach((part) -> compares(path, content, schema, part));
	}

	private static int line(String content, String expression) {
		int at = content.indexOf(expression.replace("\"", "\\\""));
		return (at >= 0) ? FolderCheck.line(content, at) : 0;
	}

}
