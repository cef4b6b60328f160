package org.leagueflow.people;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Who may approve, and from whom that was taken. */
interface ApprovalAuthorities extends JpaRepository<ApprovalAuthority, Long> {

	List<ApprovalAuthority> findByUnitIdInAndRevokedAtIsNull(Collection<Long> unitIds);

}
