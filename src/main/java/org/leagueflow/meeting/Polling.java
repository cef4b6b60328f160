package org.leagueflow.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.VotingRule;

/**
 * What a ballot on one item asks of a meeting before it opens: who may vote, who may
 * count, the quorum, the caps.
 */
final class Polling {

	private final Meeting meeting;

	private final Item item;

	private final VotingRule rule;

	private final List<Item> with;

	Polling(Meeting meeting, Item item, VotingRule rule) {
		this(meeting, item, rule, List.of());
	}

	/**
	 * @param with the other items that are to stand on the same paper
	 */
	Polling(Meeting meeting, Item item, VotingRule rule, List<Item> with) {
		this.with = with;
		this.meeting = meeting;
		this.item = item;
		this.rule = rule;
	}

	/** 应到 for this item; whether it shrinks by a recusal is for the rule to say. */
	int entitled() {
		boolean leaves = this.rule.recusal() == VotingRule.Recusal.LEAVES;
		return this.meeting.entitled() - (leaves ? this.item.recusals().size() : 0);
	}

	/** 实到 for this item: in the room with a vote, and not recused. */
	List<Long> voters() {
		return this.meeting.roll().voters().stream().filter((person) -> !this.item.isRecused(person)).toList();
	}

	boolean quorate() {
		return this.rule.quorate(voters().size(), entitled());
	}

	/** Who can vote in the first ballot. */
	EligibleVoters turnout() {
		return new EligibleVoters(entitled(), voters(),
				this.rule.written() ? this.meeting.countableOpinions(this.item) : 0);
	}

	/** Who can vote in a later one: written opinions were given on the first. */
	EligibleVoters turnoutAgain() {
		return new EligibleVoters(entitled(), voters(), 0);
	}

	/**
	 * @throws Refusal.Conflict when too few are there
	 */
	void requireQuorum() {
		if (!quorate()) {
			throw new Refusal.Conflict("refusal.meeting.no-quorum", voters().size(), this.rule.quorum(entitled()),
					entitled(), this.rule.source());
		}
	}

	/** Whether the person may be named as a teller of this item. */
	boolean mayCount(long person, Collection<Long> staff) {
		try {
			check("teller", person, staff);
			return true;
		}
		catch (Refusal.Invalid ex) {
			return false;
		}
	}

	/**
	 * @throws Refusal.Invalid when one of them may not count this item
	 */
	void check(Tellers tellers, Collection<Long> staff) {
		check("tellerOne", tellers.one(), staff);
		check("tellerTwo", tellers.two(), staff);
	}

	private void check(String field, long teller, Collection<Long> staff) {
		if (this.item.conflicts(teller) || this.with.stream().anyMatch((other) -> other.conflicts(teller))
				|| (this.rule.tellers() == VotingRule.TellersFrom.NOT_ON_PAPER
						&& (isOnPaper(teller) || standsHere(teller)))) {
			throw Refusal.Invalid.field(field, "refusal.meeting.teller-conflict");
		}
		if (this.item.isRecused(teller)) {
			throw Refusal.Invalid.field(field, "refusal.meeting.teller-recused");
		}
		if (!this.meeting.roll().isInTheRoom(teller) && !staff.contains(teller)) {
			throw Refusal.Invalid.field(field, "refusal.meeting.teller-stranger");
		}
	}

	private boolean isOnPaper(long person) {
		return this.item.paper().form() != Paper.Form.DECISION
				&& this.item.paper().lines().stream().anyMatch((line) -> line.id() == person);
	}

	/**
	 * Whether this meeting decides on the person in the same matter, on whichever paper
	 * and however late it was listed.
	 */
	private boolean standsHere(long person) {
		return this.meeting.items()
			.stream()
			.filter((other) -> other.isLeft() || other.isDecided())
			.filter((other) -> !other.entry().isMotion() && other.entry().matter().equals(this.item.entry().matter()))
			.anyMatch((other) -> other.entry().candidateId() == person);
	}

	/**
	 * Several items stand on one paper only where the rule lets them, when it is the same
	 * for all, and when the same people vote on each.
	 * @throws Refusal.Conflict otherwise
	 */
	void requireJoint(Function<AgendaEntry, VotingRule> rules) {
		if (!this.with.isEmpty() && !this.rule.joint()) {
			throw new Refusal.Conflict("refusal.meeting.one-by-one", this.rule.source());
		}
		this.with.forEach((other) -> {
			if (!joins(other, rules.apply(other.entry()))) {
				throw new Refusal.Conflict("refusal.meeting.not-joint", other.entry().title());
			}
		});
		if (this.with.size() >= Paper.MAX_LINES) {
			throw Refusal.Invalid.field("with", "refusal.meeting.motion-most", Paper.MAX_LINES);
		}
	}

	/** Whether the other item can stand on the same paper. */
	boolean joins(Item other, VotingRule itsRule) {
		return this.rule.joint() && this.rule.equals(itsRule) && other != this.item && other.isPending()
				&& other.entry().matter().equals(this.item.entry().matter())
				&& other.entry().candidateId() != this.item.entry().candidateId()
				&& recused(other).equals(recused(this.item));
	}

	private static Set<Long> recused(Item one) {
		return one.recusals().stream().map(Recusal::personId).collect(Collectors.toSet());
	}

	/**
	 * An election needs more candidates than seats (差额), and no more may be elected or
	 * passed than the cap allows.
	 */
	void requireRoom() {
		Paper paper = this.item.paper();
		if (paper.form() == Paper.Form.ELECTION) {
			this.rule.requireSurplus(paper.lines().size(), paper.seats());
		}
		if (this.rule.cap() == null || this.rule.cap().of() != Cap.Of.MEMBERS) {
			return;
		}
		// Of several on one paper those with the most votes get the places that are left.
		int wanted = (paper.form() == Paper.Form.ELECTION) ? paper.seats() : this.meeting.passing(this.item) + 1;
		this.rule.requireCap(wanted, this.meeting.roll().members());
	}

}
