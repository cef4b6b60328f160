package org.leagueflow.account;

import java.util.Optional;
import org.leagueflow.kernel.Actor;

/** Opens accounts for the practice college. */
public interface AccountRegistrar {

	/** The person who signs in with this name. */
	Optional<Long> signsInAs(String login);

	/**
	 * Opens an account of the practice college, which only the profile {@code practice}
	 * lets in; refused under any other.
	 */
	void practiceAccount(long personId, String login, String passwordHash, Actor by);

}
