package org.leagueflow.award;

import java.time.Instant;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;

/** The whole vocabulary of {@code bpmn/award/award.bpmn}, in the order of the diagram. */
@ProcessBinding(value = "award", messages = { "corrected", "cancelled" }, roles = BatchRights.PANEL)
public class AwardProcess {

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final BatchService service;

	private final BatchReviewService reviews;

	private final BatchRankingService ranking;

	private final BranchBallotService ballots;

	private final PanelService panel;

	private final HonourService honours;

	private final BusinessClock clock;

	AwardProcess(Batches batches, BatchPlans plans, Nominations nominations, BatchService service,
			BatchReviewService reviews, BatchRankingService ranking, BranchBallotService ballots, PanelService panel,
			HonourService honours, BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.service = service;
		this.reviews = reviews;
		this.ranking = ranking;
		this.ballots = ballots;
		this.panel = panel;
		this.honours = honours;
		this.clock = clock;
	}

	// 名额

	public void allot(CaseId caseId, Actor by) {
		this.service.open(caseId, by);
	}

	// 提名

	public Instant nominationEnds(CaseId caseId) {
		return this.clock.startOf(of(caseId).closesOn().plusDays(1));
	}

	/** Whether nominations were prolonged meanwhile. */
	public boolean nominationOpen(CaseId caseId) {
		return !this.clock.today().isAfter(of(caseId).closesOn());
	}

	public void checkConditions(CaseId caseId) {
		this.ranking.checkConditions(caseId);
	}

	public boolean anybody(CaseId caseId) {
		return this.nominations.states(of(caseId).id()).getOrDefault(NominationState.ELIGIBLE, 0) > 0;
	}

	// 评议

	public boolean panelled(CaseId caseId) {
		BatchPlan plan = this.plans.of(of(caseId).editionId());
		return !plan.panelled().isEmpty() || plan.ballot() != null;
	}

	/** Each branch votes on those whom it nominated, where the award asks for it. */
	public void putToVote(CaseId caseId) {
		this.ballots.put(caseId);
	}

	public void sumUp(CaseId caseId, Actor by) {
		this.ballots.requireVoted(caseId);
		this.panel.sumUp(caseId, by);
	}

	// 复核

	public void verify(CaseId caseId, Actor by, Verdict verdict) {
		this.reviews.verify(caseId, "return".equals(verdict.verdict()), verdict.opinion(), by);
	}

	/** What the committee says of the assessment. */
	record Verdict(String verdict, String opinion) {
	}

	public boolean returned(CaseId caseId) {
		return of(caseId).sentBack();
	}

	// 排名

	public void rank(CaseId caseId) {
		this.ranking.rank(caseId);
	}

	public void confirm(CaseId caseId, Actor by) {
		this.ranking.confirm(caseId, by);
	}

	public boolean placed(CaseId caseId) {
		return !this.nominations.placed(of(caseId).id()).isEmpty();
	}

	/** A list without anybody takes back what was published, by its own decision. */
	public boolean annuls(CaseId caseId) {
		return of(caseId).publishedOn() != null && !placed(caseId);
	}

	// 公示

	public void nextLevel(CaseId caseId) {
		of(caseId).noticeOver();
	}

	public boolean moreLevels(CaseId caseId) {
		Batch batch = of(caseId);
		return !batch.corrected() && batch.noticeLevel() < this.plans.of(batch.editionId()).notices().size();
	}

	/** Whether something was corrected since the batch was ranked. */
	public boolean changed(CaseId caseId) {
		return of(caseId).corrected();
	}

	// 决定

	/** A decision that was published stands when the next one finds no majority. */
	public boolean passed(CaseId caseId) {
		Batch batch = of(caseId);
		return batch.inFavour() || batch.publishedOn() != null;
	}

	// 表彰

	public void publishResult(CaseId caseId) {
		this.honours.publish(caseId);
	}

	public void certify(CaseId caseId) {
		this.honours.certify(caseId);
	}

	public void archive(CaseId caseId, Actor by) {
		this.reviews.archive(caseId, by);
	}

	private Batch of(CaseId caseId) {
		return this.batches.of(caseId);
	}

}
