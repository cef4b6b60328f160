package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.leagueflow.deadline.Deadline;
import org.leagueflow.deadline.DeadlineKind;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Branches are reminded of duties that are due or missed. */
@Component
class DutyDeadline implements DeadlineKind {

	private final ReminderService reminders;

	DutyDeadline(ReminderService reminders) {
		this.reminders = reminders;
	}

	@Override
	public String name() {
		return "life-duty";
	}

	/** Branches that were never seen before are watched from today on. */
	@Override
	public Collection<Deadline> running(LocalDate today) {
		List<UnitCard> branches = this.reminders.branches();
		this.reminders.watch(branches);
		return this.reminders.statuses(branches)
			.values()
			.stream()
			.flatMap((one) -> this.reminders.deadlines(one).stream())
			.toList();
	}

}
