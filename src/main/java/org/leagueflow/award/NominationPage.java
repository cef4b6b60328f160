package org.leagueflow.award;

import java.util.List;
import org.leagueflow.scoring.ExplanationLine;

/**
 * One nomination.
 *
 * @param scored whether the reader sees score and rank already
 * @param stale whether what was entered has changed since the batch was ranked
 * @param own whether the reader is its subject
 * @param runs whether the reader may correct it
 * @param withdraws whether the reader may take it back
 * @param returns whether the reader may send it back
 */
record NominationPage(Batch batch, BatchPlan plan, Nomination nomination, boolean scored, List<ExplanationLine> lines,
		boolean stale, List<BatchTrail.Line> trail, List<BatchQuestion.Card> questions,
		List<Corrections.Correction> corrections, List<Recounts.Recount> recounts, boolean own, boolean runs,
		boolean withdraws, boolean returns) {

	/** Recounts that this nomination's correction may settle. */
	public List<Recounts.Recount> openRecounts() {
		return this.recounts.stream()
			.filter((one) -> one.result() == null
					&& (one.nomination() == null || one.nomination() == this.nomination.id()))
			.toList();
	}

	public String level() {
		return (this.nomination.level() != null) ? this.plan.level(this.nomination.level()) : null;
	}

}
