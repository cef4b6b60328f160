package org.leagueflow.voting;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;

/**
 * What it takes to decide a matter: one row of each table that its process has, an
 * edition that holds for a time. Frozen with every ballot.
 *
 * @param edition what the edition is called; empty in ballots frozen before there were
 * editions
 * @param from the first day on which it holds, or null
 * @param to the last day, or null
 * @param form what the paper looks like
 * @param presence the share of the entitled that must be in the room
 * @param passBase of what the votes in favour are a share
 * @param pass the share that passes
 * @param surplus by how many the candidates must exceed the seats (差额)
 * @param ties what follows a tie on the last seat
 * @param cap how many may be elected or graded excellent, or null for no limit
 * @param tellers who may count
 * @param recusal whether who is recused (回避) still counts as entitled
 * @param secret whether the ballot is secret (无记名)
 * @param written whether written opinions received before the start count as votes
 * @param kinds the names of the kinds of meetings that decide it; empty for any
 * @param motion whether people put it on an agenda, rather than a process
 * @param joint whether several cases of the matter may stand on one paper (合票), each
 * decided by itself; never where written opinions count, which are given on one case
 * @param text the rule in words
 * @param assumed what of it no source says, so that it is a parameter of this system
 * @param source where it is written
 */
public record VotingRule(String edition, LocalDate from, LocalDate to, Paper.Form form, Fraction presence,
		Base passBase, Fraction pass, int surplus, Ties ties, Cap cap, TellersFrom tellers, Recusal recusal,
		boolean secret, boolean written, List<String> kinds, boolean motion, boolean joint, String text, String assumed,
		String source) {

	/** Fills in what ballots frozen by earlier versions do not say. */
	public VotingRule {
		edition = (edition != null) ? edition : "";
		form = (form != null) ? form : Paper.Form.DECISION;
		ties = (ties != null) ? ties : Ties.NONE;
		tellers = (tellers != null) ? tellers : TellersFrom.NOT_ON_PAPER;
		recusal = (recusal != null) ? recusal : Recusal.STAYS;
		kinds = (kinds != null) ? List.copyOf(kinds) : List.of();
		assumed = (assumed != null) ? assumed : "";
		joint = joint && form == Paper.Form.DECISION && !written;
	}

	/** Whether a meeting of this kind may decide by this rule. */
	public boolean allows(String kind) {
		return this.kinds.isEmpty() || this.kinds.contains(kind);
	}

	/** Whether this edition holds on that day. */
	public boolean holdsOn(LocalDate day) {
		return (this.from == null || !day.isBefore(this.from)) && (this.to == null || !day.isAfter(this.to));
	}

	/**
	 * @throws Refusal.Invalid when there are too few candidates for so many seats
	 */
	public void requireSurplus(int candidates, int seats) {
		if (candidates < seats + this.surplus) {
			throw Refusal.Invalid.field("seats", "refusal.meeting.surplus", candidates, seats, seats + this.surplus,
					this.source);
		}
	}

	/**
	 * @throws Refusal.Invalid when more would be chosen than the cap allows of so many
	 */
	public void requireCap(int wanted, int whole) {
		if (this.cap != null && wanted > this.cap.most(whole)) {
			throw Refusal.Invalid.field("seats", "refusal.meeting.cap." + this.cap.of(), wanted, whole,
					this.cap.most(whole), this.source);
		}
	}

	/** How many must be in the room; nobody at all is never a meeting. */
	public int quorum(int entitled) {
		return Math.max(1, this.presence.least(entitled));
	}

	public boolean quorate(int present, int entitled) {
		return entitled > 0 && present >= 1 && this.presence.reachedBy(present, entitled);
	}

	/** How many votes in favour pass. */
	public int needed(VoteTally tally) {
		return Math.max(1, this.pass.least(base(tally.entitled(), tally.present(), counted(tally).valid())));
	}

	/**
	 * How many votes in favour pass, as far as that is settled before the count; 0 where
	 * it still depends on who is in the room or on valid votes, or where people are
	 * graded.
	 */
	public int neededAhead(VoteTally tally, boolean frozen) {
		boolean settled = this.passBase == Base.ENTITLED || (this.passBase == Base.PRESENT && frozen);
		return (settled && this.form != Paper.Form.GRADING) ? needed(tally) : 0;
	}

	/** Whether so many votes are enough. */
	public boolean passes(int votes, VoteTally tally) {
		return votes >= 1
				&& this.pass.reachedBy(votes, base(tally.entitled(), tally.present(), counted(tally).valid()));
	}

	/** What a decision by yes or no led to. */
	public Outcome outcome(VoteTally tally) {
		Count counted = counted(tally);
		int inFavour = counted.lines().isEmpty() ? 0 : counted.of(0, Mark.FOR);
		return outcome(tally.entitled(), tally.present(), counted.valid(), inFavour);
	}

	/**
	 * What so many votes in favour led to.
	 * @param valid valid votes, abstentions included
	 */
	public Outcome outcome(int entitled, int present, int valid, int inFavour) {
		if (!quorate(present, entitled)) {
			return Outcome.VOID;
		}
		boolean passed = inFavour >= 1 && this.pass.reachedBy(inFavour, base(entitled, present, valid));
		return passed ? Outcome.PASSED : Outcome.FAILED;
	}

	/**
	 * What votes in favour are compared with; 0 where that is valid votes and they stay
	 * unpublished.
	 */
	public int base(VoteTally tally) {
		Count counted = counted(tally);
		return base(tally.entitled(), tally.present(), counted.lines().isEmpty() ? 0 : counted.valid());
	}

	private int base(int entitled, int present, int valid) {
		return switch (this.passBase) {
			case ENTITLED -> entitled;
			case PRESENT -> present;
			case VALID -> valid;
		};
	}

	/** The votes that this rule counts. */
	public Count counted(VoteTally tally) {
		return this.written ? tally.votes() : tally.inPerson();
	}

	/** Denominators of a vote. */
	public enum Base {

		/** 应到. */
		ENTITLED,
		/** 实到. */
		PRESENT,
		/** 有效票, abstentions included. */
		VALID

	}

	/** What follows a tie on the last seat. */
	public enum Ties {

		/** Another ballot among the tied; the most votes win (平票重投). */
		REVOTE,
		/** Nothing; there are no seats. */
		NONE

	}

	/** Who may be a teller, besides not being recused. */
	public enum TellersFrom {

		/**
		 * Somebody in the room or staff, who neither stands on the paper nor introduces
		 * or mentors who does.
		 */
		NOT_ON_PAPER,
		/** Anybody in the room or staff, those on the paper included. */
		ROOM

	}

	/** What becomes of a recused person's place in 应到. */
	public enum Recusal {

		/** Still counts as entitled: the strict reading, the majority does not shrink. */
		STAYS,
		/** Leaves the entitled for this item. */
		LEAVES

	}

}
