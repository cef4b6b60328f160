package org.leagueflow.requirement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * One condition as it stands for one person or thing: what is needed, what there is, and
 * where the rule stands.
 *
 * @param key the condition
 * @param name the condition in words
 * @param need what the rule asks for, in words
 * @param have what there is, in words
 * @param ok whether it is met
 * @param source where the rule stands, such as {@code 细则§11}
 * @param how what would satisfy it, in words
 */
public record Requirement(String key, Message name, Message need, Message have, boolean ok, String source,
		Message how) {

	/** A condition whose words are {@code condition.<key>}. */
	public Requirement(String key, Message need, Message have, boolean ok, String source) {
		this(key, Message.of("condition." + key), need, have, ok, source, Message.of("condition." + key + ".how"));
	}

	/** Why not: condition, need, have, source, and what would satisfy it. */
	public Message whyNot() {
		return Message.of("refusal.requirement", this.name, this.need, this.have, this.source, this.how);
	}

	/**
	 * Lets nobody through who lacks something.
	 * @throws Refusal.Invalid naming each condition that is not met
	 */
	public static void require(Collection<Requirement> requirements) {
		Map<String, Message> unmet = new LinkedHashMap<>();
		requirements.stream().filter((one) -> !one.ok).forEach((one) -> unmet.put(one.key, one.whyNot()));
		if (!unmet.isEmpty()) {
			throw new Refusal.Invalid(unmet);
		}
	}

	/**
	 * Which conditions are met, by key: the inputs of a decision table that says what
	 * follows from their combination.
	 */
	public static Map<String, Boolean> met(Collection<Requirement> requirements) {
		Map<String, Boolean> met = new LinkedHashMap<>();
		requirements.forEach((one) -> met.put(one.key, one.ok));
		return met;
	}

}
