package org.leagueflow.publicity;

/** The policy keys that notices and objections ask for. */
final class PublicityRules {

	/** Whether objections without a name are taken. */
	static final String OBJECTION_ANONYMOUS = "publicity.anonymous";

	/** Whether public notices mask names. */
	static final String NOTICE_MASKED = "publicity.maskNames";

	private PublicityRules() {
	}

}
