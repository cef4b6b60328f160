package org.leagueflow.award;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.scoring.LevelRules;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The places of a batch: how many may be awarded at each level, and how many each unit
 * may nominate, allotted down the tree and never above the unit above. Whoever changes
 * them holds the batch's lock.
 */
@Component
class BatchPlaces {

	private static final Comparator<List<String>> TREE = (one, other) -> {
		for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
			int order = Pinyin.ORDER.compare(one.get(i), other.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(one.size(), other.size());
	};

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final Certificates certificates;

	private final People people;

	private final BusinessClock clock;

	BatchPlaces(JdbcClient jdbc, JdbcTemplate batches, BatchPlans plans, Nominations nominations,
			Certificates certificates, People people, BusinessClock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.certificates = certificates;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * The places of each level, by the declared base as it was at the first ranking: who
	 * comes or leaves afterwards changes no places.
	 */
	List<Integer> levels(Batch batch) {
		Map<AwardBase, Integer> bases = bases(batch);
		return this.plans.definition(batch.editionId())
			.levels()
			.stream()
			.map((level) -> level.quota().places((level.base() != null) ? bases.get(level.base()) : 0))
			.toList();
	}

	/** The declared bases, as they are kept, or else as they are today. */
	Map<AwardBase, Integer> bases(Batch batch) {
		JsonNode kept = (batch.quotaBases() != null) ? Json.read(batch.quotaBases()) : null;
		Map<AwardBase, Integer> bases = new EnumMap<>(AwardBase.class);
		this.plans.definition(batch.editionId())
			.levels()
			.stream()
			.map(AwardLevel::base)
			.filter(Objects::nonNull)
			.distinct()
			.forEach((base) -> bases.put(base,
					(kept != null && kept.has(base.name())) ? kept.get(base.name()).asInt() : base(batch, base)));
		return bases;
	}

	private int base(Batch batch, AwardBase base) {
		return switch (base) {
			case PERSONS -> this.people.youthCount(batch.unitId());
			case MEMBERS -> this.people.memberCount(batch.unitId(), this.clock.today());
			case CADRES -> cadres(batch);
			case BRANCHES -> (int) this.people.within(batch.unitId())
				.stream()
				.filter((unit) -> unit.kind() == this.plans.definition(batch.editionId()).judged().nominating()
						&& unit.id() != batch.unitId())
				.count();
			case ENTRIES -> this.nominations.states(batch.id())
				.entrySet()
				.stream()
				.filter((one) -> one.getKey() != NominationState.WITHDRAWN)
				.mapToInt(Map.Entry::getValue)
				.sum();
		};
	}

	/** Everybody who holds a post of a branch below. */
	private int cadres(Batch batch) {
		return this.people.holderCount(List.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE), batch.unitId());
	}

	/** What limits the choice beside the levels' places. */
	Limits limits(Batch batch, List<Integer> levels) {
		AwardDefinition definition = this.plans.definition(batch.editionId());
		Map<Long, UnitCard> units = this.people.within(batch.unitId())
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		List<Long> branches = units.values()
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.map(UnitCard::id)
			.toList();
		Set<Long> honoured = definition.limit(AwardLimit.Kind.HONOURED_BRANCH).isPresent() ? honoured(batch) : Set.of();
		return new Limits(definition.groupLimits(levels.stream().mapToInt(Integer::intValue).sum(), branches, honoured),
				units);
	}

	/** Branches that were honoured in the same period. */
	private Set<Long> honoured(Batch batch) {
		return this.certificates.honouredUnits(batch.period(), batch.unitPath());
	}

	/**
	 * The room that a branch has for nominations, with those above it; the batch is
	 * locked by the caller.
	 */
	Room room(Batch batch, UnitCard branch) {
		Map<Long, Integer> allotted = allotted(batch.id());
		List<Room.Limit> limits = new ArrayList<>();
		if (!allotted.isEmpty()) {
			Map<Long, Integer> used = this.nominations.counts(batch.id());
			Map<Long, UnitCard> units = units(batch);
			units.values()
				.stream()
				.filter((unit) -> branch.path().startsWith(unit.path()) && allotted.containsKey(unit.id()))
				.forEach((unit) -> limits
					.add(new Room.Limit(unit.name(), allotted.get(unit.id()), usedBelow(unit, units.values(), used))));
		}
		return new Room(limits);
	}

	/** What the unit and those below it have used. */
	private static int usedBelow(UnitCard unit, Collection<UnitCard> units, Map<Long, Integer> used) {
		return units.stream()
			.filter((one) -> one.path().startsWith(unit.path()))
			.mapToInt((one) -> used.getOrDefault(one.id(), 0))
			.sum();
	}

	/** How many more the branch may nominate, or null where nothing limits it. */
	Integer left(Batch batch, UnitCard branch) {
		Integer places = allotted(batch.id()).get(branch.id());
		return (places == null) ? null
				: Math.max(0, places - this.nominations.counts(batch.id()).getOrDefault(branch.id(), 0));
	}

	Map<Long, Integer> allotted(long batch) {
		Map<Long, Integer> allotted = new HashMap<>();
		this.jdbc.sql("SELECT unit_id, places FROM award_place WHERE batch_id = ?")
			.param(batch)
			.query((row, number) -> allotted.put(row.getLong(1), row.getInt(2)))
			.list();
		return allotted;
	}

	/**
	 * Allots places; the batch is locked by the caller.
	 * @param leads whether who allots leads the unit with this path: places are given by
	 * the unit above
	 * @return what was changed, in Chinese
	 * @throws Refusal.Invalid changed by somebody else meanwhile, below what is used, or
	 * above the unit above
	 */
	String allot(Batch batch, AllottedPlaces form, Predicate<String> leads) {
		Map<Long, Integer> wanted = form.wanted();
		Map<Long, Integer> before = allotted(batch.id());
		Map<Long, UnitCard> units = units(batch);
		Map<Long, Integer> used = this.nominations.counts(batch.id());
		Map<String, Message> wrong = new LinkedHashMap<>();
		wanted.forEach((id, places) -> {
			UnitCard unit = units.get(id);
			if (unit == null || unit.id() == batch.unitId() || !leads.test(units.get(unit.parentId()).path())) {
				throw new Refusal.NotFound("refusal.award.branch");
			}
			Integer now = before.get(id);
			if (!Objects.equals(now, form.shown().get(id)) && !Objects.equals(now, places)) {
				wrong.put(AllottedPlaces.field(id),
						(now != null) ? Message.of("refusal.award.placesChanged", unit.name(), now)
								: Message.of("refusal.award.placesFreed", unit.name()));
			}
			else if (places != null && places < usedBelow(unit, units.values(), used)) {
				wrong.put(AllottedPlaces.field(id),
						Message.of("refusal.award.placesUsed", unit.name(), usedBelow(unit, units.values(), used)));
			}
		});
		Map<Long, Integer> after = new HashMap<>(before);
		wanted.forEach((unit, places) -> {
			if (places != null) {
				after.put(unit, places);
			}
			else {
				after.remove(unit);
			}
		});
		requireWithinAbove(after, wanted.keySet(), units, wrong);
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		write(batch, wanted);
		return wanted.entrySet()
			.stream()
			.map((one) -> units.get(one.getKey()).name() + " " + ((one.getValue() != null) ? one.getValue() : "不限"))
			.collect(Collectors.joining("、"));
	}

	/**
	 * Units below never have more than the unit above; said at the unit above where that
	 * was changed, or else at those below that were.
	 */
	private static void requireWithinAbove(Map<Long, Integer> allotted, Set<Long> changed, Map<Long, UnitCard> units,
			Map<String, Message> wrong) {
		allotted.forEach((id, places) -> {
			List<Long> below = units.values()
				.stream()
				.filter((unit) -> unit.parentId() != null && unit.parentId() == id.longValue())
				.map(UnitCard::id)
				.toList();
			int sum = below.stream().mapToInt((unit) -> allotted.getOrDefault(unit, 0)).sum();
			if (sum > places && units.containsKey(id)) {
				Message words = Message.of("refusal.award.placesAbove", units.get(id).name(), places, sum);
				if (changed.contains(id)) {
					wrong.putIfAbsent(AllottedPlaces.field(id), words);
				}
				else {
					below.stream()
						.filter(changed::contains)
						.forEach((unit) -> wrong.putIfAbsent(AllottedPlaces.field(unit), words));
				}
			}
		});
	}

	private void write(Batch batch, Map<Long, Integer> wanted) {
		this.jdbc.sql("DELETE FROM award_place WHERE batch_id = :batch AND unit_id IN (:units)")
			.param("batch", batch.id())
			.param("units", wanted.keySet())
			.update();
		this.batches.batchUpdate("INSERT INTO award_place (batch_id, unit_id, places) VALUES (?, ?, ?)",
				wanted.entrySet()
					.stream()
					.filter((one) -> one.getValue() != null)
					.map((one) -> new Object[] { batch.id(), one.getKey(), one.getValue() })
					.toList());
	}

	/** The open units of the batch, its own among them. */
	private Map<Long, UnitCard> units(Batch batch) {
		Map<Long, UnitCard> units = new LinkedHashMap<>();
		this.people.within(batch.unitId()).forEach((unit) -> units.put(unit.id(), unit));
		return units;
	}

	/**
	 * General branches, and branches where those nominate, with their places: each below
	 * the unit above it, by name.
	 * @param paths below which of them are asked for
	 * @param leads whether the reader leads the unit with this path
	 */
	List<Standing> standings(Batch batch, Collection<String> paths, Predicate<String> leads) {
		Map<Long, Integer> allotted = allotted(batch.id());
		Map<Long, Integer> used = this.nominations.counts(batch.id());
		UnitKind nominating = this.plans.definition(batch.editionId()).judged().nominating();
		Map<Long, UnitCard> units = units(batch);
		return units.values()
			.stream()
			.filter((unit) -> unit.id() != batch.unitId()
					&& (unit.kind() == nominating || unit.kind() == UnitKind.GENERAL_BRANCH))
			.filter((unit) -> paths.stream().anyMatch((path) -> unit.path().startsWith(path)))
			.sorted(Comparator.comparing((UnitCard unit) -> names(unit, units), TREE))
			.map((unit) -> new Standing(unit.id(), unit.name(), unit.kind() == nominating, allotted.get(unit.id()),
					usedBelow(unit, units.values(), used), leads.test(units.get(unit.parentId()).path())))
			.toList();
	}

	/** The names on the way down to the unit. */
	private static List<String> names(UnitCard unit, Map<Long, UnitCard> units) {
		List<String> names = new ArrayList<>();
		for (UnitCard one = unit; one != null; one = (one.parentId() != null) ? units.get(one.parentId()) : null) {
			names.add(0, one.name());
		}
		return names;
	}

	/**
	 * A unit's places and what it used of them.
	 *
	 * @param nominates whether this unit nominates, rather than those below it
	 * @param places null without a limit
	 * @param edits whether the reader allots them
	 */
	record Standing(long unitId, String name, boolean nominates, Integer places, int nominated, boolean edits) {

		public String field() {
			return AllottedPlaces.field(this.unitId);
		}

	}

	/** How many more may be nominated. */
	static final class Room {

		private final List<Limit> limits;

		private int taken;

		Room(List<Limit> limits) {
			this.limits = limits;
		}

		/** The refusal of one more, where a unit's places are used up. */
		Optional<Refusal> full() {
			return this.limits.stream()
				.filter((one) -> one.used() + this.taken >= one.places())
				.findFirst()
				.map((one) -> new Refusal.Conflict("refusal.award.placesFull", one.unit(), one.places()));
		}

		void take() {
			this.taken++;
		}

		/** A unit's places. */
		record Limit(String unit, int places, int used) {
		}

	}

	/**
	 * Limits of groups.
	 *
	 * @param most how many of a group may be chosen
	 */
	record Limits(Map<String, Integer> most, Map<Long, UnitCard> units) {

		/** The groups that a nomination counts in. */
		Set<String> groups(Nomination one) {
			Set<String> groups = new HashSet<>();
			groups.add("branch:" + one.unitId());
			UnitCard unit = this.units.get(one.unitId());
			if (unit != null && !"CLASS".equals(unit.branchKind())) {
				groups.add("others");
			}
			return groups;
		}

	}

}
