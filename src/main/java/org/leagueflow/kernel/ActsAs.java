package org.leagueflow.kernel;

/**
 * A log-in principal that knows who acts with it; what pages need of the account without
 * knowing accounts.
 */
public interface ActsAs {

	Actor actor();

}
