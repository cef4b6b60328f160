package org.leagueflow.meeting;

import java.util.List;

/**
 * Who listens at a League class without being a member yet: beans of this type name those
 * whom their process knows, such as registered applicants and activists.
 */
public interface Audience {

	/** Persons of this unit, or of those below it, who are invited to listen. */
	List<Long> of(long unitId);

}
