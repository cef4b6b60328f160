package org.leagueflow.engine.camunda;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.CalledMatters;

/**
 * What a folder that is looked through may call.
 *
 * @param folders the files of all process folders, by process
 * @param matters what the modules behind called processes know
 */
record Neighbours(Map<String, Map<String, String>> folders, Collection<CalledMatters> matters) {

	static final Neighbours NONE = new Neighbours(Map.of(), List.of());

	/** The matters for which a process may be called; empty where any will do. */
	Optional<Collection<String>> mattersOf(String process) {
		return this.matters.stream()
			.filter((one) -> one.process().equals(process))
			.findFirst()
			.map(CalledMatters::matters);
	}

}
