package org.leagueflow.award;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.scoring.LevelRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The places of a batch: how many may be awarded at each level, and how many each unit
 * may nominate, allotted down the tree and never above the unit above. Whoever changes
 * them holds the batch's lock.
 */
@Component
class BatchPlaces {

	private final JdbcClient jdbc;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final Certificates certificates;

	private final People people;

	private final BusinessClock clock;

	BatchPlaces(JdbcClient jdbc, BatchPlans plans, Nominations nominations, Certificates certificates, People people,
			BusinessClock clock) {
		this.jdbc = jdbc;
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
		Set<Long> holders = new HashSet<>();
		this.people.within(batch.unitId())
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.forEach((unit) -> List
				.of(org.leagueflow.kernel.Roles.BRANCH_SECRETARY, org.leagueflow.kernel.Roles.BRANCH_COMMITTEE)
				.forEach((role) -> holders.addAll(this.people.holders(role, unit.id()))));
		return holders.size();
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
	 * Refuses a nomination beyond the unit's places; the batch is locked by the caller.
	 */
	void require(Batch batch, UnitCard branch) {
		Map<Long, Integer> allotted = allotted(batch.id());
		Map<Long, Integer> used = this.nominations.counts(batch.id());
		for (UnitCard unit : this.people.lineage(branch.id())) {
			Integer places = allotted.get(unit.id());
			if (places != null && usedBelow(unit, used) >= places) {
				throw new Refusal.Conflict("refusal.award.placesFull", unit.name(), places);
			}
		}
	}

	private int usedBelow(UnitCard unit, Map<Long, Integer> used) {
		return (unit.kind() == UnitKind.BRANCH) ? used.getOrDefault(unit.id(), 0)
				: this.people.within(unit.id()).stream().mapToInt((one) -> used.getOrDefault(one.id(), 0)).sum();
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
	 * @param wanted by unit; null takes the limit away
	 * @throws Refusal.Invalid below zero, below what is used, or above the unit above
	 */
	void allot(Batch batch, Map<Long, Integer> wanted) {
		Map<Long, Integer> allotted = allotted(batch.id());
		Map<Long, UnitCard> units = this.people.within(batch.unitId())
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		wanted.forEach((unit, places) -> {
			if (places == null) {
				allotted.remove(unit);
			}
			else {
				allotted.put(unit, places);
			}
		});
		Map<String, Message> wrong = new LinkedHashMap<>();
		Map<Long, Integer> used = this.nominations.counts(batch.id());
		wanted.forEach((id, places) -> {
			UnitCard unit = units.get(id);
			if (unit == null || unit.id() == batch.unitId()) {
				throw new Refusal.NotFound("refusal.award.branch");
			}
			if (places != null && (places < 0 || places < usedBelow(unit, used))) {
				wrong.put("unit" + id, Message.of("refusal.award.placesUsed", unit.name(), usedBelow(unit, used)));
			}
		});
		allotted.forEach((id, places) -> {
			int below = units.values()
				.stream()
				.filter((unit) -> unit.parentId() != null && unit.parentId() == id.longValue())
				.mapToInt((unit) -> allotted.getOrDefault(unit.id(), 0))
				.sum();
			if (below > places) {
				wrong.put("unit" + id, Message.of("refusal.award.placesAbove", units.get(id).name(), places, below));
			}
		});
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		this.jdbc.sql("DELETE FROM award_place WHERE batch_id = ?").param(batch.id()).update();
		allotted.forEach(
				(unit, places) -> this.jdbc.sql("INSERT INTO award_place (batch_id, unit_id, places) VALUES (?, ?, ?)")
					.params(batch.id(), unit, places)
					.update());
	}

	/** Every general branch and branch with its places, in the order of the tree. */
	List<Standing> standings(Batch batch) {
		Map<Long, Integer> allotted = allotted(batch.id());
		Map<Long, Integer> used = this.nominations.counts(batch.id());
		List<UnitCard> units = new ArrayList<>(this.people.within(batch.unitId()));
		units.removeIf((unit) -> unit.id() == batch.unitId()
				|| unit.kind() != UnitKind.BRANCH && unit.kind() != UnitKind.GENERAL_BRANCH);
		return units.stream()
			.map((unit) -> new Standing(unit.id(), unit.name(), unit.kind() == UnitKind.BRANCH, allotted.get(unit.id()),
					units.stream()
						.filter((one) -> one.path().startsWith(unit.path()))
						.mapToInt((one) -> used.getOrDefault(one.id(), 0))
						.sum()))
			.toList();
	}

	/** A unit's places and what it used of them; places is null without a limit. */
	record Standing(long unitId, String name, boolean branch, Integer places, int nominated) {
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
