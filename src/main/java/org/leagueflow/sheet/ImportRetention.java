package org.leagueflow.sheet;

import java.time.Instant;
import java.util.List;

/**
 * The imports of a module, whose lines and findings are forgotten some time after they
 * ended. What went into the books and the record of the import stay.
 */
public interface ImportRetention {

	/**
	 * Imports that ended or were left, were not heard of since then, and still have their
	 * lines; some hundred at a time, in the order of their ids.
	 * @param after the last one of those that were asked for before, or 0
	 */
	List<Ended> ended(Instant before, long after);

	/** Deletes the lines and findings of one, unless it is worked on again. */
	void forget(long importId);

	/** An import that nobody works on. */
	record Ended(long importId, long unitId, Instant last) {
	}

}
