package org.leagueflow.scoring;

import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * A formula for each term by itself, and the mean of the terms (学年 = 两学期均值).
 *
 * @param terms how many terms there have to be
 */
public record MeanOfTerms(Formula of, int terms) implements Formula {

	/** More terms than a course of study has. */
	private static final int MAX_TERMS = 12;

	@Override
	public Series evaluate(Evaluation evaluation) {
		List<String> there = evaluation.terms(PartList.components(this.of));
		List<Value> values = there.stream().map((term) -> this.of.evaluate(evaluation.during(term)).single()).toList();
		if (there.size() != this.terms) {
			return Series.none(Message.of("scoring.problem.terms", this.terms, there.size()),
					Series.ofParts(values).parts());
		}
		return Series.ofParts(values).together("meanOfTerms", Calculation::mean);
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.single(this.of, path + ".of");
		if (this.terms < 1 || this.terms > MAX_TERMS) {
			check.fault(path, "terms", MAX_TERMS);
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return check.interval(this.of);
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

}
