package org.leagueflow.plan;

/** Who an owner is. */
public enum PlanOwnerKind {

	/** A person. */
	PERSON,
	/** A unit, for which its heads act. */
	UNIT,
	/** A name under which nobody is known, such as that of a department. */
	NAMED

}
