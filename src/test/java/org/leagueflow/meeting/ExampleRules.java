package org.leagueflow.meeting;

import org.leagueflow.ballot.Paper;

/** Rules of meetings for tests. */
final class ExampleRules {

	private static final Fraction MORE_THAN_HALF = new Fraction(1, 2, true);

	/** 细则§20–21. */
	static final MeetingRule ADMISSION = decision(MORE_THAN_HALF, MeetingRule.Base.ENTITLED, MORE_THAN_HALF, true);

	/** 细则§24. */
	static final MeetingRule APPROVAL = decision(MORE_THAN_HALF, MeetingRule.Base.ENTITLED, MORE_THAN_HALF, false);

	/** 中青发〔2017〕5号. */
	static final MeetingRule APPRAISAL = decision(new Fraction(2, 3, true), MeetingRule.Base.ENTITLED, MORE_THAN_HALF,
			false);

	/** 中青发〔2025〕1号. */
	static final MeetingRule ELECTION = decision(new Fraction(4, 5, false), MeetingRule.Base.PRESENT, MORE_THAN_HALF,
			false);

	static final MeetingRule OF_VALID = decision(MORE_THAN_HALF, MeetingRule.Base.VALID, new Fraction(2, 3, false),
			true);

	private ExampleRules() {
	}

	/** A grading without a limit on 优秀. */
	static final MeetingRule UNCAPPED = capped(null);

	/** 中青发〔2025〕1号: four fifths present, more than half of them in favour. */
	static MeetingRule election() {
		return new MeetingRule("2025", null, null, Paper.Form.ELECTION, new Fraction(4, 5, false),
				MeetingRule.Base.PRESENT, MORE_THAN_HALF, 1, MeetingRule.Ties.REVOTE, null, null, null, true, false,
				null, true, "rule", "", "test");
	}

	/** A grading by more than half of the valid votes. */
	static MeetingRule capped(Cap cap) {
		return new MeetingRule("2017", null, null, Paper.Form.GRADING, new Fraction(2, 3, true), MeetingRule.Base.VALID,
				MORE_THAN_HALF, 0, null, cap, MeetingRule.TellersFrom.ROOM, null, true, false, null, true, "rule", "",
				"test");
	}

	private static MeetingRule decision(Fraction presence, MeetingRule.Base base, Fraction pass, boolean written) {
		return new MeetingRule("test", null, null, Paper.Form.DECISION, presence, base, pass, 0, null, null, null, null,
				true, written, null, false, "rule", "", "test");
	}

	static VoteTally votes(int entitled, int present, int inFavour, int written) {
		return new VoteTally(entitled, present, present, present, Hall.count(inFavour, present - inFavour, 0, 0),
				Hall.count(written, 0, 0, 0), Hall.count(0, 0, 0, 0));
	}

}
