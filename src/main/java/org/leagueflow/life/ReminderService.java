package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.life.DutyStatus.State;
import org.leagueflow.life.LifeReminder.About;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins to watch branches, and tells their secretaries which class to call, what ends
 * soon and what was missed; each once per period.
 */
@Service
class ReminderService {

	private final WatchedBranches watched;

	private final Monitor monitor;

	private final Proposals proposals;

	private final LifeReminders reminders;

	private final Notifications notifications;

	private final People people;

	private final BusinessClock clock;

	ReminderService(WatchedBranches watched, Monitor monitor, Proposals proposals, LifeReminders reminders,
			Notifications notifications, People people, BusinessClock clock) {
		this.watched = watched;
		this.monitor = monitor;
		this.proposals = proposals;
		this.reminders = reminders;
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

	/** Tells the branch what it was not told yet. */
	@Transactional
	public void remind(BranchStatus one) {
		one.statuses().forEach((status) -> remind(one.branch(), status));
	}

	private void remind(UnitCard branch, DutyStatus status) {
		if (status.duty() == Duty.LEAGUE_CLASS) {
			this.proposals.current(branch, status)
				.ifPresent((plan) -> tell(branch, status, About.PLAN, plan.period().first(),
						plan.startsAt().toLocalDate().toString(), plan.startsAt().toLocalTime().toString()));
		}
		if (status.state() == State.OVERDUE) {
			tell(branch, status, About.OVERDUE, status.overdueSince(), status.overdueSince().toString());
		}
		else if (status.state() == State.DUE && status.lacking() > 0 && soon(status)) {
			tell(branch, status, About.SOON, status.period().first(), status.until().toString(), status.required(),
					status.held() + status.coming());
		}
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

	private void tell(UnitCard branch, DutyStatus status, About about, LocalDate period, Object... args) {
		Route route = this.people.route(Roles.BRANCH_SECRETARY, branch.id());
		// Those above have their overview; they are not told of every branch one by one.
		LifeReminder.Key key = new LifeReminder.Key(branch.id(), status.duty(), about, period);
		if (route.climbed() || this.reminders.existsById(key)) {
			return;
		}
		this.reminders.save(new LifeReminder(key, this.clock.instant()));
		Object[] all = new Object[args.length + 1];
		all[0] = branch.name();
		System.arraycopy(args, 0, all, 1, args.length);
		this.notifications.tellRole(route.role(), route.unitId(),
				Message.of("life.told." + about + "." + status.duty(), all), "/life/branches/" + branch.id());
	}

}
