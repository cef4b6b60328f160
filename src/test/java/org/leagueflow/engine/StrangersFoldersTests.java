package org.leagueflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.StoryTest;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Folders that somebody else drew, {@code src/test/resources/folders}: each is refused in
 * plain words that name all its faults with file, line and box, or it is sound.
 */
@StoryTest
public class StrangersFoldersTests {

	private static final Path FOLDERS = Path.of("src/test/resources/folders");

	@Autowired
	Models models;

	@Autowired
	Words words;

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			value = { "actlistener | vactlistener.bpmn:5 [审核 (review)]: take activiti:taskListener off",
					"call        | vcall.bpmn:4 [另一流程 (midbox)]: name the process to call in calledElement",
					"collection  | vcollection.bpmn:5 [审核 (review)]: ask for 'leaders' on a form",
					"completion  | vcompletion.bpmn:5 [审核 (review)]: ask for 'agreedCount' on a form",
					"completion  | vcompletion.bpmn:5 [审核 (review)]: ask for 'needed' on a form",
					"due         | vdue.bpmn:5 [审核 (review)]: ask for 'deadline' on a form",
					"gbk         | vgbk.bpmn:3 [null]: save the file as UTF-8",
					"groovy      | vgroovy-level.dmn:2 [定级 (vgroovy-level), i1]: write the table in FEEL",
					"nostart     | vnostart.bpmn:3 [试用流程 (vnostart)]: draw a start event",
					"send        | vsend.bpmn:4 [发通知 (midbox)]: give this sendTask a camunda:expression",
					"timerstart  | vtimerstart.bpmn:4 [开始 (begin)]: begin with a plain start event" })
	void eachIsRefusedWithPlaceAndWhatToDo(String folder, String fault) {
		assertThat(told("v" + folder, folder(folder, "v" + folder), Locale.ENGLISH))
			.anySatisfy((told) -> assertThat(told).contains(fault));
	}

	@Test
	void theLeaveRequestIsSound() {
		assertThat(told("leave", folder("leave", "leave"), Locale.ENGLISH)).isEmpty();
	}

	@Test
	void thePurchaseIsToldEveryFaultAtOnce() {
		List<String> told = told("purchase", folder("purchase", "purchase"), Locale.ENGLISH);
		for (String what : List.of("camunda:formKey off", "camunda:assignee off", "camunda:executionListener out",
				"camunda:taskListener out", "camunda:formData out", "camunda:class off", "camunda:type off",
				"no folder 'archive' holds a process that may be called", "replace the script task",
				"a signal reaches all cases at once", "take language off", "set the process id to 'purchase'",
				"an id of lower-case letters", "exactly one role", "begin with a plain start event", "a default flow",
				"@ProcessBinding(\"runtimeService\")", "write plain words in name", "instead of the threshold",
				"end here without a word")) {
			assertThat(told).as(what).anySatisfy((fault) -> assertThat(fault).contains(what));
		}
		assertThat(told)
			.allSatisfy((fault) -> assertThat(fault).matches("bpmn/purchase/purchase.bpmn:\\d+ \\[.+\\]: .+"));
		assertThat(told("purchase", folder("purchase", "purchase"), Locale.SIMPLIFIED_CHINESE)).hasSameSizeAs(told)
			.allSatisfy((fault) -> assertThat(fault).containsPattern("\\p{IsHan}.*[，。：；请须]"));
	}

	@Test
	void theOutingWasDrawnForAnotherEngine() {
		assertThat(told("outing", folder("outing", "outing"), Locale.ENGLISH))
			.anySatisfy((fault) -> assertThat(fault).contains("was written for Camunda 8"))
			.anySatisfy((fault) -> assertThat(fault).contains("a plain task is passed without a word"))
			.anySatisfy((fault) -> assertThat(fault).contains("[去 (Flow_3)]: write the condition as an expression"));
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', value = {
			"== 'yes'  | == 'retrun'                    | 'retrun' in ${approved == 'retrun'} never comes: approved is one of 'no', 'yes'",
			"== 'yes'  | != 'Yes'                       | 'Yes' in ${approved != 'Yes'} never comes",
			"== 'yes'  | == true                        | true in ${approved == true} never comes",
			"== 'yes'  | == 1                           | 1 in ${approved == 1} never comes",
			"== 'yes'  | eq 'yes' or approved == 'jein' | 'jein' in",
			"== 'yes'  | == reasn                       | ask for 'reasn' on a form",
			"== 'yes'  | gt 'no'                        | is no number",
			"== 'yes'  | == ('n' ? 'no' : 'ja')         | ask a yes-or-no question" })
	void comparedValuesMustBeAmongTheOptions(String sound, String faulty, String words) {
		assertThat(told("leave", changed("leave", (xml) -> xml.replace(sound, faulty.replace("&", "&amp;"))),
				Locale.ENGLISH))
			.anySatisfy((fault) -> assertThat(fault).contains(words));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = { "<text>title</text> | <text>titel</text> | ask for 'titel' on a form",
			"<text>\"big\"</text> | <text>\"big</text> | mend the FEEL expression",
			"<text>\"big\"</text> | <text>uper(title)</text> | FEEL has no function uper",
			"<text>\"big\"</text> | <text>length</text> | ask for 'length' in a column",
			"<text>-</text> | <text>string length(title) > 3</text> | ask for 'title' in a column ",
			"hitPolicy=\"FIRST\" | hitPolicy=\"COLLECT\" | set the hit policy of 'vgroovy-level'",
			"typeRef=\"string\"><text> | typeRef=\"integer\"><text> | 'title' is answered with something that is no integer",
			"typeRef=\"string\"><text> | typeRef=\"strnig\"><text> | choose a type of the column",
			"<definitions | <definitions expressionLanguage=\"javascript\" | write the table in FEEL",
			"name=\"level\" typeRef=\"string\"/> | name=\"level\" typeRef=\"string\"><outputValues id=\"v\"><text>\"small\"</text></outputValues></output> | one of the output's own values",
			"<outputEntry | <inputEntry id=\"ie2\"><text>1</text></inputEntry><outputEntry | as many cells as columns" })
	void tablesSpeakFeelAndAskForWhatIsAnswered(String sound, String faulty, String words) {
		Map<String, String> files = folder("groovy", "vgroovy");
		String path = "bpmn/vgroovy/vgroovy-level.dmn";
		files.put(path,
				files.get(path)
					.replace(" expressionLanguage=\"groovy\"", "")
					.replace("title.length() &gt; 3", "-")
					.replace("\"big\".toString()", "\"big\""));
		assertThat(told("vgroovy", files, Locale.ENGLISH)).as("mended").isEmpty();
		assertThat(files.get(path)).contains(sound);
		files.put(path, files.get(path).replace(sound, faulty.replace(" > ", " &gt; ")));
		List<String> told = told("vgroovy", files, Locale.ENGLISH);
		if (words.contains("'title' in a column")) {
			assertThat(told).as("a name that a column asks for").isEmpty();
		}
		else {
			assertThat(told).anySatisfy((fault) -> assertThat(fault).contains(words.strip()));
		}
	}

	/** Gives the table a column of options: the row tests what nobody can choose. */
	@Test
	void aRowThatTestsForNoOptionNeverHolds() {
		Map<String, String> files = folder("groovy", "vgroovy");
		String table = "bpmn/vgroovy/vgroovy-level.dmn";
		files.put(table,
				files.get(table)
					.replace(" expressionLanguage=\"groovy\"", "")
					.replace("<text>title</text>", "<text>decision</text>")
					.replace("title.length() &gt; 3", "\"yes\", \"retrun\"")
					.replace("\"big\".toString()", "\"big\""));
		assertThat(told("vgroovy", files, Locale.ENGLISH))
			.anySatisfy((fault) -> assertThat(fault).contains("retrun in").contains("only 'no', 'yes'"))
			.anySatisfy((fault) -> assertThat(fault).contains("ask for 'decision' before"));
	}

	@Test
	void aConditionOnTheAnswerOfATableIsCheckedToo() {
		Map<String, String> files = folder("groovy", "vgroovy");
		String table = "bpmn/vgroovy/vgroovy-level.dmn";
		files.put(table,
				files.get(table)
					.replace(" expressionLanguage=\"groovy\"", "")
					.replace("title.length() &gt; 3", "-")
					.replace("\"big\".toString()", "\"big\""));
		String diagram = "bpmn/vgroovy/vgroovy.bpmn";
		files.put(diagram, files.get(diagram).replace("decision == 'yes'", "level == 'bg'"));
		assertThat(told("vgroovy", files, Locale.ENGLISH)).anySatisfy(
				(fault) -> assertThat(fault).contains("'bg' in ${level == 'bg'} never comes: level is one of 'big'"));
		files.put(diagram, files.get(diagram).replace("camunda:mapDecisionResult=\"singleEntry\" ", ""));
		assertThat(told("vgroovy", files, Locale.ENGLISH))
			.anySatisfy((fault) -> assertThat(fault).contains("set camunda:mapDecisionResult"));
	}

	/** Sentences told in Chinese carried half a sentence of English from a parser. */
	@Test
	void whatAParserSaysStandsApartFromTheSentence() {
		Map<String, String> files = folder("leave", "leave");
		files.put("forms/leave/start.form", "{ \"id\": \"leave-start\", \"components\": [ ");
		files.put("forms/leave/change.form", files.get("forms/leave/change.form")
			.replace("\"maxLength\": 200", "\"pattern\": \"(?=x)\", \"patternErrorMessage\": \"x\""));
		files.put("forms/leave/approve.form",
				files.get("forms/leave/approve.form")
					.replace("\"id\": \"Field_0b\",",
							"\"id\": \"Field_0b\", \"conditional\": { \"hide\": \"=if approved then\" },"));
		List<ModelFault> said = this.models.check("leave", files)
			.stream()
			.filter((fault) -> fault.said() != null)
			.toList();
		assertThat(said).extracting((fault) -> fault.what().key())
			.contains("fault.form.json", "fault.schema.pattern")
			.anyMatch((key) -> key.startsWith("fault.table.un"));
		for (ModelFault fault : said) {
			assertThat(fault.said()).isNotBlank();
			assertThat(this.words.in(Locale.SIMPLIFIED_CHINESE, fault.what())).doesNotContain(fault.said())
				.doesNotContainPattern("[A-Za-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}");
		}
	}

	private List<String> told(String process, Map<String, String> files, Locale language) {
		return this.models.check(process, files)
			.stream()
			.map((fault) -> fault.place() + " [" + fault.box() + "]: " + this.words.in(language, fault.what()))
			.toList();
	}

	private static Map<String, String> changed(String folder, UnaryOperator<String> change) {
		Map<String, String> files = folder(folder, folder);
		String path = "bpmn/" + folder + "/" + folder + ".bpmn";
		String before = files.get(path);
		files.put(path, change.apply(before));
		assertThat(files.get(path)).isNotEqualTo(before);
		return files;
	}

	/** A folder's files as the application would read them. */
	public static Map<String, String> folder(String folder, String process) {
		Map<String, String> files = new TreeMap<>();
		Path root = FOLDERS.resolve(folder);
		try (Stream<Path> paths = Files.walk(root)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(root.relativize(path).toString().replace('\\', '/'),
						new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assertThat(files).containsKey("bpmn/" + process + "/" + process + ".bpmn");
		return files;
	}

}
