package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.leagueflow.recommendation.RecommendationFilter.Attention;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a committee all recommendations of a term below it, by a number of statements
 * that does not grow with them.
 */
@Service
@Transactional(readOnly = true)
class RecommendationOverviewService {

	/** What one file holds. */
	static final int MAX_ROWS = 10_000;

	private static final int PAGE_SIZE = 50;

	/** Terms to choose from. */
	private static final int TERMS = 6;

	private static final Sort ORDER = Sort.by("branchId", "line", "caseId");

	private final Recommendations recommendations;

	private final RecommendationPlaces places;

	private final People people;

	private final Policies policies;

	private final AuditLog audit;

	private final BusinessClock clock;

	RecommendationOverviewService(Recommendations recommendations, RecommendationPlaces places, People people,
			Policies policies, AuditLog audit, BusinessClock clock) {
		this.recommendations = recommendations;
		this.places = places;
		this.people = people;
		this.policies = policies;
		this.audit = audit;
		this.clock = clock;
	}

	RecommendationOverview page(RecommendationFilter filter, Actor by) {
		return overview(filter, PageRequest.of(filter.from(), PAGE_SIZE, ORDER), by);
	}

	/**
	 * Everything that matches, for a file; that somebody took it is recorded.
	 * @throws Refusal.Invalid when it is more than a file holds
	 */
	@Transactional
	RecommendationOverview all(RecommendationFilter filter, Actor by) {
		RecommendationOverview all = overview(filter, PageRequest.of(0, MAX_ROWS, ORDER), by);
		if (all.next()) {
			throw new Refusal.Invalid("refusal.recommendation.tooMany", all.total(), MAX_ROWS);
		}
		all.units()
			.stream()
			.findFirst()
			.ifPresent((unit) -> this.audit.record(AuditEvent.of(by, "recommendation.exported", "unit:" + unit.id())
				.in(unit.id())
				.with(Map.of("persons", all.total()))));
		return all;
	}

	private RecommendationOverview overview(RecommendationFilter filter, PageRequest page, Actor by) {
		List<UnitCard> within = by.posts()
			.stream()
			.filter((post) -> RecommendationOverviewController.READERS.contains(post.role()))
			.map(Post::unitId)
			.distinct()
			.flatMap((unit) -> this.people.everWithin(unit).stream())
			.distinct()
			.toList();
		List<UnitCard> units = within.stream().filter((unit) -> unit.kind().leadsBranches()).toList();
		PolicyTable policy = this.policies.sheet(List.of(RecommendationRules.CAP_MONTHS,
				RecommendationRules.FEEDBACK_DUE_MONTHS, RecommendationRules.VALIDITY_REMIND_DAYS,
				RecommendationRules.RATIO_CAP, RecommendationRules.CAP_HALF_UP, RecommendationRules.CAP_MIN_ONE));
		if (units.isEmpty()) {
			return new RecommendationOverview(YearMonth.from(this.clock.today()), List.of(), List.of(), List.of(), 0,
					false);
		}
		UnitCard shown = units.stream()
			.filter((unit) -> filter.unit() != null && unit.id() == filter.unit())
			.findFirst()
			.orElse(units.get(0));
		boolean narrowed = filter.unit() != null;
		Map<Long, UnitCard> branches = within.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.filter((unit) -> !narrowed || unit.path().startsWith(shown.path()))
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		int months = Math.max(1, number(policy, RecommendationRules.CAP_MONTHS, shown));
		YearMonth running = RecommendationPlaces.from(this.clock.today(), months);
		YearMonth term = filter.known() ? filter.term() : running;
		List<YearMonth> terms = Stream.iterate(running, (one) -> one.minusMonths(months)).limit(TERMS).toList();
		if (branches.isEmpty()) {
			return new RecommendationOverview(term, terms, units, List.of(), 0, false);
		}
		Page<Recommendation> found = this.recommendations
			.findAll(where(filter, branches.values(), term, months, policy), page);
		return new RecommendationOverview(term, terms, units, rows(found.getContent(), branches, within, policy, term),
				found.getTotalElements(), found.hasNext());
	}

	private Specification<Recommendation> where(RecommendationFilter filter, Collection<UnitCard> branches,
			YearMonth term, int months, PolicyTable policy) {
		List<Specification<Recommendation>> all = new ArrayList<>();
		all.add((one, query, where) -> one.get("branchId").in(ids(branches)));
		LocalDate today = this.clock.today();
		if (filter.attention() == null) {
			all.add((one, query, where) -> where.between(one.get("startedOn"), term.atDay(1),
					term.plusMonths(months - 1L).atEndOfMonth()));
		}
		else if (filter.attention() == Attention.FEEDBACK_LATE) {
			all.add(RecommendationStep.WITH_PARTY.here());
			all.add(each(branches, policy, RecommendationRules.FEEDBACK_DUE_MONTHS, (due) -> {
				LocalDate last = Recommendation.lateIfHandedOverBy(today, due);
				return (one, query, where) -> where.lessThanOrEqualTo(one.get("handedOverOn"), last);
			}));
		}
		else {
			all.add(each(branches, policy, RecommendationRules.VALIDITY_REMIND_DAYS, (
					days) -> (one, query, where) -> where.between(one.get("validUntil"), today, today.plusDays(days))));
			all.add((one, query, where) -> where.isNotNull(one.get("runningPerson")));
		}
		if (filter.onLine() != null) {
			all.add((one, query, where) -> where.equal(one.get("line"), filter.onLine()));
		}
		if (filter.step() != null) {
			all.add(filter.step().here());
		}
		return Specification.allOf(all);
	}

	/** Each branch by its own number of the policy: one condition for each number. */
	private static Specification<Recommendation> each(Collection<UnitCard> branches, PolicyTable policy, String key,
			IntFunction<Specification<Recommendation>> condition) {
		Map<Integer, List<UnitCard>> byNumber = branches.stream()
			.collect(Collectors.groupingBy((branch) -> number(policy, key, branch)));
		return Specification.anyOf(byNumber.entrySet()
			.stream()
			.map((one) -> condition.apply(one.getKey())
				.and((row, query, where) -> row.get("branchId").in(ids(one.getValue()))))
			.toList());
	}

	private static List<Long> ids(Collection<UnitCard> units) {
		return units.stream().map(UnitCard::id).toList();
	}

	private List<RecommendationOverview.Row> rows(List<Recommendation> some, Map<Long, UnitCard> branches,
			List<UnitCard> within, PolicyTable policy, YearMonth term) {
		Map<Long, PersonCard> persons = this.people
			.persons(some.stream().map(Recommendation::personId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(PersonCard::id, Function.identity()));
		Map<Long, String> names = within.stream().collect(Collectors.toMap(UnitCard::id, UnitCard::name));
		List<UnitCard> shown = some.stream().map(Recommendation::branchId).distinct().map(branches::get).toList();
		Map<Line, Map<Long, PlaceStanding>> places = this.places.of(shown, policy, term.atDay(1), this.clock.today());
		return some.stream().map((one) -> {
			UnitCard branch = branches.get(one.branchId());
			LocalDate due = one.feedbackDue(number(policy, RecommendationRules.FEEDBACK_DUE_MONTHS, branch));
			return new RecommendationOverview.Row(one.caseId().value(), persons.get(one.personId()).name(), branch,
					names.getOrDefault(branch.parentId(), ""), one.line(), RecommendationStep.of(one), one.startedOn(),
					one.validUntil(), lapsesSoon(one, number(policy, RecommendationRules.VALIDITY_REMIND_DAYS, branch)),
					due, due != null && this.clock.today().isAfter(due), places.get(one.line()).get(branch.id()));
		}).toList();
	}

	private boolean lapsesSoon(Recommendation one, int days) {
		LocalDate today = this.clock.today();
		return one.isRunning() && one.validUntil() != null && !one.validUntil().isBefore(today)
				&& !today.plusDays(days).isBefore(one.validUntil());
	}

	private static int number(PolicyTable policy, String key, UnitCard unit) {
		return policy.of(key, unit.path()).number();
	}

}
