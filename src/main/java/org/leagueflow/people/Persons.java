package org.leagueflow.people;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The persons on the books. */
interface Persons extends JpaRepository<Person, Long> {

	boolean existsByMemberNumber(String memberNumber);

	List<Person> findByStudentNumberAndActiveTrue(String studentNumber);

	int countByUnitIdAndActiveTrue(long unitId);

}
