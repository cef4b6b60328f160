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
		if (there.size() != this.terms) {
			return Series.none(Message.of("scoring.problem.terms", this.terms, there.size()), List.of());
		}
		List<Value> values = there.stream().map((term) -> this.of.evaluate(evaluation.during(term)).single()).toList();
		return Series.ofParts(values).together("meanOfTerms", Calculation::mean);
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.single(this.of, path + ".of");
		if (this.terms < 1 || this.terms > MAX_TERMS) {
			check.fault(path, "terms", MAX_TERMS);
		}
		if (nested(this.of)) {
			check.fault(path, "termsNested");
		}
	}

	/**
	 * Within one term there are no terms to take the mean of; each nesting would multiply
	 * the work.
	 */
	private static boolean nested(Formula part) {
		return part instanceof MeanOfTerms || part != null && part.parts().stream().anyMatch(MeanOfTerms::nested);
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
