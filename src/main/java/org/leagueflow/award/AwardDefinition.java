package org.leagueflow.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.leagueflow.kernel.Json;
import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.scoring.LevelRules;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;

/**
 * An award as an office declares it. Checked as a whole by {@link AwardCheck} before it
 * can be announced.
 *
 * @param judged who or what gets it
 * @param apply whether people apply for themselves, beside being nominated
 * @param levels the highest first
 * @param overflow whether who finds no place in a level stands first in the next
 * @param fill whether an empty place is filled from the level below, by one level at most
 * @param scheme how scores are made, or null where nothing is scored
 * @param tieBreakers keys of components that are compared where scores are equal, in
 * order
 * @param ties what happens to equals of whom not all have a place
 * @param steps from the lowest level up
 * @param theme of activities, where their theme has to come from; null for either
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardDefinition(String name, AwardJudged judged, AwardPeriod period, boolean apply,
		List<AwardLevel> levels, boolean overflow, boolean fill, List<AwardCondition> conditions, ScoringScheme scheme,
		List<String> tieBreakers, TiePolicy ties, List<AwardLimit> limits, List<AwardExclusion> exclusions,
		List<AwardStep> steps, AwardCertificate certificate, AwardTheme theme) {

	/** An award that asks for no theme. */
	public AwardDefinition(String name, AwardJudged judged, AwardPeriod period, boolean apply, List<AwardLevel> levels,
			boolean overflow, boolean fill, List<AwardCondition> conditions, ScoringScheme scheme,
			List<String> tieBreakers, TiePolicy ties, List<AwardLimit> limits, List<AwardExclusion> exclusions,
			List<AwardStep> steps, AwardCertificate certificate) {
		this(name, judged, period, apply, levels, overflow, fill, conditions, scheme, tieBreakers, ties, limits,
				exclusions, steps, certificate, null);
	}

	public AwardDefinition {
		levels = listed(levels);
		conditions = listed(conditions);
		tieBreakers = listed(tieBreakers);
		limits = listed(limits);
		exclusions = listed(exclusions);
		steps = listed(steps);
	}

	private static <T> List<T> listed(List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	/** What is asked of each person, for {@code Requirements.ofAll}. */
	public RequirementSet requirements() {
		return new RequirementSet("award",
				IntStream.range(0, this.conditions.size())
					.mapToObj((number) -> this.conditions.get(number).condition(number))
					.toList());
	}

	/** The limit of the kind, if there is one. */
	public Optional<AwardLimit> limit(AwardLimit.Kind kind) {
		return this.limits.stream().filter((limit) -> limit.kind() == kind).findFirst();
	}

	public Optional<AwardExclusion> exclusion(AwardExclusion.Kind kind) {
		return this.exclusions.stream().filter((exclusion) -> exclusion.kind() == kind).findFirst();
	}

	/** What a secret ballot of each branch is for, where one is held. */
	public Optional<AwardStep.Ballot> ballot() {
		return this.steps.stream().map(AwardStep::ballot).filter(Objects::nonNull).findFirst();
	}

	/**
	 * The best level that is open to a rank of the whole group, 0 for the first; nothing
	 * where none is.
	 */
	public Optional<Integer> bestLevel(int rank, int group) {
		return IntStream.range(0, this.levels.size()).boxed().filter((level) -> {
			Rational top = this.levels.get(level).topShare();
			return top == null || Rational.of(rank, group).compareTo(top) <= 0;
		}).findFirst();
	}

	/**
	 * The limits of groups for {@link org.leagueflow.scoring.LevelRules}: of each branch
	 * ({@code branch:<id>}), and of those who are not from classes ({@code others}).
	 * @param places the places of all levels together
	 * @param honoured the branches that may have more
	 */
	public Map<String, Integer> groupLimits(int places, Collection<Long> branches, Set<Long> honoured) {
		Map<String, Integer> most = new HashMap<>();
		int more = limit(AwardLimit.Kind.HONOURED_BRANCH).map(AwardLimit::whole).orElse(0);
		limit(AwardLimit.Kind.PER_BRANCH).ifPresent((limit) -> branches
			.forEach((branch) -> most.put("branch:" + branch, limit.whole() + (honoured.contains(branch) ? more : 0))));
		limit(AwardLimit.Kind.FROM_CLASSES)
			.ifPresent((limit) -> most.put("others", LevelRules.limitOfOthers(places, limit.number())));
		return most;
	}

	static AwardDefinition read(String json) {
		return Json.readStrictly(json, AwardDefinition.class);
	}

}
