package org.leagueflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leagueflow.StoryTest;
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

	@Test
	void everyShippedFolderIsSound() {
		this.models.folders()
			.forEach((process, files) -> assertThat(this.models.check(process, files)).as(process).isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void eachFaultIsFoundAndNamed(String words, UnaryOperator<Map<String, String>> harm) {
		Map<String, String> files = harm.apply(new HashMap<>(this.models.folders().get("probe")));
		List<String> faults = this.models.check("probe", files);
		assertThat(faults).anySatisfy((fault) -> assertThat(fault).contains(words));
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
				fault("say who starts the process", diagram(" camunda:candidateStarterGroups=\"member\"", "")),
				fault("say who starts the process", diagram("Groups=\"member\"", "Groups=\" \"")),
				fault("instead of 'starter' at camunda:candidateStarterGroups",
						diagram("Groups=\"member\"", "Groups=\"member,starter\"")),
				fault("instead of 'mentor' at camunda:candidateStarterGroups",
						diagram("Groups=\"member\"", "Groups=\"mentor\"")),
				fault("instead of 'admin' at camunda:candidateStarterGroups",
						diagram("Groups=\"member\"", "Groups=\"branch-secretary, admin\"")),
				fault("instead of 'auditor' at user task 'review'", diagram("\"branch-secretary\"", "\"auditor\"")),
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
				fault("replace script task", diagram(
						"<bpmn:serviceTask id=\"remember\" name=\"记录\" camunda:expression=\"${probe.remember(caseId)}\">",
						"<bpmn:scriptTask id=\"remember\" name=\"记录\" scriptFormat=\"javascript\">",
						"</bpmn:serviceTask>", "</bpmn:scriptTask>")),
				fault("take camunda:executionListener out", diagram("<bpmn:incoming>w5</bpmn:incoming>",
						"<bpmn:extensionElements><camunda:executionListener event=\"start\" expression=\"${true}\"/></bpmn:extensionElements><bpmn:incoming>w5</bpmn:incoming>")),
				fault("draw these, the diagram part lacks them: [review]", diagram(
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
