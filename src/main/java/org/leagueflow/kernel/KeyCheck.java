package org.leagueflow.kernel;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares this node's keys with those the database was written with, before anything is
 * written; whoever writes with a key asks for this first. A database that knows no key
 * yet takes this node's, unless what stands in it was written with another one.
 */
@Component
public class KeyCheck {

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	public KeyCheck(JdbcClient jdbc, BusinessClock clock, List<KeyHolder> keys, List<KeyWitness> witnesses) {
		this.jdbc = jdbc;
		this.clock = clock;
		keys.forEach((key) -> known(key.purpose()).ifPresent((known) -> compare(key, known, witnesses)));
		List<KeyHolder> fresh = keys.stream().filter((key) -> known(key.purpose()).isEmpty()).toList();
		fresh.forEach((key) -> ask(key, witnesses));
		fresh.forEach((key) -> adopt(key, witnesses));
	}

	private Optional<String> known(String purpose) {
		return this.jdbc.sql("SELECT key_id FROM key_check WHERE purpose = ?")
			.param(purpose)
			.query(String.class)
			.optional();
	}

	private static void compare(KeyHolder key, String known, List<KeyWitness> witnesses) {
		if (!known.equals(key.id())) {
			throw new ServerKey.Foreign(about(key, witnesses), key.source(), key.id(), known);
		}
	}

	private static void ask(KeyHolder key, List<KeyWitness> witnesses) {
		of(key, witnesses).stream()
			.filter((witness) -> !witness.fits().orElse(true))
			.findFirst()
			.ifPresent((witness) -> {
				throw new ServerKey.Foreign(witness.about(), key.source(), key.id(), null);
			});
	}

	/** Of two nodes that start at once the first one's key counts. */
	private void adopt(KeyHolder key, List<KeyWitness> witnesses) {
		try {
			this.jdbc.sql("INSERT INTO key_check (purpose, key_id, known_since) VALUES (?, ?, ?)")
				.params(key.purpose(), key.id(), LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			compare(key, known(key.purpose()).orElseThrow(), witnesses);
		}
	}

	private static String about(KeyHolder key, List<KeyWitness> witnesses) {
		return String.join(", ", of(key, witnesses).stream().map(KeyWitness::about).toList());
	}

	private static List<KeyWitness> of(KeyHolder key, List<KeyWitness> witnesses) {
		return witnesses.stream().filter((witness) -> witness.purpose().equals(key.purpose())).toList();
	}

}
