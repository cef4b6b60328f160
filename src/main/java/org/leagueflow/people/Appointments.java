package org.leagueflow.people;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Who was appointed to what. */
interface Appointments extends JpaRepository<Appointment, Long> {

	List<Appointment> findByPersonIdAndEndedAtIsNull(long personId);

	List<Appointment> findByUnitIdAndEndedAtIsNull(long unitId);

}
