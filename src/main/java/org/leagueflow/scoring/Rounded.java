package org.leagueflow.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.leagueflow.kernel.Message;

/** A value rounded at this moment; of several, each by itself. */
public record Rounded(Formula of, RoundingRule rule) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return this.of.evaluate(evaluation).each((value) -> value.known() ? rounded(value) : value);
	}

	private Value rounded(Value value) {
		BigDecimal rounded = this.rule.round(value.number());
		return value.with(Rational.of(rounded),
				Explanation.step(
						() -> Message.of("scoring.rounded." + this.rule.mode(), this.rule.scale(),
								Calculation.shown(value.number()), rounded.toPlainString()),
						List.of(value.explanation())));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.either(this.of, path + ".of");
		check.rounding(this.rule, path + ".rule");
	}

	@Override
	public boolean many(SchemeCheck check) {
		return check.many(this.of);
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return (this.rule != null && this.rule.mode() != null) ? check.interval(this.of).rounded(this.rule)
				: Interval.UNKNOWN;
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

}
