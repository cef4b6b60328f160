package org.leagueflow.recommendation;

/** The four dimensions of the appraisal (德、能、勤、绩). */
enum Dimension {

	/** 德. */
	VIRTUE("virtue"),
	/** 能. */
	ABILITY("ability"),
	/** 勤. */
	DILIGENCE("diligence"),
	/** 绩. */
	ACHIEVEMENT("achievement");

	private final String field;

	Dimension(String field) {
		this.field = field;
	}

	/** The name of its field on the page; public because pages ask for it. */
	public String field() {
		return this.field;
	}

	/** The policy key of its weight in percent. */
	String rule() {
		return "p2.weight." + this.field;
	}

}
