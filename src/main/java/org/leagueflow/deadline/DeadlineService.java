package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.leagueflow.deadline.SaidReminders.Key;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says each reminder once, whichever node comes first, and keeps that it was said. */
@Service
class DeadlineService {

	private final SaidReminders said;

	private final BusinessClock clock;

	DeadlineService(SaidReminders said, BusinessClock clock) {
		this.said = said;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Set<Key> said(String kind, Collection<Deadline> deadlines) {
		return this.said.of(kind, deadlines);
	}

	/**
	 * Says the reminder.
	 * @throws org.springframework.dao.DuplicateKeyException when it was said meanwhile
	 */
	@Transactional
	public void say(String kind, Deadline deadline, Reminder reminder, LocalDate today) {
		this.said.add(kind, Key.of(deadline, reminder, today), this.clock.instant());
		reminder.say().run();
	}

}
