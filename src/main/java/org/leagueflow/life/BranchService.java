package org.leagueflow.life;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.EffectiveValue;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page of one branch shows. */
@Service
@Transactional(readOnly = true)
class BranchService {

	private static final int YEARS_SHOWN = 3;

	private final LifeRights rights;

	private final Monitor monitor;

	private final Proposals proposals;

	private final LifeRecords records;

	private final Vacations vacations;

	private final Urges urges;

	private final MeetingFacade facade;

	private final People people;

	private final Policies policies;

	private final BusinessClock clock;

	BranchService(LifeRights rights, Monitor monitor, Proposals proposals, LifeRecords records, Vacations vacations,
			Urges urges, MeetingFacade facade, People people, Policies policies, BusinessClock clock) {
		this.rights = rights;
		this.monitor = monitor;
		this.proposals = proposals;
		this.records = records;
		this.vacations = vacations;
		this.urges = urges;
		this.facade = facade;
		this.people = people;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * @param asked the month to show, or null for the one of today
	 */
	BranchPage page(long branchId, YearMonth asked, Actor by) {
		UnitCard branch = this.rights.branch(branchId, by);
		YearMonth month = checked(asked);
		List<DutyStatus> statuses = statuses(branch);
		boolean convenes = this.facade.convenes(by, branchId);
		EffectiveValue attendance = this.policies.sheet(List.of(LifeRules.ATTENDANCE_MIN))
			.of(LifeRules.ATTENDANCE_MIN, branch.path());
		List<LifeRecord> recent = this.records.between(List.of(branchId), today().minusMonths(12), today());
		List<LifeRecord> unfinished = recent.stream().filter(LifeRecord::unfinished).toList();
		MonthCalendar calendar = calendar(branch, month);
		return new BranchPage(branch, statuses, setBy(statuses), convenes ? proposals(branch, statuses) : List.of(),
				unfinished, calendar, attendance, attended(recent, attendance.number()), vacations(branch),
				opens(Stream.concat(unfinished.stream(), calendar.shown()), by), convenes,
				this.rights.leads(by, branch.path()), this.urges.last(List.of(branchId)).get(branchId));
	}

	/** Members open all of them; everybody else is asked about one by one. */
	private Set<Long> opens(Stream<LifeRecord> shown, Actor by) {
		boolean member = this.people.persons(List.of(by.personId())).stream().anyMatch(PersonCard::member);
		return shown.map(LifeRecord::meetingId)
			.filter((meeting) -> member || this.facade.sees(meeting, by))
			.collect(Collectors.toSet());
	}

	/** How the branch stands with each duty. */
	List<DutyStatus> statuses(long branchId, Actor by) {
		return statuses(this.rights.branch(branchId, by));
	}

	/** How the branch stands; nothing for a branch without members of its own. */
	private List<DutyStatus> statuses(UnitCard branch) {
		return LifeRights.watched(branch) ? this.monitor.of(List.of(branch)).get(0).statuses() : List.of();
	}

	private List<Proposal> proposals(UnitCard branch, List<DutyStatus> statuses) {
		return statuses.stream()
			.filter((one) -> one.duty() == Duty.LEAGUE_CLASS)
			.flatMap((one) -> this.proposals.of(branch, one).stream())
			.toList();
	}

	private YearMonth checked(YearMonth asked) {
		YearMonth now = YearMonth.from(today());
		if (asked == null) {
			return now;
		}
		if (asked.isBefore(now.minusYears(YEARS_SHOWN)) || asked.isAfter(now.plusYears(1))) {
			throw new Refusal.Invalid("refusal.life.month", YEARS_SHOWN);
		}
		return asked;
	}

	private Map<Long, String> setBy(List<DutyStatus> statuses) {
		return statuses.stream()
			.map((one) -> one.effective().setBy())
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.toMap((unit) -> unit, (unit) -> this.people.unit(unit).name()));
	}

	private MonthCalendar calendar(UnitCard branch, YearMonth month) {
		LocalDate first = MonthCalendar.firstDay(month);
		LocalDate last = MonthCalendar.lastDay(month);
		RequiredTimes requiredTimes = this.monitor.requiredTimes(first, last);
		Map<LocalDate, List<LifeRecord>> meetings = this.records.between(List.of(branch.id()), first, last)
			.stream()
			.collect(Collectors.groupingBy((record) -> this.clock.dateOf(record.startsAt())));
		return MonthCalendar.of(month, today(), meetings, (day) -> requiredTimes.works(day, branch.path()));
	}

	private static BranchPage.Share attended(List<LifeRecord> recent, int more) {
		return recent.stream()
			.filter((record) -> record.held() && Duty.of(record.kind()).filter(Duty.BRANCH_MEETING::equals).isPresent())
			.reduce((one, later) -> later)
			.map((record) -> new BranchPage.Share(record, more))
			.orElse(null);
	}

	private List<Vacation> vacations(UnitCard branch) {
		return this.vacations.touching(today(), today().plusMonths(6))
			.stream()
			.filter((one) -> one.concerns(branch.path()))
			.toList();
	}

	private LocalDate today() {
		return this.clock.today();
	}

}
