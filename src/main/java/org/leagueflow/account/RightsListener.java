package org.leagueflow.account;

import org.leagueflow.people.AdministratorAppointed;
import org.leagueflow.people.RightsLost;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of whoever lost a post or left, and voids set-up tokens once somebody
 * administers; in the transaction that publishes the event.
 */
@Component
class RightsListener {

	private final AccountService accounts;

	private final SetupTokens tokens;

	RightsListener(AccountService accounts, SetupTokens tokens) {
		this.accounts = accounts;
		this.tokens = tokens;
	}

	@EventListener
	void on(RightsLost event) {
		this.accounts.demoted(event.personId(), event.by());
	}

	@EventListener
	void on(AdministratorAppointed event) {
		this.tokens.deleteAllInBatch();
	}

}
