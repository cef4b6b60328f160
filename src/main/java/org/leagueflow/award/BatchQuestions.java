package org.leagueflow.award;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Questions about scores. */
interface BatchQuestions extends Repository<BatchQuestion, Long> {

	BatchQuestion save(BatchQuestion question);

	BatchQuestion saveAndFlush(BatchQuestion question);

	Optional<BatchQuestion> findById(long id);

	/** Those without an answer first, then the latest. */
	@Query("select q from BatchQuestion q where q.batchId = :batch"
			+ " order by case when q.answer is null then 0 else 1 end, q.id desc")
	List<BatchQuestion> ofBatch(long batch, Limit limit);

	List<BatchQuestion> findByNominationIdOrderById(long nomination);

	int countByNominationIdAndByPersonAndAnswerIsNull(long nomination, long person);

}
