package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.BusinessClock;

/**
 * The forms' expressions mean what the FEEL engine says they mean, although they are
 * evaluated past its front door.
 */
class FeelAdapterTests {

	private final FeelAdapter feel = new FeelAdapter(new BusinessClock(ZoneId.of("Asia/Shanghai")));

	@ParameterizedTest
	@ValueSource(strings = { "a + 1", "a * 1.5", "s", "n", "l", "m", "m.k", "d", "b", "unknown", "unknown = null",
			"a > 2 and b", "if b then \"q\" else null", "count(l)", "sum(l) / 2", "date(ds)", "\"a\" + 1", "1 / 0",
			"date(ds) + duration(\"P14D\")", "today() > date(ds)", "string length(s)", "contains(s, \"x\")",
			"l[item > 1]", "for i in l return i * 2", "{q: 1}", "some x in l satisfies x > 2", "upper case(s)",
			"s in (\"xy\", \"z\")", "a between 1 and 4", "unknown > 3", "not(b)", "nonsense(a)",
			"assert(n, n != null)" })
	void anExpressionMeansWhatTheEngineSays(String expression) {
		Map<String, Object> names = new HashMap<>(Map.of("a", 3, "s", "xy", "l", List.of(1, 2, 3), "m",
				Map.of("k", "v"), "d", LocalDate.of(2026, 1, 2), "b", true, "ds", "2026-01-02"));
		names.put("n", null);
		EvaluationResult theirs = FeelEngineBuilder.forJava().build().evaluateExpression(expression, names);
		assertThat(this.feel.evaluate("=" + expression, names)).isEqualTo(theirs.isSuccess() ? theirs.result() : null);
	}

}
