package org.leagueflow.award;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Subject;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Certificates, which are the ledger of honours of persons and units. */
interface Certificates extends Repository<Certificate, Long> {

	Certificate save(Certificate certificate);

	Optional<Certificate> findById(long id);

	Optional<Certificate> findByCode(String code);

	List<Certificate> findByBatchIdOrderById(long batch);

	List<Certificate> findByBatchIdOrderById(long batch, Limit limit);

	List<Certificate> findBySubjectKindAndSubjectIdOrderByIdDesc(Subject.Kind kind, long subject);

	/** Of units at or below the path, the latest first. */
	@Query("select c from Certificate c where c.unitPath like concat(:path, '%') order by c.id desc")
	List<Certificate> below(String path, Limit limit);

	int countByBatchId(long batch);

	/**
	 * A unit moved: what was given below it stands where the unit stands now.
	 * @param rest where what stays of a path begins, counted from 1
	 */
	@Modifying(flushAutomatically = true)
	@Query("update Certificate c set c.unitPath = concat(:to, substring(c.unitPath, :rest))"
			+ " where c.unitPath like concat(:from, '%')")
	void follow(String from, String to, int rest);

	/** Units below the path that hold an honour of the period. */
	@Query("select c.subjectId from Certificate c where c.period = :period and c.unitPath like concat(:path, '%')"
			+ " and c.subjectKind = org.leagueflow.kernel.Subject$Kind.UNIT and c.revokedOn is null")
	java.util.Set<Long> honouredUnits(String period, String path);

}
