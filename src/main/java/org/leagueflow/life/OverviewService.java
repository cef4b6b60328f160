package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those above see of many branches. */
@Service
@Transactional(readOnly = true)
class OverviewService {

	private static final int PAGE_SIZE = 50;

	private static final Comparator<BranchStatus> BEHIND_FIRST = Comparator
		.comparing(BranchStatus::overdueSince, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((one) -> one.in(DutyStatus.State.DUE).isEmpty())
		.thenComparing((one) -> one.branch().path());

	private final LifeRights rights;

	private final Monitor monitor;

	private final Urges urges;

	private final People people;

	private final BusinessClock clock;

	OverviewService(LifeRights rights, Monitor monitor, Urges urges, People people, BusinessClock clock) {
		this.rights = rights;
		this.monitor = monitor;
		this.urges = urges;
		this.people = people;
		this.clock = clock;
	}

	Overview overview(OverviewFilter filter, Actor by) {
		List<UnitCard> units = this.rights.overseen(by);
		List<BranchStatus> all = this.monitor.of(branches(units, filter.unit()));
		List<BranchStatus> kept = kept(all, filter);
		List<BranchStatus> shown = kept.stream().skip((long) filter.from() * PAGE_SIZE).limit(PAGE_SIZE).toList();
		return new Overview(units.stream().filter(OverviewService::narrows).toList(),
				Arrays.stream(Duty.values()).map((duty) -> Overview.Sum.of(duty, all)).toList(), rows(shown, by),
				kept.size(), all.size(), kept.size() > (filter.from() + 1L) * PAGE_SIZE, this.rights.leadsAnything(by));
	}

	/** Every branch that the filter keeps, for the file. */
	List<Overview.Row> all(OverviewFilter filter, Actor by) {
		return rows(kept(this.monitor.of(branches(this.rights.overseen(by), filter.unit())), filter), by);
	}

	/** How many branches are behind, for the home page. */
	List<Overview.Sum> sums(Actor by) {
		List<BranchStatus> all = this.monitor.of(branches(this.rights.overseen(by), null));
		return all.isEmpty() ? List.of()
				: Arrays.stream(Duty.values()).map((duty) -> Overview.Sum.of(duty, all)).toList();
	}

	private static boolean narrows(UnitCard unit) {
		return unit.kind().leadsBranches();
	}

	private List<UnitCard> branches(List<UnitCard> units, Long narrowed) {
		String path = (narrowed != null) ? units.stream()
			.filter((unit) -> unit.id() == narrowed)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.life.branch"))
			.path() : "/";
		return units.stream().filter(LifeRights::watched).filter((unit) -> unit.path().startsWith(path)).toList();
	}

	private static List<BranchStatus> kept(List<BranchStatus> all, OverviewFilter filter) {
		return all.stream()
			.filter((one) -> one.statuses().stream().anyMatch(filter::keeps))
			.sorted(BEHIND_FIRST)
			.toList();
	}

	private List<Overview.Row> rows(List<BranchStatus> branches, Actor by) {
		Map<Long, LocalDate> urged = this.urges.last(branches.stream().map((one) -> one.branch().id()).toList());
		Map<Long, String> above = branches.stream()
			.map((one) -> one.branch().parentId())
			.distinct()
			.collect(Collectors.toMap((unit) -> unit, (unit) -> this.people.unit(unit).name()));
		return branches.stream().map((one) -> row(one, above, urged.get(one.branch().id()), by)).toList();
	}

	private Overview.Row row(BranchStatus one, Map<Long, String> above, LocalDate urgedOn, Actor by) {
		boolean urgeable = this.rights.leads(by, one.branch().path()) && !one.overdue().isEmpty()
				&& !this.clock.today().equals(urgedOn);
		return new Overview.Row(one.branch(), above.get(one.branch().parentId()), one.statuses(), one.overdueSince(),
				urgedOn, urgeable);
	}

}
