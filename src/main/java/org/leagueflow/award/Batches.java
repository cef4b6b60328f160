package org.leagueflow.award;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The batches of awards. */
interface Batches extends Repository<Batch, Long> {

	Batch save(Batch batch);

	Batch saveAndFlush(Batch batch);

	Optional<Batch> findById(long id);

	List<Batch> findAllById(Iterable<Long> ids);

	Optional<Batch> findByCaseId(long caseId);

	boolean existsByOccasion(String occasion);

	/** The greatest occasion that begins like this, or nothing. */
	@Query("select max(b.occasion) from Batch b where b.occasion like concat(:prefix, '%')")
	Optional<String> latestOccasion(String prefix);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select b from Batch b where b.id = :id")
	Optional<Batch> lock(long id);

	/** Batches of these units, the latest first. */
	List<Batch> findByUnitIdInOrderByIdDesc(List<Long> units, Limit limit);

	/** Batches of units at or below the path, the latest first. */
	@Query("select b from Batch b where b.unitPath like concat(:path, '%') order by b.id desc")
	List<Batch> below(String path, Limit limit);

	@Query("select b.id from Batch b where b.unitPath like concat(:path, '%')")
	List<Long> idsBelow(String path);

	default Batch of(CaseId caseId) {
		return findByCaseId(caseId.value()).orElseThrow(Batches::unknown);
	}

	default Batch of(long id) {
		return findById(id).orElseThrow(Batches::unknown);
	}

	private static Refusal unknown() {
		return new Refusal.NotFound("refusal.award.batch");
	}

}
