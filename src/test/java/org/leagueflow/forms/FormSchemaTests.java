package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leagueflow.engine.camunda.TestFeel;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormSchemaTests {

	private static final ResourceBundleMessageSource WORDS = words();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"type":"wizard","key":"a","label":"A"}                                             | unknown component
			{"type":"html","content":"<b>x</b>"}                                                | raw HTML is refused
			{"type":"iframe","url":"https://x"}                                                 | not embedded
			{"type":"dynamiclist","path":"rows","components":[]}                                | repeated groups
			{"type":"group","isRepeating":true,"components":[]}                                 | repeated groups
			{"type":"button","label":"Go"}                                                      | own buttons
			{"type":"textfield","label":"A"}                                                    | a key of letters
			{"type":"textfield","key":"a-b","label":"A"}                                        | a key of letters
			{"type":"textfield","key":"caseId","label":"A"}                                     | reserved word
			{"type":"textfield","key":"execution.id","label":"A"}                               | reserved word
			{"type":"textfield","key":"a"}                                                      | a label is missing
			{"type":"textfield","key":"a","label":"<script>x</script>"}                         | HTML or script
			{"type":"text","text":"see <img src=x onerror=y>"}                                  | HTML or script
			{"type":"text","text":"[x](javascript:y)"}                                          | HTML or script
			{"type":"textfield","key":"a","label":"A","validate":{"pattern":"(?=x)"}}           | linear time
			{"type":"textfield","key":"a","label":"A","validate":{"pattern":"("}}               | linear time
			{"type":"textfield","key":"a","label":"A","validate":{"pattern":"x"}}               | patternErrorMessage
			{"type":"textfield","key":"a","label":"A","conditional":{"hide":"b"}}               | starts with =
			{"type":"number","key":"a","label":"A","validate":{"min":3,"max":2}}                | greater than
			{"type":"datetime","key":"a","label":"A","subtype":"week"}                          | date, time or datetime
			{"type":"select","key":"a","label":"A"}                                             | no options
			{"type":"radio","key":"a","label":"A","values":[{"label":"x"}]}                     | a label and a value
			{"type":"textfield","key":"a","label":"A","validate":{"validationType":"iban"}}     | validation type
			""")
	void aFaultOfAFormSaysWhatWouldBeRight(String component, String words) {
		assertThat(problems(component)).anyMatch((problem) -> problem.contains(words));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"readers":"subjekt"            | the reader "subjekt" is not known
			"readers":"subject, Mentor"    | the reader "Mentor" is not known
			"readers":"league-committee"   | the reader "league-committee" is not known
			"readers":""                   | must name somebody
			"readers":" , "                | must name somebody
			"readers":["subject"]          | must name somebody
			"readers":true                 | must name somebody
			"readers":null                 | must name somebody
			"reader":"subject"             | write readers
			"Readers":"subject"            | write readers
			""")
	void aReaderWhomNobodyKnowsIsRefused(String property, String words) {
		assertThat(problems("{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"A\",\"properties\":{" + property + "}}"))
			.hasSize(1)
			.allMatch((problem) -> problem.contains(words));
	}

	@Test
	void readersStandOnFieldsAndAreNobodyWhereTheFormSaysNothing() {
		String fields = "\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"A\",\"properties\":{\"readers\":\"subject，mentor everyone\"}},"
				+ "{\"type\":\"textfield\",\"key\":\"b\",\"label\":\"B\"}]}";
		assertThat(problems("{\"type\":\"group\",\"properties\":{\"readers\":\"subject\"}," + fields))
			.anyMatch((problem) -> problem.contains("on a field that is answered"));
		FormSchema sound = FormsTests.schema("{\"type\":\"group\",\"path\":\"g\"," + fields);
		assertThat(sound.field("g.a").orElseThrow().readers()).isEqualTo(Readers.of("subject", "mentor", "everyone"));
		assertThat(sound.field("g.b").orElseThrow().readers()).isEqualTo(Readers.NONE);
	}

	@Test
	void twoFieldsCannotShareAKeyOrLieInsideEachOther() {
		String field = "{\"type\":\"textfield\",\"key\":\"%s\",\"label\":\"A\"}";
		assertThat(problems(field.formatted("a") + "," + field.formatted("a")))
			.containsExactly("mend probe-form: a: the key is used twice");
		assertThat(problems(field.formatted("a") + "," + field.formatted("a.b"))).hasSize(1);
	}

	@Test
	void aFileThatIsNoFormIsAProblemAndNoException() {
		assertThat(FormSchema.parse("{").problems()).hasSize(1);
		assertThat(FormSchema.parse("[]").problems()).hasSize(1);
		assertThat(FormSchema.parse("{}").problems()).hasSize(3);
	}

	@Test
	void aKeyThatABindingHoldsIsTaken() {
		FormSchema schema = FormsTests.schema("{\"type\":\"textfield\",\"key\":\"award\",\"label\":\"A\"}");
		assertThat(schema.problems(Set.of("award"))).hasSize(1);
		assertThat(schema.problems(Set.of("admission"))).isEmpty();
	}

	@Test
	void anExpressionThatCannotBeReadIsAProblem() {
		FormSchema schema = FormsTests
			.schema("{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"A\",\"conditional\":{\"hide\":\"=if then\"}}");
		assertThat(forms().problems(schema, Set.of())).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyFormOfTheProjectIsInOrder(Path file) throws IOException {
		FormSchema schema = FormSchema.parse(Files.readString(file));
		String process = file.getParent().getFileName().toString();
		assertThat(forms().problems(schema, Set.of(process))).isEmpty();
		assertThat(schema.id()).isEqualTo(process + "-" + file.getFileName().toString().replace(".form", ""));
	}

	static Stream<Path> files() throws IOException {
		return Files.walk(Path.of("forms")).filter((file) -> file.toString().endsWith(".form"));
	}

	private static ResourceBundleMessageSource words() {
		ResourceBundleMessageSource words = new ResourceBundleMessageSource();
		words.setBasename("i18n.forms");
		words.setDefaultEncoding("UTF-8");
		return words;
	}

	private static Forms forms() {
		BusinessClock clock = new BusinessClock(ZoneId.of("Asia/Shanghai"));
		return new Forms(TestFeel.at(clock), clock);
	}

	private static java.util.List<String> problems(String components) {
		FormSchema schema = FormSchema
			.parse("{\"id\":\"probe-form\",\"type\":\"default\",\"components\":[" + components + "]}");
		return Stream.concat(schema.problems().stream(), schema.unknownReaders(Set.of("mentor")).stream())
			.map((problem) -> WORDS.getMessage(problem.what().key(), problem.what().args().toArray(), Locale.ENGLISH))
			.toList();
	}

}
