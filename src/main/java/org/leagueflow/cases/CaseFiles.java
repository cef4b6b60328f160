package org.leagueflow.cases;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The case files. */
interface CaseFiles extends Repository<CaseFile, Long> {

	CaseFile saveAndFlush(CaseFile file);

	java.util.Optional<CaseFile> findById(long id);

	@Query("select c.id from CaseFile c where c.subjectPersonId = :person and c.process = :process "
			+ "and c.state = org.leagueflow.cases.CaseState.OPEN order by c.id")
	List<Long> openOf(long person, String process);

	/** The cases about the person that run, of whatever process. */
	@Query("select c.id from CaseFile c where c.subjectPersonId = :person "
			+ "and c.state = org.leagueflow.cases.CaseState.OPEN order by c.id")
	List<Long> openAbout(long person);

	/** Units at or below the path that have cases. */
	@Query("select distinct c.unitId from CaseFile c where c.unitPath like concat(:path, '%')")
	List<Long> unitsUnder(String path);

	/**
	 * Gives every case of the unit its path, those over too, for whoever looks them up.
	 */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update CaseFile c set c.unitPath = :path, c.version = c.version + 1 where c.unitId = :unit")
	void movePaths(long unit, String path);

	/** The school of those that run; those over keep the one that they ended under. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update CaseFile c set c.schoolId = :school, c.version = c.version + 1 where c.unitId = :unit "
			+ "and c.state = org.leagueflow.cases.CaseState.OPEN")
	void moveSchool(long unit, Long school);

}
