package org.leagueflow.life;

import java.util.List;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.UnitCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds branches, every quarter of an hour, of duties that are due or missed. */
@Component
class LifeReminderJob {

	private static final Logger LOG = LoggerFactory.getLogger(LifeReminderJob.class);

	private final ReminderService reminders;

	LifeReminderJob(ReminderService reminders) {
		this.reminders = reminders;
	}

	@Scheduled(initialDelayString = "${leagueflow.life.first-sweep:PT4M}", fixedDelayString = "PT15M")
	void run() {
		List<UnitCard> branches = this.reminders.branches();
		attempt(() -> this.reminders.watch(branches));
		this.reminders.statuses(branches).values().forEach((one) -> attempt(() -> this.reminders.remind(one)));
	}

	/** Another node may be at it; what it leaves undone is done in the next round. */
	private static void attempt(Runnable step) {
		try {
			step.run();
		}
		catch (Refusal | ConcurrencyFailureException | DuplicateKeyException ex) {
			LOG.info("Organisational life waits for the next round: {}", ex.getMessage());
		}
	}

}
