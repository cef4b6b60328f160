package org.leagueflow.engine.camunda;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * Checks that a diagram contains only elements and attributes of the allow list: the
 * engine ignores or runs others without a word.
 */
final class AllowedElementsCheck implements FolderCheck.Check {

	private static final String ACTIVITI = "http://activiti.org/bpmn";

	private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

	/** The picture, which the engine reads for coordinates only. */
	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	/** Dialects of other engines, whose instructions this one would silently skip. */
	private static final Map<String, String> DIALECTS = Map.of("http://camunda.org/schema/zeebe/1.0", "Camunda 8",
			"http://flowable.org/bpmn", "Flowable", "http://www.jboss.org/drools", "jBPM", "http://www.bosch.com/bpm",
			"Bosch", "http://www.omg.org/bpmn20", "BPMN 2.0 beta");

	private static final String ASYNC = "asyncBefore asyncAfter exclusive";

	/**
	 * Elements of the standard: allowed attributes without namespace, then after a bar
	 * those of the engine.
	 */
	private static final Map<String, Allowed> STANDARD = table(
			"""
					definitions name targetNamespace exporter exporterVersion expressionLanguage typeLanguage | diagramRelationId
					process name isExecutable processType isClosed | historyTimeToLive candidateStarterGroups isStartableInTasklist versionTag
					documentation textFormat
					extensionElements
					startEvent name isInterrupting parallelMultiple=false | ASYNC
					endEvent name | ASYNC
					intermediateCatchEvent name parallelMultiple=false | ASYNC
					intermediateThrowEvent name | ASYNC
					boundaryEvent name attachedToRef cancelActivity parallelMultiple=false | ASYNC
					userTask name default isForCompensation=false startQuantity=1 completionQuantity=1 | candidateGroups dueDate ASYNC
					serviceTask name default isForCompensation=false startQuantity=1 completionQuantity=1 | expression resultVariable ASYNC
					sendTask name default messageRef isForCompensation=false startQuantity=1 completionQuantity=1 | expression resultVariable ASYNC
					receiveTask name default messageRef instantiate=false isForCompensation=false startQuantity=1 completionQuantity=1 | ASYNC
					businessRuleTask name default isForCompensation=false startQuantity=1 completionQuantity=1 | decisionRef decisionRefBinding mapDecisionResult resultVariable ASYNC
					callActivity name calledElement default isForCompensation=false startQuantity=1 completionQuantity=1 | ASYNC
					subProcess name default triggeredByEvent isForCompensation=false startQuantity=1 completionQuantity=1 | ASYNC
					exclusiveGateway name default gatewayDirection | ASYNC
					inclusiveGateway name default gatewayDirection | ASYNC
					parallelGateway name gatewayDirection | ASYNC
					eventBasedGateway name gatewayDirection instantiate=false eventGatewayType=Exclusive | ASYNC
					sequenceFlow name sourceRef targetRef isImmediate
					conditionExpression
					multiInstanceLoopCharacteristics isSequential behavior=All | collection elementVariable ASYNC
					loopCardinality
					completionCondition
					timerEventDefinition
					timeDate
					timeDuration
					timeCycle
					messageEventDefinition messageRef | expression
					errorEventDefinition errorRef
					escalationEventDefinition escalationRef
					conditionalEventDefinition
					condition
					linkEventDefinition name
					terminateEventDefinition
					message name
					error name errorCode
					escalation name escalationCode
					incoming
					outgoing
					laneSet name
					childLaneSet name
					lane name
					flowNodeRef
					collaboration name isClosed
					participant name processRef
					participantMultiplicity minimum maximum
					messageFlow name sourceRef targetRef messageRef
					textAnnotation textFormat
					text
					association sourceRef targetRef associationDirection
					group categoryValueRef
					category name
					categoryValue value
					dataObject name isCollection
					dataObjectReference name dataObjectRef
					dataStore name capacity isUnlimited
					dataStoreReference name dataStoreRef
					dataInputAssociation
					dataOutputAssociation
					sourceRef
					targetRef
					property name
					""");

	/** Elements of the engine inside of extension elements. */
	private static final Map<String, Allowed> OWN = table("""
			properties
			property id name value
			failedJobRetryTimeCycle
			inputOutput
			inputParameter name
			outputParameter name
			""");

	/** What else the engine would look for inside of extension elements. */
	private static final Set<String> FORBIDDEN = Set.of("taskListener", "executionListener", "script", "connector",
			"connectorId", "formData", "formField", "field", "in", "out", "list", "map", "entry", "value", "string",
			"expression", "errorEventDefinition", "potentialStarter", "resourceAssignmentExpression", "validation",
			"constraint", "caseExecutionListener", "variableListener");

	/** What to do instead of some elements that are drawn often. */
	private static final Set<String> EXPLAINED = Set.of("scriptTask", "task", "manualTask", "transaction",
			"adHocSubProcess", "complexGateway", "signalEventDefinition", "compensateEventDefinition",
			"cancelEventDefinition", "standardLoopCharacteristics", "potentialOwner", "humanPerformer", "performer",
			"resourceRole", "ioSpecification", "import", "interface", "taskListener", "executionListener", "script",
			"connector", "formData", "in", "out", "field", "signal");

	/** What to do instead of some attributes that are written often. */
	private static final Set<String> EXPLAINED_ATTRIBUTES = Set.of("class", "delegateExpression", "type", "topic",
			"formKey", "formRef", "assignee", "candidateUsers", "candidateStarterUsers", "initiator", "followUpDate",
			"priority", "decisionRefVersion", "language", "resource", "jobPriority", "taskPriority", "async",
			"formHandlerClass", "loopDataInputRef", "calledElement", "caseRef");

	/** What is said of one of these attributes holds for all that belong to it. */
	private static final Map<String, String> EXPLAINED_BY = Map.of("calledElementBinding", "calledEdition",
			"calledElementVersion", "calledEdition", "calledElementVersionTag", "calledEdition",
			"calledElementTenantId", "calledEdition", "variableMappingClass", "calledMapping",
			"variableMappingDelegateExpression", "calledMapping", "caseBinding", "caseRef", "caseVersion", "caseRef",
			"caseTenantId", "caseRef");

	/** Elements of decision tables, in the same way. */
	private static final Map<String, Allowed> TABLE = table("""
			definitions name namespace exporter exporterVersion expressionLanguage typeLanguage | diagramRelationId
			description
			extensionElements
			decision name | historyTimeToLive versionTag
			question
			allowedAnswers
			variable name typeRef
			informationRequirement
			requiredInput href
			requiredDecision href
			inputData name
			decisionTable hitPolicy aggregation preferredOrientation outputLabel
			input label | inputVariable
			inputExpression typeRef expressionLanguage label
			inputValues expressionLanguage typeRef label
			text
			output label name typeRef
			outputValues expressionLanguage typeRef label
			rule
			inputEntry expressionLanguage label
			outputEntry expressionLanguage typeRef label
			annotation name
			annotationEntry
			knowledgeSource name locationURI
			authorityRequirement
			requiredAuthority href
			textAnnotation textFormat
			association associationDirection
			sourceRef href
			targetRef href
			""");

	private final Folder folder;

	private final String path;

	private final XmlElement root;

	private final Map<String, Allowed> standard;

	private final String own;

	AllowedElementsCheck(Folder folder) {
		this(folder, folder.file(), folder.diagram(), STANDARD, XmlElement.CAMUNDA);
	}

	private AllowedElementsCheck(Folder folder, String path, XmlElement root, Map<String, Allowed> standard,
			String own) {
		this.folder = folder;
		this.path = path;
		this.root = root;
		this.standard = standard;
		this.own = own;
	}

	static AllowedElementsCheck atTable(Folder folder, String path, XmlElement root) {
		return new AllowedElementsCheck(folder, path, root, TABLE, DecisionTableCheck.CAMUNDA);
	}

	/** Whether an element of a diagram is one that may stand in it. */
	static boolean knows(XmlElement element) {
		return (element.namespace().equals(XmlElement.BPMN) ? STANDARD : OWN).containsKey(element.name());
	}

	@Override
	public void check() {
		element(this.root);
	}

	private void fault(XmlElement at, String key, Object... args) {
		this.folder.fault(this.path, at, key, args);
	}

	private static Map<String, Allowed> table(String lines) {
		return lines.replace("ASYNC", ASYNC)
			.lines()
			.map(Allowed::of)
			.collect(Collectors.toMap(Allowed::element, Function.identity()));
	}

	private void element(XmlElement element) {
		if (DIALECTS.containsKey(element.namespace())) {
			fault(element, "allow.dialect", element.name(), DIALECTS.get(element.namespace()));
			return;
		}
		if (element.namespace().equals(this.root.namespace())) {
			known(element, this.standard.get(element.name()));
		}
		else if (element.namespace().equals(this.own)) {
			known(element, inExtensions(element) ? OWN.get(element.name()) : null);
		}
		else if (element.namespace().equals(ACTIVITI)) {
			activiti(element, element.name(), OWN.containsKey(element.name()));
		}
		else {
			foreign(element);
		}
	}

	private void activiti(XmlElement element, String name, boolean known) {
		fault(element, known ? "allow.activiti" : "allow.activitiOff", name);
	}

	private boolean inExtensions(XmlElement element) {
		return element.outwards()
			.anyMatch((around) -> around.namespace().equals(this.root.namespace())
					&& around.name().equals("extensionElements"));
	}

	private void foreign(XmlElement element) {
		boolean taken = this.standard.containsKey(element.name()) || OWN.containsKey(element.name())
				|| FORBIDDEN.contains(element.name()) || EXPLAINED.contains(element.name());
		if (element.namespace().equals(PICTURE) || element.namespace().contains("/DMNDI")) {
			return;
		}
		if (taken || !inExtensions(element)) {
			fault(element, "allow.foreign", element.name(), element.namespace());
			return;
		}
		element.children().forEach(this::element);
	}

	private void known(XmlElement element, Allowed allowed) {
		if (allowed == null) {
			String prefix = element.namespace().equals(this.own) ? "camunda:" : "";
			if (EXPLAINED.contains(element.name())) {
				fault(element, "allow.instead." + element.name(), prefix + element.name());
			}
			else {
				fault(element, "allow.element", prefix + element.name());
			}
			return;
		}
		element.attributes().forEach((name, value) -> attribute(element, allowed, name, value));
		if (element.isBpmn("property") && !element.children().isEmpty()) {
			fault(element, "allow.element", "property");
			return;
		}
		element.children().forEach(this::element);
	}

	private void attribute(XmlElement element, Allowed allowed, QName name, String value) {
		String local = name.getLocalPart();
		String namespace = name.getNamespaceURI();
		if (namespace.isEmpty()) {
			plain(element, allowed, local, value);
		}
		else if (namespace.equals(this.own)) {
			if (!allowed.own().contains(local)) {
				refuse(element, "camunda:" + local, local);
			}
		}
		else if (namespace.equals(ACTIVITI)) {
			activiti(element, local, allowed.own().contains(local));
		}
		else if (namespace.equals(XSI)) {
			xsi(element, local);
		}
		else if (DIALECTS.containsKey(namespace)) {
			fault(element, "allow.dialect", local, DIALECTS.get(namespace));
		}
	}

	private void plain(XmlElement element, Allowed allowed, String name, String value) {
		if (name.equals("id")) {
			return;
		}
		String only = allowed.plain().get(name);
		if (only == null) {
			refuse(element, name, name);
		}
		else if (!only.isEmpty() && !only.equalsIgnoreCase(value.strip())) {
			fault(element, "allow.value", name, value, only);
		}
	}

	private void xsi(XmlElement element, String name) {
		if (!Set.of("type", "schemaLocation", "noNamespaceSchemaLocation", "nil").contains(name)) {
			refuse(element, "xsi:" + name, name);
		}
	}

	private void refuse(XmlElement element, String written, String name) {
		String explained = EXPLAINED_BY.getOrDefault(name, name);
		if (EXPLAINED_ATTRIBUTES.contains(name) || EXPLAINED_BY.containsKey(name)) {
			fault(element, "allow.off." + explained, written, this.folder.process(),
					(element.id() != null) ? element.id() : element.name());
		}
		else {
			fault(element, "allow.attribute", written);
		}
	}

	/**
	 * What may stand on one element.
	 *
	 * @param plain attributes without namespace, each with its only value or empty
	 * @param own attributes of the engine
	 */
	private record Allowed(String element, Map<String, String> plain, Set<String> own) {

		static Allowed of(String line) {
			String[] halves = line.split("\\|");
			String[] words = halves[0].strip().split(" ");
			Map<String, String> plain = Stream.of(words)
				.skip(1)
				.map((word) -> word.split("="))
				.collect(Collectors.toMap((word) -> word[0], (word) -> (word.length > 1) ? word[1] : ""));
			Set<String> own = (halves.length > 1) ? Set.of(halves[1].strip().split(" ")) : Set.of();
			return new Allowed(words[0], plain, own);
		}

	}

}
