package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;

/**
 * Activities (活动申报) that units applied for and held, read from the answers of their
 * cases.
 */
public interface Activities {

	/** Those of the kind that the unit held within these days, by day. */
	List<HeldActivity> held(long unitId, String kind, LocalDate from, LocalDate to);

	/** The activity of this case; empty where it was not held, or is none. */
	Optional<HeldActivity> of(CaseId caseId);

}
