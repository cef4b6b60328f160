package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.forms.Readers;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.AgendaRequest;
import org.leagueflow.meeting.BallotGuard;
import org.leagueflow.meeting.DecisionMatter;
import org.leagueflow.meeting.ItemDecided;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.WaitingItem;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
import org.leagueflow.voting.Outcome;
import org.springframework.stereotype.Component;

/**
 * The vote of the branch general meeting (推优大会). Passing takes one of the branch's places
 * and leads to the investigation; it approves nothing.
 */
@Component
class BranchVote implements DecisionMatter, BallotGuard {

	static final String MATTER = "recommendation-vote";

	private final Recommendations recommendations;

	private final RecommendationPlaces places;

	private final RecommendationWay way;

	private final Cases cases;

	private final People people;

	private final Policies policies;

	private final BusinessClock clock;

	BranchVote(Recommendations recommendations, RecommendationPlaces places, RecommendationWay way, Cases cases,
			People people, Policies policies, BusinessClock clock) {
		this.recommendations = recommendations;
		this.places = places;
		this.way = way;
		this.cases = cases;
		this.people = people;
		this.policies = policies;
		this.clock = clock;
	}

	@Override
	public String name() {
		return MATTER;
	}

	@Override
	public AgendaRequest request(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		return new AgendaRequest(caseId, MATTER, MeetingKind.BRANCH_GENERAL_MEETING, one.branchId(), one.personId(),
				"推优入党：%s".formatted(this.cases.card(caseId).subjectName()), List.of());
	}

	@Override
	public Map<String, ?> choices(long unitId) {
		String path = this.people.unit(unitId).path();
		return Map.of("twoThirds", this.policies.flag(RecommendationRules.TWO_THIRDS, path), "capPercent",
				this.policies.number(RecommendationRules.RATIO_CAP, path), "halfUp",
				this.policies.flag(RecommendationRules.CAP_HALF_UP, path), "atLeastOne",
				this.policies.flag(RecommendationRules.CAP_MIN_ONE, path));
	}

	/**
	 * In the order in which the meeting decides, as long as there are places: of several
	 * on one paper the most votes in favour come first.
	 */
	@Override
	public void decided(ItemDecided event) {
		Recommendation one = this.recommendations.of(event.caseId());
		if (event.outcome() == Outcome.VOID) {
			return;
		}
		if (event.outcome() != Outcome.PASSED) {
			one.failed(event.heldOn());
			say(event.caseId(), Message.of("recommendation.note.voteFailed"));
			return;
		}
		UnitCard branch = this.people.unit(one.branchId());
		boolean place = this.places.take(event.caseId(), one.line(), branch, event.heldOn());
		one.passed(place, event.heldOn(), this.policies.number(RecommendationRules.VALIDITY_MONTHS, branch.path()));
		say(event.caseId(), place ? Message.of("recommendation.note.passed", one.validUntil().toString())
				: Message.of("recommendation.note.noPlace", this.places.of(one.line(), branch, event.heldOn()).most()));
	}

	private void say(CaseId caseId, Message words) {
		this.cases.note(caseId, Actor.SYSTEM, words, Readers.of(Readers.EVERYONE));
	}

	/**
	 * Age, membership and branch are those of the day of the meeting. Places are counted
	 * when it has decided, so that no open ballot stays without a result.
	 */
	@Override
	public void beforeBallot(WaitingItem item) {
		if (item.caseId() == null || !MATTER.equals(item.matter())) {
			return;
		}
		Recommendation one = this.recommendations.of(item.caseId());
		PersonCard person = this.people.person(one.personId());
		LocalDate today = this.clock.today();
		if (!this.way.votedOn(person, today)) {
			throw new Refusal.Conflict("refusal.recommendation.turned28", person.name(),
					this.way.turns28(person).toString());
		}
		if (!person.member() || !person.active() || person.partyMember() || person.restricted()) {
			throw new Refusal.Conflict("refusal.recommendation.notEligibleNow", person.name());
		}
		UnitCard branch = this.people.unit(one.branchId());
		if (!person.unitPath().startsWith(branch.path())) {
			throw new Refusal.Conflict("refusal.recommendation.movedAway", person.name(),
					this.people.unit(person.unitId()).name(), branch.name());
		}
	}

	/**
	 * Whoever moved or turned 28 after the ballot opened was voted on by those entitled
	 * on that day: the result stands, and the steps that follow judge the case.
	 */
	@Override
	public void beforeResult(WaitingItem item) {
	}

	/** An open ballot runs to its end. */
	@Override
	public boolean goesOn(WaitingItem item) {
		return true;
	}

}
