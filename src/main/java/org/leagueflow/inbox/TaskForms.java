package org.leagueflow.inbox;

import java.util.HashMap;
import java.util.Map;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Task;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.forms.Forms;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The forms that tasks and starts are answered on, with what they show and choose from.
 */
@Component
class TaskForms {

	private final Catalogue catalogue;

	private final Forms forms;

	private final People people;

	private final ObjectProvider<TaskValues> values;

	TaskForms(Catalogue catalogue, Forms forms, People people, ObjectProvider<TaskValues> values) {
		this.catalogue = catalogue;
		this.forms = forms;
		this.people = people;
		this.values = values;
	}

	/** The answers as they count, checked against the form the task was deployed with. */
	Answers check(Task task, Actor by, Map<String, Object> raw) {
		return new Answers(this.forms.check(schema(task), raw, known(task, by)));
	}

	/** The answers of a start form as they count. */
	Answers check(String processVersion, String formId, Map<String, Object> raw, Map<String, Object> known) {
		return new Answers(this.forms.check(schema(processVersion, formId), raw, known));
	}

	FormSchema schema(Task task) {
		return schema(task.processVersion(), task.formId());
	}

	FormSchema schema(String processVersion, String formId) {
		return this.catalogue.form(processVersion, formId)
			.map(this.forms::schema)
			.orElseThrow(() -> new IllegalStateException("No form " + formId + " in " + processVersion));
	}

	Map<String, Object> known(Task task, Actor by) {
		Map<String, Object> known = new HashMap<>();
		this.values.orderedStream()
			.filter((one) -> one.process().equals(task.process()))
			.forEach((one) -> known.putAll(one.values(task, by)));
		return known;
	}

	void dropDraft(String taskId, Actor by) {
		// Drafts are deleted here once the forms module keeps them.
	}

	String nameOf(Long personId) {
		return this.people.person(personId).name();
	}

}
