package org.leagueflow.engine.camunda;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * When this program was built, to the millisecond: of two programs the one built later is
 * the newer.
 *
 * @param builtAt {@code leagueflow.built-at}, or what the build wrote into the program;
 * the start of this node where neither is known
 */
record ProgramVersion(Instant builtAt) {

	/** For editions that were deployed before their program was recorded. */
	static final ProgramVersion UNKNOWN = new ProgramVersion(Instant.EPOCH);

	boolean olderThan(Instant other) {
		return this.builtAt.isBefore(other);
	}

	/** Reads what the build wrote. */
	@Component
	static class Built {

		private final ProgramVersion program;

		@Autowired
		Built(@Value("${leagueflow.built-at:}") String builtAt, ObjectProvider<BuildProperties> build) {
			Instant known = builtAt.isBlank()
					? Optional.ofNullable(build.getIfAvailable()).map(BuildProperties::getTime).orElse(Instant.now())
					: Instant.parse(builtAt);
			this.program = new ProgramVersion(known.truncatedTo(ChronoUnit.MILLIS));
		}

		ProgramVersion program() {
			return this.program;
		}

	}

}
