package org.leagueflow.voting;

import java.util.List;
import java.util.Map;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;

/** Rules of meetings for tests. */
public final class ExampleRules {

	private static final Fraction MORE_THAN_HALF = new Fraction(1, 2, true);

	/** 细则§20–21. */
	public static final VotingRule ADMISSION = decision(MORE_THAN_HALF, VotingRule.Base.ENTITLED, MORE_THAN_HALF, true);

	/** 细则§24. */
	public static final VotingRule APPROVAL = decision(MORE_THAN_HALF, VotingRule.Base.ENTITLED, MORE_THAN_HALF, false);

	/** 中青发〔2017〕5号. */
	public static final VotingRule APPRAISAL = decision(new Fraction(2, 3, true), VotingRule.Base.ENTITLED,
			MORE_THAN_HALF, false);

	/** 中青发〔2025〕1号. */
	public static final VotingRule ELECTION = decision(new Fraction(4, 5, false), VotingRule.Base.PRESENT,
			MORE_THAN_HALF, false);

	public static final VotingRule OF_VALID = decision(MORE_THAN_HALF, VotingRule.Base.VALID, new Fraction(2, 3, false),
			true);

	private ExampleRules() {
	}

	/** A grading without a limit on 优秀. */
	public static final VotingRule UNCAPPED = capped(null);

	/** 中青发〔2025〕1号: four fifths present, more than half of them in favour. */
	public static VotingRule election() {
		return new VotingRule("2025", null, null, Paper.Form.ELECTION, new Fraction(4, 5, false),
				VotingRule.Base.PRESENT, MORE_THAN_HALF, 1, VotingRule.Ties.REVOTE, null, null, null, true, false, null,
				true, false, "rule", "", "test");
	}

	/** A grading by more than half of the valid votes. */
	public static VotingRule capped(Cap cap) {
		return new VotingRule("2017", null, null, Paper.Form.GRADING, new Fraction(2, 3, true), VotingRule.Base.VALID,
				MORE_THAN_HALF, 0, null, cap, VotingRule.TellersFrom.ROOM, null, true, false, null, true, false, "rule",
				"", "test");
	}

	private static VotingRule decision(Fraction presence, VotingRule.Base base, Fraction pass, boolean written) {
		return new VotingRule("test", null, null, Paper.Form.DECISION, presence, base, pass, 0, null, null, null, null,
				true, written, null, false, false, "rule", "", "test");
	}

	public static VoteTally votes(int entitled, int present, int inFavour, int written) {
		return new VoteTally(entitled, present, present, present, count(inFavour, present - inFavour, 0, 0),
				count(written, 0, 0, 0), count(0, 0, 0, 0));
	}

	public static Count count(int inFavour, int against, int abstained, int spoilt) {
		return new Count(List.of(Map.of(Mark.FOR, inFavour, Mark.AGAINST, against, Mark.ABSTAIN, abstained)), spoilt);
	}

}
