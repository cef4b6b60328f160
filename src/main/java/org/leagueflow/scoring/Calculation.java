package org.leagueflow.scoring;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Message;

/**
 * A step as it is typed into a calculator.
 *
 * @param result its result, or null where it divides by zero
 */
record Calculation(Supplier<String> expression, Rational result) {

	/** Decimal places of what stands behind ≈. */
	private static final RoundingRule SHOWN = new RoundingRule(RoundingRule.Mode.HALF_UP, RoundingRule.MAX_SCALE);

	static Calculation sum(List<Value> values) {
		Rational sum = values.stream().map(Value::number).reduce(Rational.ZERO, Rational::plus);
		return new Calculation(() -> terms(values, Value::text), sum);
	}

	static Calculation mean(List<Value> values) {
		Calculation sum = sum(values);
		return new Calculation(() -> {
			String terms = sum.expression().get();
			return ((values.size() == 1) ? terms : "(" + terms + ")") + " ÷ " + values.size();
		}, sum.result().dividedBy(Rational.of(values.size())));
	}

	static String terms(List<Value> values, Function<Value, String> text) {
		return values.stream().map(text).collect(Collectors.joining(" + "));
	}

	/** A number that no decimal is exact for, with its first digits. */
	static String shown(Rational number) {
		return number.decimal().isPresent() ? number.text()
				: number.text() + " ≈ " + SHOWN.round(number).toPlainString();
	}

	Value value(String name, List<Explanation> parts) {
		return Value.of(this.result, Explanation
			.step(() -> Message.of("scoring.step." + name, this.expression.get(), shown(this.result)), parts));
	}

}
