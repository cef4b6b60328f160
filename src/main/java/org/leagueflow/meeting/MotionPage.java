package org.leagueflow.meeting;

import java.util.Arrays;
import java.util.List;
import org.leagueflow.ballot.Paper;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.VotingRule;

/**
 * What the form for an election, a grading or a motion offers.
 *
 * @param units units for which the reader calls meetings
 * @param matters what can be moved there
 * @param chosen the matter chosen
 * @param members who can stand or be graded
 * @param meetingId the meeting that takes it up, or null
 */
record MotionPage(List<UnitCard> units, UnitCard unit, List<Matter> matters, Matter chosen, List<Elector> members,
		Long meetingId) {

	/** How many may be chosen at most, or 0 when there is no cap. */
	public int most() {
		Cap cap = this.chosen.cap();
		return (cap != null) ? cap.most(this.members.size()) : 0;
	}

	/**
	 * One matter that people may move.
	 *
	 * @param kinds the meetings that decide it
	 */
	record Matter(String id, MeetingPage.Rule rule, Paper.Form form, int surplus, Cap cap, List<MeetingKind> kinds) {

		Matter(String id, VotingRule rule, UnitKind unit, Meeting meeting) {
			this(id, MeetingPage.Rule.of(rule), rule.form(), rule.surplus(), rule.cap(),
					Arrays.stream(MeetingKind.values())
						.filter((kind) -> kind.isHeldBy(unit) && !kind.ofLearners())
						.filter((kind) -> rule.allows(kind.name()))
						.filter((kind) -> meeting == null || meeting.kind() == kind)
						.toList());
		}

		public boolean election() {
			return this.form == Paper.Form.ELECTION;
		}

		public boolean grading() {
			return this.form == Paper.Form.GRADING;
		}

	}

}
