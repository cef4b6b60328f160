package org.leagueflow.account;

import java.time.Instant;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The tokens that nobody has used yet. */
interface SetupTokens extends JpaRepository<SetupToken, Long> {

	boolean existsByValidUntilAfter(Instant now);

	boolean existsByTokenHashAndValidUntilAfter(String hash, Instant now);

	/** Uses the token up; 1 for whoever comes first, 0 for everybody else. */
	@Modifying
	@Query("delete from SetupToken t where t.tokenHash = :hash and t.validUntil > :now")
	int use(String hash, Instant now);

}
