package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/**
 * Rows that hold for a time follow each other day by day, or start-up says what to do.
 */
class EditionsTests {

	@Test
	void editionsThatFollowEachOtherAreSound() {
		assertThat(faults("", "2025-01-02", "2025-01-03", "")).isEmpty();
		assertThat(faults("2023-08-17", "")).isEmpty();
		assertThat(faults("2024-03-01", "", "2020-01-01", "2024-02-29")).as("in any order").isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2020-01-01 2025-01-03 2025-01-03 ever | end rule 'r0' on 2025-01-02",
					"2020-01-01 ever 2025-01-03 ever | end rule 'r0' on 2025-01-02",
					"ever ever ever ever | overlaps with rule 'r1'",
					"2020-01-01 2025-01-01 2025-01-03 ever | close the gap of \"x\" from 2025-01-02 to 2025-01-02",
					"2020-01-01 2025-01-01 | add an edition of \"x\" from 2025-01-02 on",
					"2020-01-01 2019-01-01 | let rule 'r0' end after it begins",
					"2020-1-1 ever | write the date '2020-1-1' of rule 'r0' as 2025-01-03" })
	void eachFaultSaysWhatToDo(String days, String words) {
		assertThat(faults(days.replace("ever", "").split(" ", -1))).singleElement()
			.asString()
			.startsWith("bpmn/x/x.dmn:1: ")
			.contains(words);
	}

	@Test
	void aTableWithOneDateOrTheWrongPolicyIsRefused() {
		assertThat(told("x.dmn", table("\"x\"", List.of("", "")).replace("RULE ORDER", "UNIQUE"))).singleElement()
			.asString()
			.contains("set hitPolicy=\"RULE ORDER\"");
		assertThat(told("x.dmn", table("\"x\"", List.of("", "")).replace("name=\"validTo\"", "name=\"x\"")))
			.singleElement()
			.asString()
			.contains("give the table both columns");
	}

	@Test
	void tablesWithoutEditionsAreLeftAlone() {
		String plain = table("\"x\"", List.of("", "")).replace("name=\"valid", "name=\"x");
		assertThat(told("x.dmn", plain)).isEmpty();
	}

	private static List<String> faults(String... days) {
		return told("bpmn/x/x.dmn", table("\"x\"", List.of(days)));
	}

	/** What is said of the editions, in English. */
	private static List<String> told(String path, String xml) {
		Folder folder = new Folder("x", Map.of(path, xml), (name) -> null, Neighbours.NONE);
		try {
			Editions.check(folder, path, XmlElement.read(xml, Locale.ENGLISH));
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex);
		}
		ResourceBundle words = ResourceBundle.getBundle("i18n.engine", Locale.ENGLISH);
		return folder.faults()
			.stream()
			.map((fault) -> fault.place() + ": "
					+ new MessageFormat(words.getString(fault.what().key())).format(fault.what().args().toArray()))
			.toList();
	}

	private static String table(String matter, List<String> days) {
		String rules = String.join("", IntStream.range(0, days.size() / 2)
			.mapToObj((i) -> "<rule id='r%d'><inputEntry id='i%d'><text>%s</text></inputEntry>%s%s</rule>".formatted(i,
					i, matter, output("a" + i, days.get(2 * i)), output("b" + i, days.get(2 * i + 1))))
			.toList());
		return "<?xml version='1.0' encoding='UTF-8'?><definitions"
				+ " xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='n'>"
				+ "<decision id='x' name='x'><decisionTable id='t' hitPolicy='RULE ORDER'>"
				+ "<input id='m'><inputExpression id='e' typeRef='string'><text>matter</text></inputExpression></input>"
				+ "<output id='f' name=\"validFrom\" typeRef='string'/><output id='o' name=\"validTo\" typeRef='string'/>"
				+ rules + "</decisionTable></decision></definitions>";
	}

	private static String output(String id, String day) {
		return "<outputEntry id='%s'><text>%s</text></outputEntry>".formatted(id,
				day.isEmpty() ? "" : "\"" + day + "\"");
	}

}
