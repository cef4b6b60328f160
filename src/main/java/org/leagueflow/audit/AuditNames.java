package org.leagueflow.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Says in words what the record keeps as numbers; each module contributes the kind that
 * it knows, and the record stays as it is.
 */
public interface AuditNames {

	/** What the numbers count: {@code unit}, {@code person} or {@code case}. */
	String kind();

	/** The names of those that are known, by number. */
	Map<Long, String> names(Collection<Long> numbers);

	/** The number of what is called so, where a name is unique. */
	default Optional<Long> number(String name) {
		return Optional.empty();
	}

	/** All names to choose from, where there are few. */
	default Map<Long, String> choice() {
		return Map.of();
	}

}
