package org.leagueflow.award;

import java.util.List;
import org.leagueflow.life.HeldActivity;
import org.leagueflow.scoring.ExplanationLine;
import org.leagueflow.scoring.ScoreComponent;

/**
 * One nomination.
 *
 * @param scored whether the reader sees score and rank already
 * @param cutoffs where each level ends, for who sees a score below them
 * @param stale whether what was entered has changed since the batch was ranked
 * @param own whether the reader is its subject
 * @param entries what the office entered, the latest of a component counts
 * @param runs whether the reader may correct it
 * @param enters whether the reader may enter what the office enters
 * @param withdraws whether the reader may take it back
 * @param returns whether the reader may send it back
 * @param activity the activity, or null where it is about something else
 */
record NominationPage(Batch batch, BatchPlan plan, Nomination nomination, boolean scored, List<ExplanationLine> lines,
		List<Nominations.Cutoff> cutoffs, boolean stale, List<BatchTrail.Line> trail,
		List<BatchQuestion.Card> questions, List<Corrections.Correction> corrections, List<Recounts.Recount> recounts,
		List<OfficeEntries.Entry> entries, boolean own, boolean runs, boolean enters, boolean withdraws,
		boolean returns, HeldActivity activity) {

	/** Recounts that this nomination's correction may settle. */
	public List<Recounts.Recount> openRecounts() {
		return this.recounts.stream()
			.filter((one) -> one.result() == null
					&& (one.nomination() == null || one.nomination() == this.nomination.id()))
			.toList();
	}

	/** What the office enters by hand. */
	public List<ScoreComponent> entered() {
		return this.plan.entered();
	}

	/** What stands for a component, or null while nothing was entered. */
	public OfficeEntries.Entry entry(String component) {
		return this.entries.stream()
			.filter((one) -> one.component().equals(component))
			.reduce((earlier, later) -> later)
			.orElse(null);
	}

	/** Where the theme of the activity comes from. */
	public String theme() {
		return AwardTheme.of(this.activity).code();
	}

	public String level() {
		return (this.nomination.level() != null) ? this.plan.level(this.nomination.level()) : null;
	}

}
