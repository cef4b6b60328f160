package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * A start, plus what is added, minus what is taken off, within bounds (80 + 加分 − 扣分, 封顶
 * 100). Nothing to add or take off adds or takes off nothing; an entry without a number
 * is missing.
 *
 * @param base what everybody starts with, or null for 0
 * @param plus what is added, or null
 * @param minus what is taken off, entered as numbers above zero, or null
 * @param min the least that may come out, or null
 * @param max the most that may come out, or null
 */
public record CappedSum(Formula base, Formula plus, Formula minus, Rational min, Rational max) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		List<Series> all = new ArrayList<>();
		all.add((this.base != null) ? Series.of(this.base.evaluate(evaluation).single())
				: new Constant(Rational.ZERO).evaluate(evaluation));
		Series added = (this.plus != null) ? this.plus.evaluate(evaluation) : Series.NOTHING;
		all.add(added);
		all.add((this.minus != null) ? this.minus.evaluate(evaluation) : Series.NOTHING);
		int plusEnd = 1 + added.values().size();
		Series sum = Series.joined(all).together("sum", (values) -> sum(values, plusEnd));
		return Capped.capped(sum, this.min, this.max);
	}

	private static Calculation sum(List<Value> values, int plusEnd) {
		Rational sum = Rational.ZERO;
		for (int i = 0; i < values.size(); i++) {
			Rational number = values.get(i).number();
			sum = (i >= plusEnd) ? sum.minus(number) : sum.plus(number);
		}
		return new Calculation(() -> expression(values, plusEnd), sum);
	}

	private static String expression(List<Value> values, int plusEnd) {
		StringBuilder expression = new StringBuilder();
		for (int i = 0; i < values.size(); i++) {
			expression.append((i == 0) ? "" : (i >= plusEnd) ? " − " : " + ").append(values.get(i).text());
		}
		return expression.toString();
	}

	@Override
	public void check(SchemeCheck check, String path) {
		if (this.base != null) {
			check.single(this.base, path + ".base");
		}
		if (this.plus == null && this.minus == null) {
			check.fault(path, "absent");
		}
		if (this.plus != null) {
			check.either(this.plus, path + ".plus");
		}
		if (this.minus != null) {
			check.either(this.minus, path + ".minus");
			Rational least = check.interval(this.minus).least();
			if (least == null || least.signum() < 0) {
				check.fault(path + ".minus", "minusBelowZero");
			}
		}
		check.caps(this.min, this.max, path);
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return Interval.UNKNOWN.capped(this.min, this.max);
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.base, this.plus, this.minus);
	}

}
