package org.leagueflow.meeting;

/** The rules of the decision table as values, for tests of pure rules. */
final class Rules {

	private static final Fraction MORE_THAN_HALF = new Fraction(1, 2, true);

	/** 细则§20–21. */
	static final MeetingRule ADMISSION = new MeetingRule(MORE_THAN_HALF, MeetingRule.Base.ENTITLED, MORE_THAN_HALF,
			true, true, "rule", "细则§20–21");

	/** 细则§24. */
	static final MeetingRule APPROVAL = new MeetingRule(MORE_THAN_HALF, MeetingRule.Base.ENTITLED, MORE_THAN_HALF, true,
			false, "rule", "细则§24");

	static final MeetingRule APPRAISAL = new MeetingRule(new Fraction(2, 3, true), MeetingRule.Base.ENTITLED,
			MORE_THAN_HALF, true, false, "rule", "中青发〔2017〕5号");

	static final MeetingRule ELECTION = new MeetingRule(new Fraction(4, 5, false), MeetingRule.Base.PRESENT,
			MORE_THAN_HALF, true, false, "rule", "中青发〔2025〕1号");

	static final MeetingRule OF_VALID = new MeetingRule(MORE_THAN_HALF, MeetingRule.Base.VALID,
			new Fraction(2, 3, false), true, true, "rule", "test");

	private Rules() {
	}

	static Tally votes(int entitled, int present, int inFavour, int written) {
		return new Tally(entitled, present, present, present, Hall.count(inFavour, present - inFavour, 0, 0),
				Hall.count(written, 0, 0, 0), Hall.count(0, 0, 0, 0));
	}

}
