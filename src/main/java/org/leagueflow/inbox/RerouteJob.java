package org.leagueflow.inbox;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reroutes, every quarter of an hour, items whose role nobody holds any more because a
 * term ended by the calendar, for which no event is published.
 */
@Component
class RerouteJob {

	private static final Logger LOG = LoggerFactory.getLogger(RerouteJob.class);

	private final RerouteService reroutes;

	private final Inbox inbox;

	RerouteJob(RerouteService reroutes, Inbox inbox) {
		this.reroutes = reroutes;
		this.inbox = inbox;
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
	void run() {
		List<Long> units = this.reroutes.unitsWithSeats();
		int moved = units.stream().mapToInt(this.inbox::reroute).sum() + this.reroutes.freeParts();
		if (moved > 0) {
			LOG.info("{} items went to whoever holds the role now", moved);
		}
	}

}
