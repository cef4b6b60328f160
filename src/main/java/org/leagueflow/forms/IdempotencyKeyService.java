package org.leagueflow.forms;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.leagueflow.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the idempotency keys of accepted forms. */
@Service
class IdempotencyKeyService implements IdempotencyKeys {

	/** Nobody sends a form again after so long. */
	private static final Duration RETENTION = Duration.ofDays(7);

	private final JdbcClient jdbc;

	IdempotencyKeyService(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean first(String key) {
		if (key == null || key.isBlank()) {
			return true;
		}
		if (!key.matches("[A-Za-z0-9-]{8,64}")) {
			throw new Refusal.Invalid("refusal.forms.key");
		}
		try {
			this.jdbc.sql("INSERT INTO sent_form (form_key, sent_at) VALUES (?, ?)").params(key, now()).update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	@Transactional
	int forget() {
		return this.jdbc.sql("DELETE FROM sent_form WHERE sent_at < ?").param(now().minus(RETENTION)).update();
	}

	/** Real time: a moved practice clock must not make old keys fresh. */
	private static LocalDateTime now() {
		return LocalDateTime.now(ZoneOffset.UTC);
	}

}
