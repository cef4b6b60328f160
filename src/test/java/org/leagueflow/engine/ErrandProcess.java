package org.leagueflow.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leagueflow.kernel.CaseId;

/** The binding of the called test diagram, remembering what it was asked. */
@ProcessBinding(value = "errand", messages = { "arrived", "asked", "recalled" })
public class ErrandProcess {

	final List<String> asked = new CopyOnWriteArrayList<>();

	public void note(CaseId caseId, String matter) {
		this.asked.add("note " + caseId + " " + matter);
	}

	public void fetch(Task task, Answers answers) {
		this.asked.add("fetch " + task.caseId() + " " + task.matter() + " " + answers.text("found"));
	}

}
