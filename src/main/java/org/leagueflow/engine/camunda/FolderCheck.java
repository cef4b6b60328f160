package org.leagueflow.engine.camunda;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Looks through one process folder for everything that would go wrong later, and says
 * what to do about each.
 */
class FolderCheck {

	private static final Pattern FOLDER = Pattern.compile("[a-z]+");

	private final Folder folder;

	private final CallLook calls;

	private final DecisionLook decisions;

	FolderCheck(String process, Map<String, String> files, Function<String, Class<?>> bindings) {
		this.folder = new Folder(process, files, bindings);
		this.calls = new CallLook(this.folder);
		this.decisions = new DecisionLook(this.folder);
	}

	/** What is wrong with the folder as it ships. */
	List<String> faults() {
		List<String> found = faultsOfEarlier();
		if (this.folder.diagram() != null) {
			new ProcessLook(this.folder).starters();
			this.calls.idle();
			this.decisions.bound();
		}
		return found;
	}

	/**
	 * What is wrong with an earlier version; methods that only later ones name are not,
	 * nor what was asked for only later.
	 */
	List<String> faultsOfEarlier() {
		if (readable()) {
			looks().forEach(Look::look);
		}
		return this.folder.faults();
	}

	private Stream<Look> looks() {
		return Stream.of(new ProcessLook(this.folder), new TaskLook(this.folder), this.calls, this.decisions,
				new FlowLook(this.folder), new CodeLook(this.folder), new PictureLook(this.folder),
				new FormLook(this.folder));
	}

	private boolean readable() {
		if (!FOLDER.matcher(this.folder.process()).matches()) {
			this.folder.fault("name the folder with one lower-case English word");
		}
		if (this.folder.files().keySet().stream().allMatch((name) -> name.endsWith(".dmn"))) {
			return false; // a table that Java asks about needs no diagram
		}
		String xml = this.folder.files().get(this.folder.file());
		if (xml == null) {
			this.folder.fault("put the diagram into a file of this name, like its folder");
			return false;
		}
		try {
			this.folder.read(xml);
		}
		catch (RuntimeException ex) {
			this.folder.fault("mend the XML, it is not a BPMN 2.0 diagram: " + ex.getMessage());
			return false;
		}
		Collection<Process> processes = this.folder.elements(Process.class);
		if (processes.size() != 1) {
			this.folder.fault("keep exactly one process in the file, there are " + processes.size());
		}
		return processes.size() == 1;
	}

	/** One way to look at a folder; tells the folder what it finds. */
	interface Look {

		void look();

	}

}
