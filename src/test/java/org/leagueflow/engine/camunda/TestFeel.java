package org.leagueflow.engine.camunda;

import org.leagueflow.forms.Feel;
import org.leagueflow.kernel.BusinessClock;

/** Gives form tests the FEEL engine without an application context. */
public final class TestFeel {

	private TestFeel() {
	}

	public static Feel at(BusinessClock clock) {
		return new FeelAdapter(clock);
	}

}
