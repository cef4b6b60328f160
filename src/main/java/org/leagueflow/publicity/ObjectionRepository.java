package org.leagueflow.publicity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All objections. */
interface ObjectionRepository extends JpaRepository<Objection, Long> {

	List<Objection> findByNoticeIdInOrderByIdDesc(Collection<Long> noticeIds);

	int countByNoticeIdAndState(long noticeId, ObjectionState state);

	int countByNoticeIdAndFiledAtAfter(long noticeId, Instant moment);

}
