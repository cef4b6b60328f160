package org.leagueflow.policy;

import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Tightens policies where a story needs it. */
@Component
public class PolicyFixture {

	private final PolicyService policies;

	PolicyFixture(PolicyService policies) {
		this.policies = policies;
	}

	public void set(long unitId, String key, String value, Actor by) {
		this.policies.set(unitId, key, value, by);
	}

}
