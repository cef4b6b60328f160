package org.leagueflow.people;

/**
 * What a branch was set up for; the last two never approve or receive members (细则§23).
 */
public enum BranchKind {

	/** 班级团支部. */
	CLASS,
	/** 社团团支部. */
	CLUB,
	/** 教职工团支部. */
	STAFF,
	/** 功能型团支部. */
	FUNCTIONAL,
	/** 临时团支部. */
	TEMPORARY;

	/** Whether such a branch may have members of its own. */
	public boolean receivesMembers() {
		return this != FUNCTIONAL && this != TEMPORARY;
	}

}
