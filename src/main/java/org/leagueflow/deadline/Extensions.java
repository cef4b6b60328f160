package org.leagueflow.deadline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.CaseId;
import org.springframework.data.repository.Repository;

/** The extensions that were granted. */
interface Extensions extends Repository<DeadlineExtension, Long> {

	DeadlineExtension save(DeadlineExtension extension);

	List<DeadlineExtension> findByKindAndCaseIdInOrderById(String kind, Collection<Long> cases);

	/** The latest of each case. */
	default Map<CaseId, DeadlineExtension> of(String kind, Collection<CaseId> cases) {
		return cases.isEmpty() ? Map.of()
				: findByKindAndCaseIdInOrderById(kind, cases.stream().map(CaseId::value).toList()).stream()
					.collect(Collectors.toMap(DeadlineExtension::caseId, (one) -> one, (one, later) -> later));
	}

}
