package org.leagueflow.cases;

import java.util.Collection;
import java.util.Map;
import org.leagueflow.kernel.CaseId;

/**
 * A module's words for past choices from a list that it supplied to forms; beans of this
 * type are asked when answers are shown.
 */
public interface ChoiceLabels {

	/** The {@code valuesKey} of the list. */
	String valuesKey();

	/** What these values of answers in the case meant. */
	Map<String, String> labels(CaseId caseId, Collection<String> values);

}
