package org.leagueflow.recommendation;

/** The policy keys that this process asks for. */
final class RecommendationRules {

	/** 满18周岁. */
	static final String AGE_MIN = "p2.age.min";

	/** Younger than this is recommended by vote. */
	static final String AGE_BELOW = "p2.age.below";

	/** From {@link #AGE_BELOW} to below this the League's opinion is heard. */
	static final String HEARD_BELOW = "p2.age.heardBelow";

	/** Counted from the day of the branch general meeting that admitted the member. */
	static final String LEAGUE_AGE_YEARS = "p2.leagueAge.years";

	/** Who is recommended is a League member with rights. */
	static final String MEMBER = "p2.member";

	/** Who is recommended has applied to join the Party and has not joined it yet. */
	static final String APPLICANT = "p2.applicant";

	/** Months since the application to join the Party (入党申请书). */
	static final String APPLICATION_MONTHS = "p2.application.months";

	/** Months since being listed as a Party activist. */
	static final String ACTIVIST_MONTHS = "p2.activist.months";

	static final String GUIDANCE_RECORDS = "p2.guidance.records";

	/** Whether records made before an earlier recommendation count again. */
	static final String GUIDANCE_AGAIN = "p2.guidance.again";

	/**
	 * The least result of the yearly appraisal: 2 basically qualified, 3 qualified, 4
	 * excellent; 0 asks for none.
	 */
	static final String APPRAISAL_LEAST = "p2.appraisal.least";

	static final String REGISTERED = "p2.registered";

	static final String VOLUNTEER_REQUIRED = "p2.volunteer.required";

	static final String VOLUNTEER_MIN_HOURS = "p2.volunteer.minHours";

	static final String STUDY_HOURS = "p2.study.hours";

	static final String TRAINING_HOURS = "p2.training.hours";

	/** Months for which a disciplinary measure bars. */
	static final String DISCIPLINE_MONTHS = "p2.discipline.months";

	static final String MEMBER_STARTS = "p2.member.starts";

	/** Whether the committee reviews before the meeting rather than after it. */
	static final String REVIEW_FIRST = "p2.review.first";

	static final String RATERS_MIN = "p2.raters.min";

	/** How far from the median a mark stands out. */
	static final String OUTLIER_POINTS = "p2.outlier.points";

	/**
	 * Whether two thirds of those entitled have to be present, instead of more than half.
	 */
	static final String TWO_THIRDS = "p2.quorum.twoThirds";

	/** The percentage of the branch's members that may be recommended. */
	static final String RATIO_CAP = "p2.ratioCap";

	static final String CAP_HALF_UP = "p2.cap.halfUp";

	static final String CAP_MIN_ONE = "p2.cap.minOne";

	/** The months over which recommendations are counted against the cap. */
	static final String CAP_MONTHS = "p2.cap.months";

	static final String NOTICE_WORKDAYS = "p2.publicity.workdays";

	static final String VALIDITY_MONTHS = "p2.validity.months";

	static final String VALIDITY_REMIND_DAYS = "p2.validity.remindDays";

	static final String FEEDBACK_DUE_MONTHS = "p2.feedback.dueMonths";

	/** Whether the committee enters what the Party branch sent back on paper. */
	static final String FEEDBACK_ON_PAPER = "p2.feedback.paper";

	/** With how many Party members one member is paired at a time. */
	static final String PAIRINGS_MOST = "p2.pairing.most";

	/** Whether what a pair does counts as guidance. */
	static final String PAIRING_IS_GUIDANCE = "p2.pairing.guidance";

	private RecommendationRules() {
	}

}
