package org.leagueflow.award;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;

/** The awards that can be announced. */
public interface AwardCatalogue {

	/**
	 * A released edition.
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is none, or it is a draft
	 */
	AwardEditionCard edition(long editionId);

	/**
	 * The latest released edition of each award of the unit and of those above it, by
	 * name.
	 */
	List<AwardEditionCard> announceable(long unitId);

	/**
	 * Every condition of the edition for each person, met or not, by a number of
	 * statements that does not depend on how many there are.
	 */
	Map<Long, List<Requirement>> conditions(long editionId, Collection<Asked> persons, LocalDate day);

}
