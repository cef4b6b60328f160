package org.leagueflow.admission;

/** The roles that persons hold in one application. */
final class AdmissionRoles {

	/** 培养联系人 (细则§10). */
	static final String MENTOR = "mentor";

	/** 入团介绍人 (细则§19). */
	static final String INTRODUCER = "introducer";

	private AdmissionRoles() {
	}

}
