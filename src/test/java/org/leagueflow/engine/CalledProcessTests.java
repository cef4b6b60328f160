package org.leagueflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CasePages;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent.CallEnded;
import org.leagueflow.engine.TaskEvent.CaseEnded;
import org.leagueflow.engine.TaskEvent.StageEntered;
import org.leagueflow.engine.TaskEvent.TaskClosed;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A diagram that calls another: both belong to one case. */
@StoryTest
@WalksWholeDiagram("errand")
class CalledProcessTests {

	private static final Actor SECRETARY = new Actor(9_000_000_052L, "s", "书记", List.of());

	private static final String LEFT = "patron-left";

	private static final String RIGHT = "patron-right";

	@Autowired
	Processes processes;

	@Autowired
	UserTasks tasks;

	@Autowired
	Catalogue catalogue;

	@Autowired
	Models models;

	@Autowired
	ErrandProcess errand;

	@Autowired
	RecordedEvents recorded;

	@Autowired
	Cases cases;

	@Autowired
	CasePages pages;

	@Autowired
	Inbox inbox;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Words words;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	PeopleFixture fixture;

	private CaseId caseId;

	private long branch;

	@BeforeEach
	void start() {
		this.branch = this.fixture.college().branch();
		this.caseId = this.cases.open("patron", "试验", this.fixture.member(this.branch), this.branch, Actor.SYSTEM);
		this.processes.start("patron", this.caseId, Answers.NONE);
	}

	@Test
	void aCalledProcessBelongsToTheCaseOfItsCallerAndKnowsWhyItWasCalled() {
		assertThat(this.errand.asked).contains("note " + this.caseId + " " + LEFT, "note " + this.caseId + " " + RIGHT);
		assertThat(this.tasks.open(this.caseId)).hasSize(2).allSatisfy((task) -> {
			assertThat(task.caseId()).isEqualTo(this.caseId);
			assertThat(task.process()).isEqualTo("errand");
			assertThat(task.formId()).isEqualTo("errand-fetch");
		}).extracting(Task::matter).containsExactlyInAnyOrder(LEFT, RIGHT);
	}

	@Test
	void howItEndedDecidesWhereTheCallerGoesOnAndTheCaseEndsOnce() {
		fetch(LEFT, "no");
		fetch(RIGHT, "no");
		assertThat(ended()).containsExactly(new CaseEnded(this.caseId, "patron", "short"));
		assertThat(calls()).containsExactlyInAnyOrder(new CallEnded(this.caseId, "errand", LEFT, "missing"),
				new CallEnded(this.caseId, "errand", RIGHT, "missing"));
		assertThat(this.recorded.events).filteredOn(StageEntered.class::isInstance)
			.filteredOn((event) -> ((StageEntered) event).caseId().equals(this.caseId))
			.containsExactly(new StageEntered(this.caseId, "patron", "work"));
		assertThat(this.cases.card(this.caseId).outcome()).isEqualTo("short");
	}

	@Test
	void aMessageReachesTheOneThatWasCalledForTheMatter() {
		fetch(LEFT, "yes");
		fetch(RIGHT, "yes");
		assertThatThrownBy(() -> this.processes.tell(this.caseId, "arrived", Map.of()))
			.isInstanceOf(IllegalArgumentException.class);
		this.processes.tell(this.caseId, RIGHT, "arrived", Map.of());
		assertThat(calls()).containsExactly(new CallEnded(this.caseId, "errand", RIGHT, "brought"));
		this.processes.tell(this.caseId, "arrived", Map.of());
		assertThat(ended()).containsExactly(new CaseEnded(this.caseId, "patron", "through"));
	}

	@Test
	void whatNobodyWaitsForIsAConflictAlsoInACalledProcess() {
		assertThat(this.processes.tellIfWaiting(this.caseId, LEFT, "arrived", Map.of())).isFalse();
		fetch(RIGHT, "yes");
		assertThat(this.processes.tellIfWaiting(this.caseId, LEFT, "arrived", Map.of())).as("the other one waits")
			.isFalse();
		assertThat(this.processes.tellIfWaiting(this.caseId, "patron-nowhere", "arrived", Map.of())).isFalse();
		assertThatThrownBy(() -> this.processes.tell(this.caseId, LEFT, "arrived", Map.of()))
			.isInstanceOf(Refusal.Conflict.class);
	}

	/** The message that ends it comes while a question beside it is not answered yet. */
	@Test
	void whatRunsBesideItSaysNothingAboutHowItEnds() {
		fetch(LEFT, "yes");
		this.processes.tell(this.caseId, LEFT, "asked", Map.of());
		Task question = task(LEFT, "answer");
		this.processes.tell(this.caseId, LEFT, "arrived", Map.of());
		assertThat(calls()).as("the question is still open").isEmpty();
		complete(question, Map.of());
		assertThat(calls()).containsExactly(new CallEnded(this.caseId, "errand", LEFT, "brought"));
	}

	@Test
	void anEventThatTakesItsPlaceIsAnOutcome() {
		this.processes.tell(this.caseId, LEFT, "recalled", Map.of());
		assertThat(calls()).containsExactly(new CallEnded(this.caseId, "errand", LEFT, "recalled"));
		assertThat(closed()).hasSize(1);
		assertThat(this.catalogue.find("errand").orElseThrow().outcomes()).containsOnlyKeys("brought", "missing",
				"recalled");
	}

	@Test
	void aCancelledCaseTakesTheCalledOnesAlong() {
		this.transaction.executeWithoutResult((status) -> this.processes.cancel(this.caseId, "test"));
		everythingIsGone();
		assertThat(ended()).containsExactly(new CaseEnded(this.caseId, "patron", null));
	}

	@Test
	void anEventThatStopsTheCallerTakesTheCalledOnesAlong() {
		this.processes.tell(this.caseId, "stopped", Map.of());
		everythingIsGone();
		assertThat(ended()).containsExactly(new CaseEnded(this.caseId, "patron", "halted"));
	}

	private void everythingIsGone() {
		assertThat(this.tasks.open(this.caseId)).isEmpty();
		assertThat(closed()).hasSize(2);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM inbox_item WHERE case_id = ? AND state = 'OPEN'")
			.param(this.caseId.value())
			.query(Long.class)
			.single()).isZero();
		assertThat(calls()).containsExactlyInAnyOrder(new CallEnded(this.caseId, "errand", LEFT, null),
				new CallEnded(this.caseId, "errand", RIGHT, null));
		assertThat(this.processes.running(this.caseId)).isFalse();
	}

	@Test
	void anEventAtTheEdgeOfACallCancelsThatOneOnly() {
		this.processes.tell(this.caseId, "right-off", Map.of());
		assertThat(calls()).containsExactly(new CallEnded(this.caseId, "errand", RIGHT, null));
		assertThat(this.tasks.open(this.caseId)).extracting(Task::matter).containsExactly(LEFT);
		fetch(LEFT, "no");
		assertThat(ended()).containsExactly(new CaseEnded(this.caseId, "patron", "short"));
	}

	@Test
	void theDiagramShowsTheCallWhileTheCalledOneRuns() {
		fetch(LEFT, "no");
		var progress = this.catalogue.progress(this.caseId);
		assertThat(progress.processVersion()).isEqualTo(this.catalogue.find("patron").orElseThrow().version());
		assertThat(progress.current()).contains("right", "work").doesNotContain("fetch");
		assertThat(progress.passed()).contains("left").doesNotContain("fetch", "missing");
	}

	@Test
	void listsKnowTheTaskByTheProcessOfItsCase() {
		assertThat(this.jdbc.sql("SELECT process, called, matter FROM inbox_item WHERE case_id = ? ORDER BY matter")
			.param(this.caseId.value())
			.query()
			.listOfRows()).extracting((row) -> row.get("process") + " " + row.get("called") + " " + row.get("matter"))
			.containsExactly("patron errand " + LEFT, "patron errand " + RIGHT);
		assertThat(this.catalogue.ofCases()).extracting(Catalogue.ProcessInfo::id)
			.contains("patron", "probe", "meeting")
			.doesNotContain("errand");
		assertThat(this.catalogue.all()).extracting(Catalogue.ProcessInfo::id).contains("errand");
	}

	/** Answered as people do, through the list and its form. */
	@Test
	void theCourseOfTheCaseTellsTheCalledBoxInTheWordsOfItsDiagram() {
		Actor secretary = this.fixture.holder("branch-secretary", this.branch);
		this.inbox.submit(task(LEFT, "fetch").id(), secretary, Map.of("found", "no"), UUID.randomUUID().toString());
		assertThat(this.errand.asked).contains("fetch " + this.caseId + " " + LEFT + " no");
		assertThat(course(Locale.SIMPLIFIED_CHINESE, secretary)).anyMatch((line) -> line.contains("取过了"));
		assertThat(course(Locale.ENGLISH, secretary)).anyMatch((line) -> line.contains("Fetched it"));
	}

	private List<String> course(Locale language, Actor reader) {
		LocaleContextHolder.setLocale(language);
		try {
			return this.pages.page(this.caseId, null, reader)
				.timeline()
				.stream()
				.map((step) -> this.words.in(language, step.words()) + step.answers())
				.toList();
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					name the process to call | calledElement="errand" |
					no folder 'nowhere' | calledElement="errand" | calledElement="nowhere"
					is not evaluated here | calledElement="errand" | calledElement="${leftOutcome}"
					started by people from a form | calledElement="errand" | calledElement="probe"
					came from: patron > patron | calledElement="errand" | calledElement="patron"
					in the version in which new cases start | calledElement="errand" | calledElement="errand" camunda:calledElementBinding="version"
					in the version in which new cases start | calledElement="errand" | calledElement="errand" camunda:calledElementBinding="deployment"
					no code lives in a diagram | calledElement="errand" | calledElement="errand" camunda:variableMappingClass="java.util.Map"
					name the folder of another process | calledElement="errand" | camunda:caseRef="errand"
					how it ended is there as “leftOutcome” | <camunda:properties><camunda:property name="name.en" value="Left"/></camunda:properties> | <camunda:inputOutput><camunda:inputParameter name="a">b</camunda:inputParameter></camunda:inputOutput>
					is handed its case | <camunda:properties><camunda:property name="name.en" value="Left"/></camunda:properties> | <camunda:in businessKey="#{execution.processBusinessKey}"/>
					without being asked | <camunda:properties><camunda:property name="name.en" value="Left"/></camunda:properties> | <camunda:out source="outcome" target="mine"/>
					take the loop out | <bpmn:incoming>toLeft</bpmn:incoming><bpmn:outgoing>leftToJoin</bpmn:outgoing> | <bpmn:incoming>toLeft</bpmn:incoming><bpmn:outgoing>leftToJoin</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
					'answered' | leftOutcome == 'missing' | leftOutcome == 'answered'
					'mising' | leftOutcome == 'missing' | leftOutcome == 'mising'
					nowhereOutcome | leftOutcome == 'missing' | nowhereOutcome == 'missing'
					left-hand | id="left" | id="left-hand"
					""")
	void aCallThatCouldNotRunIsNamed(String words, String sound, String harmed) {
		Map<String, String> files = new HashMap<>(this.models.folders().get("patron"));
		String diagram = files.get("bpmn/patron/patron.bpmn");
		assertThat(diagram).contains(sound);
		files.put("bpmn/patron/patron.bpmn", diagram.replace(sound, (harmed != null) ? harmed : ""));
		assertThat(this.models.check("patron", files))
			.extracting((fault) -> this.words.in(Locale.ENGLISH, fault.what()))
			.anySatisfy((fault) -> assertThat(fault).contains(words));
		assertThat(this.models.check("patron", files))
			.extracting((fault) -> this.words.in(Locale.SIMPLIFIED_CHINESE, fault.what()))
			.allSatisfy((fault) -> assertThat(fault).doesNotContain("fault."));
	}

	@Test
	void aCircleOverAnotherFolderIsFoundToo() {
		Map<String, Map<String, String>> folders = new HashMap<>(this.models.folders());
		folders.put("errand", changed("errand",
				"<bpmn:serviceTask id=\"note\" name=\"记下\" camunda:expression=\"${errand.note(caseId, matter)}\">",
				"<bpmn:callActivity id=\"note\" name=\"记下\" calledElement=\"patron\">", "</bpmn:serviceTask>",
				"</bpmn:callActivity>"));
		for (String process : List.of("patron", "errand")) {
			assertThat(this.models.check(process, folders.get(process), folders))
				.extracting((fault) -> this.words.in(Locale.ENGLISH, fault.what()))
				.as(process)
				.anySatisfy((fault) -> assertThat(fault).contains(" > errand"));
		}
	}

	@Test
	void aCallBetweenTheStagesStandsInNone() {
		Map<String, String> files = changed("patron", "<bpmn:endEvent id=\"through\" name=\"办成\">",
				"<bpmn:callActivity id=\"late\" name=\"再托\" calledElement=\"errand\"/><bpmn:endEvent id=\"through\" name=\"办成\">");
		assertThat(this.models.check("patron", files))
			.extracting((fault) -> this.words.in(Locale.ENGLISH, fault.what()))
			.anySatisfy((fault) -> assertThat(fault).contains("托付 (work)"));
	}

	private Map<String, String> changed(String process, String... changes) {
		Map<String, String> files = new HashMap<>(this.models.folders().get(process));
		String path = "bpmn/" + process + "/" + process + ".bpmn";
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(files.get(path)).contains(changes[i]);
			files.put(path, files.get(path).replace(changes[i], changes[i + 1]));
		}
		return files;
	}

	private void fetch(String matter, String found) {
		complete(task(matter, "fetch"), Map.of("found", found));
	}

	private Task task(String matter, String box) {
		return this.tasks.open(this.caseId)
			.stream()
			.filter((task) -> matter.equals(task.matter()) && task.box().equals(box))
			.findFirst()
			.orElseThrow();
	}

	private void complete(Task task, Map<String, Object> answers) {
		this.transaction
			.executeWithoutResult((status) -> this.tasks.complete(task.id(), SECRETARY, new Answers(answers)));
	}

	private List<TaskEvent> calls() {
		return this.recorded.events.stream()
			.filter((event) -> event instanceof CallEnded call && call.caseId().equals(this.caseId))
			.toList();
	}

	private List<TaskEvent> ended() {
		return this.recorded.events.stream()
			.filter((event) -> event instanceof CaseEnded end && end.caseId().equals(this.caseId))
			.toList();
	}

	private List<TaskEvent> closed() {
		return this.recorded.events.stream()
			.filter((event) -> event instanceof TaskClosed close && close.task().caseId().equals(this.caseId)
					&& !close.answered())
			.toList();
	}

}
