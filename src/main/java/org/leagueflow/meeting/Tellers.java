package org.leagueflow.meeting;

import org.leagueflow.kernel.Refusal;

/** The two people who count a ballot, independently of each other. */
record Tellers(long one, long two) {

	Tellers {
		if (one == two) {
			throw Refusal.Invalid.field("tellerTwo", "refusal.meeting.same-teller");
		}
	}

}
