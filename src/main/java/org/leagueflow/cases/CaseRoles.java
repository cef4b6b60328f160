package org.leagueflow.cases;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who plays which part in which case, and who did. */
interface CaseRoles extends Repository<CaseRole, Long> {

	CaseRole save(CaseRole role);

	@Modifying
	@Query("update CaseRole r set r.untilAt = :now where r.caseId = :caseId and r.role = :role and r.untilAt is null")
	void end(long caseId, String role, Instant now);

	@Query("select r.personId from CaseRole r where r.caseId = :caseId and r.role = :role and r.untilAt is null "
			+ "order by r.id")
	List<Long> holders(long caseId, String role);

	/** Whether the person plays a part in the case, or ever did. */
	boolean existsByCaseIdAndPersonId(long caseId, long personId);

	/** The roles that the person holds in the case now. */
	@Query("select r.role from CaseRole r where r.caseId = :caseId and r.personId = :personId and r.untilAt is null")
	List<String> heldBy(long caseId, long personId);

	/** The parts that the person plays in cases that run. */
	@Query("select r from CaseRole r, CaseFile c where c.id = r.caseId and r.personId = :personId "
			+ "and r.untilAt is null and c.state = org.leagueflow.cases.CaseState.OPEN order by r.caseId")
	List<CaseRole> playedBy(long personId);

}
