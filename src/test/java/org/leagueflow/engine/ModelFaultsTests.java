package org.leagueflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leagueflow.StoryTest;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A folder with each fault that the model check knows, one at a time; each message says
 * what to do.
 */
@StoryTest
class ModelFaultsTests {

	private static final String DIAGRAM = "bpmn/probe/probe.bpmn";

	private static final String FORM = "forms/probe/review.form";

	@Autowired
	Models models;

	@Autowired
	Words words;

	@Test
	void everyShippedFolderIsSound() {
		this.models.folders()
			.forEach((process, files) -> assertThat(this.models.check(process, files)).as(process).isEmpty());
	}

	@Test
	void everyShippedDiagramCanBeRead() {
		this.models.folders()
			.forEach((process, files) -> assertThat(this.models.overlaps(process, files))
				.extracting((fault) -> this.words.in(Locale.ENGLISH, fault.what()))
				.as(process)
				.isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					a box on a box | bpmnElement="revise"><dc:Bounds x="400" y="290" | bpmnElement="revise"><dc:Bounds x="330" y="200"
					a line through a box | bpmnElement="toRevised"><di:waypoint x="500" y="330"/> | bpmnElement="toRevised"><di:waypoint x="330" y="200"/>
					a line on a line | bpmnElement="toRevised"><di:waypoint x="500" y="330"/> | bpmnElement="toRevised"><di:waypoint x="450" y="225"/><di:waypoint x="450" y="290"/>
					a longer name | name="退回修改？" | name="退回修改、再次报送、不再申报或者另行申报，四者选其一？"
					a longer English name | value="Sent back?" | value="Sent back to whoever applied, who may correct it and send it again?"
					""")
	void whatIsDrawnOnSomethingElseIsFound(String what, String sound, String harmed) {
		Map<String, String> files = new HashMap<>(this.models.folders().get("activity"));
		String diagram = files.get("bpmn/activity/activity.bpmn");
		assertThat(diagram).contains(sound);
		files.put("bpmn/activity/activity.bpmn", diagram.replace(sound, harmed));
		assertThat(this.models.overlaps("activity", files)).isNotEmpty();
		assertThat(this.models.check("activity", files)).as("it runs nevertheless").isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void eachFaultIsFoundAndNamed(String words, UnaryOperator<Map<String, String>> harm) {
		Map<String, String> files = harm.apply(new HashMap<>(this.models.folders().get("probe")));
		assertThat(told("probe", files)).anySatisfy((fault) -> assertThat(fault).contains(words));
	}

	private List<String> told(String process, Map<String, String> files) {
		return this.models.check(process, files)
			.stream()
			.map((fault) -> fault.place() + ": " + this.words.in(Locale.ENGLISH, fault.what()))
			.toList();
	}

	static List<Arguments> faults() {
		return List.of(fault("put the diagram into a file of this name", without(DIAGRAM)),
				fault("mend the XML", (files) -> with(files, DIAGRAM, "<not-bpmn")),
				fault("set the process id to 'probe'",
						diagram("<bpmn:process id=\"probe\"", "<bpmn:process id=\"other\"")),
				fault("set isExecutable", diagram("isExecutable=\"true\"", "isExecutable=\"false\"")),
				fault("name the process", diagram("name=\"试验流程\" ", "")),
				fault("set camunda:historyTimeToLive", diagram(" camunda:historyTimeToLive=\"P730D\"", "")),
				fault("use a role that exists instead of 'boss'", diagram("\"branch-secretary\"", "\"boss\"")),
				fault("use a role that exists instead of 'mentor'", diagram("\"branch-secretary\"", "\"mentor\"")),
				fault("the reader \"mentor\" is not known",
						form("\"key\": \"opinion\"",
								"\"key\": \"opinion\", \"properties\": {\"readers\": \"mentor\"}")),
				fault("say who starts the process", diagram(" camunda:candidateStarterGroups=\"member\"", "")),
				fault("say who starts the process", diagram("Groups=\"member\"", "Groups=\" \"")),
				fault("instead of 'starter' in camunda:candidateStarterGroups",
						diagram("Groups=\"member\"", "Groups=\"member,starter\"")),
				fault("instead of 'mentor' in camunda:candidateStarterGroups",
						diagram("Groups=\"member\"", "Groups=\"mentor\"")),
				fault("instead of 'admin' in camunda:candidateStarterGroups",
						diagram("Groups=\"member\"", "Groups=\"branch-secretary, admin\"")),
				fault("instead of 'auditor' in camunda:candidateGroups",
						diagram("\"branch-secretary\"", "\"auditor\"")),
				fault("exactly one role", diagram("camunda:candidateGroups=\"branch-secretary\" ", "")),
				fault("take camunda:assignee",
						diagram("camunda:candidateGroups=\"branch-secretary\"",
								"camunda:candidateGroups=\"branch-secretary\" camunda:assignee=\"7\"")),
				fault("name 'remember'", diagram("name=\"记录\" ", "")),
				fault("an id of lower-case letters", diagram("review", "Review_1")),
				fault("add the form forms/probe/review.form", without(FORM)),
				fault("set the form's id to 'probe-review'", form("probe-review", "probe-other")),
				fault("mend the JSON", (files) -> with(files, FORM, "{")),
				fault("draw a user task 'orphan' or delete the form",
						(files) -> with(files, "forms/probe/orphan.form",
								files.get(FORM).replace("probe-review", "probe-orphan"))),
				fault("rename the field 'caseId'", form("\"key\": \"opinion\"", "\"key\": \"caseId\"")),
				fault("rename the field 'probe'", form("\"key\": \"opinion\"", "\"key\": \"probe\"")),
				fault("call a class annotated @ProcessBinding(\"ghost\")",
						diagram("${probe.remember(caseId)}", "${ghost.remember(caseId)}")),
				fault("add a public method vanish with 1 parameter", diagram("probe.remember", "probe.vanish")),
				fault("add a public method remember with 2 parameter",
						diagram("probe.remember(caseId)", "probe.remember(caseId, approved)")),
				fault("draw a user task 'remember' or call ProbeProcess.remember",
						diagram("${probe.remember(caseId)}", "${true}")),
				fault("ask for 'applauded' on a form", diagram("${approved}", "${applauded}")),
				fault("instead of the threshold", diagram("${approved}", "${approved > 8}")),
				fault("a default flow", diagram(" default=\"w3\"", "")),
				fault("put a condition on flow 'w4'", diagram(
						"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${approved}</bpmn:conditionExpression>",
						"")),
				fault("camunda:expression", diagram(" camunda:expression=\"${probe.remember(caseId)}\"", "")),
				fault("take camunda:class off",
						diagram("camunda:expression=\"${probe.remember(caseId)}\"",
								"camunda:class=\"java.lang.Runtime\"")),
				fault("take camunda:delegateExpression off",
						diagram("camunda:expression=\"${probe.remember(caseId)}\"",
								"camunda:delegateExpression=\"${dataSource}\"")),
				fault("replace the script task", diagram(
						"<bpmn:serviceTask id=\"remember\" name=\"记录\" camunda:expression=\"${probe.remember(caseId)}\">",
						"<bpmn:scriptTask id=\"remember\" name=\"记录\" scriptFormat=\"javascript\">",
						"</bpmn:serviceTask>", "</bpmn:scriptTask>")),
				fault("take camunda:executionListener out", diagram("<bpmn:incoming>w5</bpmn:incoming>",
						"<bpmn:extensionElements><camunda:executionListener event=\"start\" expression=\"${true}\"/></bpmn:extensionElements><bpmn:incoming>w5</bpmn:incoming>")),
				fault("draw 'review', the diagram part lacks it", diagram(
						"<bpmndi:BPMNShape id=\"s4\" bpmnElement=\"review\"><dc:Bounds x=\"270\" y=\"158\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>",
						"")),
				fault("name the decision 'elsewhere'", (files) -> with(files, "bpmn/probe/elsewhere.dmn", DECISION)),
				fault("add the decision table 'probe-choice'", diagram(
						"<bpmn:serviceTask id=\"remember\" name=\"记录\" camunda:expression=\"${probe.remember(caseId)}\">",
						"<bpmn:businessRuleTask id=\"remember\" name=\"记录\" camunda:decisionRef=\"probe-choice\" camunda:resultVariable=\"x\">",
						"</bpmn:serviceTask>", "</bpmn:businessRuleTask>")),
				fault("set camunda:decisionRefBinding", diagram(
						"<bpmn:serviceTask id=\"remember\" name=\"记录\" camunda:expression=\"${probe.remember(caseId)}\">",
						"<bpmn:businessRuleTask id=\"remember\" name=\"记录\" camunda:decisionRef=\"probe-choice\" camunda:resultVariable=\"x\">",
						"</bpmn:serviceTask>", "</bpmn:businessRuleTask>")),
				fault("'yes' in ${approved == 'yes'} never comes", diagram(">${approved}<", ">${approved == 'yes'}<")),
				fault("compare like with like", diagram(">${approved}<", ">${opinion == 3}<")),
				fault("ask a yes-or-no question in ${opinion and approved}",
						diagram(">${approved}<", ">${opinion and approved}<")),
				fault("let ${opinion} be a yes or no", diagram(">${approved}<", ">${opinion}<")),
				fault("cannot be read at character", diagram(">${approved}<", ">${approved in ['yes']}<")),
				fault("cannot be read at character", diagram(">${approved}<", ">${approved<")),
				fault("write one expression", diagram(">${approved}<", ">ja ${approved}<")),
				fault("write the condition as an expression", diagram(">${approved}<", ">approved == true<")),
				fault("in another way in ${approved.getClass().forName('java.lang.Runtime')}",
						diagram(">${approved}<", ">${approved.getClass().forName('java.lang.Runtime')}<")),
				fault("write approved.class in another way", diagram(">${approved}<", ">${approved.class}<")),
				fault("write approved['class'] in another way", diagram(">${approved}<", ">${approved['class']}<")),
				fault("write now() in another way", diagram(">${approved}<", ">${now() == approved}<")),
				fault("write execution.id in another way", diagram(">${approved}<", ">${execution.id == approved}<")),
				fault("ask for 'approve' on a form", diagram(">${approved}<", ">${empty approve}<")),
				fault("call a method of 'probe'", diagram(">${approved}<", ">${probe == null}<")),
				fault("@ProcessBinding(\"dataSource\")",
						diagram(">${approved}<", ">${dataSource.getConnection() == null}<")),
				fault("ask for 'day' on a form",
						diagram("camunda:dueDate=\"${probe.due(caseId)}\"", "camunda:dueDate=\"${day}\"")),
				fault("write camunda:dueDate as 2026-03-01",
						diagram("camunda:dueDate=\"${probe.due(caseId)}\"", "camunda:dueDate=\"soon\"")),
				fault("let ${opinion} be a date",
						diagram("camunda:dueDate=\"${probe.due(caseId)}\"", "camunda:dueDate=\"${opinion}\"")),
				fault("ask for 'opinion' before",
						diagram("camunda:dueDate=\"${probe.due(caseId)}\"", "camunda:dueDate=\"${opinion}\"")),
				fault("take camunda:followUpDate off",
						diagram("camunda:dueDate=\"${probe.due(caseId)}\"", "camunda:followUpDate=\"${day}\"")),
				fault("take camunda:formKey off, the form is forms/probe/review.form", diagram(
						"<bpmn:userTask id=\"review\" name=\"审核\" camunda:candidateGroups=\"branch-secretary\" ",
						"<bpmn:userTask id=\"review\" name=\"审核\" camunda:candidateGroups=\"branch-secretary\" camunda:formKey=\"x\" ")),
				fault("take camunda:priority off", diagram(
						"<bpmn:userTask id=\"review\" name=\"审核\" camunda:candidateGroups=\"branch-secretary\" ",
						"<bpmn:userTask id=\"review\" name=\"审核\" camunda:candidateGroups=\"branch-secretary\" camunda:priority=\"${urgent}\" ")),
				fault("write plain words in name", diagram("name=\"审核\"", "name=\"审核 ${topic}\"")),
				fault("remember takes a CaseId, ${probe.remember(approved)} gives it approved",
						diagram("${probe.remember(caseId)}", "${probe.remember(approved)}")),
				fault("take activiti:class off", diagram("<bpmn:serviceTask id=\"remember\" ",
						"<bpmn:serviceTask xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Runtime\" id=\"remember\" ")),
				fault("write camunda:expression instead of activiti:expression", diagram(
						"<bpmn:serviceTask id=\"remember\" ",
						"<bpmn:serviceTask xmlns:activiti=\"http://activiti.org/bpmn\" activiti:expression=\"x\" id=\"remember\" ")),
				fault("as if it were its own",
						diagram("<bpmn:incoming>w5</bpmn:incoming>",
								"<x:extensionElements xmlns:x=\"urn:x\"/><bpmn:incoming>w5</bpmn:incoming>")),
				fault("as if it were its own", diagram("<bpmn:incoming>w5</bpmn:incoming>",
						"<bpmn:extensionElements><x:taskListener xmlns:x=\"urn:x\" class=\"java.lang.Object\"/></bpmn:extensionElements><bpmn:incoming>w5</bpmn:incoming>")),
				fault("was written for Flowable", diagram(
						"<bpmn:userTask id=\"review\" name=\"审核\" camunda:candidateGroups=\"branch-secretary\" ",
						"<bpmn:userTask xmlns:f=\"http://flowable.org/bpmn\" f:assignee=\"x\" id=\"review\" name=\"审核\" camunda:candidateGroups=\"branch-secretary\" ")),
				fault("nobody tells the message 'gone'", diagram("name=\"go\"", "name=\"gone\"")),
				fault("choose the message", diagram(" messageRef=\"messageGo\"", "")),
				fault("a manual task is passed without waiting",
						diagram("<bpmn:receiveTask id=\"waitForGo\" name=\"等待通知\" messageRef=\"messageGo\">",
								"<bpmn:manualTask id=\"waitForGo\" name=\"等待通知\">", "</bpmn:receiveTask>",
								"</bpmn:manualTask>")),
				fault("draw a start event",
						diagram("<bpmn:startEvent id=\"workBegin\"><bpmn:outgoing>w1</bpmn:outgoing></bpmn:startEvent>",
								"")),
				fault("keep one start event",
						diagram("<bpmn:startEvent id=\"workBegin\">",
								"<bpmn:startEvent id=\"again\"/><bpmn:startEvent id=\"workBegin\">")),
				fault("the case would end here without a word",
						diagram("<bpmn:sequenceFlow id=\"w6\" sourceRef=\"waitForGo\" targetRef=\"workDone\"/>", "")),
				fault("no case ever comes to it",
						diagram("<bpmn:sequenceFlow id=\"w5\" sourceRef=\"remember\" targetRef=\"waitForGo\"/>", "")),
				fault("flows would all be taken at once", diagram("<bpmn:sequenceFlow id=\"w5\" ",
						"<bpmn:sequenceFlow id=\"w7\" sourceRef=\"remember\" targetRef=\"workDone\"/><bpmn:sequenceFlow id=\"w5\" ")),
				fault("only flows out of an exclusive", diagram("sourceRef=\"review\" targetRef=\"approvedQuestion\"/>",
						"sourceRef=\"review\" targetRef=\"approvedQuestion\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${approved}</bpmn:conditionExpression></bpmn:sequenceFlow>")),
				fault("off the default flow", diagram("sourceRef=\"approvedQuestion\" targetRef=\"workDone\"/>",
						"sourceRef=\"approvedQuestion\" targetRef=\"workDone\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${approved}</bpmn:conditionExpression></bpmn:sequenceFlow>")),
				fault("nothing catches it", diagram("<bpmn:endEvent id=\"workDone\" name=\"完成\">",
						"<bpmn:endEvent id=\"workDone\" name=\"完成\"><bpmn:errorEventDefinition errorRef=\"e\"/>",
						"<bpmn:message id", "<bpmn:error id=\"e\" errorCode=\"x\"/><bpmn:message id")),
				fault("nothing inside throws it", diagram("<bpmn:endEvent id=\"workDone\"",
						"<bpmn:boundaryEvent id=\"oops\" attachedToRef=\"review\"><bpmn:outgoing>w8</bpmn:outgoing><bpmn:errorEventDefinition errorRef=\"e\"/></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"w8\" sourceRef=\"oops\" targetRef=\"workDone\"/><bpmn:endEvent id=\"workDone\"",
						"<bpmn:message id", "<bpmn:error id=\"e\" errorCode=\"x\"/><bpmn:message id")),
				fault("a signal reaches all cases at once", diagram("<bpmn:endEvent id=\"workDone\" name=\"完成\">",
						"<bpmn:boundaryEvent id=\"oops\" attachedToRef=\"review\"><bpmn:signalEventDefinition signalRef=\"s\"/></bpmn:boundaryEvent><bpmn:endEvent id=\"workDone\" name=\"完成\">")),
				fault("write exactly one time", diagram("<bpmn:endEvent id=\"workDone\" name=\"完成\">",
						"<bpmn:boundaryEvent id=\"late\" attachedToRef=\"review\"><bpmn:timerEventDefinition/></bpmn:boundaryEvent><bpmn:endEvent id=\"workDone\" name=\"完成\">")),
				fault("write the time as an ISO 8601 cycle", diagram("<bpmn:endEvent id=\"workDone\" name=\"完成\">",
						"<bpmn:boundaryEvent id=\"late\" attachedToRef=\"review\" cancelActivity=\"false\"><bpmn:timerEventDefinition><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">weekly</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id=\"workDone\" name=\"完成\">")),
				fault("take the DOCTYPE out", diagram("<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
						"<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
				fault("it says GB18030", diagram("encoding=\"UTF-8\"", "encoding=\"GB18030\"")),
				fault("isForCompensation cannot be",
						diagram("<bpmn:serviceTask id=\"remember\" ",
								"<bpmn:serviceTask isForCompensation=\"true\" id=\"remember\" ")),
				fault("only bpmn/probe/probe.bpmn", (files) -> with(files, "bpmn/probe/old.bpmn", "x")),
				fault("forms/probe/review.form:2: mend the JSON", (files) -> with(files, FORM, "{ \"id\": 1,\n ,}")),
				fault("retrun in =approved",
						form("\"label\": \"意见\"",
								"\"label\": \"意见\", \"conditional\": { \"hide\": \"=approved = \\\"retrun\\\"\" }")),
				fault("set camunda:asyncAfter on the parallel loop", diagram(
						"<bpmn:incoming>w1</bpmn:incoming><bpmn:outgoing>w2</bpmn:outgoing>",
						"<bpmn:incoming>w1</bpmn:incoming><bpmn:outgoing>w2</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")),
				fault("as an ISO 8601 duration", diagram(
						"<bpmn:startEvent id=\"begin\" name=\"开始\"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>",
						"<bpmn:startEvent id=\"begin\" name=\"开始\"><bpmn:outgoing>f1</bpmn:outgoing><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">soon</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>")));
	}

	private static final String DECISION = """
			<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
			  <decision id="elsewhere" name="别处"><decisionTable id="t"><input id="i"><inputExpression id="e"><text>approved</text></inputExpression></input><output id="o" name="x"/></decisionTable></decision>
			</definitions>""";

	private static Arguments fault(String words, UnaryOperator<Map<String, String>> harm) {
		return Arguments.of(words, harm);
	}

	/**
	 * Replaces pairs of texts in the diagram; fails when a text is not there, so that no
	 * test is empty.
	 */
	private static UnaryOperator<Map<String, String>> diagram(String... pairs) {
		return (files) -> replace(files, DIAGRAM, pairs);
	}

	private static UnaryOperator<Map<String, String>> form(String... pairs) {
		return (files) -> replace(files, FORM, pairs);
	}

	private static Map<String, String> replace(Map<String, String> files, String path, String... pairs) {
		String text = files.get(path);
		for (int i = 0; i < pairs.length; i += 2) {
			assertThat(text).contains(pairs[i]);
			text = text.replace(pairs[i], pairs[i + 1]);
		}
		return with(files, path, text);
	}

	private static UnaryOperator<Map<String, String>> without(String path) {
		return (files) -> {
			files.remove(path);
			return files;
		};
	}

	private static Map<String, String> with(Map<String, String> files, String path, String content) {
		files.put(path, content);
		return files;
	}

}
