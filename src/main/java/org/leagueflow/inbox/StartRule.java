package org.leagueflow.inbox;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;

/**
 * Says who may start a process and what the new case is about; one bean per process that
 * has rules of its own. Without one, whoever plays a starter role of the diagram may
 * start it, for the own person and unit; a person who oversees never does.
 */
public interface StartRule {

	/** The process id this rule is about. */
	String process();

	/**
	 * Why this person cannot start it now, with the rule's source and what would satisfy
	 * it; asked before the form is shown and again when it is posted.
	 */
	default Optional<Message> whyNot(Actor by) {
		return Optional.empty();
	}

	/**
	 * Whether a page of the process's own leads this person to the start form, begun or
	 * not; the list of drafts then leaves it out.
	 */
	default boolean offered(Actor by) {
		return false;
	}

	/** What the start form shows before anybody typed. */
	default Map<String, Object> known(Actor by) {
		return Map.of();
	}

	/**
	 * What the case is about.
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the answers break a rule, with a
	 * message per field
	 */
	StartPlan check(Actor by, Answers answers);

	/** The new case: its title, the person it is about and the unit it belongs to. */
	record StartPlan(String title, long subjectPersonId, long unitId) {
	}

}
