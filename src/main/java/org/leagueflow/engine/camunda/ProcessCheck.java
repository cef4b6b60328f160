package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.leagueflow.kernel.Roles;

/** Checks the process as a whole and the names in it. */
final class ProcessCheck implements FolderCheck.Check {

	static final Pattern BOX = Pattern.compile("[a-z][A-Za-z0-9]*");

	private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,60}");

	private final Folder folder;

	ProcessCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		process(this.folder.processElement());
		this.folder.nodes().forEach(this::node);
	}

	private void process(XmlElement it) {
		if (!this.folder.process().equals(it.id())) {
			this.folder.fault(it, "process.id", this.folder.process(), it.id());
		}
		if (!"true".equals(it.get("isExecutable"))) {
			this.folder.fault(it, "process.executable");
		}
		if (Folder.blank(it.get("name"))) {
			this.folder.fault(it, "process.name");
		}
		String kept = it.camunda("historyTimeToLive");
		if (Folder.blank(kept) || !readable(kept)) {
			this.folder.fault(it, "process.ttl", String.valueOf(kept));
		}
	}

	private static boolean readable(String kept) {
		try {
			return ParseUtil.parseHistoryTimeToLive(kept) != null;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/** Who starts it; editions from before this was asked for are started no more. */
	void starters() {
		XmlElement it = this.folder.processElement();
		List<String> roles = Folder.csv(it.camunda("candidateStarterGroups"));
		if (!"false".equals(it.camunda("isStartableInTasklist")) && roles.isEmpty()) {
			this.folder.fault(it, "process.starters", Roles.MEMBER);
		}
		roles.forEach((role) -> this.folder.role(role, Roles.STARTING, it, "camunda:candidateStarterGroups"));
	}

	private void node(XmlElement node) {
		if (node.id() == null) {
			this.folder.fault(node, "box.noId", node.name());
		}
		else if (node.isBpmn("userTask", "callActivity") && !BOX.matcher(node.id()).matches()) {
			this.folder.fault(node, "box.id", node.id(), this.folder.process());
		}
		else if (!ID.matcher(node.id()).matches()) {
			this.folder.fault(node, "box.anyId", node.id());
		}
		boolean activity = node.name().endsWith("Task") || node.isBpmn("subProcess", "callActivity");
		boolean mustBeNamed = activity || node.isBpmn("endEvent") || this.folder.branches(node);
		if (mustBeNamed && !"true".equals(node.get("triggeredByEvent")) && Folder.blank(node.get("name"))) {
			this.folder.fault(node, "box.name", node.id());
		}
	}

}
