package org.leagueflow.forms;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Json;
import org.springframework.stereotype.Component;

/** The phrases that a form offers to its reader; {@code @ownPhrases} in templates. */
@Component("ownPhrases")
public class OwnPhrases {

	private final PhraseService phrases;

	OwnPhrases(PhraseService phrases) {
		this.phrases = phrases;
	}

	/** As a JSON array. */
	public String json(Actor by) {
		return Json.write(this.phrases.of(by));
	}

}
