package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.kernel.Message;
import org.springframework.core.annotation.AnnotationUtils;
import org.xml.sax.SAXException;

/** A process folder that is looked through, and what was found wrong with it so far. */
final class Folder {

	/** Everything of the standard that a token can stand on. */
	static final String[] NODES = { "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent",
			"boundaryEvent", "userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "scriptTask",
			"manualTask", "task", "callActivity", "subProcess", "transaction", "adHocSubProcess", "exclusiveGateway",
			"inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway" };

	private static final Set<String> NODE_NAMES = Set.of(NODES);

	private final String process;

	private final Map<String, String> files;

	private final Function<String, Class<?>> bindings;

	private final Neighbours others;

	private final Set<ModelFault> faults = new LinkedHashSet<>();

	private final Map<String, XmlElement> byId = new LinkedHashMap<>();

	private final Map<String, XmlElement> tables = new TreeMap<>();

	private final Map<String, FormSchema> forms = new TreeMap<>();

	private XmlElement root;

	Folder(String process, Map<String, String> files, Function<String, Class<?>> bindings, Neighbours others) {
		this.process = process;
		this.files = files;
		this.bindings = bindings;
		this.others = others;
	}

	String process() {
		return this.process;
	}

	Map<String, String> files() {
		return this.files;
	}

	/** Looks at every file whose name ends like this, as path and content. */
	void each(String ending, BiConsumer<String, String> look) {
		this.files.forEach((path, content) -> {
			if (path.endsWith(ending)) {
				look.accept(path, content);
			}
		});
	}

	/** The names of the process folders that there are beside this one. */
	Set<String> others() {
		return this.others.folders().keySet();
	}

	/**
	 * The process of another folder; empty where there is none, or none that can be read.
	 */
	Optional<XmlElement> other(String name) {
		if (name.equals(this.process)) {
			return Optional.of(processElement());
		}
		String xml = this.others.folders().getOrDefault(name, Map.of()).get("bpmn/" + name + "/" + name + ".bpmn");
		try {
			return (xml != null) ? XmlElement.read(xml, Locale.ENGLISH).children("process").stream().findFirst()
					: Optional.empty();
		}
		catch (SAXException ex) {
			return Optional.empty();
		}
	}

	/** The matters for which that process may be called; empty where any will do. */
	Optional<Collection<String>> mattersOf(String name) {
		return this.others.mattersOf(name);
	}

	/** Whether the folder's process is started by other parts only, never from a form. */
	boolean startedByOthers() {
		return "false".equals(processElement().camunda("isStartableInTasklist"));
	}

	String file() {
		return "bpmn/" + this.process + "/" + this.process + ".bpmn";
	}

	String formFile(String box) {
		return "forms/" + this.process + "/" + box + ".form";
	}

	/** The class that binds this process, or null. */
	Class<?> binding(String name) {
		return this.bindings.apply(name);
	}

	/** What the class that binds this process declares, or null. */
	ProcessBinding declared() {
		Class<?> type = binding(this.process);
		return (type != null) ? AnnotationUtils.findAnnotation(type, ProcessBinding.class) : null;
	}

	/** The roles that persons hold in one case of this process. */
	Set<String> caseRoles() {
		return (declared() != null) ? Set.of(declared().roles()) : Set.of();
	}

	void diagram(XmlElement root) {
		this.root = root;
		index(root);
	}

	private void index(XmlElement part) {
		part.all().forEach((element) -> {
			if (element.id() != null) {
				this.byId.putIfAbsent(element.id(), element);
			}
		});
	}

	/** The diagram's root, or null where it could not be read. */
	XmlElement diagram() {
		return this.root;
	}

	XmlElement processElement() {
		return this.root.children("process").get(0);
	}

	/** The elements of the process with one of these names of the standard. */
	List<XmlElement> elements(String... names) {
		return processElement().all(names);
	}

	List<XmlElement> nodes() {
		return elements(NODES);
	}

	static boolean isNode(XmlElement element) {
		return XmlElement.BPMN.equals(element.namespace()) && NODE_NAMES.contains(element.name());
	}

	Optional<XmlElement> byId(String id) {
		return Optional.ofNullable((id != null) ? this.byId.get(id) : null);
	}

	void table(String path, XmlElement table) {
		this.tables.put(path, table);
	}

	/** Decision tables by path, those that could be read. */
	Map<String, XmlElement> tables() {
		return this.tables;
	}

	void form(String box, FormSchema form) {
		this.forms.put(box, form);
	}

	/** Forms by box, those that could be read. */
	Map<String, FormSchema> forms() {
		return this.forms;
	}

	/** Something is wrong with this part of the diagram. */
	void fault(XmlElement at, String key, Object... args) {
		fault(file(), at, key, args);
	}

	/** Something is wrong with this part of a diagram or table. */
	void fault(String path, XmlElement at, String key, Object... args) {
		this.faults.add(new ModelFault(path, at.line(), box(at), message(key, args), null));
	}

	/** Something is wrong with a file, at a line or (0) as a whole. */
	void fault(String path, int line, String key, Object... args) {
		this.faults.add(new ModelFault(path, line, null, message(key, args), null));
	}

	/** A reader of the language complains of this part, in its own words. */
	void said(String path, XmlElement at, String words, String key, Object... args) {
		this.faults.add(new ModelFault(path, at.line(), box(at), message(key, args), words));
	}

	/** A reader of the language complains of a file, in its own words. */
	void said(String path, int line, String words, String key, Object... args) {
		this.faults.add(new ModelFault(path, line, null, message(key, args), words));
	}

	private static Message message(String key, Object... args) {
		Object[] words = new Object[args.length];
		for (int i = 0; i < args.length; i++) {
			words[i] = (args[i] instanceof Message) ? args[i] : String.valueOf(args[i]);
		}
		return Message.of("fault." + key, words);
	}

	void fault(ModelFault fault) {
		this.faults.add(fault);
	}

	/** In the order of the files and their lines. */
	List<ModelFault> faults() {
		return this.faults.stream()
			.sorted(Comparator.comparing(ModelFault::file).thenComparing(ModelFault::line))
			.toList();
	}

	/** Whether something was found at this element already. */
	boolean faulty(String id) {
		return byId(id)
			.map((element) -> this.faults.stream()
				.anyMatch((fault) -> fault.line() == element.line() && fault.file().equals(file())))
			.orElse(!this.faults.isEmpty());
	}

	/** What people see of the box around: its name and id. */
	static String box(XmlElement at) {
		return at.outwards()
			.filter((element) -> isNode(element) || Set
				.of("sequenceFlow", "process", "decision", "participant", "lane", "message", "error", "escalation",
						"signal", "rule", "input", "output")
				.contains(element.name()))
			.findFirst()
			.map(Folder::label)
			.orElse(null);
	}

	static String label(XmlElement element) {
		String name = element.get("name");
		String id = (element.id() != null) ? element.id() : element.name();
		String own = blank(name) ? id : name.strip().replaceAll("\\s+", " ") + " (" + id + ")";
		boolean inTable = Set.of("rule", "input", "output").contains(element.name());
		return inTable ? element.outwards()
			.filter((around) -> around.name().equals("decision"))
			.map((around) -> label(around) + ", " + own)
			.findFirst()
			.orElse(own) : own;
	}

	/** A role at this place must be one of those that mean something there. */
	void role(String role, Set<String> possible, XmlElement at, String attribute) {
		if (!possible.contains(role)) {
			fault(at, "role.unknown", role, attribute,
					new TreeSet<>(possible).stream().collect(Collectors.joining(", ")));
		}
	}

	/** Whether the flow may go on in several ways here. */
	boolean branches(XmlElement node) {
		return node.isBpmn("exclusiveGateway", "inclusiveGateway") && outgoing(node).size() > 1;
	}

	List<XmlElement> outgoing(XmlElement node) {
		return flows("sourceRef", node);
	}

	List<XmlElement> incoming(XmlElement node) {
		return flows("targetRef", node);
	}

	private List<XmlElement> flows(String end, XmlElement node) {
		List<XmlElement> flows = new ArrayList<>();
		for (XmlElement flow : node.parent().children("sequenceFlow")) {
			if (node.id() != null && node.id().equals(flow.get(end))) {
				flows.add(flow);
			}
		}
		return flows;
	}

	static List<String> csv(String text) {
		return blank(text) ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
	}

	static boolean blank(String text) {
		return text == null || text.isBlank();
	}

}
