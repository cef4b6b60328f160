package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VoteTally;

/**
 * A resolution as other modules may see one.
 *
 * @param caseId the case that it decides, or null
 * @param number the resolution's number
 * @param ballots its ballots, the last one last
 * @param wording its full wording with all counts, or null where the reader is told the
 * outcome only
 * @param rule the rule that was applied, in words
 * @param source where the rule comes from, {@code 细则§20–21}
 * @param edition which edition of the rule, {@code 2023}; empty in old resolutions
 * @param assumed what of the rule is a parameter of this system and no source says
 * @param heldOn the day of the meeting
 */
public record ResolutionCard(long id, String number, long meetingId, CaseId caseId, String matter, Outcome outcome,
		List<BallotCard> ballots, String wording, String rule, String source, String edition, String assumed,
		LocalDate heldOn, String chair, String recorder) {

	/** Without anything that tells how many voted how. */
	ResolutionCard outcomeOnly() {
		return new ResolutionCard(this.id, this.number, this.meetingId, this.caseId, this.matter, this.outcome,
				this.ballots.stream().map(BallotCard::outcomeOnly).toList(), null, this.rule, this.source, this.edition,
				this.assumed, this.heldOn, this.chair, this.recorder);
	}

	/** What the voters were asked first. */
	public Paper paper() {
		return this.ballots.get(0).paper();
	}

	/** Whether so few voted that numbers would tell who voted how. */
	public boolean coarse() {
		return this.ballots.stream().anyMatch(BallotCard::coarse);
	}

	/** The counts of the last ballot. */
	public VoteTally tally() {
		return this.ballots.get(this.ballots.size() - 1).tally();
	}

}
