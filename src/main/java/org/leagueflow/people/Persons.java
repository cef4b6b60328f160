package org.leagueflow.people;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The persons on the books. */
interface Persons extends JpaRepository<Person, Long> {

	List<Person> findByMemberNumberIn(Collection<String> memberNumbers);

	List<Person> findByStudentNumberInAndActiveTrue(Collection<String> studentNumbers);

	int countByUnitIdAndActiveTrue(long unitId);

}
