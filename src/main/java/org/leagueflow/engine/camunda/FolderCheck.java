package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leagueflow.engine.ModelFault;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Looks through one process folder for everything that would go wrong later, and says
 * what to do about each.
 */
class FolderCheck {

	private static final Pattern FOLDER = Pattern.compile("[a-z]+");

	private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

	/** What a decoder puts in place of bytes that are no UTF-8. */
	private static final char UNREADABLE = '\uFFFD';

	private final Folder folder;

	private final EngineParseCheck engine;

	private CallCheck calls;

	FolderCheck(String process, Map<String, String> files, Function<String, Class<?>> bindings, Neighbours others,
			EngineParseCheck engine) {
		this.folder = new Folder(process, files, bindings, others);
		this.engine = engine;
	}

	/** What is wrong with the folder as it ships. */
	List<ModelFault> faults() {
		if (readable()) {
			look();
			new ProcessCheck(this.folder).starters();
			this.calls.idle();
			new DecisionTableCheck(this.folder).bound();
			this.engine.look(this.folder);
		}
		return this.folder.faults();
	}

	/** What is drawn on something else. */
	List<ModelFault> overlaps() {
		if (readable()) {
			new OverlapCheck(this.folder).check();
		}
		return this.folder.faults();
	}

	/**
	 * What is wrong with an earlier version; methods that only later ones name are not,
	 * nor what was asked for only later.
	 */
	List<ModelFault> faultsOfEarlier() {
		if (readable()) {
			look();
		}
		return this.folder.faults();
	}

	private void look() {
		Supplies supplies = Supplies.of(this.folder);
		this.calls = new CallCheck(this.folder);
		Stream
			.of(new AllowedElementsCheck(this.folder), new ProcessCheck(this.folder), new TaskCheck(this.folder),
					new EventCheck(this.folder), new FlowCheck(this.folder), this.calls, new CalledCheck(this.folder),
					new ExpressionCheck(this.folder, supplies), new DecisionTableCheck(this.folder, supplies),
					new DiagramPartCheck(this.folder), new FormCheck(this.folder))
			.forEach(Check::check);
	}

	private boolean readable() {
		if (!FOLDER.matcher(this.folder.process()).matches()) {
			this.folder.fault(place(), 0, "folder.name", this.folder.process());
		}
		this.folder.files().forEach(this::file);
		this.folder.each(".dmn", this::table);
		if (this.folder.files().keySet().stream().allMatch((name) -> name.endsWith(".dmn"))) {
			new DecisionTableCheck(this.folder).check(); // Java asks about it; it needs
															// no diagram
			return false;
		}
		String xml = this.folder.files().get(this.folder.file());
		if (xml == null) {
			this.folder.fault(this.folder.file(), 0, "folder.diagram");
			return false;
		}
		return diagram(xml);
	}

	private String place() {
		return this.folder.files().keySet().stream().findFirst().orElse("bpmn/" + this.folder.process());
	}

	private void file(String path, String content) {
		boolean diagram = path.equals(this.folder.file());
		boolean table = path.startsWith("bpmn/") && path.endsWith(".dmn");
		boolean form = path.startsWith("forms/") && path.endsWith(".form");
		if (path.split("/").length != 3 || !(diagram || table || form)) {
			this.folder.fault(path, 0, "folder.file", this.folder.process());
			return;
		}
		int unreadable = content.indexOf(UNREADABLE);
		Matcher declared = DECLARED.matcher(content);
		if (unreadable >= 0) {
			this.folder.fault(path, line(content, unreadable), "file.encoding");
		}
		if (!form && declared.find() && !declared.group(1).equalsIgnoreCase("UTF-8")) {
			this.folder.fault(path, 1, "file.declared", declared.group(1));
		}
	}

	static int line(String content, int position) {
		return (int) content.substring(0, position).chars().filter((sign) -> sign == '\n').count() + 1;
	}

	private boolean diagram(String xml) {
		XmlElement root = read(this.folder.file(), xml);
		if (root == null) {
			return false;
		}
		if (!root.isBpmn("definitions")) {
			this.folder.fault(this.folder.file(), root, "file.notBpmn", root.name(), root.namespace());
			return false;
		}
		List<XmlElement> processes = root.children("process");
		if (processes.size() != 1) {
			this.folder.fault(this.folder.file(), (processes.size() > 1) ? processes.get(1) : root, "process.one",
					processes.size());
			return false;
		}
		this.folder.diagram(root);
		return true;
	}

	private void table(String path, String xml) {
		XmlElement root = read(path, xml);
		if (root == null) {
			return;
		}
		if (!root.name().equals("definitions") || !DecisionTableCheck.NAMESPACES.contains(root.namespace())) {
			this.folder.fault(path, root, "file.notDmn", root.name(), root.namespace());
			return;
		}
		this.folder.table(path, root);
	}

	private XmlElement read(String path, String xml) {
		try {
			return XmlElement.read(xml, Locale.ENGLISH);
		}
		catch (SAXException ex) {
			int line = (ex instanceof SAXParseException at) ? at.getLineNumber() : 0;
			boolean doctype = xml.contains("<!DOCTYPE");
			this.folder.fault(path, line, doctype ? "file.doctype" : "file.xml", inChinese(xml, ex.getMessage()),
					ex.getMessage());
			return null;
		}
	}

	/** The same complaint in the other language of the product. */
	private static String inChinese(String xml, String english) {
		try {
			XmlElement.read(xml, Locale.SIMPLIFIED_CHINESE);
			return english;
		}
		catch (SAXException ex) {
			return ex.getMessage();
		}
	}

	/** One way to look at a folder; tells the folder what it finds. */
	interface Check {

		void check();

	}

}
