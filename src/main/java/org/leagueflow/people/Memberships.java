package org.leagueflow.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Who was a member in which branch, and when. */
interface Memberships extends JpaRepository<Membership, Long> {

	Optional<Membership> findByPersonIdAndToDateIsNull(long personId);

	boolean existsByPersonIdInAndToDateIsNull(Collection<Long> personIds);

	List<Membership> findByPersonIdOrderByFromDate(long personId);

}
