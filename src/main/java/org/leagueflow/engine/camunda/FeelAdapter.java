package org.leagueflow.engine.camunda;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.leagueflow.forms.Feel;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Evaluates the forms' expressions with the FEEL engine that decision tables use too. */
@Component
class FeelAdapter implements Feel {

	private final FeelEngineApi engine;

	private final Map<String, ParseResult> parsed = new ConcurrentReferenceHashMap<>();

	FeelAdapter(BusinessClock clock) {
		this.engine = FeelEngineBuilder.forJava()
			.withClock(() -> ZonedDateTime.ofInstant(clock.instant(), clock.getZone()))
			.build();
	}

	@Override
	public Object evaluate(String expression, Map<String, Object> names) {
		ParseResult parse = parse(expression);
		if (parse.isFailure()) {
			return null;
		}
		EvaluationResult result = this.engine.evaluate(parse.parsedExpression(), new HashMap<>(names));
		return result.isSuccess() ? result.result() : null;
	}

	@Override
	public Optional<String> fault(String expression) {
		ParseResult parse = parse(expression);
		return parse.isFailure() ? Optional.of(parse.failure().message()) : Optional.empty();
	}

	private ParseResult parse(String expression) {
		return this.parsed.computeIfAbsent(expression.startsWith("=") ? expression.substring(1) : expression,
				this.engine::parseExpression);
	}

}
