package org.leagueflow.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.EarlierBox;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People;

/**
 * The whole vocabulary of {@code bpmn/recommendation/recommendation.bpmn}, in the order
 * of the diagram.
 */
@ProcessBinding(value = "recommendation", messages = { "withdrawn", "departed" }, roles = RecommendationRoles.RATER)
public class RecommendationProcess {

	/** A day that no case lives to see, where a timer is not meant to fire. */
	private static final LocalDate NEVER = LocalDate.of(2199, 12, 31);

	private final Recommendations recommendations;

	private final ProposalService proposals;

	private final MarkService marks;

	private final FindingService findings;

	private final HandOverService handOvers;

	private final RecommendationTermService terms;

	private final RecommendationWay way;

	private final People people;

	private final BusinessClock clock;

	RecommendationProcess(Recommendations recommendations, ProposalService proposals, MarkService marks,
			FindingService findings, HandOverService handOvers, RecommendationTermService terms, RecommendationWay way,
			People people, BusinessClock clock) {
		this.recommendations = recommendations;
		this.proposals = proposals;
		this.marks = marks;
		this.findings = findings;
		this.handOvers = handOvers;
		this.terms = terms;
		this.way = way;
		this.people = people;
		this.clock = clock;
	}

	// Between the stages.

	public boolean byVote(CaseId caseId) {
		return !of(caseId).heard();
	}

	public boolean onward(CaseId caseId) {
		return of(caseId).onward();
	}

	public boolean reviewFirst(CaseId caseId) {
		return of(caseId).reviewFirst();
	}

	public boolean readyForNotice(CaseId caseId) {
		return of(caseId).onward() && of(caseId).votedOn() != null;
	}

	public boolean reviewLeft(CaseId caseId) {
		return of(caseId).reviewedOn() == null;
	}

	/** The end of the last valid day; nothing lapses before the meeting was in favour. */
	public Instant lapses(CaseId caseId) {
		LocalDate last = of(caseId).validUntil();
		return (last != null) ? this.clock.startOf(last.plusDays(1)) : this.clock.startOf(NEVER);
	}

	public void lapse(CaseId caseId) {
		this.handOvers.lapse(caseId);
	}

	// 推荐

	public void propose(CaseId caseId, Proposal proposal) {
		this.proposals.propose(caseId, Line.of(proposal.line()).orElseThrow());
	}

	/** On which line somebody is recommended. */
	record Proposal(String line) {
	}

	public boolean ownApplication(CaseId caseId) {
		return this.proposals.ownApplication(caseId);
	}

	public void nominate(CaseId caseId, Actor by, Nominating answer) {
		this.proposals.nominate(caseId, "recommend".equals(answer.nomination()), by);
	}

	/** Whether the branch takes up what a member applied for. */
	record Nominating(String nomination) {
	}

	public void appointRaters(CaseId caseId, Actor by, Raters raters) {
		this.proposals.appointRaters(caseId, raters.raters(), by);
		this.marks.ask(caseId);
	}

	/** 考评人. */
	record Raters(List<Long> raters) {
	}

	// 考核

	public void appraise(CaseId caseId, Actor by, Summary summary) {
		this.marks.appraise(caseId, "propose".equals(summary.proposal()), by);
	}

	/** What follows from the marks. */
	record Summary(String proposal) {
	}

	// 审核

	public void review(CaseId caseId, Actor by, Verdict verdict) {
		this.proposals.review(caseId, "agree".equals(verdict.review()), by);
	}

	/** What the committee says. */
	record Verdict(String review) {
	}

	// 大会

	/**
	 * The birthday from which the branch no longer votes on the person: at once when it
	 * fell into a review before the meeting, never for who holds a post of the League
	 * then.
	 */
	public Instant turns28(CaseId caseId) {
		PersonCard person = this.people.person(of(caseId).personId());
		if (person.birthDate() == null) {
			return this.clock.startOf(NEVER);
		}
		LocalDate birthday = this.way.turns28(person);
		LocalDate today = this.clock.today();
		LocalDate day = birthday.isBefore(today) ? today : birthday;
		boolean inPost = this.way.inPosts(Set.of(person), day).contains(person.id());
		return this.clock.startOf(inPost ? NEVER : birthday);
	}

	public boolean placed(CaseId caseId) {
		return of(caseId).placed();
	}

	public boolean passed(CaseId caseId) {
		return of(caseId).validUntil() != null;
	}

	// 考察

	public boolean hasCommittee(CaseId caseId) {
		return this.findings.hasCommittee(caseId);
	}

	public void decideFinding(CaseId caseId, Actor by, Answers answers) {
		this.findings.decide(caseId, answers, by);
	}

	public void investigate(CaseId caseId, Actor by, Finding finding) {
		this.findings.investigate(caseId, "support".equals(finding.opinion()), by);
	}

	/** What a branch without a committee found. */
	record Finding(String opinion) {
	}

	// 公示

	public void clear(CaseId caseId) {
		this.proposals.clear(caseId);
	}

	public boolean cleared(CaseId caseId) {
		return of(caseId).clearedOn() != null;
	}

	// 移交

	public void handOver(CaseId caseId, Actor by, HandOver papers) {
		this.handOvers.handOver(caseId, by, papers.party(), papers.handedOverOn());
	}

	/** To which Party branch the papers went, and when. */
	record HandOver(long party, LocalDate handedOverOn) {
	}

	public void receive(CaseId caseId, Actor by, Receipt receipt) {
		this.handOvers.receive(caseId, by, receipt.receivedOn(), receipt.receiver());
	}

	/** When the Party branch had the papers, and who signed for them. */
	record Receipt(LocalDate receivedOn, String receiver) {
	}

	public void feedback(CaseId caseId, Actor by, Feedback feedback) {
		this.handOvers.feedback(caseId, by, "yes".equals(feedback.listed()), feedback.feedbackOn(),
				feedback.feedbackReason());
	}

	/** What the Party branch decided, when and why. */
	record Feedback(String listed, LocalDate feedbackOn, String feedbackReason) {
	}

	public boolean listed(CaseId caseId) {
		return of(caseId).standing() == Standing.LISTED;
	}

	// 听取意见

	public void hearInstead(CaseId caseId) {
		this.proposals.hearInstead(caseId);
	}

	public void giveOpinion(CaseId caseId, Actor by) {
		this.proposals.giveOpinion(caseId, by);
	}

	public void sendOpinion(CaseId caseId) {
		this.handOvers.sendOpinion(caseId);
	}

	// Editions before one job kept the deadlines drew timers that reminded; the job
	// reminds
	// of those recommendations, too.

	@EarlierBox
	public Instant feedbackDue(CaseId caseId) {
		return this.clock.startOf(this.terms.feedbackDue(caseId).plusDays(1));
	}

	@EarlierBox
	public Instant lapseReminder(CaseId caseId) {
		return this.clock.startOf(of(caseId).validUntil());
	}

	@EarlierBox
	public void askReceipt(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void askFeedback(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void remindLapse(CaseId caseId) {
		// said by the job
	}

	private Recommendation of(CaseId caseId) {
		return this.recommendations.of(caseId);
	}

}
