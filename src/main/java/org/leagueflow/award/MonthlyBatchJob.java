package org.leagueflow.award;

import java.time.YearMonth;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Announces monthly awards (最佳团日) for each month that is over, once each, on whichever
 * node comes first.
 */
@Component
class MonthlyBatchJob {

	private static final Logger LOG = LoggerFactory.getLogger(MonthlyBatchJob.class);

	private final MonthlyBatchService service;

	private final BusinessClock clock;

	MonthlyBatchJob(MonthlyBatchService service, BusinessClock clock) {
		this.service = service;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
	void announce() {
		YearMonth month = YearMonth.from(this.clock.today()).minusMonths(1);
		for (MonthlyBatchService.Due due : this.service.due(month)) {
			try {
				this.service.announce(due.edition(), due.month());
			}
			catch (DataIntegrityViolationException ex) {
				LOG.info("Award {} of {} is announced by another node", due.edition().id(), due.month());
			}
			catch (Refusal refusal) {
				LOG.warn("Award {} of {} was not announced: {}", due.edition().id(), due.month(), refusal.getMessage());
			}
		}
	}

}
