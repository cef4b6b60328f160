package org.leagueflow.publicity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All objections. */
interface ObjectionRepository extends JpaRepository<Objection, Long> {

	List<Objection> findByNoticeIdInOrderByIdDesc(Collection<Long> noticeIds);

	int countByNoticeIdAndState(long noticeId, ObjectionState state);

	int countByNoticeIdAndFiledAtAfter(long noticeId, Instant moment);

	@Query("select o from Objection o, Notice n where o.noticeId = n.id and n.caseId = :caseId order by o.id desc")
	List<Objection> ofCase(long caseId);

	@Query("select count(o) from Objection o, Notice n where o.noticeId = n.id and n.caseId = :caseId "
			+ "and o.state = org.leagueflow.publicity.ObjectionState.OPEN")
	int openOfCase(long caseId);

}
