package org.leagueflow.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets the lines of uploaded workbooks once the days are over for which the rule of
 * the unit lets them be kept.
 */
@Component
class ImportRetentionJob {

	/** For how many days lines and findings are kept. */
	static final String DAYS = "sheet.import.days";

	private static final Logger LOG = LoggerFactory.getLogger(ImportRetentionJob.class);

	/** No rule is shorter. */
	private static final Duration MIN = Duration.ofDays(1);

	private final List<ImportRetention> modules;

	private final Policies policies;

	private final People people;

	private final BusinessClock clock;

	ImportRetentionJob(List<ImportRetention> modules, Policies policies, People people, BusinessClock clock) {
		this.modules = modules;
		this.policies = policies;
		this.people = people;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT17M", fixedDelayString = "PT12H")
	void run() {
		this.modules.forEach((module) -> {
			try {
				forget(module);
			}
			catch (RuntimeException ex) {
				LOG.error("Lines of imports could not be forgotten", ex);
			}
		});
	}

	private void forget(ImportRetention module) {
		Instant now = this.clock.instant();
		List<ImportRetention.Ended> some = module.ended(now.minus(MIN), 0);
		while (!some.isEmpty()) {
			some.stream().filter((one) -> over(one, now)).forEach((one) -> {
				module.forget(one.importId());
				LOG.info("Forgot the lines of import {} of unit {}", one.importId(), one.unitId());
			});
			some = module.ended(now.minus(MIN), some.get(some.size() - 1).importId());
		}
	}

	/** Whether the days are over that the rule of its unit says. */
	private boolean over(ImportRetention.Ended one, Instant now) {
		int days = this.policies.number(DAYS, this.people.unit(one.unitId()).path());
		return one.last().plus(Duration.ofDays(Math.max(1, days))).isBefore(now);
	}

}
