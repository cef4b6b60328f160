package org.leagueflow.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the set-up token at the end of start, while nobody administers yet. */
@Component
@Profile("!practice & !test")
class SetupAnnouncement {

	private static final Logger LOG = LoggerFactory.getLogger(SetupAnnouncement.class);

	private final SetupService setup;

	SetupAnnouncement(SetupService setup) {
		this.setup = setup;
	}

	@EventListener(ApplicationReadyEvent.class)
	void announce() {
		this.setup.offer()
			.ifPresent((token) -> LOG
				.warn("No administrator yet. Open /setup within 24 hours with this one-time token: {}", token));
	}

}
