package org.leagueflow.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * Says in words what the record keeps as numbers; each module contributes the kind that
 * it knows, and the record stays as it is.
 */
public interface AuditNames {

	/** What the numbers count, as in subjects: {@code unit}, {@code person}. */
	String kind();

	/** The names of those that are known, by number. */
	Map<Long, String> names(Collection<Long> numbers);

	/** Where the reader may look at it, such as {@code /members/17}. */
	default Optional<String> path(long number, Actor reader) {
		return Optional.empty();
	}

	/** The number of what is called so, where a name is unique. */
	default Optional<Long> number(String name) {
		return Optional.empty();
	}

	/** All names to choose from, where there are few. */
	default Map<Long, String> choice() {
		return Map.of();
	}

}
