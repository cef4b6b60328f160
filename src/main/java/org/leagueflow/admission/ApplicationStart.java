package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.Answers;
import org.leagueflow.inbox.StartRule;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.web.PerRequest;
import org.springframework.stereotype.Component;

/**
 * Who may apply, and where: 14 to 27 years old, at the own school, once at a time (细则§6,
 * §20).
 */
@Component
class ApplicationStart implements StartRule {

	private final People people;

	private final Eligibility eligibility;

	ApplicationStart(People people, Eligibility eligibility) {
		this.people = people;
		this.eligibility = eligibility;
	}

	@Override
	public String process() {
		return "admission";
	}

	/** Asked by several parts of the home page; {@link #check} asks anew. */
	@Override
	public Optional<Message> whyNot(Actor by) {
		return PerRequest.get("why-not-apply:" + by.personId(), () -> person(by).map(this::whyNot)
			.orElseGet(() -> Optional.of(Message.of("refusal.people.person-unknown"))));
	}

	/** The home page offers it to whoever may, but to no holder of a post. */
	@Override
	public boolean offered(Actor by) {
		return by.posts().isEmpty() && person(by).filter((person) -> person.active() && !person.member()).isPresent()
				&& whyNot(by).isEmpty();
	}

	private Optional<PersonCard> person(Actor by) {
		return this.people.persons(List.of(by.personId())).stream().findFirst();
	}

	private Optional<Message> whyNot(PersonCard person) {
		List<UnitCard> branches = branches(person);
		UnitCard asked = branches.isEmpty() ? this.people.unit(person.unitId()) : branches.get(0);
		return this.eligibility.whyNotApply(person, asked);
	}

	@Override
	public Map<String, Object> known(Actor by) {
		PersonCard person = this.people.person(by.personId());
		List<Map<String, String>> branches = branches(person).stream()
			.map((branch) -> Map.of("label", branch.name(), "value", Long.toString(branch.id())))
			.toList();
		return (branches.size() == 1) ? Map.of("branches", branches, "branch", branches.get(0).get("value"))
				: Map.of("branches", branches);
	}

	/**
	 * The own branch, or for somebody who belongs to none the branches of the own school
	 * that may receive members.
	 */
	private List<UnitCard> branches(PersonCard person) {
		UnitCard own = this.people.unit(person.unitId());
		if (this.eligibility.receives(own)) {
			return List.of(own);
		}
		long school = (person.schoolId() != null) ? person.schoolId() : own.id();
		return this.people.within(school).stream().filter(this.eligibility::receives).toList();
	}

	@Override
	public StartPlan check(Actor by, Answers answers) {
		PersonCard person = this.people.person(by.personId());
		UnitCard branch = chosen(person, answers.text("branch"));
		this.eligibility.whyNotApply(person, branch).ifPresent((why) -> {
			throw new Refusal.Invalid(why.key(), why.args().toArray());
		});
		return new StartPlan(person.name() + " 入团申请", person.id(), branch.id());
	}

	private UnitCard chosen(PersonCard person, String branch) {
		if (branch != null && !branch.isBlank()) {
			return this.people.unit(Long.parseLong(branch));
		}
		List<UnitCard> branches = branches(person);
		if (branches.size() != 1) {
			throw Refusal.Invalid.field("branch", "refusal.admission.apply.chooseBranch");
		}
		return branches.get(0);
	}

}
