package org.leagueflow.meeting;

import org.leagueflow.kernel.Refusal;

/** The two people who count a ballot, independently of each other. */
record Tellers(long one, long two) {

	Tellers {
		if (one == two) {
			throw Refusal.Invalid.field("tellerTwo", "refusal.meeting.same-teller");
		}
	}

	/**
	 * @throws Refusal.Invalid when one of them is not named
	 */
	static Tellers of(Long one, Long two) {
		if (one == null || two == null) {
			throw Refusal.Invalid.field((one == null) ? "tellerOne" : "tellerTwo", "refusal.meeting.two-tellers");
		}
		return new Tellers(one, two);
	}

}
