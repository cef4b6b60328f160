package org.leagueflow.award;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Questions about scores. */
interface BatchQuestions extends Repository<BatchQuestion, Long> {

	BatchQuestion save(BatchQuestion question);

	BatchQuestion saveAndFlush(BatchQuestion question);

	Optional<BatchQuestion> findById(long id);

	List<BatchQuestion> findByBatchIdOrderByIdDesc(long batch);

	List<BatchQuestion> findByNominationIdOrderById(long nomination);

	int countByNominationIdAndByPersonAndAnswerIsNull(long nomination, long person);

}
