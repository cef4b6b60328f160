package org.leagueflow.award;

import java.util.List;
import org.leagueflow.kernel.Subject;
import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;

/**
 * What a batch follows of the edition it was announced with.
 *
 * @param award the award's name
 * @param judged what is judged: persons, units or their activities
 * @param cadres whether only those who hold a post are judged
 * @param apply whether subjects may apply for themselves
 * @param conditions what is asked of each
 * @param scheme how scores are made, or null where nothing is scored
 * @param tieBreakers components that are compared where scores are equal, in order
 * @param levels their names, the highest first
 * @param notices the notices, from the lowest level up
 * @param ballot what a secret ballot of each branch is for, or null where none is held
 * @param theme of activities, where their theme has to come from; null for either
 */
record BatchPlan(String award, Subject.Kind judged, boolean cadres, boolean apply, RequirementSet conditions,
		ScoringScheme scheme, List<String> tieBreakers, List<Level> levels, boolean overflow, boolean fill,
		TiePolicy ties, List<Notice> notices, AwardPeriod period, AwardStep.Ballot ballot, AwardTheme theme) {

	/** A level: its name. */
	record Level(String name) {
	}

	/** A notice: which level announces, and for how many working days at least. */
	record Notice(AwardStep.Tier tier, int workdays) {
	}

	public String level(int number) {
		return this.levels.get(number).name();
	}

	/** The components that a panel marks. */
	List<ScoreComponent> panelled() {
		return (this.scheme == null) ? List.of()
				: this.scheme.components()
					.stream()
					.filter((one) -> one.source() == ScoreComponent.Source.PANEL)
					.toList();
	}

	/** The components that the office enters by hand. */
	List<ScoreComponent> entered() {
		return (this.scheme == null) ? List.of()
				: this.scheme.components()
					.stream()
					.filter((one) -> one.source() == ScoreComponent.Source.ENTERED
							|| one.source() == ScoreComponent.Source.MEETING && this.ballot == null)
					.toList();
	}

	/** The components that take the share of votes of a branch's ballot. */
	List<ScoreComponent> voted() {
		return (this.scheme == null || this.ballot == null) ? List.of()
				: this.scheme.components()
					.stream()
					.filter((one) -> one.source() == ScoreComponent.Source.MEETING)
					.toList();
	}

	ScoreComponent component(String key) {
		return this.scheme.components().stream().filter((one) -> one.key().equals(key)).findFirst().orElse(null);
	}

}
