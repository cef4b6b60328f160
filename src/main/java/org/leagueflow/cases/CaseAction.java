package org.leagueflow.cases;

import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * A link that a module adds to the head of a case page, such as withdrawing an
 * application.
 */
public interface CaseAction {

	/** The link for this case and reader, or empty where it is not offered. */
	Optional<Link> link(CaseCard card, Actor by);

	/**
	 * Where the action leads: a message key as label, a path, a bootstrap icon's name.
	 */
	record Link(String labelKey, String path, String icon) {
	}

}
