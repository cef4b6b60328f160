package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * A kind of deadline with those who have to meet it; one bean each, in the module whose
 * rule it is.
 */
public interface DeadlineKind {

	/** Its name, such as {@code admission-talk}; at most forty characters. */
	String name();

	/**
	 * The deadlines that are not met yet and of which something may have to be said
	 * today; asked outside of a transaction.
	 */
	Collection<Deadline> running(LocalDate today);

	/** How more time is granted, or empty where it cannot be. */
	default Optional<ExtensionRule> extension() {
		return Optional.empty();
	}

}
