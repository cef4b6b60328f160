package org.leagueflow.kernel;

/**
 * What a notice, an agenda item or a case is about.
 *
 * @param id the number that the module has which knows it: of a person the person's, of a
 * class or branch the unit's
 * @param name what it was called when it was named
 */
public record Subject(Kind kind, long id, String name) {

	/** What kind of thing it is. */
	public enum Kind {

		/** One person. */
		PERSON,
		/** A class, branch or committee. */
		UNIT,
		/** An activity. */
		ACTIVITY,
		/** Several taken together, such as the intake of a term. */
		BATCH,
		/** One line of a plan. */
		PLAN_ITEM

	}

	public static Subject person(long id, String name) {
		return new Subject(Kind.PERSON, id, name);
	}

	public static Subject unit(long id, String name) {
		return new Subject(Kind.UNIT, id, name);
	}

	/** Whether it is this person. */
	public boolean is(long personId) {
		return this.kind == Kind.PERSON && this.id == personId;
	}

}
