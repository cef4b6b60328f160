package org.leagueflow.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What processes there are and what their diagrams say, as deployed. */
public interface Catalogue {

	/** The version of every process in which this node starts new cases, by id. */
	List<ProcessInfo> all();

	/**
	 * Those of them that a case may be of: not the ones that only boxes of others call.
	 */
	List<ProcessInfo> ofCases();

	Optional<ProcessInfo> find(String process);

	/** The process in one deployed version. */
	ProcessInfo version(String processVersion);

	/**
	 * The diagram's XML of one deployed version, with names in that language where it has
	 * them.
	 */
	String diagram(String processVersion, Locale language);

	/**
	 * The form-js schema of one form as deployed with that version, or empty when there
	 * is none.
	 */
	Optional<String> form(String processVersion, String formId);

	/**
	 * A property of a box or another element ({@code camunda:property}), such as
	 * {@code dueFrom} or {@code name.en}, or empty when the diagram gives it none.
	 */
	Optional<String> property(String processVersion, String element, String name);

	/**
	 * Boxes of the case's own process that it passed and boxes it stands on, by element
	 * id; while a called process runs, the box that calls it.
	 */
	Progress progress(org.leagueflow.kernel.CaseId caseId);

	/**
	 * A process as its diagram tells it.
	 *
	 * @param id the process id, {@code admission}
	 * @param version the definition id with version
	 * @param number the version's number
	 * @param name what people call it, {@code 发展团员}
	 * @param sentence the diagram's documentation, one sentence
	 * @param starters roles that may start it; nobody may when empty
	 * @param begin the id of the start event
	 * @param startable whether people start it from a form; false when another part of
	 * the application does
	 * @param stages the top-level stages in order
	 * @param boxes user tasks by id
	 * @param outcomes names of end events on the top level by id
	 */
	record ProcessInfo(String id, String version, int number, String name, String sentence, List<String> starters,
			String begin, boolean startable, List<Stage> stages, Map<String, Box> boxes, Map<String, String> outcomes) {
	}

	/**
	 * A stage: a top-level embedded sub-process.
	 *
	 * @param next the stages that may follow at some time when it ends as drawn
	 */
	record Stage(String id, String name, Set<String> next) {
	}

	/** A user task: its id, name, role (or null) and the stage it stands in (or null). */
	record Box(String id, String name, String role, String stage) {
	}

	/**
	 * Where a case is: boxes passed, boxes it stands on.
	 *
	 * @param entered all of them, in the order in which they were entered first
	 */
	record Progress(String processVersion, List<String> passed, List<String> current, List<String> entered) {
	}

}
