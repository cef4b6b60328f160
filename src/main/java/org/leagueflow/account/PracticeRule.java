package org.leagueflow.account;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Lets accounts of the practice college in under the profile {@code practice} only. */
@Component
class PracticeRule {

	private final boolean practising;

	PracticeRule(Environment environment) {
		this.practising = environment.acceptsProfiles(Profiles.of("practice"));
	}

	boolean practising() {
		return this.practising;
	}

	/** Whether such an account may be used here. */
	boolean lets(boolean practiceAccount) {
		return this.practising || !practiceAccount;
	}

}
