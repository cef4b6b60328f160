package org.leagueflow.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.engine.Answers;
import org.leagueflow.inbox.StartRule;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Who may begin a recommendation: secretary and committee of a branch for its people;
 * members for themselves where the unit lets them.
 */
@Component
class RecommendationStart implements StartRule {

	private static final Set<String> BRANCH = Set.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE);

	private final People people;

	private final Candidates candidates;

	private final Policies policies;

	private final BusinessClock clock;

	RecommendationStart(People people, Candidates candidates, Policies policies, BusinessClock clock) {
		this.people = people;
		this.candidates = candidates;
		this.policies = policies;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "recommendation";
	}

	@Override
	public Optional<Message> whyNot(Actor by) {
		if (!forBranches(by).isEmpty()) {
			return Optional.empty();
		}
		PersonCard person = this.people.person(by.personId());
		return this.policies.flag(RecommendationRules.MEMBER_STARTS, person.unitPath()) ? Optional.empty()
				: Optional.of(Message.of("refusal.recommendation.branchStarts",
						this.policies.rule(RecommendationRules.MEMBER_STARTS).source()));
	}

	/** The branches for whose people the actor may begin recommendations. */
	List<UnitCard> forBranches(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> BRANCH.contains(post.role()))
			.map(Post::unitId)
			.map(this.people::unit)
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.distinct()
			.toList();
	}

	/** Whether the actor may begin recommendations for people of this branch. */
	boolean starts(Actor by, long branchId) {
		return BRANCH.stream().anyMatch((role) -> by.holdsAt(role, branchId));
	}

	@Override
	public Map<String, Object> known(Actor by) {
		Map<String, Object> known = new HashMap<>();
		List<UnitCard> branches = forBranches(by);
		known.put("own", branches.isEmpty());
		known.put("people", branches.stream().flatMap((unit) -> options(unit, branches.size() > 1, by)).toList());
		return known;
	}

	private Stream<Map<String, String>> options(UnitCard branch, boolean named, Actor by) {
		return this.people.electors(branch.id(), this.clock.today())
			.stream()
			.filter((one) -> one.personId() != by.personId())
			.map((one) -> Map.of("label", named ? one.name() + "（" + branch.name() + "）" : one.name(), "value",
					Long.toString(one.personId())));
	}

	@Override
	public StartPlan check(Actor by, Answers answers) {
		Line line = Line.of(answers.text("line"))
			.orElseThrow(() -> Refusal.Invalid.field("line", "refusal.forms.option"));
		boolean forOthers = !forBranches(by).isEmpty();
		long id = forOthers ? Long.parseLong(answers.text("person")) : by.personId();
		PersonCard person = this.people.person(id);
		UnitCard branch = branchOf(person);
		if (forOthers && !starts(by, branch.id())) {
			throw Refusal.Invalid.field("person", "refusal.forms.option");
		}
		this.candidates.whyNot(line, person, branch).ifPresent((why) -> {
			throw forOthers ? new Refusal.Invalid(Map.of("person", why)) : new Refusal.Invalid(Map.of("line", why));
		});
		return new StartPlan(person.name() + " 推优入党", person.id(), branch.id());
	}

	private UnitCard branchOf(PersonCard person) {
		return this.people.nearest(person.unitId(), UnitKind.BRANCH)
			.orElseThrow(() -> new Refusal.Invalid("refusal.recommendation.noBranch", person.name()));
	}

}
