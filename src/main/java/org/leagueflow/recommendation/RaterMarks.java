package org.leagueflow.recommendation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The marks of the appraisals; none is removed. */
interface RaterMarks extends Repository<RaterMark, Long> {

	RaterMark saveAndFlush(RaterMark mark);

	List<RaterMark> findByCaseIdOrderById(long caseId);

	Optional<RaterMark> findByCaseIdAndRaterId(long caseId, long raterId);

}
