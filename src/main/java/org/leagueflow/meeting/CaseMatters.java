package org.leagueflow.meeting;

import org.leagueflow.cases.Cases;
import org.springframework.stereotype.Component;

/** Makes matters that decide on the person of a case. */
@Component
public class CaseMatters {

	private final Cases cases;

	CaseMatters(Cases cases) {
		this.cases = cases;
	}

	/**
	 * A matter that a meeting of the case's own unit decides.
	 * @param name {@code <process>-<box>}
	 * @param title how it reads on the agenda, with {@code %s} for the person's name
	 */
	public CaseMatter named(String name, MeetingKind kind, String title) {
		return new CaseMatter(this.cases, name, kind, title);
	}

}
