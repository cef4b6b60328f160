package org.leagueflow.life;

import org.leagueflow.life.DutyStatus.State;

/**
 * What somebody wants to see of the branches below.
 *
 * @param unit only branches at or below this unit, or null
 * @param duty only this duty, or null
 * @param state only duties that stand so, or null
 * @param page the page, from 0
 */
record OverviewFilter(Long unit, Duty duty, State state, Integer page) {

	boolean keeps(DutyStatus status) {
		return (this.duty == null || status.duty() == this.duty)
				&& (this.state == null || status.state() == this.state);
	}

	int from() {
		return (this.page != null) ? Math.max(0, this.page) : 0;
	}

	/** The query of another page of the same; public because pages ask for it. */
	public String link(int other) {
		return "?unit=" + text(this.unit) + "&duty=" + text(this.duty) + "&state=" + text(this.state) + "&page="
				+ other;
	}

	private static String text(Object value) {
		return (value != null) ? value.toString() : "";
	}

}
