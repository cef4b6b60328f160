package org.leagueflow.engine.camunda;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.leagueflow.engine.EarlierBox;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Roles;

/**
 * Looks through one process folder for everything that would go wrong later, and says
 * what to do about each.
 */
class FolderCheck {

	private static final Pattern BOX = Pattern.compile("[a-z][A-Za-z0-9]*");

	private static final Pattern FOLDER = Pattern.compile("[a-z]+");

	private static final Pattern ISO = Pattern.compile("R?\\d*/?P[0-9YMWDTHMS.]+");

	private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "delegateExpression", "type",
			"variableMappingClass", "variableMappingDelegateExpression", "taskPriority", "formKey", "formRef");

	private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "taskListener", "executionListener",
			"connector", "formData", "scriptTask");

	private final String process;

	private final Map<String, String> files;

	private final Function<String, Class<?>> bindings;

	private final List<String> faults = new ArrayList<>();

	private Diagram diagram;

	private final Set<String> called = new HashSet<>();

	FolderCheck(String process, Map<String, String> files, Function<String, Class<?>> bindings) {
		this.process = process;
		this.files = files;
		this.bindings = bindings;
	}

	/** What is wrong with the folder as it ships. */
	List<String> faults() {
		List<String> found = faultsOfEarlier();
		if (this.diagram != null) {
			binding();
		}
		return found;
	}

	/**
	 * What is wrong with an earlier version; methods that only later ones name are not.
	 */
	List<String> faultsOfEarlier() {
		if (!readable()) {
			return this.faults;
		}
		process();
		names();
		userTasks();
		expressions();
		decisions();
		conditions();
		gateways();
		noCode();
		timersAndMessages();
		loops();
		picture();
		forms();
		return this.faults;
	}

	private String file() {
		return "bpmn/" + this.process + "/" + this.process + ".bpmn";
	}

	private void fault(String words) {
		this.faults.add(file() + ": " + words);
	}

	private boolean readable() {
		if (!FOLDER.matcher(this.process).matches()) {
			fault("name the folder with one lower-case English word");
		}
		if (this.files.keySet().stream().allMatch((name) -> name.endsWith(".dmn"))) {
			return false; // a table that Java asks about needs no diagram
		}
		String xml = this.files.get(file());
		if (xml == null) {
			fault("put the diagram into a file of this name, like its folder");
			return false;
		}
		try {
			this.diagram = new Diagram(xml);
		}
		catch (RuntimeException ex) {
			fault("mend the XML, it is not a BPMN 2.0 diagram: " + ex.getMessage());
			return false;
		}
		Collection<Process> processes = elements(Process.class);
		if (processes.size() != 1) {
			fault("keep exactly one process in the file, there are " + processes.size());
		}
		return processes.size() == 1;
	}

	private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> elements(Class<T> type) {
		return this.diagram.model().getModelElementsByType(type);
	}

	private void process() {
		Process it = this.diagram.process();
		if (!this.process.equals(it.getId())) {
			fault("set the process id to '" + this.process + "', it is '" + it.getId() + "'");
		}
		if (!it.isExecutable()) {
			fault("set isExecutable on the process");
		}
		if (blank(it.getName())) {
			fault("name the process, it is shown on the start page");
		}
		if (blank(it.getCamundaHistoryTimeToLiveString())) {
			fault("set camunda:historyTimeToLive on the process, for example P730D");
		}
		for (String role : csv(it.getCamundaCandidateStarterGroups())) {
			role(role, "candidateStarterGroups of the process");
		}
	}

	private void names() {
		for (FlowNode node : elements(FlowNode.class)) {
			if (!BOX.matcher(node.getId()).matches()) {
				fault("give '" + node.getId() + "' an id of lower-case letters like a verb, for example 'review'");
			}
			boolean mustBeNamed = node instanceof Activity || node instanceof EndEvent || branches(node);
			if (mustBeNamed && blank(node.getName())) {
				fault("name '" + node.getId() + "', people read it");
			}
		}
	}

	private boolean branches(FlowNode node) {
		return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway) && node.getOutgoing().size() > 1;
	}

	private void userTasks() {
		for (UserTask task : elements(UserTask.class)) {
			List<String> roles = csv(task.getCamundaCandidateGroups());
			if (roles.size() != 1) {
				fault("give user task '" + task.getId() + "' exactly one role in camunda:candidateGroups");
			}
			roles.forEach((role) -> role(role, "user task '" + task.getId() + "'"));
			if (!blank(task.getCamundaAssignee()) || !blank(task.getCamundaCandidateUsers())) {
				fault("take camunda:assignee and candidateUsers off '" + task.getId() + "', roles find people");
			}
			form(task.getId());
		}
		if (this.diagram.process().isCamundaStartableInTasklist()) {
			form("start");
		}
	}

	private void form(String box) {
		if (!this.files.containsKey("forms/" + this.process + "/" + box + ".form")) {
			fault("add the form forms/" + this.process + "/" + box + ".form for '" + box + "'");
		}
	}

	private void role(String role, String where) {
		if (!Roles.ALL.contains(role)) {
			fault("use a role that exists instead of '" + role + "' at " + where + ": " + Roles.ALL);
		}
	}

	/**
	 * Every call in an expression must lead to a method of the process's own binding,
	 * with as many arguments.
	 */
	private void expressions() {
		for (String expression : allExpressions()) {
			for (Expressions.Call call : Expressions.calls(expression)) {
				check(call, expression);
			}
		}
	}

	private List<String> allExpressions() {
		List<String> found = new ArrayList<>();
		collect(this.diagram.model().getDocument().getRootElement(), found);
		return found;
	}

	private static void collect(DomElement element, List<String> found) {
		for (String attribute : List.of("expression", "dueDate", "followUpDate", "collection", "decisionRef",
				"priority", "calledElement", "businessKey", "source", "sourceExpression")) {
			String text = element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute);
			if (text != null && text.contains("${")) {
				found.add(text);
			}
		}
		if (element.getChildElements().isEmpty() && element.getTextContent().contains("${")) {
			found.add(element.getTextContent());
		}
		element.getChildElements().forEach((child) -> collect(child, found));
	}

	private void check(Expressions.Call call, String expression) {
		Class<?> type = this.bindings.apply(call.bean());
		if (type == null) {
			fault("call a class annotated @ProcessBinding(\"" + call.bean() + "\") or none in " + expression);
			return;
		}
		if (call.bean().equals(this.process)) {
			this.called.add(call.method());
		}
		boolean fits = Bindings.methods(type)
			.stream()
			.anyMatch((method) -> method.getName().equals(call.method()) && method.getParameterCount() == call.arity());
		if (!fits) {
			fault("add a public method " + call.method() + " with " + call.arity() + " parameter(s) to "
					+ type.getSimpleName() + ", " + expression + " calls it");
		}
	}

	private void binding() {
		Class<?> type = this.bindings.apply(this.process);
		if (type == null) {
			return;
		}
		Set<String> seen = new HashSet<>();
		for (Method method : Bindings.methods(type)) {
			ModelElementInstance element = this.diagram.model().getModelElementById(method.getName());
			boolean box = element instanceof UserTask || element instanceof StartEvent;
			boolean idle = !box && !this.called.contains(method.getName());
			if (idle && !method.isAnnotationPresent(EarlierBox.class)) {
				fault("draw a user task '" + method.getName() + "' or call " + type.getSimpleName() + "."
						+ method.getName() + ", or make the method not public, or mark it @EarlierBox");
			}
			if (!seen.add(method.getName())) {
				fault("give " + type.getSimpleName() + "." + method.getName() + " one signature only");
			}
		}
	}

	private void decisions() {
		Map<String, Set<String>> tables;
		try {
			tables = Tables.inputs(dmnFiles());
			this.files.forEach(this::editions);
		}
		catch (RuntimeException ex) {
			fault("mend the decision tables of the folder, one is not DMN: " + ex.getMessage());
			return;
		}
		for (BusinessRuleTask task : elements(BusinessRuleTask.class)) {
			String decision = task.getCamundaDecisionRef();
			if (decision == null || !tables.containsKey(decision)) {
				fault("add the decision table '" + decision + "' that '" + task.getId() + "' asks to the folder");
			}
			else if (blank(task.getCamundaResultVariable())) {
				fault("set camunda:resultVariable on '" + task.getId() + "'");
			}
		}
		tables.keySet().forEach((id) -> {
			if (!id.equals(this.process) && !id.startsWith(this.process + "-")) {
				fault("name the decision '" + id + "' like its process: '" + this.process + "-…'");
			}
		});
	}

	private void editions(String path, String content) {
		if (path.endsWith(".dmn")) {
			this.faults.addAll(Editions.faults(path, content));
		}
	}

	private List<String> dmnFiles() {
		return this.files.entrySet()
			.stream()
			.filter((file) -> file.getKey().endsWith(".dmn"))
			.map(Map.Entry::getValue)
			.toList();
	}

	private void conditions() {
		Set<String> supplied = supplied();
		for (ConditionExpression condition : elements(ConditionExpression.class)) {
			for (String name : Expressions.names(condition.getTextContent())) {
				if (!supplied.contains(name)) {
					fault("ask for '" + name + "' on a form of the process, " + condition.getTextContent().trim()
							+ " needs it");
				}
			}
			if (Pattern.compile("[<>]=?\\s*\\d").matcher(condition.getTextContent()).find()) {
				fault("ask a decision table or a named question instead of the threshold in "
						+ condition.getTextContent().trim());
			}
		}
	}

	private Set<String> supplied() {
		Set<String> supplied = new LinkedHashSet<>();
		this.files.forEach((path, content) -> {
			if (path.endsWith(".form")) {
				supplied.addAll(keys(content));
			}
		});
		elements(BusinessRuleTask.class).forEach((task) -> supplied.add(task.getCamundaResultVariable()));
		elements(MultiInstanceLoopCharacteristics.class)
			.forEach((loop) -> supplied.add(loop.getCamundaElementVariable()));
		elements(ServiceTask.class).forEach((task) -> supplied.add(task.getCamundaResultVariable()));
		return supplied;
	}

	private static Set<String> keys(String form) {
		try {
			return FormKeys.of(form);
		}
		catch (RuntimeException ex) {
			return Set.of();
		}
	}

	private void gateways() {
		for (FlowNode node : elements(FlowNode.class)) {
			if (!branches(node)) {
				continue;
			}
			SequenceFlow standard = (node instanceof ExclusiveGateway gateway) ? gateway.getDefault()
					: ((InclusiveGateway) node).getDefault();
			if (standard == null) {
				fault("give gateway '" + node.getId() + "' a default flow");
			}
			for (SequenceFlow flow : node.getOutgoing()) {
				if (flow != standard && flow.getConditionExpression() == null) {
					fault("put a condition on flow '" + flow.getId() + "' out of '" + node.getId() + "'");
				}
			}
		}
	}

	private void noCode() {
		elements(ScriptTask.class)
			.forEach((task) -> fault("replace script task '" + task.getId() + "' by a method of the binding"));
		elements(ServiceTask.class).forEach((task) -> {
			if (blank(task.getCamundaExpression())) {
				fault("give service task '" + task.getId() + "' a camunda:expression ${" + this.process
						+ ".…(caseId)}");
			}
		});
		noCode(this.diagram.model().getDocument().getRootElement());
	}

	private void noCode(DomElement element) {
		for (String attribute : FORBIDDEN_ATTRIBUTES) {
			if (element.hasAttribute("http://camunda.org/schema/1.0/bpmn", attribute)) {
				fault("take camunda:" + attribute + " off '" + element.getAttribute("id") + "'");
			}
		}
		if (FORBIDDEN_ELEMENTS.contains(element.getLocalName())
				&& "http://camunda.org/schema/1.0/bpmn".equals(element.getNamespaceURI())) {
			fault("take camunda:" + element.getLocalName() + " out, no code lives in a diagram");
		}
		element.getChildElements().forEach(this::noCode);
	}

	private void timersAndMessages() {
		for (TimerEventDefinition timer : elements(TimerEventDefinition.class)) {
			String text = timer.getTextContent().trim();
			if (!text.startsWith("${") && !ISO.matcher(text).matches()) {
				fault("write timer '" + text + "' as an ISO 8601 duration or ask the binding for a date");
			}
		}
		for (Message message : elements(Message.class)) {
			if (blank(message.getName())) {
				fault("name message '" + message.getId() + "'");
			}
		}
	}

	private void loops() {
		for (MultiInstanceLoopCharacteristics loop : elements(MultiInstanceLoopCharacteristics.class)) {
			if (!loop.isSequential() && !loop.isCamundaAsyncAfter()) {
				fault("set camunda:asyncAfter on the parallel loop of '" + ((Activity) loop.getParentElement()).getId()
						+ "', or its ends collide");
			}
		}
	}

	private void picture() {
		Set<String> drawn = new HashSet<>();
		elements(BpmnShape.class).forEach((shape) -> drawn.add(shape.getAttributeValue("bpmnElement")));
		elements(BpmnEdge.class).forEach((edge) -> drawn.add(edge.getAttributeValue("bpmnElement")));
		List<String> missing = new ArrayList<>();
		elements(FlowNode.class).forEach((node) -> missing.add(node.getId()));
		elements(SequenceFlow.class).forEach((flow) -> missing.add(flow.getId()));
		missing.removeAll(drawn);
		if (!missing.isEmpty()) {
			fault("draw these, the diagram part lacks them: " + missing);
		}
	}

	private void forms() {
		this.files.forEach((path, content) -> {
			if (path.endsWith(".form")) {
				form(path, content);
			}
		});
	}

	private void form(String path, String content) {
		String box = path.substring(path.lastIndexOf('/') + 1, path.length() - ".form".length());
		try {
			String id = Json.read(content).path("id").asText();
			if (!id.equals(this.process + "-" + box)) {
				this.faults.add(path + ": set the form's id to '" + this.process + "-" + box + "', it is '" + id + "'");
			}
		}
		catch (RuntimeException ex) {
			this.faults.add(path + ": mend the JSON: " + ex.getMessage());
			return;
		}
		if (!box.equals("start") && !(this.diagram.model().getModelElementById(box) instanceof UserTask)) {
			this.faults.add(path + ": draw a user task '" + box + "' or delete the form");
		}
		for (String key : keys(content)) {
			if (key.equals(BindingResolver.CASE_ID) || key.equals(EventTranslation.OUTCOME)
					|| this.bindings.apply(key) != null) {
				this.faults.add(path + ": rename the field '" + key + "', the engine uses that name itself");
			}
		}
		FormSchema.parse(content).problems().forEach((problem) -> this.faults.add(path + ": mend " + problem));
	}

	private static List<String> csv(String text) {
		return blank(text) ? List.of() : List.of(text.split("\\s*,\\s*"));
	}

	private static boolean blank(String text) {
		return text == null || text.isBlank();
	}

}
