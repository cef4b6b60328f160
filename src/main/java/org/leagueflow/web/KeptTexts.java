package org.leagueflow.web;

import java.util.Base64;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ServerKey;
import org.springframework.stereotype.Component;

/**
 * What session.js needs to keep a text in the browser for one person only: a name for the
 * person that tells nothing, and a key that only that person is given; {@code @kept} in
 * templates.
 */
@Component("kept")
public class KeptTexts {

	private final ServerKey key;

	KeptTexts(ServerKey key) {
		this.key = key;
	}

	/** Under which name the browser keeps this person's texts. */
	public String owner(Actor reader) {
		return encoded("leagueflow/kept-owner", reader).substring(0, 16);
	}

	/** The key (AES, 256 bits) with which the browser encrypts this person's texts. */
	public String key(Actor reader) {
		return encoded("leagueflow/kept-key", reader);
	}

	private String encoded(String purpose, Actor reader) {
		byte[] mark = this.key.mark(purpose, reader.personId() + " " + reader.account());
		return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
	}

}
