package org.leagueflow.requirement;

import java.util.List;

/**
 * The conditions that a process asks for together, in the order of the page; a bean of
 * the process's package.
 *
 * @param name the process, a hyphen and what the conditions are for
 */
public record RequirementSet(String name, List<Condition> conditions) {

	public RequirementSet {
		conditions = List.copyOf(conditions);
		if (conditions.stream().map(Condition::key).distinct().count() != conditions.size()) {
			throw new IllegalArgumentException("Requirement set " + name + " names a condition twice");
		}
	}

	public static RequirementSet of(String name, Condition... conditions) {
		return new RequirementSet(name, List.of(conditions));
	}

}
