package org.leagueflow.account;

import java.util.Optional;
import org.leagueflow.people.PersonAccounts;
import org.leagueflow.people.PersonFiles.AccountView;
import org.springframework.stereotype.Component;

/** Shows the account of a person on the pages about persons. */
@Component
class AccountViews implements PersonAccounts {

	private final Accounts accounts;

	AccountViews(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public Optional<AccountView> account(long personId) {
		return this.accounts.findByPersonId(personId)
			.map((account) -> new AccountView(account.login(), state(account)));
	}

	private static String state(Account account) {
		return !account.enabled() ? "disabled"
				: account.locked() ? "locked" : account.mustChange() ? "must-change" : "open";
	}

}
