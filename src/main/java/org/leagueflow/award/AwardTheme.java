package org.leagueflow.award;

import org.leagueflow.life.HeldActivity;

/** Where the theme of an activity comes from. */
public enum AwardTheme {

	/** 上级指定. */
	ASSIGNED("assigned"),
	/** 自主申报. */
	OWN("own");

	/** Where activities of either may take part. */
	static final String BOTH = "both";

	private final String code;

	AwardTheme(String code) {
		this.code = code;
	}

	/** As batches keep it; {@code award.theme.<code>} are its words. */
	String code() {
		return this.code;
	}

	static AwardTheme of(HeldActivity activity) {
		return activity.assigned() ? ASSIGNED : OWN;
	}

}
