package org.leagueflow.people;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The log-ins. */
interface Accounts extends JpaRepository<Account, Long> {

	Optional<Account> findByLogin(String login);

	Optional<Account> findByPersonId(long personId);

	boolean existsByLogin(String login);

	/** Counts one wrong password; in the database, because attempts come in parallel. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update Account a set a.failedAttempts = a.failedAttempts + 1 where a.login = :login")
	int countFailure(String login);

}
