package org.leagueflow.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.forms.Forms;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 活动申报, a process without a line of Java, along each of its ways to an end. */
@StoryTest
@WalksWholeDiagram("activity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityProcessTest {

	private static final Actor SOMEBODY = new Actor(8_100_001, "s", "某书记", List.of());

	@Autowired
	Processes processes;

	@Autowired
	UserTasks tasks;

	@Autowired
	Catalogue catalogue;

	@Autowired
	Forms forms;

	@Autowired
	BusinessClock clock;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Cases cases;

	@Autowired
	PeopleFixture fixture;

	private final Set<String> walked = new HashSet<>();

	private CaseId caseId;

	@Test
	void aSmallActivityNeedsTheGeneralBranchOnly() {
		propose(30, false);
		answer("review", "general-branch", Map.of("decision", "approve"));
		answer("run", "branch-secretary", held());
		answer("report", "branch-secretary", report());
		answer("close", "general-branch", Map.of("reportAccepted", "yes"));
		assertThat(ended()).isEqualTo("closed");
	}

	@Test
	void aLargeActivityOffCampusIsCountersignedByLeagueAndCounty() {
		propose(300, true);
		answer("review", "general-branch", Map.of("decision", "approve"));
		assertThat(open()).containsExactlyInAnyOrder("countersignLeague", "countersignCounty");
		answer("countersignCounty", "county-committee", Map.of("countyAgreed", "yes"));
		assertThat(open()).containsExactly("countersignLeague");
		answer("countersignLeague", "league-committee", Map.of("leagueAgreed", "yes"));
		assertThat(open()).containsExactly("run");
	}

	@Test
	void aMiddlingActivityIsCountersignedByTheLeagueAlone() {
		propose(101, false);
		answer("review", "general-branch", Map.of("decision", "approve"));
		assertThat(open()).containsExactly("countersignLeague");
	}

	@Test
	void onePartysNoEndsItForTheOtherToo() {
		propose(501, false);
		answer("review", "general-branch", Map.of("decision", "approve"));
		answer("countersignLeague", "league-committee", Map.of("leagueAgreed", "no", "leagueOpinion", "安全预案不足"));
		assertThat(ended()).isEqualTo("refused");
	}

	@Test
	void theCountysNoIsANoAsWell() {
		propose(501, false);
		answer("review", "general-branch", Map.of("decision", "approve"));
		answer("countersignCounty", "county-committee", Map.of("countyAgreed", "no", "countyOpinion", "时间冲突"));
		assertThat(ended()).isEqualTo("refused");
	}

	@Test
	void whatIsReturnedIsCorrectedAndReadAgainWithItsNewScale() {
		propose(800, false);
		answer("review", "general-branch", Map.of("decision", "return", "opinion", "人数请核实"));
		Map<String, Object> again = proposal(80, false);
		again.put("decision", "resubmit");
		answer("revise", "branch-secretary", again);
		answer("review", "general-branch", Map.of("decision", "approve"));
		assertThat(open()).containsExactly("run");
	}

	@Test
	void whatIsReturnedMayBeGivenUp() {
		propose(30, false);
		answer("review", "general-branch", Map.of("decision", "return", "opinion", "主题不明"));
		answer("revise", "branch-secretary", Map.of("decision", "withdraw"));
		assertThat(ended()).isEqualTo("cancelled");
	}

	@Test
	void theGeneralBranchMayRefuse() {
		propose(30, false);
		answer("review", "general-branch", Map.of("decision", "refuse", "opinion", "与考试冲突"));
		assertThat(ended()).isEqualTo("refused");
	}

	@Test
	void anActivityThatIsNotHeldIsCancelled() {
		propose(30, false);
		answer("review", "general-branch", Map.of("decision", "approve"));
		answer("run", "branch-secretary", Map.of("held", "no", "cancelReason", "天气"));
		assertThat(ended()).isEqualTo("cancelled");
	}

	@Test
	void aThinReportIsAskedForAgain() {
		propose(30, false);
		answer("review", "general-branch", Map.of("decision", "approve"));
		answer("run", "branch-secretary", held());
		answer("report", "branch-secretary", report());
		answer("close", "general-branch", Map.of("reportAccepted", "no", "missing", "缺签到表"));
		answer("report", "branch-secretary", report());
		answer("close", "general-branch", Map.of("reportAccepted", "yes"));
		assertThat(ended()).isEqualTo("closed");
	}

	@AfterEach
	void remember() {
		this.walked.addAll(this.catalogue.progress(this.caseId).passed());
	}

	/** Every box, gateway and event of the diagram was walked by some story. */
	@AfterAll
	void theStoriesCoverTheDiagram() {
		String diagram = this.catalogue.diagram(this.catalogue.find("activity").orElseThrow().version(),
				java.util.Locale.CHINESE);
		List<String> nodes = Pattern
			.compile("<bpmn:(?:startEvent|endEvent|boundaryEvent|userTask|businessRuleTask|exclusiveGateway|"
					+ "inclusiveGateway|subProcess) id=\"(\\w+)\"")
			.matcher(diagram)
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(nodes).hasSizeGreaterThan(25);
		assertThat(this.walked).containsAll(nodes);
	}

	private void propose(int participants, boolean offCampus) {
		long branch = this.fixture.college().branch();
		this.caseId = this.cases.open("activity", "五四主题团日", this.fixture.member(branch), branch, SOMEBODY);
		Answers answers = checked("activity-start", proposal(participants, offCampus));
		this.transaction.executeWithoutResult((status) -> this.processes.start("activity", this.caseId, answers));
	}

	private Map<String, Object> proposal(int participants, boolean offCampus) {
		Map<String, Object> proposal = new HashMap<>(Map.of("title", "五四主题团日", "kind", "themed-day", "themeSource",
				"own", "heldOn", this.clock.today().plusDays(10).toString(), "place", "大礼堂", "participants",
				participants, "offCampus", offCampus, "teacher", "某老师", "plan", "参观、座谈、宣誓,分三个小组进行,由支委负责组织实施。"));
		if (offCampus) {
			proposal.put("safetyPlan", "租用客车两辆,购买保险,设应急联系人。");
		}
		return proposal;
	}

	private Map<String, Object> held() {
		return Map.of("held", "yes", "actualDate", this.clock.today().toString(), "attended", 28, "teacherPresent",
				true);
	}

	private static Map<String, Object> report() {
		return Map.of("summary", "按计划开展,全体团员参加,讨论热烈,形成三条建议。", "spent", 120.5);
	}

	/** Answers a box as its form allows, and sees that the role is right. */
	private void answer(String box, String role, Map<String, Object> answers) {
		Task task = this.tasks.open(this.caseId)
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow(() -> new AssertionError(box + " is not open, but " + open()));
		assertThat(task.role()).isEqualTo(role);
		Answers checked = checked(task.formId(), answers);
		this.transaction.executeWithoutResult((status) -> this.tasks.complete(task.id(), SOMEBODY, checked));
	}

	private Answers checked(String formId, Map<String, Object> answers) {
		String version = this.catalogue.find("activity").orElseThrow().version();
		return new Answers(this.forms.check(this.forms.schema(this.catalogue.form(version, formId).orElseThrow()),
				answers, Map.of()));
	}

	private List<String> open() {
		return this.tasks.open(this.caseId).stream().map(Task::box).toList();
	}

	/** The id of the end event on the top level that the case came to. */
	private String ended() {
		assertThat(this.processes.running(this.caseId)).isFalse();
		Set<String> outcomes = new HashSet<>(this.catalogue.find("activity").orElseThrow().outcomes().keySet());
		outcomes.retainAll(this.catalogue.progress(this.caseId).passed());
		assertThat(outcomes).hasSize(1);
		return outcomes.iterator().next();
	}

}
