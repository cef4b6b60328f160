package org.leagueflow.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The setting of a rule that is effective along a path of units, and the unit that made
 * it.
 *
 * @param unitId the unit, or null when the rule's own value holds
 */
record EffectiveSetting(String value, Long unitId) {

	/** The units of a path {@code /1/4/12/}, the highest first. */
	static List<Long> units(String path) {
		return Arrays.stream(path.split("/")).filter((part) -> !part.isEmpty()).map(Long::valueOf).toList();
	}

	/**
	 * Goes down the path: a rule that may only be tightened takes the strictest, one that
	 * may be set either way the nearest, one of the county's the strictest from there,
	 * and one with a floor what the highest unit chose or stricter.
	 */
	static EffectiveSetting of(Rule rule, List<Long> path, Collection<Setting> settings) {
		EffectiveSetting holds = new EffectiveSetting(rule.value(), null);
		for (Long unit : path) {
			for (Setting setting : settings) {
				if (setting.unitId() == unit && setting.key().equals(rule.key())) {
					holds = holds.then(rule, setting, unit.equals(path.get(0)));
				}
			}
		}
		return holds;
	}

	private EffectiveSetting then(Rule rule, Setting setting, boolean highest) {
		boolean bound = rule.leeway().bound(highest, this.unitId != null);
		if (bound && !rule.looser(this.value, setting.value())) {
			return this;
		}
		return rule.open() ? new EffectiveSetting(setting.value(), setting.unitId()) : this;
	}

}
