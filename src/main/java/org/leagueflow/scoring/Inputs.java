package org.leagueflow.scoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was entered for one subject. */
@FunctionalInterface
public interface Inputs {

	/**
	 * Everything of the component, in the order of the explanation; empty for nothing.
	 */
	List<Input> of(String component);

	static Inputs of(Collection<Input> inputs) {
		Map<String, List<Input>> byComponent = inputs.stream().collect(Collectors.groupingBy(Input::component));
		return (component) -> byComponent.getOrDefault(component, List.of());
	}

}
