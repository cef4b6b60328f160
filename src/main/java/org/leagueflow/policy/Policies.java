package org.leagueflow.policy;

import java.util.Collection;
import java.util.List;

/**
 * Answers which value of a rule holds for a unit: the strictest along its path, or for
 * rules that may be set either way the nearest. The keys are named in the modules that
 * ask for them; an unknown key is a bug ({@link IllegalArgumentException}).
 */
public interface Policies {

	/** The number that holds for the unit with this path, {@code /1/4/12/}. */
	int number(String key, String unitPath);

	/** Whether the rule is on for the unit with this path. */
	boolean flag(String key, String unitPath);

	/** The words of a rule that is words. */
	String text(String key);

	/** The rule with its source, for refusals and gate tables. */
	Rule rule(String key);

	/** What these rules say for many units, read in one go. */
	PolicyTable sheet(Collection<String> keys);

	/** Every rule, in the order of the rule book. */
	List<Rule> rules();

}
