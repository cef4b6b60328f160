package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.leagueflow.deadline.SaidReminders.Key;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says, every quarter of an hour, what is due to be said of every kind of deadline. What
 * one run or one node leaves undone is done in the next.
 */
@Component
class DeadlineJob {

	private static final Logger LOG = LoggerFactory.getLogger(DeadlineJob.class);

	private final ObjectProvider<DeadlineKind> kinds;

	private final DeadlineService service;

	private final BusinessClock clock;

	DeadlineJob(ObjectProvider<DeadlineKind> kinds, DeadlineService service, BusinessClock clock) {
		this.kinds = kinds;
		this.service = service;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${leagueflow.deadlines.first-run:PT4M}", fixedDelayString = "PT15M")
	void run() {
		this.kinds.orderedStream().forEach((kind) -> {
			try {
				run(kind, (deadline) -> true);
			}
			// A kind that fails must not keep the others silent.
			catch (RuntimeException ex) {
				LOG.error("Nothing was said of the deadlines {}", kind.name(), ex);
			}
		});
	}

	/** Says what is due of some deadlines of one kind. */
	void run(DeadlineKind kind, Predicate<Deadline> which) {
		LocalDate today = this.clock.today();
		List<Deadline> running = kind.running(today).stream().filter(which).toList();
		Set<Key> said = said(kind, running);
		for (Deadline deadline : running) {
			for (Reminder reminder : deadline.reminders()) {
				if (reminder.due(today) && !said.contains(Key.of(deadline, reminder, today))) {
					attempt(kind, deadline, reminder, today);
				}
			}
		}
	}

	private Set<Key> said(DeadlineKind kind, Collection<Deadline> running) {
		return running.isEmpty() ? Set.of() : this.service.said(kind.name(), running);
	}

	private void attempt(DeadlineKind kind, Deadline deadline, Reminder reminder, LocalDate today) {
		try {
			this.service.say(kind.name(), deadline, reminder, today);
		}
		catch (DuplicateKeyException ex) {
			LOG.debug("Another node said {} of {} {}", reminder.step(), kind.name(), deadline.subject());
		}
		catch (Refusal | ConcurrencyFailureException ex) {
			LOG.info("{} of {} {} waits for the next round: {}", reminder.step(), kind.name(), deadline.subject(),
					ex.getMessage());
		}
		// One that fails must not keep those after it silent.
		catch (RuntimeException ex) {
			LOG.error("{} of {} {} was not said", reminder.step(), kind.name(), deadline.subject(), ex);
		}
	}

}
