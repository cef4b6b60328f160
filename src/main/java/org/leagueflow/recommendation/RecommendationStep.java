package org.leagueflow.recommendation;

import java.util.Arrays;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;

/**
 * How far a recommendation has come, as the committee's overview sorts them: read off
 * what happened already, in the order of the meeting's way. The first that fits is the
 * step.
 */
enum RecommendationStep {

	LISTED(standing(Standing.LISTED)), NOT_LISTED(standing(Standing.NOT_LISTED)), HEARD(standing(Standing.HEARD)),
	OVER(standing(Standing.OVER)), WITH_PARTY(standing(Standing.HANDED_OVER, Standing.RECEIVED)),
	/** 听取意见. */
	HEARING((one, query, where) -> where.isTrue(one.get("heard"))), HAND_OVER(done("clearedOn")),
	/** 公示, and the review where it comes after the meeting. */
	NOTICE(done("investigatedOn")), INVESTIGATION(done("votedOn")), MEETING(done("appraisedOn")),
	APPRAISAL((one, query, where) -> where.conjunction());

	private final Specification<Recommendation> reached;

	RecommendationStep(Specification<Recommendation> reached) {
		this.reached = reached;
	}

	private static Specification<Recommendation> standing(Standing... some) {
		return (one, query, where) -> one.get("standing").in(List.of(some));
	}

	private static Specification<Recommendation> done(String day) {
		return (one, query, where) -> where.isNotNull(one.get(day));
	}

	static RecommendationStep of(Recommendation one) {
		return switch (one.standing()) {
			case LISTED -> LISTED;
			case NOT_LISTED -> NOT_LISTED;
			case HEARD -> HEARD;
			case OVER -> OVER;
			case HANDED_OVER, RECEIVED -> WITH_PARTY;
			case UNDER_WAY -> underWay(one);
		};
	}

	private static RecommendationStep underWay(Recommendation one) {
		if (one.heard()) {
			return HEARING;
		}
		if (one.clearedOn() != null) {
			return HAND_OVER;
		}
		if (one.investigatedOn() != null) {
			return NOTICE;
		}
		if (one.votedOn() != null) {
			return INVESTIGATION;
		}
		return (one.appraisedOn() != null) ? MEETING : APPRAISAL;
	}

	/**
	 * Those that stand here: reached it, and nothing that comes before it in this list.
	 */
	Specification<Recommendation> here() {
		return Arrays.stream(values())
			.filter((earlier) -> earlier.ordinal() < ordinal())
			.map((earlier) -> Specification.not(earlier.reached))
			.reduce(this.reached, Specification::and);
	}

}
