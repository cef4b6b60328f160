package org.leagueflow.cases;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The case files. */
interface CaseFiles extends Repository<CaseFile, Long> {

	CaseFile saveAndFlush(CaseFile file);

	java.util.Optional<CaseFile> findById(long id);

	@Query("select c.id from CaseFile c where c.subjectPersonId = :person and c.process = :process "
			+ "and c.state = org.leagueflow.cases.CaseState.OPEN order by c.id")
	List<Long> openOf(long person, String process);

}
