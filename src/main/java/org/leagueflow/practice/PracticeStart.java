package org.leagueflow.practice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Founds the practice college at the first start, and says where to go at every start.
 */
@Component
@Profile("practice")
class PracticeStart {

	private static final Logger LOG = LoggerFactory.getLogger(PracticeStart.class);

	private final PracticeCollegeService colleges;

	private final PracticeLoader telling;

	private final PracticeClockService clocks;

	private final Environment environment;

	PracticeStart(PracticeCollegeService colleges, PracticeLoader telling, PracticeClockService clocks,
			Environment environment) {
		this.colleges = colleges;
		this.telling = telling;
		this.clocks = clocks;
		this.environment = environment;
	}

	/** Not before the engine runs its timers, for which chapters wait. */
	@EventListener
	void begin(AvailabilityChangeEvent<ReadinessState> ready) {
		if (ready.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
			begin();
		}
	}

	private void begin() {
		this.clocks.resume();
		this.colleges.college().ifPresent(this.telling::tell);
		LOG.info(
				"LeagueFlow is ready at http://localhost:{}{} - the log-in page lists the practice log-ins"
						+ " (password of all: {})",
				this.environment.getProperty("local.server.port", "8080"),
				this.environment.getProperty("server.servlet.context-path", ""), PracticeCollegeService.PASSWORD);
	}

}
