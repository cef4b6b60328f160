package org.leagueflow.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/** The binding of the probe diagram, remembering what it was asked. */
@ProcessBinding(value = "probe", messages = "go")
public class ProbeProcess {

	static final Instant DUE = Instant.parse("2026-03-01T00:00:00Z");

	final List<String> asked = new ArrayList<>();

	/** What the review form means. */
	record Review(boolean approved, String opinion) {
	}

	public void review(CaseId caseId, Actor by, Review review) {
		if ("refuse".equals(review.opinion())) {
			throw Refusal.Invalid.field("opinion", "refusal.invalid", 1);
		}
		this.asked.add("review " + caseId + " by " + by.personId() + " " + review.approved());
	}

	public Instant due(CaseId caseId) {
		return DUE;
	}

	public void remember(CaseId caseId) {
		if (this.asked.contains("stop " + caseId)) {
			throw new Refusal.Conflict("refusal.invalid", 1);
		}
		this.asked.add("remember " + caseId);
	}

}
