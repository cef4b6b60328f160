package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.leagueflow.deadline.Deadline;
import org.leagueflow.deadline.DeadlineKind;
import org.leagueflow.people.People.UnitCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Branches are reminded of duties that are due or missed. */
@Component
class DutyDeadline implements DeadlineKind {

	private static final Logger LOG = LoggerFactory.getLogger(DutyDeadline.class);

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
		return this.reminders.statuses(branches).values().stream().flatMap(this::deadlines).toList();
	}

	/** A branch whose days cannot be counted keeps no other from being reminded. */
	private Stream<Deadline> deadlines(BranchStatus one) {
		try {
			return this.reminders.deadlines(one).stream();
		}
		catch (RuntimeException ex) {
			LOG.error("The duties of branch {} cannot be counted", one.branch().id(), ex);
			return Stream.empty();
		}
	}

}
