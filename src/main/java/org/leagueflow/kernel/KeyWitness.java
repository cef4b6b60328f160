package org.leagueflow.kernel;

import java.util.Optional;

/** A module's say in whether what it stored was written with the key of this node. */
public interface KeyWitness {

	/** What the {@link ServerKey} protects. */
	String SERVER = "server";

	/** What the key of the audit record protects. */
	String AUDIT = "audit";

	/** The key that this is about, {@link #SERVER} or {@link #AUDIT}. */
	String purpose();

	/** What it protects, in words for the log. */
	String about();

	/**
	 * Whether the key fits what is stored; nothing when there is nothing to try it on.
	 */
	Optional<Boolean> fits();

}
