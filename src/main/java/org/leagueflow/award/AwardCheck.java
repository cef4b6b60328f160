package org.leagueflow.award;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.requirement.Comparison;
import org.leagueflow.requirement.Window;
import org.leagueflow.scoring.Fault;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoreComponent.Source;

/**
 * Looks for everything that is wrong with an award, so that all of it is said at once.
 */
final class AwardCheck {

	static final int MAX_LEVELS = 10;

	static final int MAX_CONDITIONS = 40;

	static final int MAX_STEPS = 20;

	static final int MAX_WORKDAYS = 60;

	static final int MAX_NAME = 60;

	static final int MAX_TEXT = 500;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

	private final AwardDefinition award;

	private final Set<String> facts;

	private final List<Fault> faults = new ArrayList<>();

	private AwardCheck(AwardDefinition award, Set<String> facts) {
		this.award = award;
		this.facts = facts;
	}

	/**
	 * Everything that is wrong; empty for an award that can be announced.
	 * @param facts what conditions may look at
	 */
	static List<Fault> faults(AwardDefinition award, Set<String> facts) {
		return new AwardCheck(award, facts).all();
	}

	private List<Fault> all() {
		if (blank(this.award.name()) || this.award.name().length() > MAX_NAME) {
			fault("name", "name", MAX_NAME);
		}
		needed(this.award.judged(), "judged", "judged");
		needed(this.award.period(), "period", "period");
		needed(this.award.ties(), "ties", "ties");
		if (this.award.theme() != null && this.award.judged() != null && this.award.judged() != AwardJudged.ACTIVITY) {
			fault("theme", "themeActivity");
		}
		levels();
		conditions();
		scheme();
		each("limits", this.award.limits(), this::limit);
		each("exclusions", this.award.exclusions(), this::exclusion);
		steps();
		ballots();
		certificate();
		return this.faults;
	}

	private void fault(String path, String what, Object... args) {
		this.faults.add(Fault.at(path, "award.fault." + what, args));
	}

	private void needed(Object value, String path, String what) {
		if (value == null) {
			fault(path, what);
		}
	}

	private static boolean blank(String text) {
		return text == null || text.isBlank();
	}

	private <T> void each(String name, List<T> list, BiConsumer<String, T> check) {
		for (int i = 0; i < list.size(); i++) {
			check.accept(name + "[" + i + "]", list.get(i));
		}
	}

	private void levels() {
		if (this.award.levels().isEmpty() || this.award.levels().size() > MAX_LEVELS) {
			fault("levels", "levels", MAX_LEVELS);
		}
		Set<String> names = new HashSet<>();
		each("levels", this.award.levels(), (path, level) -> {
			if (blank(level.name()) || level.name().length() > MAX_NAME || !names.add(level.name().strip())) {
				fault(path + ".name", "levelName");
			}
			if (level.quota() == null) {
				fault(path + ".quota", "quota", words(level.name()));
			}
			else {
				this.faults.addAll(level.quota().faults(path + ".quota"));
				base(path, level);
			}
			top(path, level);
		});
		shares();
	}

	private void base(String path, AwardLevel level) {
		if (level.quota().share() != null && level.base() == null) {
			fault(path + ".base", "base", words(level.name()));
		}
		boolean person = this.award.judged() != null && this.award.judged().person();
		if (level.base() == AwardBase.BRANCHES && person
				|| this.award.judged() != null && !person && (level.base() == AwardBase.PERSONS
						|| level.base() == AwardBase.MEMBERS || level.base() == AwardBase.CADRES)) {
			fault(path + ".base", "baseFits", words(level.name()));
		}
	}

	private void top(String path, AwardLevel level) {
		Rational top = level.topShare();
		if (top == null) {
			return;
		}
		if (top.signum() <= 0 || top.compareTo(Rational.ONE) > 0) {
			fault(path + ".topShare", "top", top.percent());
		}
		if (this.award.scheme() == null) {
			fault(path + ".topShare", "topUnscored");
		}
	}

	/**
	 * Shares of one base cannot be more than all of it; lower levels reach further down.
	 */
	private void shares() {
		Map<AwardBase, Rational> sums = new EnumMap<>(AwardBase.class);
		Rational before = null;
		for (int i = 0; i < this.award.levels().size(); i++) {
			AwardLevel level = this.award.levels().get(i);
			if (level.quota() != null && level.quota().share() != null && level.base() != null) {
				sums.merge(level.base(), level.quota().share(), Rational::plus);
			}
			if (before != null && level.topShare() != null && level.topShare().compareTo(before) < 0) {
				fault("levels[" + i + "].topShare", "topOrder", words(level.name()));
			}
			before = (level.topShare() != null) ? level.topShare() : before;
		}
		sums.values()
			.stream()
			.filter((sum) -> sum.compareTo(Rational.ONE) > 0)
			.forEach((sum) -> fault("levels", "shares", sum.percent()));
	}

	private void conditions() {
		if (this.award.conditions().size() > MAX_CONDITIONS) {
			fault("conditions", "conditions", MAX_CONDITIONS);
		}
		if (!this.award.conditions().isEmpty() && this.award.judged() != null && !this.award.judged().person()) {
			fault("conditions", "conditionsPerson");
		}
		Set<Object> seen = new HashSet<>();
		each("conditions", this.award.conditions(), (path, condition) -> {
			if (condition.fact() == null || !this.facts.contains(condition.fact())) {
				fault(path + ".fact", "fact", words(condition.fact()));
			}
			else if (!seen.add(List.of(condition.fact(), words(condition.comparison()), words(condition.window())))) {
				fault(path + ".fact", "conditionTwice");
			}
			needed(condition.comparison(), path + ".comparison", "comparison");
			if (condition.fact() != null && condition.fact().endsWith("Rank") && condition.need() != null
					&& (condition.comparison() != Comparison.AT_MOST
							|| condition.need().compareTo(Rational.HUNDRED) > 0)) {
				fault(path + ".comparison", "rankShare");
			}
			if (condition.window() == null || condition.window() == Window.SINCE) {
				fault(path + ".window", "window");
			}
			if (condition.need() == null || condition.need().signum() < 0 || condition.need().decimal().isEmpty()) {
				fault(path + ".need", "need");
			}
			if (blank(condition.source()) || condition.source().length() > MAX_NAME) {
				fault(path + ".source", "source", MAX_NAME);
			}
		});
	}

	private static String words(Object value) {
		return (value != null) ? value.toString() : "";
	}

	private void scheme() {
		Set<String> keys = new HashSet<>();
		if (this.award.scheme() != null) {
			this.award.scheme()
				.faults()
				.forEach((fault) -> this.faults.add(new Fault("scheme." + fault.path(), fault.words())));
			this.award.scheme().components().forEach((component) -> keys.add(component.key()));
			each("scheme.components", this.award.scheme().components(), this::source);
		}
		Set<String> seen = new HashSet<>();
		each("tieBreakers", this.award.tieBreakers(), (path, key) -> {
			boolean many = this.award.scheme() != null && this.award.scheme()
				.components()
				.stream()
				.anyMatch((component) -> key.equals(component.key()) && component.many());
			if (!keys.contains(key) || many || !seen.add(key)) {
				fault(path, "tieBreaker", key);
			}
		});
	}

	/**
	 * Whether what the component takes its entries from is there for whoever is judged.
	 */
	private void source(String path, ScoreComponent component) {
		boolean marks = component.source() == Source.MARKS;
		if (!marks && component.source() != Source.LEDGER) {
			return;
		}
		if (this.award.judged() != null && !this.award.judged().person()) {
			fault(path + ".source", "sourcePerson", words(component.name()));
		}
		if (!marks && Arrays.stream(EntryKind.values())
			.noneMatch((kind) -> !kind.graded() && kind.name().equals(component.item()))) {
			fault(path + ".item", "ledgerItem", words(component.name()), ledgerItems());
		}
		if (marks && ((component.item() != null) ? component.item().isBlank() : !component.many())) {
			fault(path + ".item", "marksItem", words(component.name()));
		}
	}

	private static String ledgerItems() {
		return Arrays.stream(EntryKind.values())
			.filter((kind) -> !kind.graded())
			.map(EntryKind::name)
			.collect(Collectors.joining(", "));
	}

	private void limit(String path, AwardLimit limit) {
		if (limit.kind() == null
				|| this.award.limits().stream().filter((other) -> other.kind() == limit.kind()).count() > 1) {
			fault(path + ".kind", "limitKind");
			return;
		}
		Rational number = limit.number();
		boolean share = limit.kind() == AwardLimit.Kind.FROM_CLASSES;
		boolean fits = number != null && number.signum() > 0 && (share ? number.compareTo(Rational.ONE) <= 0
				: number.whole() && number.compareTo(Rational.of(10_000)) <= 0);
		if (!fits) {
			fault(path + ".number", share ? "limitShare" : "limitCount");
		}
		if (limit.kind() == AwardLimit.Kind.HONOURED_BRANCH && this.award.limit(AwardLimit.Kind.PER_BRANCH).isEmpty()) {
			fault(path + ".kind", "limitHonoured");
		}
	}

	private void exclusion(String path, AwardExclusion exclusion) {
		if (exclusion.kind() == null) {
			fault(path + ".kind", "exclusion");
			return;
		}
		if (exclusion.kind() == AwardExclusion.Kind.OTHER_AWARD
				&& (blank(exclusion.award()) || exclusion.award().strip().equals(words(this.award.name()).strip()))) {
			fault(path + ".award", "exclusionAward");
		}
		if (exclusion.most() != null && exclusion.most() < 0) {
			fault(path + ".most", "exclusionMost");
		}
		boolean person = this.award.judged() != null && this.award.judged().person();
		if (this.award.judged() != null && exclusion.kind().collective() == person
				&& exclusion.kind() != AwardExclusion.Kind.OTHER_AWARD
				&& exclusion.kind() != AwardExclusion.Kind.SCHOOL_AND_FACULTY) {
			fault(path + ".kind", "exclusionFits");
		}
	}

	private void steps() {
		if (this.award.steps().size() > MAX_STEPS) {
			fault("steps", "steps", MAX_STEPS);
		}
		if (this.award.steps().stream().noneMatch((step) -> step.kind() == AwardStep.Kind.NOTICE)) {
			fault("steps", "noNotice");
		}
		if (this.award.steps().stream().noneMatch((step) -> step.kind() == AwardStep.Kind.COMMITTEE)) {
			fault("steps", "noCommittee");
		}
		AwardStep.Tier[] before = { AwardStep.Tier.BRANCH };
		each("steps", this.award.steps(), (path, step) -> {
			needed(step.kind(), path + ".kind", "step");
			needed(step.tier(), path + ".tier", "tier");
			boolean days = step.workingDays() != null;
			if (days != (step.kind() == AwardStep.Kind.NOTICE)
					|| days && (step.workingDays() < 1 || step.workingDays() > MAX_WORKDAYS)) {
				fault(path + ".workingDays", "workdays", MAX_WORKDAYS);
			}
			if (step.tier() != null) {
				if (step.tier().compareTo(before[0]) < 0) {
					fault(path + ".tier", "stepOrder");
				}
				before[0] = step.tier();
			}
		});
	}

	/** A branch votes on persons, once; what it counts for has to be there. */
	private void ballots() {
		List<AwardStep> ballots = this.award.steps().stream().filter((step) -> step.ballot() != null).toList();
		List<ScoreComponent> asking = (this.award.scheme() == null) ? List.of()
				: this.award.scheme()
					.components()
					.stream()
					.filter((component) -> component.source() == Source.MEETING)
					.toList();
		each("steps", this.award.steps(), (path, step) -> {
			if (step.ballot() == null) {
				return;
			}
			if (step.kind() != AwardStep.Kind.ASSESS || step.tier() != AwardStep.Tier.BRANCH) {
				fault(path + ".ballot", "ballotStep");
			}
			if (this.award.judged() != null && !this.award.judged().person()) {
				fault(path + ".ballot", "ballotPerson");
			}
			if (ballots.size() > 1) {
				fault(path + ".ballot", "ballotTwice");
			}
			if (step.ballot() == AwardStep.Ballot.COUNT && asking.isEmpty()) {
				fault(path + ".ballot", "ballotUncounted");
			}
		});
		if (!ballots.isEmpty()) {
			asking.stream()
				.filter((component) -> component.max() == null || component.max().signum() <= 0
						|| component.min() != null && component.min().signum() > 0)
				.forEach((component) -> fault("scheme", "ballotRange", words(component.name())));
		}
	}

	private void certificate() {
		AwardCertificate certificate = this.award.certificate();
		if (certificate == null || blank(certificate.title()) || blank(certificate.text())
				|| certificate.title().length() > MAX_NAME || certificate.text().length() > MAX_TEXT) {
			fault("certificate", "certificate", MAX_NAME, MAX_TEXT);
			return;
		}
		Set<String> used = new HashSet<>();
		Matcher matcher = PLACEHOLDER.matcher(certificate.text());
		while (matcher.find()) {
			used.add(matcher.group(1));
			if (!AwardCertificate.PLACEHOLDERS.contains(matcher.group(1))) {
				fault("certificate.text", "placeholder", matcher.group(1));
			}
		}
		if (!used.contains("name")) {
			fault("certificate.text", "certificateName");
		}
	}

}
