package org.leagueflow.people;

/** The levels of the org tree. */
public enum UnitKind {

	/** 县(区)团委. */
	COUNTY_COMMITTEE,
	/** 基层团委 / 校团委. */
	COMMITTEE,
	/** 团总支 / 分团委. */
	GENERAL_BRANCH,
	/** 团支部. */
	BRANCH,
	/** 团小组. */
	GROUP,
	/**
	 * 党支部: stands beside the League's own units, so that its liaison can be appointed; a
	 * post there reaches no unit of the League.
	 */
	PARTY_BRANCH;

	/** Whether it leads branches, as committees of every level do. */
	public boolean leadsBranches() {
		return ordinal() < BRANCH.ordinal();
	}

	/** Whether a unit of this kind may stand right below one of the other. */
	public boolean fitsBelow(UnitKind above) {
		return (this == PARTY_BRANCH) ? above.leadsBranches()
				: above != PARTY_BRANCH && (ordinal() > above.ordinal() || this == COMMITTEE && above == COMMITTEE);
	}

}
