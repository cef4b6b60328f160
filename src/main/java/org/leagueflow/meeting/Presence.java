package org.leagueflow.meeting;

import java.util.List;
import java.util.function.Predicate;
import org.leagueflow.meeting.MeetingPage.RollLine;

/**
 * Who was there, as minutes tell it.
 *
 * @param entitled those with a vote (应到)
 * @param withoutVote members without one
 * @param guests those who sat in (列席) and really came
 */
record Presence(List<RollLine> entitled, List<RollLine> withoutVote, List<RollLine> guests) {

	static Presence of(List<RollLine> roll, List<RollLine> guests) {
		return new Presence(select(roll, RollLine::votes), select(roll, (line) -> !line.votes()),
				select(guests, RollLine::came));
	}

	/** 到会, at any time. */
	public List<RollLine> came() {
		return select(this.entitled, RollLine::came);
	}

	public List<RollLine> late() {
		return select(this.entitled, RollLine::late);
	}

	/** Left before the end, whether or not they came back. */
	public List<RollLine> wentOut() {
		return select(this.entitled, RollLine::wentOut);
	}

	/** Stayed away with leave (请假). */
	public List<RollLine> excused() {
		return select(this.entitled, RollLine::excused);
	}

	/** Stayed away without. */
	public List<RollLine> missing() {
		return select(this.entitled, (line) -> !line.came() && !line.excused());
	}

	private static List<RollLine> select(List<RollLine> lines, Predicate<RollLine> which) {
		return lines.stream().filter(which).toList();
	}

}
