package org.leagueflow.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints the set-up token at the end of start, while nobody administers yet or when
 * {@code LEAGUEFLOW_RECOVERY=true} asks for one.
 */
@Component
@Profile("!practice & !test")
class SetupAnnouncement {

	private static final Logger LOG = LoggerFactory.getLogger(SetupAnnouncement.class);

	private final SetupService setup;

	private final boolean recovery;

	SetupAnnouncement(SetupService setup, @Value("${leagueflow.recovery:false}") boolean recovery) {
		this.setup = setup;
		this.recovery = recovery;
	}

	@EventListener(ApplicationReadyEvent.class)
	void announce() {
		this.setup.offer(this.recovery)
			.ifPresent((token) -> LOG.warn(
					"{} Open /setup within 24 hours with this one-time token: {}", this.recovery
							? "LEAGUEFLOW_RECOVERY is set: unset it before the next start." : "No administrator yet.",
					token));
	}

}
