package org.leagueflow.inbox;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every quarter of an hour for items whose seat nobody holds any more, or that
 * somebody has in hand who may not keep them: terms end by the calendar, without anybody
 * doing anything that could be listened to.
 */
@Component
class RerouteSweep {

	private static final Logger LOG = LoggerFactory.getLogger(RerouteSweep.class);

	private final RerouteService reroutes;

	private final Inbox inbox;

	RerouteSweep(RerouteService reroutes, Inbox inbox) {
		this.reroutes = reroutes;
		this.inbox = inbox;
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
	void sweep() {
		List<Long> units = this.reroutes.unitsWithSeats();
		int moved = units.stream().mapToInt(this.inbox::reroute).sum() + this.reroutes.freeParts();
		if (moved > 0) {
			LOG.info("{} items went to whoever holds the role now", moved);
		}
	}

}
