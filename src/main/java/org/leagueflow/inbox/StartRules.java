package org.leagueflow.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.inbox.StartRule.StartPlan;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What holds for starting a process: its diagram's starters, and its module's rule where
 * there is one.
 */
@Component
class StartRules {

	/**
	 * A start form of a process without Java may ask for the case's title under this key.
	 */
	private static final String TITLE = "title";

	private static final int MAX_TITLE_LENGTH = 200;

	private final ObjectProvider<StartRule> rules;

	private final People people;

	StartRules(ObjectProvider<StartRule> rules, People people) {
		this.rules = rules;
		this.people = people;
	}

	Optional<Message> whyNot(ProcessInfo info, Actor by) {
		if (by.oversees()) {
			return Optional.of(Message.of("refusal.web.oversees"));
		}
		if (info.starters().isEmpty()) {
			return Optional.of(Message.of("refusal.inbox.no-starters", info.name()));
		}
		if (info.starters().stream().noneMatch((role) -> plays(by, role))) {
			return Optional.of(Message.of("refusal.inbox.starters", info.name(), starters(info)));
		}
		return rule(info.id()).flatMap((rule) -> rule.whyNot(by));
	}

	/**
	 * Whether this person may start what the role may; anybody applies for themselves.
	 */
	private boolean plays(Actor by, String role) {
		return switch (role) {
			case Roles.APPLICANT -> true;
			case Roles.MEMBER -> this.people.persons(List.of(by.personId())).stream().anyMatch(PersonCard::member);
			default -> by.holds(role);
		};
	}

	/** Whether a page of the process's own leads this person to the start form. */
	boolean offered(String process, Actor by) {
		return rule(process).filter((rule) -> rule.offered(by)).isPresent();
	}

	Map<String, Object> known(String process, Actor by) {
		return rule(process).map((rule) -> rule.known(by)).orElse(Map.of());
	}

	StartPlan plan(ProcessInfo info, Actor by, Answers answers) {
		return rule(info.id()).map((rule) -> rule.check(by, answers)).orElseGet(() -> ownPlan(info, by, answers));
	}

	private StartPlan ownPlan(ProcessInfo info, Actor by, Answers answers) {
		long unit = post(info, by).map(Post::unitId).orElseGet(() -> this.people.person(by.personId()).unitId());
		String title = Optional.ofNullable(answers.text(TITLE)).orElse(info.name());
		return new StartPlan(Characters.first(title, MAX_TITLE_LENGTH), by.personId(), unit);
	}

	/** The starter roles in words, one after the other. */
	private static Message starters(ProcessInfo info) {
		return info.starters()
			.stream()
			.map((role) -> Message.of("role." + role))
			.reduce((some, one) -> Message.of("inbox.or", some, one))
			.orElseThrow();
	}

	private static Optional<Post> post(ProcessInfo info, Actor by) {
		return by.posts().stream().filter((post) -> info.starters().contains(post.role())).findFirst();
	}

	private Optional<StartRule> rule(String process) {
		return this.rules.stream().filter((rule) -> rule.process().equals(process)).findFirst();
	}

}
