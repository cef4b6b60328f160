package org.leagueflow.engine.camunda;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The FEEL engine of decision tables with caches for parsed expressions and built-in
 * functions, which the stock engine makes anew for every cell.
 */
final class CachingFeelEngine extends ScalaFeelEngine {

	private CachingFeelEngine() {
		super(List.of());
	}

	/** Settings of an engine for decision tables that evaluates so. */
	static DefaultDmnEngineConfiguration settings() {
		return new DefaultDmnEngineConfiguration().feelEngineFactory(CachingFeelEngine::new);
	}

	@Override
	protected FeelEngine buildFeelEngine(CustomFunctionTransformer own, CompositeValueMapper values) {
		return new Prepared(own, values);
	}

	/** Leaves to the engine itself whatever does not go smoothly. */
	private static final class Prepared extends FeelEngine {

		private final FunctionProvider functions;

		private final FeelInterpreter interpreter;

		private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentReferenceHashMap<>();

		private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentReferenceHashMap<>();

		Prepared(FunctionProvider own, CompositeValueMapper values) {
			super(own, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
			this.functions = new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, values);
			this.interpreter = new FeelInterpreter(values);
		}

		@Override
		public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
			return this.tests.computeIfAbsent(text, super::parseUnaryTests);
		}

		@Override
		public Either<Failure, ParsedExpression> parseExpression(String text) {
			return this.expressions.computeIfAbsent(text, super::parseExpression);
		}

		@Override
		public EvaluationResult evaluate(ParsedExpression expression, Context names) {
			EvalContext context = EvalContext.create(valueMapper(), this.functions).merge(names);
			Val value = this.interpreter.eval(expression.expression(), context);
			boolean smooth = !(value instanceof ValFatalError || value instanceof ValError)
					&& context.failureCollector().failures().isEmpty();
			return smooth ? new SuccessfulEvaluationResult(valueMapper().unpackVal(value),
					context.failureCollector().failures()) : super.evaluate(expression, names);
		}

	}

}
