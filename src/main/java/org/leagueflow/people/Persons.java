package org.leagueflow.people;

import org.springframework.data.jpa.repository.JpaRepository;

/** The persons on the books. */
interface Persons extends JpaRepository<Person, Long> {

	boolean existsByMemberNumber(String memberNumber);

	int countByUnitIdAndActiveTrue(long unitId);

}
