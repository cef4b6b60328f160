package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what was handed over: to the League committee that did, to auditors above it, and
 * to the liaison of the Party branch, who sees nothing else.
 */
@Service
@Transactional(readOnly = true)
class HandOverPageService {

	/** Lists on one page; older ones are found under the persons. */
	private static final int MAX_LISTS = 100;

	private final HandOverLists lists;

	private final Recommendations recommendations;

	private final PartyBranches parties;

	private final People people;

	private final Offices offices;

	private final Policies policies;

	private final AuditLog audit;

	private final BusinessClock clock;

	HandOverPageService(HandOverLists lists, Recommendations recommendations, PartyBranches parties, People people,
			Offices offices, Policies policies, AuditLog audit, BusinessClock clock) {
		this.lists = lists;
		this.recommendations = recommendations;
		this.parties = parties;
		this.people = people;
		this.offices = offices;
		this.policies = policies;
		this.audit = audit;
		this.clock = clock;
	}

	/** For the committee: what is ready, and what it handed over. */
	HandOverPage page(Actor by) {
		List<UnitCard> units = by.posts()
			.stream()
			.filter((post) -> post.role().equals(Roles.LEAGUE_COMMITTEE) || post.role().equals(Roles.LEAGUE_SECRETARY))
			.map(Post::unitId)
			.distinct()
			.flatMap((unit) -> this.people.within(unit).stream())
			.distinct()
			.toList();
		Map<Long, UnitCard> branches = units.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		List<Recommendation> ready = branches.isEmpty() ? List.of()
				: this.recommendations.readyToHandOver(branches.keySet());
		Map<Long, PersonCard> persons = persons(ready);
		return new HandOverPage(
				ready.stream()
					.map((one) -> new HandOverPage.Ready(one.caseId().value(), persons.get(one.personId()),
							branches.get(one.branchId()).name(), one.line(), one.clearedOn(), one.validUntil()))
					.toList(),
				units.stream().filter((unit) -> unit.kind() == UnitKind.PARTY_BRANCH).toList(),
				cards(this.lists.findByUnitIdInOrderByIdDesc(
						units.stream().filter((unit) -> unit.kind().leadsBranches()).map(UnitCard::id).toList(),
						Limit.of(MAX_LISTS))),
				this.clock.today());
	}

	/** For the liaison: what came, the newest first. */
	List<HandOverCard> received(Actor by) {
		List<Long> units = by.posts()
			.stream()
			.filter((post) -> post.role().equals(Roles.PARTY_LIAISON))
			.map(Post::unitId)
			.toList();
		return cards(this.lists.findByPartyIdInOrderByIdDesc(units, Limit.of(MAX_LISTS)));
	}

	private List<HandOverCard> cards(List<HandOverList> some) {
		if (some.isEmpty()) {
			return List.of();
		}
		Map<Long, List<Recommendation>> on = this.recommendations
			.findByListIdInOrderByCaseId(some.stream().map(HandOverList::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Recommendation::listId));
		Map<Long, UnitCard> units = units(some);
		PolicyTable due = this.policies.sheet(List.of(RecommendationRules.FEEDBACK_DUE_MONTHS));
		return some.stream().map((list) -> card(list, on.getOrDefault(list.id(), List.of()), units, due)).toList();
	}

	private HandOverCard card(HandOverList list, List<Recommendation> on, Map<Long, UnitCard> units,
			PolicyTable policy) {
		UnitCard unit = units.get(list.unitId());
		int months = policy.of(RecommendationRules.FEEDBACK_DUE_MONTHS, unit.path()).number();
		LocalDate due = on.stream()
			.map((one) -> one.feedbackDue(months))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return new HandOverCard(list.id(), list.line(), unit.name(), units.get(list.partyId()).name(),
				list.handedOverOn(), list.no(), list.handedOverByName(), on.size(),
				count(on, (one) -> one.receivedOn() != null), count(on, (one) -> one.feedbackOn() != null), due,
				due != null && this.clock.today().isAfter(due));
	}

	private static int count(List<Recommendation> some, java.util.function.Predicate<Recommendation> which) {
		return (int) some.stream().filter(which).count();
	}

	private Map<Long, UnitCard> units(Collection<HandOverList> some) {
		return some.stream()
			.flatMap((list) -> Stream.of(list.unitId(), list.partyId()))
			.distinct()
			.map(this.people::unit)
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
	}

	private Map<Long, PersonCard> persons(List<Recommendation> some) {
		return this.people.persons(some.stream().map(Recommendation::personId).toList())
			.stream()
			.collect(Collectors.toMap(PersonCard::id, Function.identity()));
	}

	/**
	 * One list; that the liaison or an auditor read it is recorded.
	 * @throws Refusal.NotFound to whoever it was not handed over to or by
	 */
	@Transactional
	HandOverListPage list(long listId, Actor by) {
		HandOverList list = seen(listId, by);
		UnitCard unit = this.people.unit(list.unitId());
		boolean decides = by.holdsAt(Roles.PARTY_LIAISON, list.partyId());
		boolean leads = this.offices.leads(by, unit.path());
		if (!leads) {
			this.audit.record(AuditEvent.of(by, "recommendation-list.read", "recommendation-list:" + listId)
				.in(list.unitId())
				.as(decides ? Roles.PARTY_LIAISON : Roles.AUDITOR));
		}
		boolean onPaper = !decides && leads && by.holds(Roles.LEAGUE_COMMITTEE)
				&& this.people.holders(Roles.PARTY_LIAISON, list.partyId()).isEmpty()
				&& this.policies.flag(RecommendationRules.FEEDBACK_ON_PAPER, unit.path());
		List<Recommendation> on = this.recommendations.findByListIdInOrderByCaseId(List.of(listId));
		Map<Long, PersonCard> persons = persons(on);
		Map<Long, String> branches = on.stream()
			.map(Recommendation::branchId)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (id) -> this.people.unit(id).name()));
		List<HandOverListPage.Row> rows = on.stream()
			.map((one) -> HandOverListPage.Row.of(one, persons.get(one.personId()), branches.get(one.branchId())))
			.toList();
		return new HandOverListPage(cards(List.of(list)).get(0), rows, decides || onPaper, decides || onPaper, onPaper,
				decides, this.clock.today());
	}

	/**
	 * A list that the reader may know of.
	 * @throws Refusal.NotFound to everybody else
	 */
	HandOverList seen(long listId, Actor by) {
		HandOverList list = this.lists.of(listId);
		String path = this.people.unit(list.unitId()).path();
		if (!by.holdsAt(Roles.PARTY_LIAISON, list.partyId()) && !this.offices.leads(by, path)
				&& !by.holdsOver(Roles.AUDITOR, path)) {
			throw new Refusal.NotFound("refusal.recommendation.list");
		}
		return list;
	}

	/** Why a case does not wait at the box: it never came there, or it is past it. */
	@Transactional(readOnly = true)
	Refusal notThere(CaseId caseId, String box) {
		Recommendation one = this.recommendations.findByCaseId(caseId.value()).orElse(null);
		if (one == null) {
			return new Refusal.NotFound("refusal.recommendation.unknown");
		}
		boolean over = !one.isRunning() || switch (box) {
			case "handOver" -> one.handedOverOn() != null;
			case "receive" -> one.receivedOn() != null;
			default -> one.feedbackOn() != null;
		};
		return new Refusal.Conflict(
				(over ? "refusal.recommendation.notThere." : "refusal.recommendation.notYet.") + box);
	}

}
