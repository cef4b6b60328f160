package org.leagueflow.people;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Posts that administrators asked for themselves. */
interface AppointmentRequests extends JpaRepository<AppointmentRequest, Long> {

	List<AppointmentRequest> findByWishUnitIdAndDecidedAtIsNullOrderById(long unitId);

	boolean existsByWishPersonIdAndWishRoleAndWishUnitIdAndDecidedAtIsNull(long personId, String role, long unitId);

}
