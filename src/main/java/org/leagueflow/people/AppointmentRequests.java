package org.leagueflow.people;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Posts that administrators asked for themselves. */
interface AppointmentRequests extends JpaRepository<AppointmentRequest, Long> {

	List<AppointmentRequest> findByUnitIdAndDecidedAtIsNullOrderById(long unitId);

	boolean existsByPersonIdAndRoleAndUnitIdAndDecidedAtIsNull(long personId, String role, long unitId);

}
