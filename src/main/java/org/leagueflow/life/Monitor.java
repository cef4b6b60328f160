package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.WorkingDays;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.springframework.stereotype.Component;

/**
 * Answers how branches stand with their duties, many branches with a handful of questions
 * to the database.
 */
@Component
class Monitor {

	private final LifeRecords records;

	private final Vacations vacations;

	private final Policies policies;

	private final People people;

	private final WorkingDays workingDays;

	private final BusinessClock clock;

	Monitor(LifeRecords records, Vacations vacations, Policies policies, People people, WorkingDays workingDays,
			BusinessClock clock) {
		this.records = records;
		this.vacations = vacations;
		this.policies = policies;
		this.people = people;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	/** How each of the branches stands with each duty. */
	List<BranchStatus> of(Collection<UnitCard> branches) {
		List<Long> ids = branches.stream().map(UnitCard::id).toList();
		LocalDate today = this.clock.today();
		// A quarter can begin up to three months before the twelve that are looked at.
		Map<Long, List<LifeRecord>> records = this.records.between(ids, today.minusMonths(15), today.plusMonths(3))
			.stream()
			.collect(Collectors.groupingBy(LifeRecord::branchId));
		Map<Long, LocalDate> since = this.records.since(ids);
		Set<Long> committees = new HashSet<>(this.people.withBranchCommittee(ids));
		Set<Long> grouped = grouped(ids);
		PolicyTable rules = this.policies.sheet(Duty.rules());
		DutyStatusCalculator calculator = new DutyStatusCalculator(today,
				requiredTimes(today.minusMonths(15), today.plusMonths(3)));
		return branches.stream()
			.map((branch) -> new BranchStatus(branch,
					Arrays.stream(Duty.values())
						.map((duty) -> calculator.of(duty, rules.of(duty.rule(), branch.path()), branch.path(),
								since.get(branch.id()), days(records.get(branch.id()), duty, LifeRecord::held),
								days(records.get(branch.id()), duty, LifeRecord::coming),
								excused(branch, duty, committees, grouped)))
						.toList()))
			.toList();
	}

	/** What is asked for between the two days. */
	RequiredTimes requiredTimes(LocalDate from, LocalDate until) {
		Set<LocalDate> workdays = new TreeSet<>();
		Set<Integer> unknown = new HashSet<>();
		IntStream.rangeClosed(from.getYear(), until.getYear()).forEach((year) -> {
			try {
				workdays.addAll(this.workingDays.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
			}
			catch (Refusal.Invalid ex) {
				unknown.add(year);
			}
		});
		return new RequiredTimes(workdays, unknown, this.vacations.touching(from, until));
	}

	private List<LocalDate> days(List<LifeRecord> records, Duty duty, Predicate<LifeRecord> which) {
		return (records == null) ? List.of()
				: records.stream()
					.filter(which)
					.filter((record) -> Duty.of(record.kind()).filter(duty::equals).isPresent())
					.map((record) -> this.clock.dateOf(record.at()))
					.toList();
	}

	/** The branches that have groups. */
	private Set<Long> grouped(List<Long> ids) {
		List<UnitCard> units = (ids.size() == 1) ? this.people.within(ids.get(0)) : this.people.units();
		return units.stream()
			.filter((unit) -> unit.kind() == UnitKind.GROUP)
			.map(UnitCard::parentId)
			.collect(Collectors.toSet());
	}

	/** A small branch has a secretary only, or no groups, and nobody to meet with. */
	private static Message excused(UnitCard branch, Duty duty, Set<Long> committees, Set<Long> grouped) {
		if (duty == Duty.COMMITTEE_MEETING && !committees.contains(branch.id())) {
			return Message.of("life.free.committee");
		}
		boolean none = duty == Duty.GROUP_MEETING && !grouped.contains(branch.id());
		return none ? Message.of("life.free.groups") : null;
	}

}
