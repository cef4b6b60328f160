package org.leagueflow.engine.camunda;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.context.VariableProvider.StaticVariableProvider;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.leagueflow.forms.Feel;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Evaluates the forms' expressions with the FEEL engine that decision tables use too. The
 * engine builds all its functions anew for every expression, which takes longer than the
 * expression; here its interpreter is given the same functions each time.
 */
@Component
class FeelAdapter implements Feel {

	private final FeelEngineApi engine;

	private final ValueMapper values;

	private final FeelInterpreter interpreter;

	private final FunctionProvider functions;

	private final Map<String, ParseResult> parsed = new ConcurrentReferenceHashMap<>();

	FeelAdapter(BusinessClock clock) {
		FeelEngineClock now = () -> ZonedDateTime.ofInstant(clock.instant(), clock.getZone());
		this.engine = FeelEngineBuilder.forJava().withClock(now).build();
		this.values = new CompositeValueMapper(
				CollectionConverters.asScala(List.<CustomValueMapper>of(new JavaValueMapper())).toList());
		this.interpreter = new FeelInterpreter(this.values);
		this.functions = new BuiltinFunctions(now, this.values);
	}

	@Override
	public Object evaluate(String expression, Map<String, Object> names) {
		ParseResult parse = parse(expression);
		if (parse.isFailure()) {
			return null;
		}
		EvalContext context = new EvalContext(this.values, variables(names), this.functions,
				new EvaluationFailureCollector());
		Val value = this.interpreter.eval(parse.parsedExpression().expression(), context);
		boolean failed = value instanceof ValError || value instanceof ValFatalError;
		return failed ? null : this.values.unpackVal(value);
	}

	@Override
	public Optional<String> fault(String expression) {
		ParseResult parse = parse(expression);
		return parse.isFailure() ? Optional.of(parse.failure().message()) : Optional.empty();
	}

	private static VariableProvider variables(Map<String, Object> names) {
		return new StaticVariableProvider(
				camundajar.impl.scala.collection.immutable.Map.from(CollectionConverters.asScala(names)));
	}

	private ParseResult parse(String expression) {
		return this.parsed.computeIfAbsent(expression.startsWith("=") ? expression.substring(1) : expression,
				this.engine::parseExpression);
	}

}
