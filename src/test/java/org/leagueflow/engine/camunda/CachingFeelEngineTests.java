package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;

/** The quick engine answers as the engine's own does, to the word of its refusals. */
class CachingFeelEngineTests {

	private static final List<Object> VALUES = Arrays.asList(0, 1, 2, 3, 12, 40, 100, 500, 1.5, true, false, "", "yes",
			"SECONDARY", "admission.resolution", LocalDate.of(2026, 11, 25), List.of("a", "b"), Map.of("a", 1), null);

	private static final List<String> ODD = List.of("-", "", "?", "> 3", "not(1)", "[1..12]", "]0..100[", "< today()",
			"some unknown", "unknown > 3", "1 +", "\"yes\",\"no\"", "? > 3 and ? < 50", "contains(?, \"e\")", "null",
			"number(\"x\")", "assert(null, 1)", "if x > 1 then \"a\" else 2", "x", "x + 1", "list contains([1,2], x)");

	private final FeelEngine plain = new ScalaFeelEngine(List.of());

	private final FeelEngine quick = built();

	private static FeelEngine built() {
		DefaultDmnEngineConfiguration settings = CachingFeelEngine.settings();
		settings.buildEngine();
		return settings.getFeelEngine();
	}

	@Test
	void everyCellOfEveryTableMeansTheSame() throws Exception {
		List<Path> tables = tables();
		assertThat(tables).isNotEmpty();
		for (Path table : tables) {
			var model = Dmn.readModelFromFile(table.toFile());
			model.getModelElementsByType(InputEntry.class).forEach((cell) -> test(cell.getTextContent().strip()));
			model.getModelElementsByType(OutputEntry.class)
				.forEach((cell) -> expression(cell.getTextContent().strip()));
			model.getModelElementsByType(InputExpression.class)
				.forEach((cell) -> expression(cell.getText().getTextContent()));
		}
	}

	@Test
	void whatIsOddIsAnsweredAlike() {
		ODD.forEach(this::test);
		ODD.forEach(this::expression);
	}

	private void test(String text) {
		for (Object value : VALUES) {
			VariableContext names = Variables.createVariables()
				.putValue("cell", value)
				.putValue("x", 2)
				.asVariableContext();
			same(text + " of " + value, (engine) -> engine.evaluateSimpleUnaryTests(text, "cell", names));
		}
	}

	private void expression(String text) {
		for (Object value : VALUES) {
			VariableContext names = Variables.createVariables().putValue("x", value).asVariableContext();
			same(text + " where x is " + value, (engine) -> engine.evaluateSimpleExpression(text, names));
		}
	}

	private void same(String what, Function<FeelEngine, Object> asked) {
		for (int turn = 0; turn < 2; turn++) {
			assertThat(answer(this.quick, asked)).as(what).isEqualTo(answer(this.plain, asked));
		}
	}

	private static Object answer(FeelEngine engine, Function<FeelEngine, Object> asked) {
		try {
			return asked.apply(engine);
		}
		catch (FeelException ex) {
			return ex.getMessage();
		}
	}

	private static List<Path> tables() throws Exception {
		try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
			return files.filter((file) -> file.toString().endsWith(".dmn")).toList();
		}
	}

}
