package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret with which this application marks its rows, so that a row added with
 * database tools is found; it must never be in the database.
 */
@Component
class AuditKey {

	private final byte[] bytes;

	private final boolean secret;

	AuditKey(@Value("${leagueflow.audit.key:${leagueflow.crypto.key:}}") String key) {
		this.secret = !key.isBlank();
		this.bytes = (this.secret ? key : "no key is configured").getBytes(StandardCharsets.UTF_8);
	}

	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * False when none is configured: then rows added with database tools are not found.
	 */
	boolean secret() {
		return this.secret;
	}

}
