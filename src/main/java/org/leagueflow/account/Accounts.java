package org.leagueflow.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The log-ins. */
interface Accounts extends JpaRepository<Account, Long> {

	Optional<Account> findByLogin(String login);

	Optional<Account> findByPersonId(long personId);

	boolean existsByLogin(String login);

}
