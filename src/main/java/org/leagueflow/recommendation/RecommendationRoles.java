package org.leagueflow.recommendation;

/** The parts that people play in a recommendation. */
final class RecommendationRoles {

	/** 考评人: gives marks in the four dimensions. */
	static final String RATER = "rater";

	private RecommendationRoles() {
	}

}
