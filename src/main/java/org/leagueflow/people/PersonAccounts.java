package org.leagueflow.people;

import java.util.Optional;
import org.leagueflow.people.PersonFiles.AccountView;

/** Answers which account a person has; implemented by the module that keeps accounts. */
public interface PersonAccounts {

	Optional<AccountView> account(long personId);

}
