package org.leagueflow.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Json;
import org.springframework.stereotype.Component;

/**
 * Names the files that a form still holds from before; {@code @fileNames} in templates.
 */
@Component("fileNames")
public class FileNames {

	private final Forms forms;

	private final AttachmentService attachments;

	FileNames(Forms forms, AttachmentService attachments) {
		this.forms = forms;
		this.attachments = attachments;
	}

	/**
	 * Number to name as a JSON object that is safe inside a script block; of files that
	 * this person may open.
	 */
	public String block(FormView view, Actor by) {
		List<Long> ids = this.forms.schema(view.schemaJson()).attachments(view.values());
		Map<String, String> names = new LinkedHashMap<>();
		this.attachments.readable(ids, by).forEach((card) -> names.put(Long.toString(card.id()), card.name()));
		return FormView.block(Json.write(names));
	}

}
