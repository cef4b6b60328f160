package org.leagueflow.policy;

import java.util.List;
import java.util.Map;

/**
 * What a few rules say for many units, read from the tables in one go.
 */
public final class PolicySheet {

	private final Map<String, Rule> rules;

	private final List<Setting> settings;

	PolicySheet(Map<String, Rule> rules, List<Setting> settings) {
		this.rules = rules;
		this.settings = settings;
	}

	/** What holds for the unit with this path, {@code /1/4/12/}. */
	public Holding of(String key, String unitPath) {
		Rule rule = this.rules.get(key);
		Effective effective = Effective.of(rule, Effective.units(unitPath), this.settings);
		return new Holding(rule, effective.value(), effective.unitId());
	}

}
