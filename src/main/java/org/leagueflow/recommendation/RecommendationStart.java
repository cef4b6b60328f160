package org.leagueflow.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.engine.Answers;
import org.leagueflow.inbox.StartRule;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
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
		if (forBranch(by).isPresent()) {
			return Optional.empty();
		}
		PersonCard person = this.people.person(by.personId());
		return this.policies.flag(RecommendationRules.MEMBER_STARTS, person.unitPath()) ? Optional.empty()
				: Optional.of(Message.of("refusal.recommendation.branchStarts",
						this.policies.rule(RecommendationRules.MEMBER_STARTS).source()));
	}

	/** The branch for whose people the actor may begin recommendations. */
	Optional<UnitCard> forBranch(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> BRANCH.contains(post.role()))
			.map(Post::unitId)
			.map(this.people::unit)
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.findFirst();
	}

	/** Whether the actor may begin recommendations for people of this branch. */
	boolean starts(Actor by, long branchId) {
		return BRANCH.stream().anyMatch((role) -> by.holdsAt(role, branchId));
	}

	@Override
	public Map<String, Object> known(Actor by) {
		Map<String, Object> known = new HashMap<>();
		Optional<UnitCard> branch = forBranch(by);
		known.put("own", branch.isEmpty());
		known.put("people", branch.map((unit) -> options(unit, by)).orElse(List.of()));
		return known;
	}

	private List<Map<String, String>> options(UnitCard branch, Actor by) {
		return this.people.electors(branch.id(), this.clock.today())
			.stream()
			.filter((one) -> one.personId() != by.personId())
			.map(RecommendationStart::option)
			.toList();
	}

	private static Map<String, String> option(Elector one) {
		return Map.of("label", one.name(), "value", Long.toString(one.personId()));
	}

	@Override
	public StartPlan check(Actor by, Answers answers) {
		Line line = Line.of(answers.text("line"))
			.orElseThrow(() -> Refusal.Invalid.field("line", "refusal.forms.option"));
		Optional<UnitCard> asked = forBranch(by);
		long id = asked.isPresent() ? Long.parseLong(answers.text("person")) : by.personId();
		PersonCard person = this.people.person(id);
		UnitCard branch = asked.orElseGet(() -> branchOf(person));
		this.candidates.whyNot(line, person, branch).ifPresent((why) -> {
			throw asked.isPresent() ? new Refusal.Invalid(Map.of("person", why))
					: new Refusal.Invalid(Map.of("line", why));
		});
		return new StartPlan(person.name() + " 推优入党", person.id(), branch.id());
	}

	private UnitCard branchOf(PersonCard person) {
		return this.people.nearest(person.unitId(), UnitKind.BRANCH)
			.orElseThrow(() -> new Refusal.Invalid("refusal.recommendation.noBranch", person.name()));
	}

}
