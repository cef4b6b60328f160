package org.leagueflow.policy;

import java.util.List;
import java.util.Map;

/** The effective values of some rules for many units, read from the database at once. */
public final class PolicyTable {

	private final Map<String, Rule> rules;

	private final List<Setting> settings;

	PolicyTable(Map<String, Rule> rules, List<Setting> settings) {
		this.rules = rules;
		this.settings = settings;
	}

	/** What holds for the unit with this path, {@code /1/4/12/}. */
	public EffectiveValue of(String key, String unitPath) {
		Rule rule = this.rules.get(key);
		EffectiveSetting effective = EffectiveSetting.of(rule, EffectiveSetting.units(unitPath), this.settings);
		return new EffectiveValue(rule, effective.value(), effective.unitId());
	}

}
