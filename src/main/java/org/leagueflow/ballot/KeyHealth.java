package org.leagueflow.ballot;

import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down when a ballot is open whose keys this node cannot see. */
@Component("ballotKeys")
class KeyHealth extends AbstractHealthIndicator {

	private final KeyRing ring;

	KeyHealth(KeyRing ring) {
		this.ring = ring;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		List<Long> missing = this.ring.missing();
		if (missing.isEmpty()) {
			health.up();
		}
		else {
			health.down().withDetail("ballots without keys on this node", missing);
		}
	}

}
