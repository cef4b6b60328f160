package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.deadline.Deadline;
import org.leagueflow.deadline.Reminder;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.life.DutyStatus.State;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins to watch branches, and knows what their secretaries are told: which class to
 * call, what ends soon and what was missed; each once per period.
 */
@Service
class ReminderService {

	private final WatchedBranches watched;

	private final Monitor monitor;

	private final Proposals proposals;

	private final Notifications notifications;

	private final People people;

	private final BusinessClock clock;

	ReminderService(WatchedBranches watched, Monitor monitor, Proposals proposals, Notifications notifications,
			People people, BusinessClock clock) {
		this.watched = watched;
		this.monitor = monitor;
		this.proposals = proposals;
		this.notifications = notifications;
		this.people = people;
		this.clock = clock;
	}

	/** Every branch that has to meet. */
	@Transactional(readOnly = true)
	public List<UnitCard> branches() {
		return this.people.units().stream().filter(LifeRights::watched).toList();
	}

	/** The branches of these that were never seen before are watched from today on. */
	@Transactional
	public void watch(List<UnitCard> branches) {
		Set<Long> seen = this.watched.findAllById(branches.stream().map(UnitCard::id).toList())
			.stream()
			.map(WatchedBranch::getId)
			.collect(Collectors.toSet());
		LocalDate today = this.clock.today();
		this.watched.saveAll(branches.stream()
			.filter((branch) -> !seen.contains(branch.id()))
			.map((branch) -> new WatchedBranch(branch.id(), today))
			.toList());
	}

	/** How these branches stand. */
	@Transactional(readOnly = true)
	public Map<UnitCard, BranchStatus> statuses(List<UnitCard> branches) {
		return this.monitor.of(branches).stream().collect(Collectors.toMap(BranchStatus::branch, (one) -> one));
	}

	/**
	 * What this branch is told of its duties; nobody is told where the branch has no
	 * secretary, because those above have their overview.
	 */
	@Transactional(readOnly = true)
	public List<Deadline> deadlines(BranchStatus one) {
		List<Deadline> deadlines = one.statuses()
			.stream()
			.flatMap((status) -> deadlines(one.branch(), status))
			.toList();
		return deadlines.isEmpty() || this.people.route(Roles.BRANCH_SECRETARY, one.branch().id()).climbed() ? List.of()
				: deadlines;
	}

	private Stream<Deadline> deadlines(UnitCard branch, DutyStatus status) {
		Stream<Deadline> plan = (status.duty() == Duty.LEAGUE_CLASS)
				? this.proposals.current(branch, status)
					.stream()
					.map((found) -> deadline(branch, status, "PLAN", found.period().first(),
							found.startsAt().toLocalDate().toString(), found.startsAt().toLocalTime().toString()))
				: Stream.empty();
		return Stream.concat(plan, due(branch, status).stream());
	}

	private Optional<Deadline> due(UnitCard branch, DutyStatus status) {
		if (status.state() == State.OVERDUE) {
			return Optional
				.of(deadline(branch, status, "OVERDUE", status.overdueSince(), status.overdueSince().toString()));
		}
		return (status.state() == State.DUE && status.lacking() > 0 && soon(status))
				? Optional.of(deadline(branch, status, "SOON", status.period().first(), status.until().toString(),
						status.required(), status.held() + status.coming()))
				: Optional.empty();
	}

	private boolean soon(DutyStatus status) {
		int days = switch (status.period().per()) {
			case WEEK -> 2;
			case FORTNIGHT -> 3;
			case MONTH, QUARTER -> 7;
		};
		LocalDate from = status.until().minusDays(days);
		return !this.clock.today().isBefore(from);
	}

	/**
	 * Said from today on.
	 * @param about PLAN when a class wants calling, SOON when a period ends, OVERDUE when
	 * one was missed
	 * @param period a day by which periods are told apart
	 */
	private Deadline deadline(UnitCard branch, DutyStatus status, String about, LocalDate period, Object... args) {
		Object[] all = new Object[args.length + 1];
		all[0] = branch.name();
		System.arraycopy(args, 0, all, 1, args.length);
		return new Deadline(branch.id() + "/" + status.duty(), period,
				List.of(new Reminder(about, this.clock.today(),
						() -> this.notifications.tellRole(Roles.BRANCH_SECRETARY, branch.id(),
								Message.of("life.told." + about + "." + status.duty(), all),
								"/life/branches/" + branch.id()))));
	}

}
