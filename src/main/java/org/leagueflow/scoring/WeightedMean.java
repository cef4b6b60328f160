package org.leagueflow.scoring;

import java.util.List;

/**
 * The sum of parts, each times its weight; the weights make 100 %.
 */
public record WeightedMean(List<Weighted> terms) implements Formula {

	public WeightedMean {
		terms = (terms != null) ? List.copyOf(terms) : List.of();
	}

	@Override
	public Series evaluate(Evaluation evaluation) {
		List<Value> values = this.terms.stream().map((term) -> term.of().evaluate(evaluation).single()).toList();
		return Series.ofParts(values).together("weightedMean", this::weighted);
	}

	private Calculation weighted(List<Value> values) {
		Rational sum = Rational.ZERO;
		for (int i = 0; i < values.size(); i++) {
			sum = sum.plus(values.get(i).number().times(this.terms.get(i).weight()));
		}
		return new Calculation(() -> expression(values), sum);
	}

	private String expression(List<Value> values) {
		StringBuilder expression = new StringBuilder();
		for (int i = 0; i < values.size(); i++) {
			expression.append((i > 0) ? " + " : "")
				.append(values.get(i).text())
				.append("×")
				.append(this.terms.get(i).weight().percent());
		}
		return expression.toString();
	}

	@Override
	public void check(SchemeCheck check, String path) {
		Rational sum = Rational.ZERO;
		for (int i = 0; i < this.terms.size(); i++) {
			Weighted term = this.terms.get(i);
			String at = path + ".terms[" + i + "]";
			check.single(term.of(), at + ".of");
			if (term.weight() == null || term.weight().signum() <= 0) {
				check.fault(at, "weight", (term.weight() != null) ? term.weight().percent() : "");
			}
			else {
				sum = sum.plus(term.weight());
			}
		}
		if (!sum.equals(Rational.ONE)) {
			check.fault(path, "weights", sum.percent());
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		Interval sum = Interval.of(Rational.ZERO);
		for (Weighted term : this.terms) {
			boolean usable = term.weight() != null && term.weight().signum() > 0;
			sum = sum.plus(usable ? check.interval(term.of()).times(term.weight()) : Interval.UNKNOWN);
		}
		return sum;
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.terms.stream().map(Weighted::of).toArray(Formula[]::new));
	}

	/** A part and its weight, such as {@code 60%}. */
	public record Weighted(Rational weight, Formula of) {
	}

}
