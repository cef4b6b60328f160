package org.leagueflow.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.Task;
import org.leagueflow.forms.Attachments;
import org.leagueflow.forms.Drafts;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.forms.FormView;
import org.leagueflow.forms.Forms;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The forms that tasks and starts are answered on, with what they show and choose from.
 */
@Component
class TaskForms {

	private final Catalogue catalogue;

	private final Forms forms;

	private final People people;

	private final Drafts drafts;

	private final Attachments attachments;

	/** Known from the first question on. */
	private final Supplier<List<TaskValues>> values;

	TaskForms(Catalogue catalogue, Forms forms, People people, Drafts drafts, Attachments attachments,
			ObjectProvider<TaskValues> values) {
		this.drafts = drafts;
		this.attachments = attachments;
		this.catalogue = catalogue;
		this.forms = forms;
		this.people = people;
		this.values = SingletonSupplier.of(() -> values.orderedStream().toList());
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
		this.values.get()
			.stream()
			.filter((one) -> one.process().equals(task.process()))
			.forEach((one) -> known.putAll(one.values(task, by)));
		return known;
	}

	/** The form of a task as a page shows it, with what this person left unfinished. */
	FormView view(Task task, Actor by) {
		FormView fresh = FormView.of(schema(task), known(task, by), "/inbox/" + task.id(), draftOf(task.id()));
		return this.drafts.find(by.personId(), draftOf(task.id())).map(fresh::resumed).orElse(fresh);
	}

	/** One form for several tasks; it keeps no draft. */
	FormView view(Task task, Actor by, String action) {
		return FormView.of(schema(task), known(task, by), action, null);
	}

	/** The start form as a page shows it. */
	FormView view(ProcessInfo info, Map<String, Object> known, Actor by) {
		String draft = "start:" + info.id();
		FormView fresh = FormView.of(schema(info.version(), info.id() + "-start"), known, "/start/" + info.id(), draft);
		return this.drafts.find(by.personId(), draft).map(fresh::resumed).orElse(fresh);
	}

	/** Files the attachments that the answers name under the case. */
	void file(CaseId caseId, FormSchema schema, Answers answers, Actor by) {
		List<Long> attached = schema.attachments(answers.values());
		if (!attached.isEmpty()) {
			this.attachments.file(caseId, attached, by);
		}
	}

	/** What was submitted is no draft any more, for nobody. */
	void dropDrafts(String taskId) {
		this.drafts.deleteAll(draftOf(taskId));
	}

	void dropStartDraft(String process, Actor by) {
		this.drafts.delete(by.personId(), "start:" + process);
	}

	private static String draftOf(String taskId) {
		return "task:" + taskId;
	}

	String nameOf(Long personId) {
		return this.people.person(personId).name();
	}

}
