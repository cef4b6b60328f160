package org.leagueflow.people;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Who was appointed to what. */
interface Appointments extends JpaRepository<Appointment, Long> {

	List<Appointment> findByPersonIdAndEndedAtIsNull(long personId);

	List<Appointment> findByPersonIdInAndEndedAtIsNull(Collection<Long> personIds);

	/**
	 * How many others could still administer: not ended, with an account that is open.
	 */
	@Query("select count(a) from Appointment a, Account k where k.personId = a.personId and a.role = 'admin'"
			+ " and a.endedAt is null and (a.toDate is null or a.toDate > current_date) and k.enabled = true"
			+ " and k.locked = false and a.id <> :except")
	long otherAdministrators(long except);

	List<Appointment> findByUnitIdAndEndedAtIsNull(long unitId);

}
