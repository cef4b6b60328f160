package org.leagueflow.recommendation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.policy.Policies;
import org.leagueflow.requirement.Requirement;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 推荐 and 审核: from the proposal to the raters, and what the committee says. */
@Service
@Transactional
class ProposalService {

	private final Recommendations recommendations;

	private final RecommendationWay way;

	private final Candidates candidates;

	private final MarkService marks;

	private final Cases cases;

	private final People people;

	private final Policies policies;

	private final BusinessClock clock;

	ProposalService(Recommendations recommendations, RecommendationWay way, Candidates candidates, MarkService marks,
			Cases cases, People people, Policies policies, BusinessClock clock) {
		this.recommendations = recommendations;
		this.way = way;
		this.candidates = candidates;
		this.marks = marks;
		this.cases = cases;
		this.people = people;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * Begins the record; the order of review and meeting is that of the unit today.
	 * @throws Refusal.Conflict when another recommendation of the person runs
	 */
	void propose(CaseId caseId, Line line) {
		CaseCard card = this.cases.card(caseId);
		PersonCard person = this.people.person(card.subjectPersonId());
		Recommendation one = new Recommendation(caseId, person.id(), card.unitId(), line,
				!this.way.votedOn(person, this.clock.today()),
				this.policies.flag(RecommendationRules.REVIEW_FIRST, card.unitPath()), this.clock.today());
		try {
			this.recommendations.saveAndFlush(one);
		}
		catch (DataIntegrityViolationException ex) {
			// Two starts at once: the other one was first.
			throw new Refusal.Conflict("refusal.recommendation.running", person.name());
		}
	}

	@Transactional(readOnly = true)
	boolean ownApplication(CaseId caseId) {
		CaseCard card = this.cases.card(caseId);
		return card.openedBy() == card.subjectPersonId();
	}

	void nominate(CaseId caseId, boolean taken, Actor by) {
		Recommendation one = this.recommendations.ofOther(caseId, by);
		if (taken) {
			Requirement.require(this.candidates.requirements(one, this.clock.today()));
		}
		one.goes(taken);
	}

	/**
	 * The raters and what the dimensions count, which stays as it is from now on.
	 * @throws Refusal.Invalid when the weights do not make 100 %, when there are too few
	 * raters, or the person is one
	 */
	void appointRaters(CaseId caseId, List<Long> raters, Actor by) {
		Recommendation one = this.recommendations.ofOther(caseId, by);
		String path = this.people.unit(one.branchId()).path();
		Map<Dimension, Integer> percent = new EnumMap<>(Dimension.class);
		for (Dimension dimension : Dimension.values()) {
			percent.put(dimension, this.policies.number(dimension.rule(), path));
		}
		one.weighed(new Weights(percent));
		List<Long> chosen = raters.stream().distinct().toList();
		int least = this.policies.number(RecommendationRules.RATERS_MIN, path);
		if (chosen.size() < least) {
			throw Refusal.Invalid.field("raters", "refusal.recommendation.raters", chosen.size(), least,
					this.policies.rule(RecommendationRules.RATERS_MIN).source());
		}
		if (chosen.contains(one.personId())) {
			throw Refusal.Invalid.field("raters", "refusal.recommendation.ratesSelf");
		}
		this.marks.requireOffered(one, chosen, "raters");
		chosen.forEach((rater) -> {
			if (!this.people.person(rater).active()) {
				throw Refusal.Invalid.field("raters", "refusal.recommendation.raterGone",
						this.people.person(rater).name());
			}
		});
		this.cases.giveRole(caseId, RecommendationRoles.RATER, chosen);
		one.goes(true);
	}

	void review(CaseId caseId, boolean agreed, Actor by) {
		this.recommendations.ofOther(caseId, by).reviewed(agreed, this.clock.today());
	}

	/** The notice is over, and nothing that was objected was upheld. */
	void clear(CaseId caseId) {
		this.recommendations.of(caseId).cleared(this.clock.today());
	}

	void giveOpinion(CaseId caseId, Actor by) {
		this.recommendations.ofOther(caseId, by);
	}

	void hearInstead(CaseId caseId) {
		this.recommendations.of(caseId).hearInstead();
	}

}
