package org.leagueflow.engine.camunda;

import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.kernel.Json;

/** Every form belongs to a box, is sound, and takes no name that the engine uses. */
final class FormLook implements FolderCheck.Look {

	private final Folder folder;

	FormLook(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void look() {
		this.folder.each(".form", this::form);
	}

	private void form(String path, String content) {
		String box = path.substring(path.lastIndexOf('/') + 1, path.length() - ".form".length());
		try {
			String id = Json.read(content).path("id").asText();
			if (!id.equals(this.folder.process() + "-" + box)) {
				this.folder.fault(path,
						"set the form's id to '" + this.folder.process() + "-" + box + "', it is '" + id + "'");
			}
		}
		catch (RuntimeException ex) {
			this.folder.fault(path, "mend the JSON: " + ex.getMessage());
			return;
		}
		if (!box.equals("start") && !(this.folder.diagram().model().getModelElementById(box) instanceof UserTask)) {
			this.folder.fault(path, "draw a user task '" + box + "' or delete the form");
		}
		FormSchema schema = FormSchema.parse(content);
		for (String key : schema.names()) {
			if (key.equals(BindingResolver.CASE_ID) || key.equals(EventTranslation.OUTCOME)
					|| this.folder.binding(key) != null) {
				this.folder.fault(path, "rename the field '" + key + "', the engine uses that name itself");
			}
		}
		schema.problems().forEach((problem) -> this.folder.fault(path, "mend " + problem));
	}

}
