package org.leagueflow.engine.camunda;

import org.leagueflow.forms.Feel;
import org.leagueflow.kernel.BusinessClock;

/** Gives tests of forms the real FEEL engine without an application around it. */
public final class Feels {

	private Feels() {
	}

	public static Feel at(BusinessClock clock) {
		return new FeelAdapter(clock);
	}

}
