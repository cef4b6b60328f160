package org.leagueflow.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.FactSource;
import org.leagueflow.requirement.FactValue;
import org.leagueflow.requirement.Window;
import org.springframework.stereotype.Component;

/**
 * 学习排名: where a person stands by the mean of the first sittings, weighted by credit, in
 * percent of those who have marks: {@code marks.classRank} within the class,
 * {@code marks.gradeRank} within the classes of the same subject and year of the same
 * faculty. Equal means have equal ranks. Whoever has no mark has no rank and stands
 * behind nobody.
 */
@Component
class RankFacts implements FactSource {

	private static final String CLASS = "marks.classRank";

	private static final String GRADE = "marks.gradeRank";

	/** Digits of the percentage, which is never rounded in anybody's favour. */
	private static final int SCALE = 4;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final MarkRepository marks;

	private final People people;

	RankFacts(MarkRepository marks, People people) {
		this.marks = marks;
		this.people = people;
	}

	@Override
	public Set<String> facts() {
		return Set.of(CLASS, GRADE);
	}

	@Override
	public Set<String> explained() {
		return facts();
	}

	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		Map<Long, Asked> persons = asked.stream()
			.collect(Collectors.toMap(Asked::personId, Function.identity(), (one, other) -> one));
		Groups groups = groups(persons.keySet(),
				conditions.stream().anyMatch((condition) -> condition.fact().equals(GRADE)));
		Map<Long, List<MarkValue>> courses = this.marks.figures(null, MarkItemCard::course, groups.everybody());
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		for (Condition condition : conditions) {
			values.put(condition, ranks(condition, persons, groups, courses, day));
		}
		return values;
	}

	private static Map<Long, FactValue> ranks(Condition condition, Map<Long, Asked> persons, Groups groups,
			Map<Long, List<MarkValue>> courses, LocalDate day) {
		Map<Long, Mean> means = new HashMap<>();
		groups.everybody().forEach((person) -> {
			Asked asked = persons.getOrDefault(person, new Asked(person, "", null));
			boolean since = condition.window() != Window.SINCE || asked.since() != null;
			Mean mean = since ? mean(courses.getOrDefault(person, List.of()), condition.window(), asked, day) : null;
			if (mean != null) {
				means.put(person, mean);
			}
		});
		boolean byClass = condition.fact().equals(CLASS);
		Map<Long, FactValue> ranks = new HashMap<>();
		for (List<Long> group : byClass ? groups.classes() : groups.grades()) {
			List<Long> ranked = group.stream()
				.filter(means::containsKey)
				.sorted(Comparator.comparing(means::get).reversed())
				.toList();
			int rank = 0;
			for (int at = 0; at < ranked.size(); at++) {
				boolean equal = at > 0 && means.get(ranked.get(at - 1)).compareTo(means.get(ranked.get(at))) == 0;
				rank = equal ? rank : at + 1;
				if (persons.containsKey(ranked.get(at))) {
					ranks.put(ranked.get(at),
							FactValue.of(
									HUNDRED.multiply(BigDecimal.valueOf(rank))
										.divide(BigDecimal.valueOf(ranked.size()), SCALE, RoundingMode.UP),
									rank, ranked.size(), group.size() - ranked.size()));
				}
			}
		}
		return ranks;
	}

	/** A course without credit counts as one. */
	private static Mean mean(List<MarkValue> marks, Window window, Asked asked, LocalDate day) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal weights = BigDecimal.ZERO;
		for (MarkValue mark : marks) {
			if (mark.attempt() == MarkAttempt.FIRST && mark.value() != null
					&& window.covers(new MarkPeriod(mark.period(), mark.term()).end(), asked, day)) {
				BigDecimal weight = (mark.credit() != null) ? mark.credit() : BigDecimal.ONE;
				sum = sum.add(mark.value().multiply(weight));
				weights = weights.add(weight);
			}
		}
		return (weights.signum() > 0) ? new Mean(sum, weights) : null;
	}

	/**
	 * The classes of the persons and, where grades are asked, those beside them; by a
	 * number of statements that does not depend on how many there are.
	 */
	private Groups groups(Collection<Long> persons, boolean grades) {
		Map<Long, UnitCard> units = this.people.units()
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		Map<Long, Long> classOf = new HashMap<>();
		units.values().forEach((unit) -> classOf(unit, units).ifPresent((own) -> classOf.put(unit.id(), own.id())));
		Set<Long> asked = this.people.persons(persons)
			.stream()
			.map(PersonCard::unitId)
			.map(classOf::get)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Map<Long, Set<Long>> gradeOf = grades ? grades(asked, units) : Map.of();
		Set<Long> wanted = new HashSet<>(asked);
		gradeOf.values().forEach(wanted::addAll);
		Map<Long, List<Long>> members = new HashMap<>();
		if (!wanted.isEmpty()) {
			this.people
				.youth(classOf.entrySet()
					.stream()
					.filter((entry) -> wanted.contains(entry.getValue()))
					.map(Map.Entry::getKey)
					.toList())
				.forEach((unit, own) -> members.computeIfAbsent(classOf.get(unit), (key) -> new ArrayList<>())
					.addAll(own));
		}
		return new Groups(asked.stream().map((unit) -> members.getOrDefault(unit, List.of())).toList(),
				gradeOf.values()
					.stream()
					.distinct()
					.map((classes) -> classes.stream()
						.flatMap((unit) -> members.getOrDefault(unit, List.of()).stream())
						.toList())
					.toList());
	}

	/** The class that a unit is, or that a League group belongs to. */
	private static Optional<UnitCard> classOf(UnitCard unit, Map<Long, UnitCard> units) {
		UnitCard at = unit;
		while (at != null && at.kind() == UnitKind.GROUP) {
			at = units.get(at.parentId());
		}
		return Optional.ofNullable(at)
			.filter((own) -> own.kind() == UnitKind.BRANCH && "CLASS".equals(own.branchKind()));
	}

	/**
	 * The classes of the same faculty, subject and year, of each class that has a year.
	 */
	private static Map<Long, Set<Long>> grades(Set<Long> classes, Map<Long, UnitCard> units) {
		Map<String, Set<Long>> byGrade = new HashMap<>();
		Map<Long, String> gradeOf = new HashMap<>();
		units.values()
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH && "CLASS".equals(unit.branchKind()))
			.forEach((unit) -> ClassName.grade(unit.name()).ifPresent((grade) -> {
				String key = unit.parentId() + " " + grade;
				gradeOf.put(unit.id(), key);
				byGrade.computeIfAbsent(key, (one) -> new HashSet<>()).add(unit.id());
			}));
		return classes.stream()
			.filter(gradeOf::containsKey)
			.collect(Collectors.toMap(Function.identity(), (one) -> byGrade.get(gradeOf.get(one))));
	}

	/**
	 * Who is compared with whom.
	 *
	 * @param classes the members of each class
	 * @param grades the members of each grade
	 */
	private record Groups(List<List<Long>> classes, List<List<Long>> grades) {

		Set<Long> everybody() {
			Set<Long> all = new HashSet<>();
			this.classes.forEach(all::addAll);
			this.grades.forEach(all::addAll);
			return all;
		}

	}

	/** A mean as the fraction that it is, so that no rounding makes two of them equal. */
	private record Mean(BigDecimal sum, BigDecimal weights) implements Comparable<Mean> {

		@Override
		public int compareTo(Mean other) {
			return this.sum.multiply(other.weights).compareTo(other.sum.multiply(this.weights));
		}

	}

}
